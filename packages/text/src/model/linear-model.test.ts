import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FeatureBuffer, hashOf, hashPair } from "./feature-buffer.ts";
import { LinearModel } from "./linear-model.ts";
import { encodeModel, loadModel, loadModelText } from "./model-format.ts";

const parts = (weights: Int8Array) => ({
  labels: ["id", "português"],
  bits: 4,
  scales: Float32Array.of(0.5, 0.25),
  biases: Float32Array.of(-1, 2),
  weights,
});
const weights = fc.int8Array({ minLength: 32, maxLength: 32 });

describe("a linear model", () => {
  it("scores the same when it was written and read", () => {
    fc.assert(
      fc.property(weights, fc.string(), (some, text) => {
        const buffer = new FeatureBuffer();
        buffer.addCharacterNgrams(text, 1, 3, 0);
        const bytes = encodeModel(parts(some));
        const scores = [...new LinearModel(parts(some)).scores(buffer)];
        expect([...loadModel(bytes).scores(buffer)]).toEqual(scores);
        expect([...loadModelText(Buffer.from(bytes).toString("base64")).scores(buffer)]).toEqual(scores);
        expect(loadModel(bytes).score(buffer)).toBe(scores[0]);
        expect(loadModel(bytes).labels).toEqual(["id", "português"]);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  it("refuses a table that was cut or is none", () => {
    const bytes = encodeModel(parts(new Int8Array(32)));
    expect(() => loadModel(bytes.subarray(0, -1))).toThrow(RangeError);
    expect(() => loadModel(new Uint8Array(40))).toThrow(RangeError);
    expect(() => loadModel(new Uint8Array(0))).toThrow(RangeError);
  });

  it("gives the bias to a text without features", () => {
    expect([...new LinearModel(parts(new Int8Array(32).fill(9))).scores(new FeatureBuffer())]).toEqual([-1, 2]);
  });
});

describe("a feature buffer", () => {
  it("takes no more than it holds", () => {
    const buffer = new FeatureBuffer(10);
    buffer.addCharacterNgrams("a".repeat(1000), 1, 4, 0);
    expect(buffer.length).toBe(10);
    expect(buffer.clear().length).toBe(0);
  });

  it("tells kinds, beginnings and orders apart", () => {
    expect(hashOf("a", 0)).not.toBe(hashOf("a", 1));
    expect(hashPair(hashOf("a", 0), hashOf("b", 0))).not.toBe(hashPair(hashOf("b", 0), hashOf("a", 0)));
    const grams = (word: string): number[] => {
      const buffer = new FeatureBuffer();
      buffer.addCharacterNgrams(word, 2, 2, 0);
      return [...buffer.hashes.subarray(0, buffer.length)];
    };
    expect(grams("ab")).toHaveLength(3); // " a", "ab", "b "
    expect(grams("ba").filter((hash) => grams("ab").includes(hash))).toEqual([]);
  });
});
