import { type CreatorState, type CreatorStatus, mayBecome } from "@frontrow/protocol/creator";
import type { ErrorCode } from "@frontrow/protocol/errors";
import type { ConnectCode, Liveness } from "../source/live-source.ts";

/** What a creator's feed does now. */
export type Phase = "checking" | "waiting" | "connecting" | "live";

/** What may follow what. `step` decides which of them. */
export const phases: Readonly<Record<Phase, readonly Phase[]>> = {
  checking: ["waiting", "connecting"],
  waiting: ["checking"],
  connecting: ["live", "waiting"],
  live: ["waiting", "checking"],
};

export interface FeedState {
  readonly phase: Phase;
  /** What the creator's status says. */
  readonly creator: CreatorState;
  /** The room whose session is open; undefined while none is. */
  readonly roomId?: string;
  /** Whether that session has had a connection. */
  readonly hasBeenLive: boolean;
  /** The source said that this broadcast is over. */
  readonly saidEnded: boolean;
  /** Failures, or looks at a creator who is not live, in a row. */
  readonly attempts: number;
}

export type Happening =
  /** Of a check. */
  | Liveness
  /** The wait is over. */
  | { readonly state: "due" }
  | { readonly state: "connected" }
  | { readonly state: "refused"; readonly code: ConnectCode; readonly retryAfterMs?: number }
  /** The ledger did not let us try: nothing has failed. */
  | { readonly state: "held"; readonly code: ConnectCode; readonly retryAfterMs: number }
  /** `wasStable`: it had lasted, so what follows is a first attempt again. */
  | { readonly state: "lost"; readonly code: ErrorCode; readonly wasStable: boolean }
  | { readonly state: "ended" };

export interface FeedTimes {
  /** Looks at a creator who is not live come in this range, later ones later. */
  readonly pollMinMs: number;
  readonly pollMaxMs: number;
  /** Attempts to connect: full jitter below a limit that doubles from one to the other. */
  readonly retryMinMs: number;
  readonly retryMaxMs: number;
  /** Between two looks at a broadcast that may be over. */
  readonly confirmMs: number;
  /** A name that nobody has is asked about so often, or when somebody new watches. */
  readonly unknownMs: number;
}

export interface Step {
  readonly state: FeedState;
  /** How long to stay in phase "waiting". */
  readonly waitMs: number;
  /** Why the creator is not live; undefined when nothing is wrong. */
  readonly code?: ErrorCode;
  /** The broadcast of the session that was open is over. */
  readonly closes: boolean;
}

/** Where a feed begins that nobody has had before. */
export const initialState: FeedState = {
  phase: "checking",
  creator: "unknown",
  hasBeenLive: false,
  saidEnded: false,
  attempts: 0,
};

/** Where a feed goes on that another worker had: with what the creator's status says of it. */
export function resumedState(status: Pick<CreatorStatus, "state" | "roomId"> | undefined): FeedState {
  switch (status?.state) {
    case "live":
    case "reconnecting":
      if (status.roomId === undefined) return initialState;
      return { ...initialState, creator: "reconnecting", roomId: status.roomId, hasBeenLive: true };
    case "connecting":
      return { ...initialState, creator: "connecting", ...(status.roomId === undefined ? {} : { roomId: status.roomId }) };
    case "offline":
    case "ended":
    case "failed":
      return { ...initialState, creator: status.state };
    default:
      return initialState;
  }
}

/** So many looks must find a broadcast gone that nobody said has ended, or still there though somebody did. */
const LOOKS_UNTIL_GONE = 2;
const LOOKS_UNTIL_FALSE_END = 5;
/** The source's word stands when so many looks found out nothing. */
const LOOKS_UNTIL_TRUSTED = 3;

/**
 * What a feed does next. Pure: `random` is a number from 0 up to 1.
 *
 * Sign quota is spent in phase "connecting" alone, and every failed connection leads back to a check, which costs none: a
 * broadcast that is over is noticed before it is paid for again.
 */
export function step(state: FeedState, happening: Happening, times: FeedTimes, random: number): Step {
  switch (happening.state) {
    case "live":
      return happening.roomId === state.roomId ? sameRoom(state, times) : newRoom(state, happening.roomId, times);
    case "offline":
    case "unknown":
      return state.roomId === undefined ? notLive(state, happening.state, times, random) : gone(state, times);
    case "blocked":
    case "unreachable":
      return noAnswer(state, happening.state, times, random);
    case "due":
      return { state: { ...state, phase: "checking" }, waitMs: 0, closes: false };
    case "connected":
      return { state: { ...state, phase: "live", creator: "live", hasBeenLive: true }, waitMs: 0, closes: false };
    case "refused":
    case "held":
      return notConnected(state, happening, times, random);
    case "lost":
      return lost(state, happening, times, random);
    case "ended":
      return { state: { ...state, phase: "checking", saidEnded: true, attempts: 0 }, waitMs: 0, closes: false };
  }
}

