import type { Report } from "@frontrow/protocol/library/report";
import type { MinuteMetric, RecordedMinute, Span } from "@frontrow/protocol/library/timeline";
import type { Happened } from "../../live/happened.ts";
import { hoursMinutes, spoken } from "../../ui/format.ts";
import type { ChartGap, PlotContent } from "../../ui/plot.ts";
import type { ChartMark } from "../../ui/plot-marks.ts";
import { spanOf } from "../moments/kinds.ts";

const MINUTE_MS = 60_000;
/** What is shorter is too narrow to see at a point a minute. */
const LEAST_HOLE_MS = 5_000;
/** A time axis is never shorter than this. */
const LEAST_SECONDS = 5 * 60;

export type ReportCurve = "viewers" | "chats" | "diamonds";

/** Where the charts of a report begin and end, in epoch seconds. */
export const reportSpan = ({ fromMs, toMs }: Report["facts"]): readonly [number, number] => [
  fromMs / 1_000,
  Math.max(toMs / 1_000, fromMs / 1_000 + LEAST_SECONDS),
];

/** A curve over the whole broadcast: viewers as they were told, what is counted as a rate per minute. No line crosses what is missing. */
export function curveOf(facts: Report["facts"], name: ReportCurve, marks: readonly ChartMark[]): PlotContent {
  const lost = [...facts.gaps, ...facts.closed].sort((a, b) => a.fromMs - b.fromMs);
  const seconds: number[] = [];
  const values: (number | null)[] = [];
  facts.minutes.forEach((minute, at) => {
    const before = facts.minutes[at - 1];
    const hole = lost.find(
      ({ fromMs, toMs }) => fromMs < minute.atMs && toMs > (before?.atMs ?? facts.fromMs) && toMs - fromMs >= LEAST_HOLE_MS,
    );
    if (before && hole) {
      seconds.push(Math.min(minute.atMs - 1, Math.max(before.atMs + 1, hole.fromMs)) / 1_000);
      values.push(null);
    }
    seconds.push(minute.atMs / 1_000);
    values.push(name === "viewers" ? (minute.metrics.viewers ?? null) : rateOf(before, minute, name, facts.fromMs));
  });
  return { seconds, values, span: reportSpan(facts), gaps: gapsOf(facts), marks };
}

/** Totals so far become a rate: what was added since the minute before, by the time that it took. */
function rateOf(before: RecordedMinute | undefined, minute: RecordedMinute, name: MinuteMetric, fromMs: number): number | null {
  const total = minute.metrics[name];
  if (total === undefined) return null;
  const tookMs = Math.max(MINUTE_MS / 2, minute.atMs - (before?.atMs ?? fromMs));
  return (Math.max(0, total - (before?.metrics[name] ?? 0)) / tookMs) * MINUTE_MS;
}

function gapsOf({ gaps, closed }: Report["facts"]): readonly ChartGap[] {
  const said = (spans: readonly Span[], what: string) =>
    spans.map(({ fromMs, toMs }) => ({
      from: fromMs / 1_000,
      to: toMs / 1_000,
      text: `${what} for ${spoken(toMs - fromMs)} from ${hoursMinutes(fromMs)}`,
    }));
  return [...said(gaps, "no data"), ...said(closed, "nothing to record")];
}

/** Moments as marks over the charts. */
export const marksOn = (moments: readonly Happened[], pointed: string | undefined): readonly ChartMark[] =>
  moments.map((moment) => {
    const { fromMs, toMs } = spanOf(moment);
    return { from: fromMs / 1_000, to: toMs / 1_000, isPointed: moment.id === pointed };
  });

/** What a report tells of moments: those of the room. First messages and gifts of single viewers are as many as they are. */
export const momentsOf = ({ moments }: Report["facts"]): readonly Happened[] =>
  moments.filter(({ kind }) => kind !== "firstChat" && kind !== "firstGift");
