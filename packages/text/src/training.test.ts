import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tableOf, verdictOf } from "../eval/lib/table.ts";
import { bestThreshold } from "../training/lib/best-threshold.ts";
import { crossValidated } from "../training/lib/cross-validation.ts";
import { foldOf, isHeldOut } from "../training/lib/split.ts";
import { type Example, quantise, scoreOf, trainLinear } from "../training/lib/train-linear.ts";
import { FeatureBuffer, hashOf } from "./model/feature-buffer.ts";
import { LinearModel } from "./model/linear-model.ts";

const examples: Example[] = Array.from({ length: 60 }, (_, at) => ({
  hashes: Int32Array.of(hashOf(at % 2 === 0 ? "yes" : "no", 0), hashOf(`noise ${at % 7}`, 0)),
  label: at % 2 === 0 ? 1 : 0,
}));
const options = { labels: ["yes"], bits: 10, epochs: 5, rate: 0.3, damping: 1e-3, l2: 1e-4, seed: 4 };

describe("the split of rows", () => {
  it("holds about a quarter of all texts out, and folds the rest evenly", () => {
    const texts = Array.from({ length: 4000 }, (_, at) => `text number ${at}`);
    const kept = texts.filter((text) => !isHeldOut(text));
    expect(kept.length).toBeGreaterThan(2850);
    expect(kept.length).toBeLessThan(3150);
    for (const fold of [0, 1, 2, 3, 4]) {
      const share = kept.filter((text) => foldOf(text, 5) === fold).length / kept.length;
      expect(share).toBeGreaterThan(0.17);
      expect(share).toBeLessThan(0.23);
    }
  });

  it("keeps texts that differ in case, space or punctuation on one side", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 }), (words) => {
        const written = `${words.join(",  ").toUpperCase()}!`;
        expect(isHeldOut(written)).toBe(isHeldOut(words.join(" ")));
        expect(foldOf(written, 5)).toBe(foldOf(words.join(" "), 5));
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});

describe("the trainer of linear models", () => {
  it("learns what can be learned, and int8 weights keep it", () => {
    const model = new LinearModel(quantise(trainLinear(examples, options)));
    const buffer = new FeatureBuffer();
    buffer.add(hashOf("yes", 0));
    expect(model.score(buffer)).toBeGreaterThan(1);
    buffer.clear().add(hashOf("no", 0));
    expect(model.score(buffer)).toBeLessThan(-1);
  });

  it("trains the same weights from the same seed", () => {
    expect(trainLinear(examples, options).weights).toEqual(trainLinear(examples, options).weights);
  });

  it("tells several labels apart", () => {
    const three = examples.map(({ hashes }, at) => ({
      hashes: Int32Array.of(hashOf(`label ${at % 3}`, 0), ...hashes),
      label: at % 3,
    }));
    const model = new LinearModel(quantise(trainLinear(three, { ...options, labels: ["a", "b", "c"] })));
    for (const label of [0, 1, 2]) {
      const buffer = new FeatureBuffer();
      buffer.add(hashOf(`label ${label}`, 0));
      const scores = [...model.scores(buffer)];
      expect(scores.indexOf(Math.max(...scores))).toBe(label);
    }
  });

  it("judges each row by what did not see it, nor a text like it", () => {
    const rows = Array.from({ length: 200 }, (_, at) => ({ text: `text ${at >> 1}${at % 2 === 0 ? "" : "!"}` }));
    const said = crossValidated(
      rows,
      (seen) => (row) => seen.some(({ text }) => text.replace("!", "") === row.text.replace("!", "")),
    );
    expect(said).toHaveLength(200);
    expect(said.filter((isSeen) => isSeen)).toEqual([]);
    expect(crossValidated(rows, (seen) => () => seen.length).every((seen) => seen > 100)).toBe(true);
  });

  it("scores an example as the model that is made of it does", () => {
    const trained = trainLinear(examples, options);
    const buffer = new FeatureBuffer();
    for (const hash of (examples[0] as Example).hashes) buffer.add(hash);
    expect(new LinearModel(quantise(trained)).score(buffer)).toBeCloseTo(scoreOf(trained, examples[0] as Example), 0);
  });

  it("finds the threshold where a figure is best", () => {
    expect(bestThreshold((threshold) => -Math.abs(threshold - 1.5))).toBeCloseTo(1.5);
  });
});

describe("the table of figures", () => {
  const figure = { name: "a figure", value: 0.9, floor: 0.8, aim: 0.95, rows: 10, of: "held out" as const };

  it("says what a figure reaches", () => {
    expect(verdictOf(figure)).toBe("floor");
    expect(verdictOf({ ...figure, value: 0.95 })).toBe("aim");
    expect(verdictOf({ ...figure, value: 0.7 })).toBe("below floor");
    expect(verdictOf({ ...figure, lessIsBetter: true, floor: 1, aim: 0.9 })).toBe("aim");
    expect(verdictOf({ name: "told", value: 1, rows: 1, of: "held out" })).toBe("");
  });

  it("shows a row for each", () => {
    expect(tableOf([figure]).split("\n")).toHaveLength(3);
    expect(tableOf([figure])).toContain("10 held out");
  });
});
