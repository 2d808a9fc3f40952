import { type CountedRate, countedRates } from "@frontrow/protocol/metrics";
import { INTERVAL_MS } from "./evaluation-interval.ts";
import { addToWindow, advanceWindow, createWindow, sumOf, type Window, windowSum } from "./window.ts";

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;
/** Intervals in fifteen minutes, the longest look-back of anything. */
export const ACTIVITY_INTERVALS = (15 * MINUTE_MS) / INTERVAL_MS;
const lanes = Object.fromEntries(countedRates.map((name, lane) => [name, lane])) as Record<CountedRate, number>;
const spans = { "5m": 5, "15m": 15 } as const;
type Span = keyof typeof spans;
const spanList = Object.entries(spans) as [Span, number][];

/** What the audience did in the last minutes, by kind. Late events are in none of it. */
export interface ActivityState {
  /** The last minute, exact to a second. */
  readonly minute: Window;
  /** The last fifteen minutes and the open interval, a bucket per interval: what scores and moments compare. */
  readonly intervals: Window;
  /** Means per minute over five and fifteen minutes, as of the end of the last interval. */
  readonly means: Record<Span, Record<CountedRate, number>>;
}

const zeros = (): Record<CountedRate, number> =>
  Object.fromEntries(countedRates.map((name) => [name, 0])) as Record<CountedRate, number>;

export const createActivity = (): ActivityState => ({
  minute: createWindow(countedRates.length, MINUTE_MS / SECOND_MS, SECOND_MS),
  intervals: createWindow(countedRates.length, ACTIVITY_INTERVALS + 1, INTERVAL_MS),
  means: { "5m": zeros(), "15m": zeros() },
});

export function countActivity(state: ActivityState, kind: CountedRate, atMs: number, amount: number): void {
  addToWindow(state.minute, lanes[kind], atMs, amount);
  addToWindow(state.intervals, lanes[kind], atMs, amount);
}

export function advanceActivity(state: ActivityState, atMs: number): void {
  advanceWindow(state.minute, atMs);
  advanceWindow(state.intervals, atMs);
}

/** Count of the last 60 seconds; in a session's first minute, of the time so far. */
export const perMinute = (state: ActivityState, kind: CountedRate): number => sumOf(state.minute, lanes[kind]);

/** Count of `intervals` complete intervals, the newest of which is `ago` before the last complete one; fifteen minutes back at most. */
export const activityIn = (state: ActivityState, kind: CountedRate, intervals: number, ago = 0): number =>
  activityTotal(state, kind) === 0 ? 0 : windowSum(state.intervals, lanes[kind], ago + 1, intervals);

/** Count of the last fifteen minutes and the open interval. */
export const activityTotal = (state: ActivityState, kind: CountedRate): number => sumOf(state.intervals, lanes[kind]);

/** At the end of an interval: the means over five and fifteen minutes, or over the session where it is younger. */
export function evaluateActivity(state: ActivityState, sinceMs: number, intervalEndMs: number): void {
  const sessionMinutes = Math.max(1, (intervalEndMs - sinceMs) / MINUTE_MS);
  for (const kind of countedRates) {
    if (activityTotal(state, kind) === 0 && state.means["15m"][kind] === 0) continue;
    for (const [span, minutes] of spanList) {
      const count = activityIn(state, kind, (minutes * MINUTE_MS) / INTERVAL_MS);
      state.means[span][kind] = Math.round((count / Math.min(minutes, sessionMinutes)) * 100) / 100;
    }
  }
}
