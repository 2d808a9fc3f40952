import type { QuestionDetected, Spike } from "@frontrow/protocol/insight";
import { wordsOf } from "@frontrow/words/all";
import { expect, it } from "vitest";
import { emptyBroadcast } from "../../live/view-state.ts";
import { summaryOf } from "./summary.ts";

it("tells what is known, and leaves out what is not", () => {
  const broadcast = {
    ...emptyBroadcast("ses_1"),
    metrics: { sinceMs: 0, atMs: 4_360_000, viewersPeak: 12_490, uniqueViewers: 0 },
  };
  expect(summaryOf(broadcast, undefined, undefined).map(({ name, short }) => `${name}: ${short}`)).toEqual([
    "Watched for: 1 h 12 min",
    "Most viewers: 12.4K",
    "People seen: 0",
  ]);
});

it("tells of the liveliest moment, and how many questions this desk has answered", () => {
  const spike = (id: string, deviations: number): Spike => ({
    type: "spike",
    id,
    kind: "spike",
    atMs: new Date(2026, 0, 1, 20, 14).getTime(),
    fromMs: 0,
    toMs: 20_000,
    lanes: [{ lane: "follows", value: deviations, baseline: 1, deviations }],
    duringBattle: false,
  });
  const question = (id: string): QuestionDetected => ({
    type: "questionDetected",
    id,
    eventId: id,
    atMs: 1,
    text: "why?",
    priority: 2,
  });
  const broadcast = {
    ...emptyBroadcast("ses_1"),
    metrics: { questions: 100 },
    moments: [spike("a", 4), spike("b", 9), { ...spike("c", 30), kind: "lull" as const }],
    questions: ["q1", "q2", "q3"].map(question),
  };
  const words = wordsOf("en");
  const resolved = { atMs: 1, session: "ses_1" };
  const answers = {
    q1: { ...resolved, status: "answered" },
    q2: { ...resolved, status: "ignored" },
    gone: { ...resolved, status: "answered" },
    other: { ...resolved, status: "answered", session: "ses_2" },
  } as const;
  expect(summaryOf(broadcast, answers, words).map(({ name, short }) => `${name}: ${short}`)).toEqual([
    "Questions answered: 2 of 99",
    `Liveliest moment: ${words.moment(spike("b", 9))}, at 20:14`,
  ]);
});
