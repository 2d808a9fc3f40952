import type { EventOf } from "@frontrow/protocol/event";
import { INTERVAL_MS } from "../windows/evaluation-interval.ts";

/** TikTok ends a broadcast that is paused for longer: its resumption was lost. */
const MAX_PAUSE_MS = 600_000;

/** Whether the host pauses. */
export interface PauseState {
  /** 0 while the broadcast goes on. */
  sinceMs: number;
  /** When the last pause was over; 0 before. */
  overAtMs: number;
  /** TikTok's clock at the last pause or resumption. */
  sentAtMs: number;
}

export const createPause = (): PauseState => ({ sinceMs: 0, overAtMs: 0, sentAtMs: 0 });

/** Folds a pause or resumption, unless it is late and older than what is known, and returns whether it ends a pause. */
export function foldPause(state: PauseState, event: EventOf<"streamPaused" | "streamResumed">): boolean {
  const { type, atMs, sentAtMs, late } = event;
  if (late && sentAtMs < state.sentAtMs) return false;
  state.sentAtMs = sentAtMs;
  if (type === "streamResumed") return endPause(state, atMs);
  if (state.sinceMs === 0) state.sinceMs = atMs;
  return false;
}

/** The pause is over, if there is one: the broadcast goes on, ended, or is not watched any more. */
export function endPause(state: PauseState, atMs: number): boolean {
  if (state.sinceMs === 0) return false;
  state.sinceMs = 0;
  state.overAtMs = atMs;
  return true;
}

/** At the end of an interval: ends a pause that is longer than any, and returns whether it did. */
export const expirePause = (state: PauseState, nowMs: number): boolean =>
  state.sinceMs > 0 && nowMs - state.sinceMs >= MAX_PAUSE_MS && endPause(state, nowMs);

/** Whether the host paused at the end of the interval, or in half of it or more. */
export const isPausedIn = ({ sinceMs, overAtMs }: PauseState, intervalEndMs: number): boolean =>
  sinceMs > 0 || intervalEndMs - overAtMs < INTERVAL_MS / 2;
