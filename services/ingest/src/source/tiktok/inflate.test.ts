import { deflateRawSync, gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Inflater } from "./inflate.ts";

const MAX = 200_000;

/** What comes of a payload: its bytes, or zlib's name for what is wrong. */
function outcome(inflate: () => Uint8Array): string {
  try {
    return Buffer.from(inflate()).toString("hex");
  } catch (error) {
    return `failed: ${(error as { code?: string }).code}`;
  }
}
const byZlib = (payload: Uint8Array) => outcome(() => gunzipSync(payload, { maxOutputLength: MAX }));

describe("the inflater", () => {
  const good = gzipSync("what was said ".repeat(50));
  const isAsZlib = (payloads: readonly Uint8Array[]) => {
    const inflater = new Inflater(MAX);
    for (const payload of payloads) {
      expect(outcome(() => inflater.inflate(payload))).toBe(byZlib(payload));
      expect(outcome(() => inflater.inflate(good))).toBe(byZlib(good));
    }
  };

  it("gives what zlib gives, of payloads of any size in turn", () => {
    const texts = [0, 1, 500, 16_383, 16_384, 65_535, 65_536, 65_537, 150_000, MAX, 3].map((length) =>
      Buffer.from(Array.from({ length }, (_, index) => (index * index) % 251)),
    );
    isAsZlib(texts.flatMap((text) => [gzipSync(text), gzipSync(text, { level: 0 })]));
  });

  it("reads several members as one, and refuses what else follows, as zlib does", () => {
    const [one, two] = [gzipSync("one"), gzipSync("two".repeat(40_000))];
    const damaged = Buffer.from(two);
    damaged[20] = (damaged[20] ?? 0) ^ 0xff;
    isAsZlib([
      Buffer.concat([one, two]),
      Buffer.concat([one, two, one]),
      Buffer.concat([one, Buffer.alloc(9)]),
      Buffer.concat([one, Buffer.from("garbage")]),
      Buffer.concat([one, two.subarray(0, 30)]),
      Buffer.concat([one, damaged]),
      deflateRawSync("no header"),
      new Uint8Array(0),
    ]);
  });

  it("keeps no trace of what was refused: damaged, cut short, too large, or bytes of any kind", () => {
    const bomb = gzipSync(Buffer.alloc(MAX + 1));
    const whole = fc.uint8Array({ maxLength: 3_000 }).map((bytes) => gzipSync(Buffer.concat([bytes, bytes, bytes])));
    const flipped = fc.tuple(whole, fc.nat(), fc.integer({ min: 1, max: 255 })).map(([bytes, at, mask]) => {
      bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ mask;
      return bytes;
    });
    const cut = fc.tuple(whole, fc.nat()).map(([bytes, at]) => bytes.subarray(0, at % bytes.length));
    const anything = fc.uint8Array({ maxLength: 50 }).map((bytes) => Buffer.concat([good.subarray(0, 3), bytes]));
    const payload = fc.oneof(whole, flipped, cut, anything, fc.constant(bomb));
    fc.assert(fc.property(fc.array(payload, { minLength: 1, maxLength: 20 }), isAsZlib), { seed: 4, numRuns: 100 });
  });

  it("gives bytes that stay as they are when the next payload comes", () => {
    const inflater = new Inflater(MAX);
    const first = inflater.inflate(gzipSync("first"));
    inflater.inflate(gzipSync("other"));
    expect(Buffer.from(first).toString()).toBe("first");
  });

  it("names a payload that inflates to too much", () => {
    const inflater = new Inflater(10);
    expect(outcome(() => inflater.inflate(gzipSync("x".repeat(11))))).toBe("failed: ERR_BUFFER_TOO_LARGE");
    expect(outcome(() => inflater.inflate(gzipSync("x".repeat(10))))).toBe(Buffer.from("x".repeat(10)).toString("hex"));
  });
});
