import type { EventOf } from "@frontrow/protocol/event";

/** TikTok ends a broadcast that is paused for longer: its resumption was lost. */
const MAX_PAUSE_MS = 600_000;

/** Whether the host pauses. */
export interface PauseState {
  /** 0 while the broadcast goes on. */
  sinceMs: number;
  /** TikTok's clock at the last pause or resumption. */
  sentAtMs: number;
}

export const createPause = (): PauseState => ({ sinceMs: 0, sentAtMs: 0 });

/** Folds a pause or resumption, unless it is late and older than what is known. */
export function foldPause(state: PauseState, event: EventOf<"streamPaused" | "streamResumed">): void {
  const { type, atMs, sentAtMs, late } = event;
  if (late && sentAtMs < state.sentAtMs) return;
  state.sentAtMs = sentAtMs;
  if (type === "streamResumed") state.sinceMs = 0;
  else if (state.sinceMs === 0) state.sinceMs = atMs;
}

/** The pause is over: the broadcast ended, or nobody watches it. */
export function endPause(state: PauseState): void {
  state.sinceMs = 0;
}

/** At the end of an interval: ends a pause that is longer than any. */
export function expirePause(state: PauseState, nowMs: number): void {
  if (state.sinceMs > 0 && nowMs - state.sinceMs >= MAX_PAUSE_MS) state.sinceMs = 0;
}
