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

/** At the end of a beat: takes a point when one is due. `metrics` is asked for only then. */
export function beatCurves(state: CurvesState, beatEndMs: number, metrics: () => Record<CurveName, number>): void {
  if (beatEndMs % STEP_MS !== 0) return;
  const now = metrics();
  for (const name of curveNames) {
    const values = state.values[name];
    values.push(now[name]);
    if (values.length > POINTS) values.shift();
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
