import { encodeCursor } from "@frontrow/protocol/cursor";
import type { SessionId } from "@frontrow/protocol/ids";
import { describe, expect, it } from "vitest";
import { readFrame } from "./frames.ts";

const at = { log: "ses_aaaaaaaa" as SessionId, epoch: 1, id: "5-0", stamp: "s" };
const read = (frame: unknown) => readFrame(JSON.stringify(frame));

describe("a frame of the batched dialect", () => {
  it.each(["events", "insights", "desk"])("of %s has its items and its position", (kind) => {
    expect(read({ ...at, kind, items: [{ type: "x" }], more: 1 })).toEqual({ kind, at, items: [{ type: "x" }] });
  });
  it("of a kind that is not known, or without a list, is none", () => {
    expect([read({ ...at, kind: "future", items: [] }), read({ ...at, kind: "events", items: {} })]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe("a frame of the plain dialect", () => {
  const pos = encodeCursor({ session: at });
  it("is an event, or an insight that is sent once, when it has a position in the session's log", () => {
    expect(read({ type: "chat", data: { id: "a" }, pos })).toEqual({ kind: "events", at, items: [{ type: "chat", id: "a" }] });
    expect(read({ type: "spike", data: { id: "s" }, pos })).toEqual({
      kind: "insights",
      at,
      items: [{ type: "spike", id: "s" }],
    });
  });
  it("is a message when it has none, or is sent with each snapshot too", () => {
    const deskPos = encodeCursor({ desk: { ...at, log: "dsk_aaaaaaaa" as SessionId } });
    for (const frame of [
      { type: "chat", data: {} },
      { type: "spike", data: {} },
      { type: "chat", data: {}, pos: deskPos },
      { type: "metrics", data: {}, pos },
    ]) {
      expect(read(frame)).toEqual({ kind: "message", message: frame });
    }
  });
  it("is none when it is no object with a type", () => {
    for (const text of ["", "{", "7", "null", '"chat"', "{}", '{"type":1}']) expect(readFrame(text)).toBeUndefined();
  });
});
