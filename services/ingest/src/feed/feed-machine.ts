import { type CreatorState, type CreatorStatus, mayBecome } from "@frontrow/protocol/creator";
import type { ErrorCode } from "@frontrow/protocol/errors";
import { backoffMs } from "@frontrow/runtime/backoff";
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
  readonly isEndAnnounced: boolean;
  /** Failures, or checks of a creator who is not live, in a row. */
  readonly attempts: number;
}

/** What came of a phase. */
export type FeedInput =
  /** Of a check. */
  | Liveness
  /** The wait is over. */
  | { readonly state: "due" }
  | { readonly state: "connected" }
  | { readonly state: "refused"; readonly code: ConnectCode; readonly retryAfterMs?: number }
  /** The ledger, or the budget of checks, did not let us try: nothing has failed. */
  | { readonly state: "held"; readonly code: ConnectCode | "UPSTREAM_RATE_LIMITED"; readonly retryAfterMs: number }
  /** `wasStable`: it had lasted, so what follows is a first attempt again. */
  | { readonly state: "lost"; readonly code: ErrorCode; readonly wasStable: boolean }
  | { readonly state: "ended" };

export interface FeedTimes {
  /** Range of the pause between two checks of a creator who is not live; later ones are longer. */
  readonly pollMinMs: number;
  readonly pollMaxMs: number;
  /** Pause between attempts to connect: full jitter below a bound that doubles from one to the other. */
  readonly retryMinMs: number;
  readonly retryMaxMs: number;
  /** Pause between two checks of a broadcast that may be over. */
  readonly confirmMs: number;
  /** Pause between two checks of a name that nobody has; somebody new who watches ends it. */
  readonly unknownMs: number;
}

export interface Step {
  readonly state: FeedState;
  /** How long to stay in phase "waiting". */
  readonly waitMs: number;
  /** Why the creator is not live; undefined when nothing is wrong. */
  readonly code?: ErrorCode;
  /** The broadcast of the session that was open is over. */
  readonly closesSession: boolean;
}

