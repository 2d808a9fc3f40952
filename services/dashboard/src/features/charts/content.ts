import { type Columns, columnsOf, type Gap, type Series, type SeriesName, SPAN_MS } from "../../live/series.ts";
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

export function timelineOf(series: Series, mostSeconds = Number.POSITIVE_INFINITY): Timeline {
  const columns = columnsOnce(series);
  const last = columns.seconds.at(-1) ?? 0;
  const first = columns.seconds[0] ?? 0;
  const begin = Math.max(first, last - mostSeconds);
  const gaps = series.gaps.map((gap) => ({ from: gap.fromMs / 1_000, to: gap.toMs / 1_000, text: gapText(gap) }));
  return { columns, span: [begin, Math.max(last, begin + LEAST_SECONDS)], gaps };
}

/**
 * The timeline with room for each mark of the time that charts reach back: one may stand before the first point, which comes with
 * the first numbers, or after the last, which is where its step begins.
 */
export function withMarks(timeline: Timeline, marks: readonly Pick<ChartMark, "to">[]): Timeline {
  const { seconds } = timeline.columns;
  const [first, last] = [seconds[0], seconds.at(-1)];
  if (first === undefined || last === undefined) return timeline;
  const places = marks.map(({ to }) => to).filter((to) => to > last - SPAN_MS / 1_000);
  const [begin, end] = timeline.span;
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
