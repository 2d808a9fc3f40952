import type { CoachLimit, DeskFact, DeskState } from "./desk.ts";

// Without zod, because browsers load it.

/** Answers that a desk keeps; the oldest are forgotten first. */
export const MOST_ANSWERS = 500;

/**
 * A desk's state after a fact of its log; the very same object when the fact changes nothing. Safe to repeat: a reader that
 * takes the state and then follows the log meets facts that are in the state already.
 */
export function afterFact(state: DeskState, fact: DeskFact): DeskState {
  switch (fact.type) {
    case "opened":
    case "promptWorded":
    case "replayCommanded":
    case "dataChanged":
      return state;
    case "watched":
    case "unwatched":
      return afterWatch(state, fact);
    case "languageSet":
      return fact.language === state.language ? state : { ...state, language: fact.language };
    case "questionAnswered":
      return withAnswer(state, fact, "answered");
    case "questionIgnored":
      return withAnswer(state, fact, "ignored");
    case "questionReopened":
      return withoutAnswer(state, fact.questionId);
    case "coachSet":
      return fact.usesModel === (state.usesModel ?? false) ? state : { ...state, usesModel: fact.usesModel };
    case "coachLimited":
      return afterLimit(state, fact);
    case "modeSet":
      return afterMode(state, fact);
    case "recordingSet":
      return afterRecording(state, fact.records);
  }
}

type Answers = NonNullable<DeskState["answers"]>;

/** A watch whose generation is not newer than the state's is in it already. */
function afterWatch(state: DeskState, fact: Extract<DeskFact, { type: "watched" | "unwatched" }>): DeskState {
  if (fact.generation <= state.generation) return state;
  // A desk that rests comes back to the same creator.
  const isSame = fact.type === "watched" ? state.creatorId === undefined : fact.reason === "reaped";
  const { creatorId: _creatorId, handle: _handle, ...rest } = isSame ? state : notBehindLive(state);
  const watch = fact.type === "watched" ? { creatorId: fact.creatorId, handle: fact.handle } : {};
  return { ...rest, ...watch, generation: fact.generation };
}

/** The state of a desk that watches another creator: its replay catches up with no broadcast but the one that it stepped back in. */
export function notBehindLive(state: DeskState): DeskState {
  if (!state.replay?.isBehindLive) return state;
  const { isBehindLive: _isBehindLive, ...replay } = state.replay;
  return { ...state, replay };
}

/** A change whose count is not newer than the state's is in it already. */
function afterMode(state: DeskState, fact: Extract<DeskFact, { type: "modeSet" }>): DeskState {
  const { mode, modeChanges, replay } = fact;
  if (modeChanges <= (state.modeChanges ?? 0)) return state;
  const { replay: _replay, ...rest } = state;
  return { ...rest, mode, modeChanges, ...(replay ? { replay } : {}) };
}

function afterRecording(state: DeskState, records: boolean): DeskState {
  if (records === (state.records ?? true)) return state;
  const { records: _records, ...rest } = state;
  return records ? rest : { ...rest, records };
}

function afterLimit(state: DeskState, { reason, retryAtMs }: CoachLimit): DeskState {
  const held = state.coachLimit;
  return held?.reason === reason && held.retryAtMs === retryAtMs ? state : { ...state, coachLimit: { reason, retryAtMs } };
}

type ResolvingFact = Extract<DeskFact, { type: "questionAnswered" | "questionIgnored" }>;

function withAnswer(
  state: DeskState,
  { questionId, atMs, session }: ResolvingFact,
  status: Answers[string]["status"],
): DeskState {
  const held = state.answers?.[questionId];
  if (held?.status === status && held.atMs === atMs) return state;
  const answer = { status, atMs, ...(session ? { session } : {}) };
  return { ...state, answers: bounded({ ...state.answers, [questionId]: answer }) };
}

function bounded(answers: Answers): Answers {
  const entries = Object.entries(answers);
  if (entries.length <= MOST_ANSWERS) return answers;
  const newestFirst = entries.sort(([, a], [, b]) => b.atMs - a.atMs);
  return Object.fromEntries(newestFirst.slice(0, MOST_ANSWERS));
}

function withoutAnswer(state: DeskState, questionId: string): DeskState {
  if (!state.answers || !Object.hasOwn(state.answers, questionId)) return state;
  const { answers, ...rest } = state;
  const { [questionId]: _taken, ...others } = answers;
  return Object.keys(others).length > 0 ? { ...rest, answers: others } : rest;
}
