import type { EventOf } from "@frontrow/protocol/event";

/** TikTok sometimes says 0 in between: a room that was not empty is, when it is said for so long. */
const EMPTY_MS = 30_000;

export interface ViewersState {
  now: number;
  /** When it became 0, or was when a source told it first. */
  emptyMs: number;
  peak: number;
  /** Viewers × milliseconds: whole numbers, exact in any order of adding. */
  weight: number;
  /** Milliseconds for which the number of viewers was known. */
  knownMs: number;
  /** From when on `now` has not been weighed yet; absent while no source tells it. */
  fromMs: number | undefined;
}

export const createViewers = (): ViewersState => ({ now: 0, emptyMs: 0, peak: 0, weight: 0, knownMs: 0, fromMs: undefined });

export function foldRoomUser(state: ViewersState, { atMs, viewers }: EventOf<"roomUser">): void {
  weighViewers(state, atMs);
  if (viewers === 0 && (state.now > 0 || state.fromMs === undefined)) state.emptyMs = atMs;
  state.fromMs = atMs;
  state.now = viewers;
  state.peak = Math.max(state.peak, viewers);
}

/** Lets the number last said hold until `atMs`. */
export function weighViewers(state: ViewersState, atMs: number): void {
  if (state.fromMs === undefined || atMs <= state.fromMs) return;
  state.weight += state.now * (atMs - state.fromMs);
  state.knownMs += atMs - state.fromMs;
  state.fromMs = atMs;
}

/** No source any more: the number last said holds no longer. */
export function forgetViewers(state: ViewersState): void {
  state.fromMs = undefined;
}

/** How many there are, as far as that is to be believed; undefined while no source has told it. */
export const viewersTold = ({ now, emptyMs, fromMs }: ViewersState, atMs: number): number | undefined =>
  fromMs === undefined || (now === 0 && atMs - emptyMs < EMPTY_MS) ? undefined : now;

/** Mean over time, one decimal. */
export const viewersAverage = (state: ViewersState): number =>
  state.knownMs === 0 ? state.now : Math.round((state.weight / state.knownMs) * 10) / 10;
