import type { Explanation } from "@frontrow/protocol/explanation";
import { type CurveName, type Curves, curveNames } from "@frontrow/protocol/insight";
import { INTERVAL_MS } from "./evaluation-interval.ts";

const STEP_MS = 3 * INTERVAL_MS;
const SAMPLES = 240;

/** Metrics of the last hour, sampled every fifteen seconds at the end of an evaluation interval: the document `curves`. */
export interface TimeSeriesState {
  /** When the last sample was taken; 0 before the first. */
  lastMs: number;
  readonly values: Record<CurveName, number[]>;
  /** Grows with each sample. */
  version: number;
}

export const createTimeSeries = (): TimeSeriesState => ({
  lastMs: 0,
  values: Object.fromEntries(curveNames.map((name) => [name, [] as number[]])) as Record<CurveName, number[]>,
  version: 0,
});

/** Metrics that keep their value without a source. The others are of windows, which are empty then. */
const held: ReadonlySet<CurveName> = new Set(["viewers", "entertainment"]);

/**
 * At the end of an interval with a source: takes a sample when one is due, and calls `metrics` only then. Samples that were skipped
 * without a source are filled in, so that every sample stays at its own moment.
 */
export function sampleTimeSeries(state: TimeSeriesState, intervalEndMs: number, metrics: () => Record<CurveName, number>): void {
  if (intervalEndMs % STEP_MS !== 0) return;
  const now = metrics();
  const skipped = state.lastMs === 0 ? 0 : Math.min(SAMPLES, (intervalEndMs - state.lastMs) / STEP_MS - 1);
  for (const name of curveNames) {
    const values = state.values[name];
    const filler = held.has(name) ? (values.at(-1) ?? 0) : 0;
    for (let step = 0; step < skipped; step++) values.push(filler);
    values.push(now[name]);
    if (values.length > SAMPLES) values.splice(0, values.length - SAMPLES);
  }
  state.lastMs = intervalEndMs;
  state.version++;
}

export const timeSeriesOf = ({ lastMs, values }: TimeSeriesState, gaps: Explanation["gaps"]): Curves => ({
  type: "curves",
  fromMs: Math.max(0, lastMs - (values.viewers.length - 1) * STEP_MS),
  stepMs: STEP_MS,
  values: Object.fromEntries(curveNames.map((name) => [name, [...values[name]]])) as Record<CurveName, number[]>,
  gaps: [...gaps],
});
