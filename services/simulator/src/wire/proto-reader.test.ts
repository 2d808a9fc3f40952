import { describe, expect, it } from "vitest";
import { createRandom } from "../scenarios/random.ts";
import { readFields } from "./proto-reader.ts";

describe("readFields", () => {
  it("refuses bytes that are cut off", () => {
    expect(() => readFields(Buffer.from([0x0a, 0x7f, 0x01]))).toThrow(RangeError);
    expect(() => readFields(Buffer.from([0x08, 0x80]))).toThrow(RangeError);
  });

  it("refuses wire types that do not exist and varints that never end", () => {
    expect(() => readFields(Buffer.from([0x0f]))).toThrow("wire type");
    expect(() => readFields(Buffer.alloc(12, 0xff))).toThrow(RangeError);
  });

  it("either reads or refuses random bytes, and never hangs (seed 11)", () => {
    const random = createRandom("11");
    for (let i = 0; i < 2000; i += 1) {
      const bytes = Buffer.from(Array.from({ length: random.between(0, 40) }, () => random.between(0, 255)));
      try {
        readFields(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }
  });
});
