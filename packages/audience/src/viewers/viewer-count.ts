import type { EventOf } from "@frontrow/protocol/event";

/** A 0 is credible once it has lasted this long: TikTok sometimes reports one in between. */
const EMPTY_CREDIBLE_AFTER_MS = 30_000;
/** Time without a report after which the counts in messages about arrivals are used: they lag behind. */
const UNREPORTED_AFTER_MS = 30_000;

/** TikTok's own count of the viewers in the room. */
export interface ViewerCountState {
  /** The last credible count. */
  now: number;
  /** Since when a 0 is reported that is not credible yet. */
  emptySinceMs: number | undefined;
  /** When a count was reported last, not by an arrival; 0 before, and without a source. */
  reportedAtMs: number;
  peak: number;
  /** All who came since the broadcast began: the highest that was told. */
  visitors: number;
  /** Sum of viewers × milliseconds: whole numbers, so exact in any order of adding. */
  viewerMs: number;
  /** Milliseconds for which the count was known. */
  knownMs: number;
  /** Until when `now` is in `viewerMs`; undefined while no source reports it. Stands still until a 0 is decided. */
  accumulatedUntilMs: number | undefined;
}

export const createViewerCount = (): ViewerCountState => ({
  now: 0,
  emptySinceMs: undefined,
  reportedAtMs: 0,
  peak: 0,
  visitors: 0,
  viewerMs: 0,
  knownMs: 0,
  accumulatedUntilMs: undefined,
});

export function foldViewerCount(state: ViewerCountState, { atMs, viewers }: EventOf<"roomUser">): void {
  state.reportedAtMs = atMs;
  report(state, atMs, viewers);
}

/** Uses the count in a message about an arrival where none was reported for a while, and returns whether it did. */
export function foldArrivalCount(state: ViewerCountState, { atMs, viewers = 0 }: EventOf<"member">): boolean {
  if (viewers === 0 || (state.reportedAtMs > 0 && atMs - state.reportedAtMs < UNREPORTED_AFTER_MS)) return false;
  report(state, atMs, viewers);
  return true;
}

/** Lets the last credible count hold until `atMs`. A 0 that lasted is true from its first report on. */
export function accumulateViewers(state: ViewerCountState, atMs: number): void {
  if (state.accumulatedUntilMs === undefined || atMs <= state.accumulatedUntilMs) return;
  if (state.emptySinceMs !== undefined) {
    if (atMs - state.emptySinceMs < EMPTY_CREDIBLE_AFTER_MS) return;
    state.emptySinceMs = undefined;
    state.now = 0;
  }
  accumulate(state, atMs);
}

/** The source is closed: the count last reported holds no longer. */
export function endViewerCount(state: ViewerCountState): void {
  state.accumulatedUntilMs = undefined;
  state.emptySinceMs = undefined;
  state.reportedAtMs = 0;
}

/** The count, as far as it is credible; undefined while no source has reported one. */
export const credibleViewers = ({ now, emptySinceMs, accumulatedUntilMs }: ViewerCountState): number | undefined =>
  accumulatedUntilMs === undefined || emptySinceMs !== undefined ? undefined : now;

/** Mean over the time for which the count was known, to one decimal. */
export const viewersAverage = (state: ViewerCountState): number =>
  state.knownMs === 0 ? state.now : Math.round((state.viewerMs / state.knownMs) * 10) / 10;

function report(state: ViewerCountState, atMs: number, viewers: number): void {
  accumulateViewers(state, atMs);
  const isFirst = state.accumulatedUntilMs === undefined;
  state.accumulatedUntilMs ??= atMs;
  if (viewers === 0) {
    if (isFirst || state.now > 0) state.emptySinceMs ??= atMs;
    return;
  }
  // The 0 in between was false: the count before it held.
  state.emptySinceMs = undefined;
  accumulate(state, atMs);
  state.now = viewers;
  state.peak = Math.max(state.peak, viewers);
}

function accumulate(state: ViewerCountState, atMs: number): void {
  const lastedMs = Math.max(0, atMs - (state.accumulatedUntilMs ?? atMs));
  state.viewerMs += state.now * lastedMs;
  state.knownMs += lastedMs;
  state.accumulatedUntilMs = Math.max(atMs, state.accumulatedUntilMs ?? atMs);
}
