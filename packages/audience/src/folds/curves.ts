import type { Explanation } from "@frontrow/protocol/explanation";
import { type CurveName, type Curves, curveNames } from "@frontrow/protocol/insight";
import { BEAT_MS } from "../beat.ts";

const STEP_MS = 3 * BEAT_MS;
const POINTS = 240;

/** How metrics went in the last hour: a point each fifteen seconds, taken at a beat. */
export interface CurvesState {
  /** The last point's moment; 0 before the first. */
  lastMs: number;
  readonly values: Record<CurveName, number[]>;
  /** Grows with each point. */
  version: number;
}

export const createCurves = (): CurvesState => ({
  lastMs: 0,
  values: Object.fromEntries(curveNames.map((name) => [name, [] as number[]])) as Record<CurveName, number[]>,
  version: 0,
});

/** What holds while there is no source; the others are of windows, in which nothing happens then. */
const held: ReadonlySet<CurveName> = new Set(["viewers", "entertainment"]);

/**
 * At the end of a beat that had a source: takes a point when one is due. `metrics` is asked for only then. Beats without a
 * source in between get theirs now, so that every point stays at its own moment.
 */
export function beatCurves(state: CurvesState, beatEndMs: number, metrics: () => Record<CurveName, number>): void {
  if (beatEndMs % STEP_MS !== 0) return;
  const now = metrics();
  const missed = state.lastMs === 0 ? 0 : Math.min(POINTS, (beatEndMs - state.lastMs) / STEP_MS - 1);
  for (const name of curveNames) {
    const values = state.values[name];
    const between = held.has(name) ? (values.at(-1) ?? 0) : 0;
    for (let step = 0; step < missed; step++) values.push(between);
    values.push(now[name]);
    if (values.length > POINTS) values.splice(0, values.length - POINTS);
  }
  state.lastMs = beatEndMs;
  state.version++;
}

export const curvesOf = ({ lastMs, values }: CurvesState, gaps: Explanation["gaps"]): Curves => ({
  type: "curves",
  fromMs: Math.max(0, lastMs - (values.viewers.length - 1) * STEP_MS),
  stepMs: STEP_MS,
  values: Object.fromEntries(curveNames.map((name) => [name, [...values[name]]])) as Record<CurveName, number[]>,
  gaps: [...gaps],
});
