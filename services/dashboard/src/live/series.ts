import type { EventOf } from "@frontrow/protocol/event";
import type { Metrics } from "@frontrow/protocol/metrics";

/** One point for each 5 s, for an hour. */
export const STEP_MS = 5_000;
export const SPAN_MS = 60 * 60_000;

/** What can be drawn over time, by the metric's own name. */
export const seriesNames = [
  "viewers",
  "chatsPerMinute",
  "likesPerMinute",
  "diamondsPerMinute",
  "sentiment",
  "sentimentVolatility",
] as const;
export type SeriesName = (typeof seriesNames)[number];

export type Point = { readonly atMs: number } & Readonly<Partial<Record<SeriesName, number>>>;

/** `offline`: this page was away and could not receive what it missed. The others are the log's own reasons. */
export interface Gap {
  readonly fromMs: number;
  readonly toMs: number;
  readonly reason: EventOf<"gap">["reason"] | "offline";
}

export interface Series {
  /** In order, one a step; `atMs` is the step's begin and the values are its last. */
  readonly points: readonly Point[];
  readonly gaps: readonly Gap[];
}

export const emptySeries: Series = { points: [], gaps: [] };

/** Books the values that hold at `atMs` into its step. What is older than the last step is history and changes nothing. */
export function addPoint(series: Series, atMs: number, values: Partial<Metrics>): Series {
  const begin = atMs - (atMs % STEP_MS);
  const last = series.points.at(-1);
  if (last && begin < last.atMs) return series;
  const point: Point = { ...pick(values), atMs: begin };
  const kept = last?.atMs === begin ? series.points.slice(0, -1) : series.points;
  return {
    points: [...kept, point].filter(({ atMs: at }) => at > begin - SPAN_MS),
    gaps: series.gaps.filter(({ toMs }) => toMs > begin - SPAN_MS),
  };
}

/** Adds a gap; the same one twice is one. */
export function addGap(series: Series, gap: Gap): Series {
  if (gap.toMs <= gap.fromMs) return series;
  if (series.gaps.some(({ fromMs, toMs }) => fromMs === gap.fromMs && toMs === gap.toMs)) return series;
  return { ...series, gaps: [...series.gaps, gap] };
}

export interface Columns {
  /** Begins of steps, in seconds, one for each step from the first point to the last. */
  readonly seconds: readonly number[];
  readonly values: Readonly<Record<SeriesName, readonly (number | null)[]>>;
}

/**
 * The series as columns for a chart. A quiet step keeps the value before it, because metrics are sent when they change;
 * a step that touches a gap has no value, so that no line crosses what we do not know.
 */
export function columnsOf({ points, gaps }: Series): Columns {
  const seconds: number[] = [];
  const values = Object.fromEntries(seriesNames.map((name) => [name, [] as (number | null)[]])) as Record<
    SeriesName,
    (number | null)[]
  >;
  const first = points[0]?.atMs ?? 0;
  const last = points.at(-1)?.atMs ?? -1;
  let held: Point | undefined;
  let next = 0;
  for (let at = first; at <= last; at += STEP_MS) {
    const point = points[next];
    if (point?.atMs === at) {
      held = point;
      next += 1;
    }
    seconds.push(at / 1_000);
    const isKnown = !gaps.some((gap) => gap.fromMs < at + STEP_MS && gap.toMs > at);
    for (const name of seriesNames) values[name].push(isKnown ? (held?.[name] ?? null) : null);
  }
  return { seconds, values };
}

const pick = (values: Partial<Metrics>): Partial<Record<SeriesName, number>> =>
  Object.fromEntries(seriesNames.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