function sameRoom(state: FeedState, times: FeedTimes): Step {
  if (!state.saidEnded) return connect(state);
  // The places that are asked may be some seconds behind the broadcast.
  if (state.attempts + 1 < LOOKS_UNTIL_FALSE_END) return lookAgain(state, times);
  return connect({ ...state, saidEnded: false, attempts: 1 });
}

/** A room that we have no session of. When there is a session of another one, that one is over first. */
function newRoom(state: FeedState, roomId: string, times: FeedTimes): Step {
  if (state.roomId !== undefined) return { ...over(state, times), waitMs: 0 };
  const attempts = state.creator === "connecting" ? state.attempts : 0;
  return connect({ ...state, roomId, hasBeenLive: false, saidEnded: false, attempts });
}

function connect(state: FeedState): Step {
  return {
    state: { ...state, phase: "connecting", creator: state.hasBeenLive ? "reconnecting" : "connecting" },
    waitMs: 0,
    closes: false,
  };
}

function notLive(state: FeedState, found: "offline" | "unknown", times: FeedTimes, random: number): Step {
  // Somebody who was live a moment ago is not nobody: that takes another look.
  if (found === "unknown" && mayBecome(state.creator, "failed")) {
    const failed = { ...state, phase: "waiting", creator: "failed", attempts: 0 } as const;
    return { state: failed, waitMs: times.unknownMs, code: "CREATOR_UNKNOWN", closes: false };
  }
  const offline = { ...state, phase: "waiting", creator: "offline", attempts: state.attempts + 1 } as const;
  return { state: offline, waitMs: pollDelay(state.attempts, times, random), code: "CREATOR_OFFLINE", closes: false };
}

/** The broadcast of the open session is not there. */
function gone(state: FeedState, times: FeedTimes): Step {
  const looks = state.attempts + 1;
  // One look is enough after the source's word; else a second one.
  if (!state.saidEnded && looks < LOOKS_UNTIL_GONE) return lookAgain(state, times);
  return over(state, times);
}

function over({ hasBeenLive }: FeedState, times: FeedTimes): Step {
  const creator = hasBeenLive ? "ended" : "offline";
  return { state: { ...initialState, phase: "waiting", creator }, waitMs: times.pollMinMs, closes: true };
}

function lookAgain(state: FeedState, { confirmMs }: FeedTimes): Step {
  return { state: { ...state, phase: "waiting", attempts: state.attempts + 1 }, waitMs: confirmMs, closes: false };
}

function noAnswer(state: FeedState, found: "blocked" | "unreachable", times: FeedTimes, random: number): Step {
  if (state.roomId !== undefined) {
    if (!state.saidEnded) return connect(state); // the room is known, and the socket may well be open to us
    return state.attempts + 1 < LOOKS_UNTIL_TRUSTED ? lookAgain(state, times) : over(state, times);
  }
  const creator = state.creator === "unknown" || state.creator === "failed" ? "connecting" : state.creator;
  return {
    state: { ...state, phase: "waiting", creator, attempts: state.attempts + 1 },
    waitMs: pollDelay(state.attempts, times, random),
    code: found === "blocked" ? "UPSTREAM_BLOCKED" : "UPSTREAM_UNAVAILABLE",
    closes: false,
  };
}

type NotConnected = Extract<Happening, { state: "refused" | "held" }>;

function notConnected(state: FeedState, happening: NotConnected, times: FeedTimes, random: number): Step {
  const attempts = state.attempts + (happening.state === "refused" ? 1 : 0);
  // Whoever waits for the same moment does not come back in the same moment.
  const asked = happening.retryAfterMs === undefined ? 0 : happening.retryAfterMs + random * times.retryMinMs;
  const waitMs = Math.max(asked, happening.state === "refused" ? retryDelay(attempts, times, random) : 0);
  return { state: { ...state, phase: "waiting", attempts }, waitMs, code: happening.code, closes: false };
}

function lost(state: FeedState, happening: Extract<Happening, { state: "lost" }>, times: FeedTimes, random: number): Step {
  const attempts = happening.wasStable ? 0 : state.attempts + 1;
  return {
    state: { ...state, phase: "waiting", creator: "reconnecting", attempts },
    waitMs: retryDelay(attempts, times, random),
    code: happening.code,
    closes: false,
  };
}

/** Somewhere in the upper half of a limit that doubles: creators that were looked at together spread out. */
function pollDelay(attempts: number, { pollMinMs, pollMaxMs }: FeedTimes, random: number): number {
  const limit = Math.min(pollMaxMs, pollMinMs * 2 ** Math.min(attempts + 1, 20));
  return Math.max(pollMinMs, (limit * (1 + random)) / 2);
}

/** Full jitter, as short as it may be: after a drop for everybody, thousands come back spread over the whole range. */
function retryDelay(attempts: number, { retryMinMs, retryMaxMs }: FeedTimes, random: number): number {
  return random * Math.min(retryMaxMs, retryMinMs * 2 ** Math.min(attempts, 20));
}
