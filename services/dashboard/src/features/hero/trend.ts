import type { Series } from "../../live/series.ts";

/** How far back "lately" is. */
const LATELY_MS = 5 * 60_000;
/** What is less than this, in parts of the whole, is the coming and going of any room. */
const STEADY = 0.03;

export interface Trend {
  readonly word: "rising" | "steady" | "dropping";
  /** Change against then, in percent, rounded. */
  readonly percent: number;
  readonly overMs: number;
}

/** Where the number of viewers is going, compared with five minutes ago; undefined before there is a minute to compare. */
export function trendOf({ points }: Series): Trend | undefined {
  const last = points.findLast((point) => point.viewers !== undefined);
  const then = points.find((point) => point.viewers !== undefined && last !== undefined && point.atMs >= last.atMs - LATELY_MS);
  if (last?.viewers === undefined || !then?.viewers || last.atMs - then.atMs < 60_000) return undefined;
  const change = last.viewers / then.viewers - 1;
  const word = change > STEADY ? "rising" : change < -STEADY ? "dropping" : "steady";
  return { word, percent: Math.round(change * 100), overMs: last.atMs - then.atMs };
}
