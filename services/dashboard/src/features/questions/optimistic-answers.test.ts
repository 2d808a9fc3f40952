import { expect, it } from "vitest";
import { emptyBroadcast, initialState } from "../../live/view-state.ts";
import { type AnswerChange, answeredSession, withChanges } from "./optimistic-answers.ts";

const answered = (atMs: number) => ({ status: "answered", atMs }) as const;

it("shows what somebody just did before the desk has said so", () => {
  const changes = new Map<string, AnswerChange>([
    ["a", answered(5)],
    ["b", { status: "pending", atMs: 5 }],
  ]);
  expect(withChanges({ b: answered(1), c: answered(2) }, changes)).toEqual({ a: answered(5), c: answered(2) });
});

it("keeps what the desk says once it says the same, with its own time", () => {
  expect(withChanges({ a: answered(1) }, new Map([["a", answered(5)]]))).toEqual({ a: answered(1) });
});

it("is the desk's own object while nothing is changed", () => {
  const answers = { a: answered(1) };
  expect(withChanges(answers, new Map())).toBe(answers);
});

it("is of the session that was recorded, while its replay is on the screen", () => {
  const live = { ...initialState(0), broadcast: emptyBroadcast("ses_live0000") };
  const view = { session: "ses_replay00", recordingId: "ses_recorded-17", sinceMs: 5 };
  const replay = { view, told: undefined, toldAtMs: 0, asked: undefined };
  expect([answeredSession(live), answeredSession({ ...live, replay })]).toEqual(["ses_live0000", "ses_recorded"]);
});
