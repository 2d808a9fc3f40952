import { decodeCursor } from "@frontrow/protocol/codec";
import type { LogEntry } from "@frontrow/protocol/entry";
import { describe, expect, it } from "vitest";
import { deskHalf, PreparedEntry } from "./prepared-entry.ts";

const log = "ses_aaaaaaaaaaaaaaaaaaaaaaaaaa" as LogEntry["log"];
const desk = { log: "dsk_aaaaaaaaaaaaaaaaaaaaaaaaaa" as LogEntry["log"], epoch: 1, id: "9-0", stamp: "gateway:x:1" };
const entryOf = (items: object[], kind: LogEntry["kind"] = "events"): LogEntry => ({
  log,
  epoch: 1,
  id: "5-0",
  previous: "4-0",
  stamp: "ingest:7:1",
  kind,
  data: JSON.stringify(items),
});
const chat = { type: "chat", id: "c", text: "é 😀" };
const like = { type: "like", id: "l", total: 4 };

/** The text frames in a buffer. */
function framesIn(buffer: Buffer | undefined): Record<string, unknown>[] {
  const frames: Record<string, unknown>[] = [];
  for (let at = 0; buffer && at < buffer.length; ) {
    expect(buffer[at]).toBe(0x81);
    const short = buffer[at + 1] as number;
    const header = short < 126 ? 2 : short === 126 ? 4 : 10;
    const length = short < 126 ? short : short === 126 ? buffer.readUInt16BE(at + 2) : Number(buffer.readBigUInt64BE(at + 2));
    frames.push(JSON.parse(buffer.toString("utf8", at + header, at + header + length)));
    at += header + length;
  }
  return frames;
}

describe("a prepared entry", () => {
  it("is one frame with the stored items as they are, made once", () => {
    const prepared = new PreparedEntry(entryOf([chat, like]));
    expect(framesIn(prepared.batched)).toEqual([
      { log, epoch: 1, id: "5-0", stamp: "ingest:7:1", kind: "events", items: [chat, like] },
    ]);
    expect(prepared.batched).toBe(prepared.batched);
  });

  it("is a frame an item in the plain dialect, each with both cursors", () => {
    const frames = framesIn(new PreparedEntry(entryOf([chat, like])).plain(deskHalf({ desk })));
    expect(frames).toMatchObject([
      { type: "chat", data: { id: "c", text: "é 😀" } },
      { type: "like", data: { id: "l", total: 4 } },
    ]);
    const [first, last] = frames.map(({ pos }) => decodeCursor(String(pos)));
    expect(first).toEqual({ desk, session: { log, epoch: 1, id: "5-0", stamp: "ingest:7:1", items: 1 } });
    expect(last).toEqual({ desk, session: { log, epoch: 1, id: "5-0", stamp: "ingest:7:1" } });
  });

  it("begins in the middle for whoever has its first items", () => {
    const prepared = new PreparedEntry(entryOf([chat, like]));
    expect(framesIn(prepared.plain("", 1))).toMatchObject([{ type: "like" }]);
    expect(prepared.plain("", 2)).toBeUndefined();
  });

  it("leaves out what may be folded, and counts it by lane", () => {
    const member = { type: "member", id: "m" };
    const prepared = new PreparedEntry(entryOf([like, chat, member, { type: "roomUser", viewers: 3 }]));
    expect(prepared.lean.folded).toEqual({ likes: 1, joins: 1, viewers: 1 });
    expect(framesIn(prepared.lean.batched)[0]?.["items"]).toEqual([chat]);
    const [frame] = framesIn(prepared.plain("", 0, true));
    expect(frame).toMatchObject({ type: "chat" });
    expect(decodeCursor(String(frame?.["pos"]))?.session?.items).toBe(2);
  });

  it("leaves out nothing of chat, gifts and questions", () => {
    const items = [chat, { type: "gift", id: "g" }, { type: "question", id: "q" }, { type: "gap", id: "x" }];
    const prepared = new PreparedEntry(entryOf(items));
    expect(prepared.lean).toEqual({ batched: prepared.batched, folded: {} });
    const detected = new PreparedEntry(
      entryOf(
        [
          { type: "questionDetected", id: "q" },
          { type: "metrics", chats: 1 },
        ],
        "insights",
      ),
    );
    expect(framesIn(detected.lean.batched)[0]?.["items"]).toEqual([{ type: "questionDetected", id: "q" }]);
  });

  it("is nothing when all of it may be folded", () => {
    const prepared = new PreparedEntry(
      entryOf(
        [
          { type: "metrics", chats: 1 },
          { type: "leaderboard", gifters: [] },
        ],
        "insights",
      ),
    );
    expect(prepared.lean).toEqual({ batched: undefined, folded: { metrics: 2 } });
    expect(prepared.plain("", 0, true)).toBeUndefined();
  });

  it("writes lengths of all sizes", () => {
    for (const length of [10, 200, 70_000]) {
      const long = { type: "chat", id: "c", text: "x".repeat(length) };
      expect(framesIn(new PreparedEntry(entryOf([long])).plain(""))).toMatchObject([{ data: { text: long.text } }]);
      expect(framesIn(new PreparedEntry(entryOf([long])).batched)).toMatchObject([{ items: [long] }]);
    }
  });
});
