import type { EventOf } from "@frontrow/protocol/event";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FoldItem, foldItems } from "../fold.ts";
import { metricsOf } from "../metrics.ts";
import { createFold } from "../state.ts";
import { chat, opened, tick } from "../testing/events.ts";
import { sentimentCounts, sentimentIn } from "./sentiment.ts";

function after(...items: FoldItem[]) {
  const state = createFold();
  foldItems(state, [opened(), ...items]);
  return { ...metricsOf(state), moods: sentimentCounts(state.sentiment) };
}
const moods = (...sentiments: number[]) => sentiments.map((sentiment, n) => chat(n, { sentiment }));

describe("the volatility of the mood", () => {
  it("is 0 when all are of one mood, and 1 when half are at either end", () => {
    expect(after(...moods(0.4, 0.4, 0.4)).sentimentVolatility).toBe(0);
    expect(after(...moods(-1, 1, -1, 1)).sentimentVolatility).toBe(1);
    expect(after().sentimentVolatility).toBe(0);
  });

  it("is the standard deviation of single messages, in any order", () => {
    const some = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(some, (thousandths) => {
        const sentiments = thousandths.map((mood) => mood / 1_000);
        const mean = sentiments.reduce((sum, mood) => sum + mood, 0) / sentiments.length;
        const variance = sentiments.reduce((sum, mood) => sum + (mood - mean) ** 2, 0) / sentiments.length;
        const { sentimentVolatility } = after(...moods(...sentiments));
        expect(sentimentVolatility).toBeCloseTo(Math.sqrt(variance), 2);
        expect(after(...moods(...sentiments.toReversed())).sentimentVolatility).toBe(sentimentVolatility);
      }),
      { seed: 3, numRuns: 200 },
    );
  }, 60_000);
});

describe("the messages of the last five minutes", () => {
  it("are counted by mood, with VADER's band for none", () => {
    expect(after(...moods(-0.5, -0.05, -0.04, 0, 0.04, 0.05, 0.9)).moods).toEqual({ positive: 2, neutral: 3, negative: 2 });
  });

  it("give the share of those that are toxic, and of those that are spam", () => {
    const said = (more: Partial<EventOf<"chat">>) => chat(0, more);
    const items = [said({ toxicity: 0.5 }), said({ toxicity: 0.49, spam: 1 }), said({ spam: 0.6 }), said({})];
    expect(after(...items)).toMatchObject({ toxicityShare: 0.25, spamShare: 0.5 });
    expect(after(...items, tick(400_000))).toMatchObject({ toxicityShare: 0, spamShare: 0 });
    expect(after(said({ spam: 0.5 }), said({ spam: 0.49 })).spamShare).toBe(0.5);
  });
});

describe("the mean", () => {
  it("is 0, and not −0, where it rounds to nothing", () => {
    expect(after(...moods(-0.001, 0, 0)).sentiment).toBe(0);
  });
});

describe("the mood of a span", () => {
  it("is that of its ten seconds only", () => {
    const state = createFold();
    foldItems(state, [opened(), chat(0, { sentiment: -1 }), chat(20_000, { sentiment: 0.5 }), chat(21_000, { sentiment: 0.7 })]);
    expect(sentimentIn(state.sentiment, 0, 2)).toEqual({ mean: 0.6, messages: 2 });
    expect(sentimentIn(state.sentiment, 2, 28)).toEqual({ mean: -1, messages: 1 });
    expect(sentimentIn(state.sentiment, 3, 20)).toEqual({ mean: 0, messages: 0 });
  });
});
