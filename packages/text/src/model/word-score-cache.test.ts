import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FeatureBuffer } from "./feature-buffer.ts";
import { LinearModel } from "./linear-model.ts";
import { WordScoreCache } from "./word-score-cache.ts";

const weights = Int8Array.from({ length: 3 * 2 ** 8 }, (_, at) => ((at * 37) % 251) - 125);
const model = () =>
  new LinearModel({
    labels: ["a", "b", "c"],
    bits: 8,
    scales: Float32Array.of(1, 2, 3),
    biases: Float32Array.of(0, 1, -1),
    weights,
  });
const addGrams = (buffer: FeatureBuffer, word: string): void => buffer.addCharacterNgrams(word, 1, 3, 0);

const direct = (words: readonly string[]): number[] => {
  const buffer = new FeatureBuffer();
  for (const word of words) addGrams(buffer, word);
  return [...model().scores(buffer)];
};

describe("sums that are kept for words", () => {
  it("score as features do, whatever was asked before", () => {
    const sums = new WordScoreCache(model(), addGrams);
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 20 }), { maxLength: 12 }), (words) => {
        expect([...sums.scores(words)]).toEqual(direct(words));
      }),
      { seed: 9, numRuns: 200 },
    );
  });

  it("score as features do after more words than are kept", () => {
    const sums = new WordScoreCache(model(), addGrams);
    for (let word = 0; word < 30_000; word++) sums.scores([`w${word}`, "often"]);
    expect([...sums.scores(["w1", "w29999", "often"])]).toEqual(direct(["w1", "w29999", "often"]));
  });

  it("add what stands beside the words", () => {
    const rest = new FeatureBuffer();
    rest.addCharacterNgrams("sign", 1, 3, 0);
    expect([...new WordScoreCache(model(), addGrams).scores(["word"], rest)]).toEqual(direct(["word", "sign"]));
  });
});
