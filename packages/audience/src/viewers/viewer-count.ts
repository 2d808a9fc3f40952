import type { EventOf } from "@frontrow/protocol/event";

/** A 0 in a room that was not empty is credible once it has lasted this long: TikTok sometimes reports one in between. */
const EMPTY_CREDIBLE_AFTER_MS = 30_000;

/** TikTok's own count of the viewers in the room. */
export interface ViewerCountState {
  now: number;
  /** When `now` became 0, or was 0 in a source's first report. */
  emptySinceMs: number;
  peak: number;
  /** All who came since the broadcast began: the highest that was told. */
  visitors: number;
  /** Sum of viewers × milliseconds: whole numbers, so exact in any order of adding. */
  viewerMs: number;
  /** Milliseconds for which the count was known. */
  knownMs: number;
  /** Until when `now` is in `viewerMs`; undefined while no source reports it. */
  accumulatedUntilMs: number | undefined;
}

export const createViewerCount = (): ViewerCountState => ({
  now: 0,
  emptySinceMs: 0,
  peak: 0,
  visitors: 0,
  viewerMs: 0,
  knownMs: 0,
  accumulatedUntilMs: undefined,
});

export function foldViewerCount(state: ViewerCountState, { atMs, viewers }: EventOf<"roomUser">): void {
  accumulateViewers(state, atMs);
  if (viewers === 0 && (state.now > 0 || state.accumulatedUntilMs === undefined)) state.emptySinceMs = atMs;
  state.accumulatedUntilMs = atMs;
  state.now = viewers;
  state.peak = Math.max(state.peak, viewers);
}

/** Lets the count last reported hold until `atMs`. */
export function accumulateViewers(state: ViewerCountState, atMs: number): void {
  if (state.accumulatedUntilMs === undefined || atMs <= state.accumulatedUntilMs) return;
  state.viewerMs += state.now * (atMs - state.accumulatedUntilMs);
  state.knownMs += atMs - state.accumulatedUntilMs;
  state.accumulatedUntilMs = atMs;
}

/** The source is closed: the count last reported holds no longer. */
export function endViewerCount(state: ViewerCountState): void {
  state.accumulatedUntilMs = undefined;
}

/** The count, as far as it is credible; undefined while no source has reported one. */
export const credibleViewers = ({ now, emptySinceMs, accumulatedUntilMs }: ViewerCountState, atMs: number): number | undefined =>
  accumulatedUntilMs === undefined || (now === 0 && atMs - emptySinceMs < EMPTY_CREDIBLE_AFTER_MS) ? undefined : now;

/** Mean over the time for which the count was known, to one decimal. */
export const viewersAverage = (state: ViewerCountState): number =>
  state.knownMs === 0 ? state.now : Math.round((state.viewerMs / state.knownMs) * 10) / 10;
