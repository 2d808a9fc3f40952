import { expect, it } from "vitest";
import type { QuestionDetected } from "../insight/insight.ts";
import { answersAt, isResolvedAt, questionIdOf, questionQueue } from "./question-queue.ts";

const asked = (n: number): QuestionDetected => {
  const atMs = 1_760_000_000_000 + n * 1_000;
  return { type: "questionDetected", id: questionIdOf(`e${n}`, atMs), eventId: `e${n}`, atMs, text: "why?", priority: 3 };
};
const hundred = Array.from({ length: 100 }, (_, n) => asked(n));
const answers = Object.fromEntries(
  hundred.slice(0, 30).map(({ id, atMs }) => [id, { status: "answered" as const, atMs: atMs + 8_000, session: "ses_1" }]),
);

it("counts what the session asked and the desk resolved in it, whichever questions are at hand", () => {
  for (const atHand of [hundred, hundred.slice(-50), []]) {
    const queue = questionQueue(atHand, answers, { session: "ses_1", distinct: 100 });
    expect(queue).toMatchObject({ answered: 30, ignored: 0, responseRate: 0.3, averageResponseMs: 8_000 });
  }
});

it("says how many of those at hand wait for an answer", () => {
  expect(questionQueue(hundred.slice(-50), answers, { session: "ses_1", distinct: 100 }).pending).toBe(50);
  expect(questionQueue(hundred.slice(0, 50), answers, { session: "ses_1", distinct: 100 }).pending).toBe(20);
});

it("leaves what was ignored out of the rate, and other sessions out of all of it", () => {
  const ignored = { [asked(40).id]: { status: "ignored" as const, atMs: 1, session: "ses_1" } };
  const elsewhere = { [asked(41).id]: { status: "answered" as const, atMs: 1, session: "ses_2" } };
  const queue = questionQueue(hundred, { ...answers, ...ignored, ...elsewhere }, { session: "ses_1", distinct: 61 });
  expect(queue).toMatchObject({ answered: 30, ignored: 1, responseRate: 0.5 });
});

it("says no rate before there was a question, and no time before there was an answer", () => {
  const none = questionQueue([], undefined, { session: "ses_1", distinct: 0 });
  expect(none).toMatchObject({ pending: 0, answered: 0, responseRate: undefined, averageResponseMs: undefined });
});

it("counts in a replay what had been answered by then, and what was answered since the viewing began", () => {
  const given = { early: 1_000, atPosition: 5_000, later: 5_001, beforeViewing: 8_999, inViewing: 9_000 };
  const resolved = Object.fromEntries(Object.entries(given).map(([id, atMs]) => [id, { status: "answered" as const, atMs }]));
  const counted = answersAt(resolved, { positionMs: 5_000, sinceMs: 9_000 });
  expect(Object.keys(counted)).toEqual(["early", "atPosition", "inViewing"]);
  expect(answersAt(undefined, { positionMs: 5_000, sinceMs: 9_000 })).toEqual({});
});

it("leaves out a prompt about a question that had been answered when it was said, or since the viewing began", () => {
  const replay = { session: "ses_r", recordingId: "ses_1-1", sinceMs: 9_000 };
  const prompt = (questionId: string) => ({ questionId, atMs: 5_000 });
  const given = { early: 1_000, later: 6_000, inViewing: 9_500 };
  const resolved = Object.fromEntries(Object.entries(given).map(([id, atMs]) => [id, { status: "answered" as const, atMs }]));
  const resolvedIn = (desk: Parameters<typeof isResolvedAt>[1]) =>
    ["early", "later", "inViewing", "never"].filter((id) => isResolvedAt(prompt(id), desk));
  expect(resolvedIn({ answers: resolved, replay })).toEqual(["early", "inViewing"]);
  expect(resolvedIn({ answers: resolved })).toEqual(["early", "later", "inViewing"]);
  expect(isResolvedAt({ atMs: 5_000 }, { answers: resolved })).toBe(false);
});

it("rates how a desk kept up to the position of a replay", () => {
  const [, , third] = hundred;
  const at = { positionMs: (third?.atMs ?? 0) + 8_000, sinceMs: Number.MAX_SAFE_INTEGER };
  const queue = questionQueue(hundred.slice(0, 6), answersAt(answers, at), { session: "ses_1", distinct: 6 });
  expect(queue).toMatchObject({ answered: 3, pending: 3, responseRate: 0.5 });
});
