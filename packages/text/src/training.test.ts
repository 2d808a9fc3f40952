import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tableOf, verdictOf } from "../eval/lib/table.ts";
import { bestThreshold } from "../training/lib/best-threshold.ts";
import { isHeldOut } from "../training/lib/split.ts";
import { crossValidatedScores, type Example, quantise, trainLinear } from "../training/lib/train-linear.ts";
import { FeatureBuffer, hashOf } from "./model/feature-buffer.ts";
import { LinearModel } from "./model/linear-model.ts";

const examples: Example[] = Array.from({ length: 60 }, (_, at) => ({
  hashes: Int32Array.of(hashOf(at % 2 === 0 ? "yes" : "no", 0), hashOf(`noise ${at % 7}`, 0)),
  label: at % 2 === 0 ? 1 : 0,
}));
const options = { labels: ["yes"], bits: 10, epochs: 5, rate: 0.3, l2: 1e-4, seed: 4 };

describe("the split of rows", () => {
  it("holds about half of all texts out", () => {
    const heldOut = Array.from({ length: 4000 }, (_, at) => `text number ${at}`).filter(isHeldOut).length;
    expect(heldOut).toBeGreaterThan(1800);
    expect(heldOut).toBeLessThan(2200);
  });

  it("keeps texts that differ in case, space or punctuation on one side", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 }), (words) => {
        expect(isHeldOut(`${words.join(",  ").toUpperCase()}!`)).toBe(isHeldOut(words.join(" ")));
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

  it("scores each example by a model that did not see it", () => {
    const alone: Example = { hashes: Int32Array.of(hashOf("seen by nobody else", 3)), label: 1 };
    const scores = crossValidatedScores([...examples, alone], options);
    expect(scores).toHaveLength(61);
    expect(Math.abs(scores[60] as number)).toBeLessThan(1);
    expect(scores[0]).toBeGreaterThan(1);
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
