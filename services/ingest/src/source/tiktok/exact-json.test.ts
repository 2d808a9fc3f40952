import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseExactJson } from "./exact-json.ts";

describe("exact JSON", () => {
  it("keeps ids of 64 bits as text, and all that is in texts as it is", () => {
    const json =
      '{"roomId":7400000755440841001,"list":[-9223372036854775808, 12],"said":"a \\"b: 7400000755440841001","x":1.5e3,"y":0.1234567890123456}';
    expect(parseExactJson(json)).toEqual({
      roomId: "7400000755440841001",
      list: ["-9223372036854775808", 12],
      said: 'a "b: 7400000755440841001',
      x: 1500,
      y: 0.1234567890123456,
    });
  });

  it("refuses what is no JSON, however long", () => {
    for (const bad of ["", "{", '{"a', `"${"\\\\".repeat(100_000)}`, `[${'"a'.repeat(100_000)}`])
      expect(() => parseExactJson(bad)).toThrow();
  });

  it("changes nothing else", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value);
        if (!/\d{16}/.test(json)) expect(parseExactJson(json)).toEqual(JSON.parse(json));
      }),
      { seed: 12 },
    );
  });
});
