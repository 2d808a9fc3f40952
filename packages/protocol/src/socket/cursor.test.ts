import { describe, expect, it } from "vitest";
import type { LogId } from "../ids.ts";
import { type Cursor, decodeCursor, encodeCursor } from "./cursor.ts";

const session = { log: "ses_abcdefgh" as LogId, epoch: 3, id: "1700000000000-5", stamp: "ingest:1700000000001:42" };
const desk = { log: `dsk_${"a".repeat(26)}` as LogId, epoch: 1, id: "0-0", stamp: "" };

describe("cursor", () => {
  it.each<Cursor>([
    {},
    { desk },
    { session },
    { desk, session: { ...session, items: 7 } },
    { session: { ...session, items: 0 } },
  ])("comes back as it went out: %j", (cursor) => {
    expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
  });

  it.each([
    "",
    "x",
    "!x",
    "a!b!c",
    "ses_abcdefgh~1~nonsense~s~!",
    `ses_x~1~1-1~${"s".repeat(100)}~!`,
    "{}~1~1-1~s~!",
    "!".repeat(1000),
  ])("is not read from %j", (text) => {
    expect(decodeCursor(text)).toBeUndefined();
  });
});
