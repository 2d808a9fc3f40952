import {
  type Columns,
  columnsOf,
  type Gap,
  type Point,
  type Series,
  type SeriesName,
  SPAN_MS,
  seriesNames,
} from "../../live/series.ts";
import { hoursMinutes, spoken } from "../../ui/format.ts";
import type { ChartGap, PlotContent } from "../../ui/plot.ts";
import type { ChartMark } from "../../ui/plot-marks.ts";

/** A time axis is never shorter than this: the first minute is not stretched over the whole width, it grows from the left. */
const LEAST_SECONDS = 5 * 60;

const reasons: Record<Gap["reason"], string> = {
  upstream: "the connection to TikTok was down",
  unwatched: "nobody was watching",
  overflow: "more came than could be kept",
  failover: "a part of Frontrow failed",
  trimmed: "it was too long ago",
  corrupt: "a part of the recording cannot be read",
  offline: "this page was offline",
};

export const gapReasonText = (reason: Gap["reason"]): string => reasons[reason];

/** A gap as a person would explain it. */
const gapText = ({ fromMs, toMs, reason }: Gap): string =>
  `no data for ${spoken(toMs - fromMs)} from ${hoursMinutes(fromMs)}: ${reasons[reason]}`;

/** What all charts of a series share: its columns, the time they span and the gaps in it. */
export interface Timeline {
  readonly columns: Columns;
  readonly span: readonly [number, number];
  readonly gaps: readonly ChartGap[];
}

const known = new WeakMap<Series, Columns>();

/** Several panels draw the same series: it becomes columns once. */
function columnsOnce(series: Series): Columns {
  const columns = known.get(series) ?? columnsOf(series);
  known.set(series, columns);
  return columns;
}

/** What is known of a broadcast from before its series begins: a point a minute, and what is missing. */
export interface Earlier {
  readonly points: readonly Point[];
  readonly gaps: readonly { readonly fromMs: number; readonly toMs: number }[];
  readonly closed: readonly { readonly fromMs: number; readonly toMs: number }[];
}

const nothing: Earlier = { points: [], gaps: [], closed: [] };

/** Minutes that are farther apart have something missing between them. */
const APART_MS = 120_000;

/**
 * The columns with what was before them. Only that: what is later than the series is, in a replay, still to come. Where two minutes
 * do not follow each other, and where a span is missing, there is no value, so that no line crosses it.
 */
function withEarlier(columns: Columns, { points, gaps, closed }: Earlier): Columns {
  const first = columns.seconds[0];
  if (first === undefined) return columns;
  const earlier = points.filter(({ atMs }) => atMs < first * 1_000);
  if (earlier.length === 0) return columns;
  const seconds: number[] = [];
  const values = Object.fromEntries(seriesNames.map((name) => [name, [] as (number | null)[]])) as Record<
    SeriesName,
    (number | null)[]
  >;
  const missing = [...gaps, ...closed];
  const add = (at: number, point: Partial<Point>) => {
    seconds.push(at);
    for (const name of seriesNames) values[name].push(point[name] ?? null);
  };
  earlier.forEach((point, index) => {
    const nextMs = earlier[index + 1]?.atMs ?? first * 1_000;
    add(point.atMs / 1_000, point);
    const isBroken = nextMs - point.atMs > APART_MS || missing.some(({ fromMs, toMs }) => fromMs < nextMs && toMs > point.atMs);
    if (isBroken) add((point.atMs + Math.min(1_000, (nextMs - point.atMs) / 2)) / 1_000, {});
  });
  for (const name of seriesNames) values[name].push(...columns.values[name]);
  return { seconds: [...seconds, ...columns.seconds], values };
}

/** Spans that are missing before the series begins, as a person would explain them. */
const earlierGaps = ({ gaps, closed }: Earlier, before: number): ChartGap[] =>
  [...gaps.map((span) => ({ span, why: "it was not received" })), ...closed.map((span) => ({ span, why: "nobody streamed" }))]
    .filter(({ span }) => span.fromMs / 1_000 < before)
    .map(({ span: { fromMs, toMs }, why }) => ({
      from: fromMs / 1_000,
      to: Math.min(before, toMs / 1_000),
      text: `no data for ${spoken(toMs - fromMs)} from ${hoursMinutes(fromMs)}: ${why}`,
    }));

export function timelineOf(series: Series, mostSeconds = Number.POSITIVE_INFINITY, earlier = nothing): Timeline {
  const own = columnsOnce(series);
  const columns = withEarlier(own, earlier);
  const last = columns.seconds.at(-1) ?? 0;
  const first = columns.seconds[0] ?? 0;
  const begin = Math.max(first, last - mostSeconds);
  const gaps = series.gaps.map((gap) => ({ from: gap.fromMs / 1_000, to: gap.toMs / 1_000, text: gapText(gap) }));
  const before = earlierGaps(earlier, own.seconds[0] ?? 0);
  return { columns, span: [begin, Math.max(last, begin + LEAST_SECONDS)], gaps: [...before, ...gaps] };
}

/**
 * The timeline with room for each mark of the time that charts reach back: one may stand before the first point, which comes with
 * the first numbers, or after the last, which is where its step begins.
 */
export function withMarks(timeline: Timeline, marks: readonly Pick<ChartMark, "to">[]): Timeline {
  const { seconds } = timeline.columns;
  const [first, last] = [seconds[0], seconds.at(-1)];
  if (first === undefined || last === undefined) return timeline;
  const [begin, end] = timeline.span;
  // A part of the broadcast that is looked at is not made longer by what was before it.
  const isPart = begin > first;
  const earliest = isPart ? begin : Math.min(begin, last - SPAN_MS / 1_000);
  const places = marks.map(({ to }) => to).filter((to) => to > earliest);
  return { ...timeline, span: [Math.min(begin, ...places), Math.max(end, ...places)] };
}

/** What one chart draws of the timeline. */
export const chartOf = ({ columns, span, gaps }: Timeline, name: SeriesName): PlotContent => ({
  seconds: columns.seconds,
  values: columns.values[name],
  span,
  gaps,
});

export const contentOf = (series: Series, name: SeriesName, mostSeconds?: number): PlotContent =>
  chartOf(timelineOf(series, mostSeconds), name);