/** Where a feed begins that nobody has had before. */
export const initialState: FeedState = {
  phase: "checking",
  creator: "unknown",
  hasBeenLive: false,
  isEndAnnounced: false,
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

/** Checks that must not find a broadcast before it counts as over, when the source did not announce its end. */
const CHECKS_UNTIL_OVER = 2;
/** Checks that must still find a broadcast before its announced end counts as false. */
const CHECKS_UNTIL_END_DENIED = 5;
/** Checks without an answer after which an announced end is believed. */
const CHECKS_UNTIL_END_BELIEVED = 3;

/**
 * What a feed does next. Pure: `random` is a number from 0 up to 1.
 *
 * Sign quota is spent in phase "connecting" alone, and every failed connection leads back to a check, which costs none: a
 * broadcast that is over is noticed before it is paid for again.
 */
export function step(state: FeedState, input: FeedInput, times: FeedTimes, random: number): Step {
  switch (input.state) {
    case "live":
      return input.roomId === state.roomId ? onRoomFound(state, times) : onOtherRoomFound(state, input.roomId, times);
    case "offline":
    case "unknown":
      return state.roomId === undefined ? waitForBroadcast(state, input.state, times, random) : confirmOver(state, times);
    case "blocked":
    case "unreachable":
      return goOnWithoutAnswer(state, input.state, times, random);
    case "due":
      return { state: { ...state, phase: "checking" }, waitMs: 0, closesSession: false };
    case "connected":
      return { state: { ...state, phase: "live", creator: "live", hasBeenLive: true }, waitMs: 0, closesSession: false };
    case "refused":
    case "held":
      return waitToConnect(state, input, times, random);
    case "lost":
      return waitToReconnect(state, input, times, random);
    case "ended":
      return { state: { ...state, phase: "checking", isEndAnnounced: true, attempts: 0 }, waitMs: 0, closesSession: false };
  }
}

function onRoomFound(state: FeedState, times: FeedTimes): Step {
  if (!state.isEndAnnounced) return startConnecting(state);
  // The places that are asked may be some seconds behind the broadcast.
  if (state.attempts + 1 < CHECKS_UNTIL_END_DENIED) return checkAgain(state, times);
  return startConnecting({ ...state, isEndAnnounced: false, attempts: 1 });
}

/** A room that we have no session of. When there is a session of another one, that one is over first. */
function onOtherRoomFound(state: FeedState, roomId: string, times: FeedTimes): Step {
  if (state.roomId !== undefined) return { ...endBroadcast(state, times), waitMs: 0 };
  const attempts = state.creator === "connecting" ? state.attempts : 0;
  return startConnecting({ ...state, roomId, hasBeenLive: false, isEndAnnounced: false, attempts });
}

function startConnecting(state: FeedState): Step {
  return {
    state: { ...state, phase: "connecting", creator: state.hasBeenLive ? "reconnecting" : "connecting" },
    waitMs: 0,
    closesSession: false,
  };
}

function waitForBroadcast(state: FeedState, found: "offline" | "unknown", times: FeedTimes, random: number): Step {
  // Somebody who was live a moment ago is not nobody: that takes another check.
  if (found === "unknown" && mayBecome(state.creator, "failed")) {
    const failed = { ...state, phase: "waiting", creator: "failed", attempts: 0 } as const;
    return { state: failed, waitMs: times.unknownMs, code: "CREATOR_UNKNOWN", closesSession: false };
  }
  const offline = { ...state, phase: "waiting", creator: "offline", attempts: state.attempts + 1 } as const;
  return { state: offline, waitMs: pollDelay(state.attempts, times, random), code: "CREATOR_OFFLINE", closesSession: false };
}

/** The broadcast of the open session is not there. */
function confirmOver(state: FeedState, times: FeedTimes): Step {
  const checks = state.attempts + 1;
  // One check is enough after the source's word; else a second one.
  if (!state.isEndAnnounced && checks < CHECKS_UNTIL_OVER) return checkAgain(state, times);
  return endBroadcast(state, times);
}

function endBroadcast({ hasBeenLive }: FeedState, times: FeedTimes): Step {
  const creator = hasBeenLive ? "ended" : "offline";
  return { state: { ...initialState, phase: "waiting", creator }, waitMs: times.pollMinMs, closesSession: true };
}

function checkAgain(state: FeedState, { confirmMs }: FeedTimes): Step {
  return { state: { ...state, phase: "waiting", attempts: state.attempts + 1 }, waitMs: confirmMs, closesSession: false };
}

function goOnWithoutAnswer(state: FeedState, found: "blocked" | "unreachable", times: FeedTimes, random: number): Step {
  if (state.roomId !== undefined) {
    if (!state.isEndAnnounced) return startConnecting(state); // the room is known, and the socket may well be open to us
    return state.attempts + 1 < CHECKS_UNTIL_END_BELIEVED ? checkAgain(state, times) : endBroadcast(state, times);
  }
  const creator = state.creator === "unknown" || state.creator === "failed" ? "connecting" : state.creator;
  return {
    state: { ...state, phase: "waiting", creator, attempts: state.attempts + 1 },
    waitMs: pollDelay(state.attempts, times, random),
    code: found === "blocked" ? "UPSTREAM_BLOCKED" : "UPSTREAM_UNAVAILABLE",
    closesSession: false,
  };
}

type ConnectRefusal = Extract<FeedInput, { state: "refused" | "held" }>;

function waitToConnect(state: FeedState, input: ConnectRefusal, times: FeedTimes, random: number): Step {
  const attempts = state.attempts + (input.state === "refused" ? 1 : 0);
  // Whoever waits for the same moment does not come back in the same moment.
  const asked = input.retryAfterMs === undefined ? 0 : input.retryAfterMs + random * times.retryMinMs;
  const waitMs = Math.max(asked, input.state === "refused" ? retryDelay(attempts, times, random) : 0);
  return { state: { ...state, phase: "waiting", attempts }, waitMs, code: input.code, closesSession: false };
}

function waitToReconnect(state: FeedState, input: Extract<FeedInput, { state: "lost" }>, times: FeedTimes, random: number): Step {
  const attempts = input.wasStable ? 0 : state.attempts + 1;
  return {
    state: { ...state, phase: "waiting", creator: "reconnecting", attempts },
    waitMs: retryDelay(attempts, times, random),
    code: input.code,
    closesSession: false,
  };
}

/** In the upper half of a bound that doubles: creators that were checked together spread out. */
function pollDelay(attempts: number, { pollMinMs, pollMaxMs }: FeedTimes, random: number): number {
  const delayMs = backoffMs(attempts + 1, { firstMs: pollMinMs, maxMs: pollMaxMs, jitter: 0.5 }, () => random);
  return Math.max(pollMinMs, delayMs);
}

/** Full jitter, as short as it may be: after a drop for everybody, thousands come back spread over the whole range. */
function retryDelay(attempts: number, { retryMinMs, retryMaxMs }: FeedTimes, random: number): number {
  return backoffMs(attempts, { firstMs: retryMinMs, maxMs: retryMaxMs, jitter: 1 }, () => random);
}
