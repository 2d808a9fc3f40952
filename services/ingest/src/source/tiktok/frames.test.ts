import { gzipSync } from "node:zlib";
import { buildFrame } from "@frontrow/simulator/wire/frame";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Unreadable } from "../live-source.ts";
import { readContainer, readPushFrame } from "./container.ts";
import { decodeFrame } from "./frames.ts";
import { MAX_ITEMS } from "./protobuf.ts";

const user = { id: "6800000000000000001", handle: "ann", nickname: "Ann" };
const chat = (text: string, msgId = "7300000000000000001") =>
  ({ type: "chat", user, text, msgId, createTimeMs: 1_700_000_000_000 }) as const;
type Said = Parameters<typeof buildFrame>[0];
const frameOf = (messages: Said, gzip = true) =>
  buildFrame(messages, { roomId: "1", logId: "77", gzip, nowMs: 1_700_000_000_000, cursor: "c" });

function decode(bytes: Uint8Array) {
  const unreadable: Unreadable[] = [];
  return { ...decodeFrame(bytes, (what) => unreadable.push(what)), unreadable };
}
/** A length-delimited protobuf field. */
const bytesField = (number: number, bytes: Uint8Array): Buffer => {
  const length: number[] = [];
  for (let left = bytes.length; ; left >>>= 7) {
    length.push(left > 127 ? (left & 127) | 128 : left);
    if (left <= 127) break;
  }
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...length]), bytes]);
};
const pushFrame = (payload: Uint8Array) =>
  Buffer.concat([bytesField(6, Buffer.from("pb")), bytesField(7, Buffer.from("msg")), bytesField(8, payload)]);

describe("a frame", () => {
  it.each([true, false])("gives its messages in order (gzip: %s), and what to acknowledge", (gzip) => {
    const { messages, ack, unreadable } = decode(frameOf([chat("one", "1"), chat("two", "2"), chat("three", "3")], gzip));
    expect(messages.map(({ id, body }) => [id, "content" in body && body.content])).toEqual([
      ["1", "one"],
      ["2", "two"],
      ["3", "three"],
    ]);
    expect(ack).toMatchObject({ logId: "77" });
    expect(unreadable).toEqual([]);
  });

  it("says that the broadcast is over", () => {
    const end = { type: "control", action: "suspended", msgId: "2", createTimeMs: 1 } as const;
    expect(decode(frameOf([chat("bye"), end, chat("late")]))).toMatchObject({ ended: "suspended", messages: { length: 3 } });
  });

  it("names what we have no name for, and counts what does not decode, without losing the rest", () => {
    const raw = (method: string) =>
      ({ type: "raw", method, payload: Buffer.from([0x0a, 0x7f, 0x01]), msgId: "5", createTimeMs: 1 }) as const;
    const { messages, unreadable } = decode(
      frameOf([raw("WebcastNewThing"), raw("WebcastChatMessage"), raw("toString"), chat("x")]),
    );
    expect(messages).toHaveLength(1);
    expect(unreadable).toEqual([
      { reason: "unknownMethod", method: "WebcastNewThing" },
      { reason: "message" },
      { reason: "unknownMethod", method: "toString" },
    ]);
  });

  it("gives a message without an id the hash of what it says", () => {
    const [one, other, again] = decode(frameOf([chat("one", "0"), chat("other", "0"), chat("one", "0")])).messages;
    expect(one?.id).toMatch(/^h[0-9a-f]{24}$/);
    expect(again?.id).toBe(one?.id);
    expect(other?.id).not.toBe(one?.id);
  });

  it("is refused when it inflates to more than any room sends", () => {
    const bomb = pushFrame(gzipSync(Buffer.alloc(40_000_000)));
    expect(bomb.length).toBeLessThan(60_000);
    const before = process.memoryUsage().rss;
    expect(decode(bomb)).toMatchObject({ messages: [], unreadable: [{ reason: "tooLarge" }] });
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  it("is refused when it holds more messages than any room sends", () => {
    const many = Buffer.concat(Array.from({ length: MAX_ITEMS + 1 }, () => Buffer.from([0x0a, 0x00])));
    expect(decode(pushFrame(gzipSync(many)))).toMatchObject({ messages: [], unreadable: [{ reason: "container" }] });
  });

  it("of any bytes decodes, or is counted, and never throws", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, isGzip) => {
        for (const each of [bytes, pushFrame(bytes), pushFrame(isGzip ? gzipSync(bytes) : bytes)]) {
          const { messages, unreadable } = decode(each);
          expect(messages.length + unreadable.length).toBeLessThan(300);
        }
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it("with a flipped bit decodes, or is counted, and never throws", () => {
    const whole = frameOf([chat("one", "1"), chat("two", "2")], false);
    fc.assert(
      fc.property(fc.nat(whole.length * 8 - 1), (bit) => {
        const bytes = Buffer.from(whole);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        decode(bytes);
        decode(bytes.subarray(0, bit >> 3));
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it("fails clearly where an envelope is read alone", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        for (const read of [readPushFrame, readContainer]) {
          try {
            read(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(Error);
          }
        }
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});
