import type { EventOf } from "@frontrow/protocol/event";
import { describe, expect, it } from "vitest";
import { captionAfter } from "./caption.ts";

const caption = (text: string, more: Partial<EventOf<"caption">> = {}): EventOf<"caption"> => ({
  id: text,
  type: "caption",
  atMs: 1,
  sentAtMs: 1,
  text,
  language: "en",
  ...more,
});
const shown = (...captions: EventOf<"caption">[]) => captionAfter(undefined, captions)?.text;

describe("what the host says", () => {
  it("is one sentence that grows until it is final", () => {
    const [first, second] = [caption("so we", { sentenceId: "1" }), caption("so we begin", { sentenceId: "1" })];
    const final = caption("So we begin.", { sentenceId: "1", isFinal: true });
    expect(shown(first, second)).toBe("so we begin");
    expect(shown(first, second, final)).toBe("So we begin.");
    expect(shown(first, final, second)).toBe("So we begin.");
  });
  it("goes on with the next sentence, and never back to the one before", () => {
    const old = caption("old", { sentenceId: "1", sentAtMs: 1 });
    const next = caption("next", { sentenceId: "2", sentAtMs: 2 });
    expect(shown(old, next)).toBe("next");
    expect(shown(next, old)).toBe("next");
  });
  it("is shown as it comes where sentences have no ids", () => {
    expect(shown(caption("one"), caption("two"))).toBe("two");
    expect(captionAfter(undefined, [])).toBeUndefined();
  });
});
