import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FrameReader, type PartialMessageFault, PartialMessages } from "./partial-messages.ts";

interface Frame {
  readonly opcode: number;
  readonly isFinal: boolean;
  readonly isMasked: boolean;
  readonly length: number;
}

function bytesOf({ opcode, isFinal, isMasked, length }: Frame): Buffer {
  const mask = isMasked ? 0x80 : 0;
  const first = (isFinal ? 0x80 : 0) | opcode;
  const head =
    length < 126
      ? Buffer.from([first, mask | length])
      : length < 65_536
        ? Buffer.from([first, mask | 126, length >> 8, length & 255])
        : Buffer.from([first, mask | 127, 0, 0, 0, 0, 0, length >> 16, (length >> 8) & 255, length & 255]);
  return Buffer.concat([head, Buffer.alloc(isMasked ? 4 : 0, 0xff), Buffer.alloc(length, 0xff)]);
}

const text = (length: number, isFinal = true): Buffer => bytesOf({ opcode: 1, isFinal, isMasked: true, length });
const continuation = (length: number, isFinal = false): Buffer => bytesOf({ opcode: 0, isFinal, isMasked: true, length });
const ping = bytesOf({ opcode: 9, isFinal: true, isMasked: true, length: 3 });

describe("the heads of frames", () => {
  it("say where messages end, however the bytes are cut", () => {
    const length = fc.constantFrom(0, 1, 125, 126, 65_535, 65_536, 70_000);
    const message = fc.record({
      fragments: fc.array(length, { minLength: 1, maxLength: 4 }),
      pings: fc.boolean(),
      isMasked: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(message, { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(400_000), { maxLength: 8 }),
        (messages, cuts) => {
          const ends = new Set<number>();
          const parts: Buffer[] = [];
          let total = 0;
          const add = (bytes: Buffer) => {
            parts.push(bytes);
            total += bytes.length;
          };
          for (const { fragments, pings, isMasked } of messages) {
            for (const [index, length] of fragments.entries()) {
              const isFinal = index === fragments.length - 1;
              add(bytesOf({ opcode: index === 0 ? 1 : 0, isFinal, isMasked, length }));
              if (isFinal) ends.add(total);
              if (pings) add(ping);
              if (pings && isFinal) ends.add(total);
            }
          }
          const all = Buffer.concat(parts);
          const places = [...new Set([...cuts.map((cut) => cut % (total + 1)), ...ends])].toSorted((a, b) => a - b);
          const reader = new FrameReader();
          let from = 0;
          for (const to of places) {
            if (to === from) continue;
            expect(reader.read(all.subarray(from, to)), `${to} of ${total}`).toBe(ends.has(to) ? "whole" : "partial");
            from = to;
          }
        },
      ),
    );
  });
});

describe("messages that are not whole", () => {
  function setup(limits: { timeoutMs?: number; socketBytes?: number; totalBytes?: number } = {}) {
    const faults: [string, PartialMessageFault][] = [];
    const all = { timeoutMs: 10_000, socketBytes: 10_000, totalBytes: 100_000, ...limits };
    const messages = new PartialMessages<string>(all, (socket, fault) => faults.push([socket, fault]));
    return { messages, faults };
  }

  it("cost nothing once they are", () => {
    const { messages, faults } = setup();
    messages.receive("a", text(100), 0);
    expect(messages.bytes).toBe(0);
    messages.receive("a", text(100, false), 0);
    expect(messages.bytes).toBeGreaterThan(100);
    messages.receive("a", ping, 1);
    messages.receive("a", continuation(5, true), 2);
    expect(messages.bytes).toBe(0);
    messages.check(1e9);
    expect(faults).toEqual([]);
  });

  it("are given up after their time, whatever is sent meanwhile", () => {
    const { messages, faults } = setup();
    messages.receive("a", text(1, false), 0);
    messages.receive("b", text(5).subarray(0, 3), 5_000);
    for (let atMs = 0; atMs < 10_000; atMs += 1_000) messages.receive("a", ping, atMs);
    messages.check(9_999);
    expect(faults).toEqual([]);
    messages.check(10_000);
    expect(faults).toEqual([["a", "late"]]);
    messages.check(15_000);
    expect(faults).toEqual([
      ["a", "late"],
      ["b", "late"],
    ]);
    expect(messages.bytes).toBe(0);
  });

  it("begin anew with each message", () => {
    const { messages, faults } = setup();
    for (let atMs = 0; atMs < 60_000; atMs += 6_000) {
      messages.receive("a", text(1, false), atMs);
      messages.receive("a", continuation(1, true), atMs + 5_000);
      messages.check(atMs + 5_999);
    }
    expect(faults).toEqual([]);
  });

  it("are given up when one is too large, counting each chunk", () => {
    const { messages, faults } = setup();
    messages.receive("a", text(9_000, false), 0);
    expect(faults).toEqual([]);
    messages.receive("a", continuation(900), 0);
    expect(faults).toEqual([["a", "large"]]);
    messages.receive("b", text(1, false), 0);
    for (let n = 0; n < 40; n++) messages.receive("b", continuation(1), 0);
    expect(faults.at(-1)).toEqual(["b", "large"]);
  });

  it("are given up, the oldest first, when all together are too large", () => {
    const { messages, faults } = setup({ totalBytes: 20_000 });
    for (const socket of ["a", "b", "c"]) messages.receive(socket, text(6_000, false), 0);
    messages.receive("d", text(6_000), 0);
    expect(faults).toEqual([]);
    messages.receive("e", text(6_000, false), 0);
    expect(faults).toEqual([["a", "crowded"]]);
    expect(messages.bytes).toBeLessThanOrEqual(20_000);
    messages.forget("b");
    messages.receive("f", text(6_000, false), 0);
    expect(faults).toHaveLength(1);
  });
});
