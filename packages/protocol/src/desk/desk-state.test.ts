import { describe, expect, it } from "vitest";
import type { DeskFact, DeskState } from "./desk.ts";
import { afterFact, MOST_ANSWERS } from "./desk-state.ts";

const start: DeskState = { mode: "LIVE", language: "en", generation: 0 };
const after = (facts: readonly DeskFact[], state = start) => facts.reduce(afterFact, state);

describe("a desk's state", () => {
  it("keeps what it knows when the watch changes", () => {
    const state = after([
      { type: "questionAnswered", questionId: "q1", atMs: 5 },
      { type: "coachSet", usesModel: true, atMs: 6 },
      { type: "languageSet", language: "de", atMs: 7 },
      { type: "watched", creatorId: "cr_a", handle: "a", generation: 1, atMs: 8 },
      { type: "unwatched", generation: 2, reason: "command", atMs: 9 },
    ]);
    expect(state).toEqual({
      mode: "LIVE",
      language: "de",
      generation: 2,
      answers: { q1: { status: "answered", atMs: 5 } },
      usesModel: true,
    });
  });

  it("has no answers once the last one is taken back", () => {
    const facts: DeskFact[] = [
      { type: "questionIgnored", questionId: "q1", atMs: 5 },
      { type: "questionReopened", questionId: "q1", atMs: 6 },
    ];
    expect(after(facts)).toEqual(start);
  });

  it("is the very same when a fact comes again, or says nothing of it", () => {
    const facts: DeskFact[] = [
      { type: "questionAnswered", questionId: "q1", atMs: 5 },
      { type: "watched", creatorId: "cr_a", handle: "a", generation: 1, atMs: 8 },
      { type: "coachSet", usesModel: true, atMs: 9 },
      { type: "coachLimited", reason: "guests", retryAtMs: 86_400_000, atMs: 9 },
    ];
    const state = after(facts);
    expect(state.coachLimit).toEqual({ reason: "guests", retryAtMs: 86_400_000 });
    for (const fact of facts) expect(afterFact(state, fact)).toBe(state);
    expect(afterFact(state, { type: "promptWorded", promptId: "p", text: "t", language: "en", atMs: 9 })).toBe(state);
    expect(afterFact(state, { type: "questionReopened", questionId: "other", atMs: 9 })).toBe(state);
  });

  it("is not older after an older watch", () => {
    const watched = after([{ type: "watched", creatorId: "cr_b", handle: "b", generation: 2, atMs: 8 }]);
    expect(afterFact(watched, { type: "watched", creatorId: "cr_a", handle: "a", generation: 1, atMs: 7 })).toBe(watched);
  });

  it("forgets the oldest answers", () => {
    const facts = Array.from(
      { length: MOST_ANSWERS + 2 },
      (_, n): DeskFact => ({ type: "questionAnswered", questionId: `q${n}`, atMs: n }),
    );
    const { answers = {} } = after(facts);
    expect(Object.keys(answers)).toHaveLength(MOST_ANSWERS);
    expect(answers).not.toHaveProperty("q1");
    expect(answers).toHaveProperty("q2");
  });
});
