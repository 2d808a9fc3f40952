import { type CountedRate, countedRates } from "@frontrow/protocol/metrics";
import { BEAT_MS } from "./beat.ts";
import { addToWindow, advanceWindow, createWindow, sumOf, type Window, windowSum } from "./window.ts";

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;
/** Fifteen minutes of whole beats: as far as anything looks back. */
export const ACTIVITY_BEATS = (15 * MINUTE_MS) / BEAT_MS;
const lanes = Object.fromEntries(countedRates.map((name, lane) => [name, lane])) as Record<CountedRate, number>;
const spans = { "5m": 5, "15m": 15 } as const;
type Span = keyof typeof spans;
const spanList = Object.entries(spans) as [Span, number][];

/** What the audience did of late, by kind. What came late is in none of it. */
export interface ActivityState {
  /** The last minute, exact to a second. */
  readonly minute: Window;
  /** The last fifteen minutes and the beat that is open, by the beat: what scores and moments compare with. */
  readonly beats: Window;
  /** Means a minute over five and fifteen minutes, as of the last beat. */
  readonly slow: Record<Span, Record<CountedRate, number>>;
}

const zeros = (): Record<CountedRate, number> =>
  Object.fromEntries(countedRates.map((name) => [name, 0])) as Record<CountedRate, number>;

export const createActivity = (): ActivityState => ({
  minute: createWindow(countedRates.length, MINUTE_MS / SECOND_MS, SECOND_MS),
  beats: createWindow(countedRates.length, ACTIVITY_BEATS + 1, BEAT_MS),
  slow: { "5m": zeros(), "15m": zeros() },
});

export function countActivity(state: ActivityState, kind: CountedRate, atMs: number, amount: number): void {
  addToWindow(state.minute, lanes[kind], atMs, amount);
  addToWindow(state.beats, lanes[kind], atMs, amount);
}

export function advanceActivity(state: ActivityState, atMs: number): void {
  advanceWindow(state.minute, atMs);
  advanceWindow(state.beats, atMs);
}

/** What happened in the last 60 seconds; in a session's first minute: so far. */
export const perMinute = (state: ActivityState, kind: CountedRate): number => sumOf(state.minute, lanes[kind]);

/** What happened in `beats` whole beats, `ago` beats before the one that is open; at most fifteen minutes back. */
export const inBeats = (state: ActivityState, kind: CountedRate, beats: number, ago = 0): number =>
  activitySum(state, kind) === 0 ? 0 : windowSum(state.beats, lanes[kind], ago + 1, beats);

/** What happened in the last fifteen minutes, the beat that is open included. */
export const activitySum = (state: ActivityState, kind: CountedRate): number => sumOf(state.beats, lanes[kind]);

/** At the end of a beat: the means over five and fifteen minutes, or over the session where it is younger. */
export function beatActivity(state: ActivityState, sinceMs: number, beatEndMs: number): void {
  const minutesSeen = Math.max(1, (beatEndMs - sinceMs) / MINUTE_MS);
  for (const kind of countedRates) {
    if (activitySum(state, kind) === 0 && state.slow["15m"][kind] === 0) continue;
    for (const [span, minutes] of spanList) {
      const happened = inBeats(state, kind, (minutes * MINUTE_MS) / BEAT_MS);
      state.slow[span][kind] = Math.round((happened / Math.min(minutes, minutesSeen)) * 100) / 100;
    }
  }
}
