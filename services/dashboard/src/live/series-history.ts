import type { Curves } from "@frontrow/protocol/insight";
import { addGap, type Point, type Series, SPAN_MS, STEP_MS, seriesNames } from "./series.ts";

/**
 * The series with what the server knows of the last hour: from before this page began, and from while it was away. What the
 * page saw itself is finer, and stays.
 */
export function withHistory(series: Series, curves: Curves): Series {
  const { fromMs, stepMs, gaps } = curves;
  const count = curves.values.viewers?.length ?? 0;
  // The count begins at zero, which is not an empty room: until TikTok has sent one, nothing is known.
  const firstCount = curves.values.viewers?.findIndex((viewers) => viewers > 0) ?? -1;
  const seen = new Set(series.points.map(({ atMs }) => Math.floor(atMs / stepMs)));
  const added: Point[] = [];
  for (let index = 0; index < count; index += 1) {
    // A point is what was true at the end of a step.
    const atMs = fromMs + index * stepMs - STEP_MS;
    if (seen.has(Math.floor(atMs / stepMs))) continue;
    const { viewers, ...others } = valuesAt(curves, index);
    const isCounted = viewers !== undefined && firstCount >= 0 && index >= firstCount;
    added.push({ ...others, ...(isCounted ? { viewers } : {}), atMs });
  }
  if (added.length === 0) return series;
  const points = [...series.points, ...added].sort((a, b) => a.atMs - b.atMs);
  const oldest = (points.at(-1)?.atMs ?? 0) - SPAN_MS;
  const untilMs = fromMs + count * stepMs;
  // Away, but the server was there: no gap after all.
  const real = series.gaps.filter((gap) => gap.reason !== "offline" || gap.fromMs < fromMs - stepMs || gap.toMs > untilMs);
  return gaps.reduce<Series>(addGap, { points: points.filter(({ atMs }) => atMs > oldest), gaps: real });
}

const valuesAt = ({ values }: Curves, index: number): Omit<Point, "atMs"> =>
  Object.fromEntries(
    seriesNames.flatMap((name) => {
      const value = (values as Partial<Record<string, readonly number[]>>)[name]?.[index];
      return value === undefined ? [] : [[name, value]];
    }),
  );
