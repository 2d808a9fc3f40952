import { type ComponentType, lazy, Suspense, useDeferredValue, useMemo } from "react";
import { numbersPhase } from "../../live/phase.ts";
import { emptySeries, type SeriesName } from "../../live/series.ts";
import { useShownRecording } from "../../live/use-library.ts";
import { useCalmView } from "../../live/view-store.ts";
import { pointOnCharts, useCrosshair } from "../../ui/crosshair.ts";
import { compact, rate } from "../../ui/format.ts";
import { Panel } from "../../ui/panel.tsx";
import type { PlotStyle } from "../../ui/plot.ts";
import { Bar } from "../../ui/skeleton.tsx";
import { TimeChart, type TimeChartProps } from "../../ui/time-chart.tsx";
import { MomentLane } from "../moments/moment-lane.tsx";
import { useChartMarks } from "../moments/use-chart-marks.ts";
import { nothingShown, useShownTimeline } from "../timeline/shown-timeline.ts";
import { useStaleNote } from "../use-stale-note.ts";
import styles from "./charts.module.css";
import { chartOf, timelineOf, withMarks } from "./content.ts";
import { useZoom } from "./zoom.ts";

interface ChartSpec {
  readonly name: SeriesName;
  readonly label: string;
  readonly unit: string;
  readonly style: PlotStyle;
  readonly format: (value: number) => string;
  readonly height: number;
}

/** One idea a chart, each with its own unit and label, all on one time axis: two units in one chart would share a height. */
const charts: readonly ChartSpec[] = [
  {
    name: "viewers",
    label: "Viewers",
    unit: "watching",
    style: { colour: "--series-viewers", isFilled: true },
    format: compact,
    height: 138,
  },
  {
    name: "chatsPerMinute",
    label: "Messages",
    unit: "a minute",
    style: { colour: "--series-chats" },
    format: rate,
    height: 78,
  },
  {
    name: "likesPerMinute",
    label: "Likes",
    unit: "a minute",
    style: { colour: "--series-likes" },
    format: rate,
    height: 78,
  },
  {
    name: "diamondsPerMinute",
    label: "Diamonds",
    unit: "a minute",
    style: { colour: "--series-diamonds" },
    format: rate,
    height: 78,
  },
];

// Without them the charts are whole: they show all of the broadcast.
const Tools = lazy((): Promise<{ default: ComponentType }> => import("./chart-tools.tsx").catch(() => ({ default: () => null })));

const pointAtSecond = (at: number | undefined): void => pointOnCharts(at === undefined ? undefined : at * 1_000);

/** Viewers and activity over the whole broadcast or its last part, under one crosshair. */
export function Charts() {
  const phase = useCalmView(numbersPhase);
  // Curves come after numbers and rows: together they would be one long frame.
  const series = useDeferredValue(useCalmView((view) => view.broadcast?.series) ?? emptySeries);
  const { moments, marks } = useChartMarks();
  const recordingId = useShownRecording();
  const {
    points,
    timeline: line,
    ghost,
  } = useShownTimeline((state) => (state.recordingId === recordingId ? state : nothingShown));
  const minutes = useZoom();
  const timeline = useMemo(() => {
    const earlier = { points, gaps: line?.gaps ?? [], closed: line?.closed ?? [] };
    return withMarks(timelineOf(series, minutes === 0 ? undefined : minutes * 60, earlier), marks);
  }, [series, minutes, points, line, marks]);
  const behind = useMemo(() => ghost?.columnsAt(timeline.columns.seconds), [ghost, timeline]);
  const contents = useMemo(
    () =>
      charts.map(({ name }) => ({
        ...chartOf(timeline, name),
        marks,
        behind: name === "viewers" || name === "chatsPerMinute" ? behind?.[name] : undefined,
      })),
    [timeline, marks, behind],
  );
  const pointAt = marks.find(({ isPointed }) => isPointed)?.to;
  return (
    <Panel
      id="charts"
      title="Viewers and activity"
      phase={phase}
      staleNote={useStaleNote()}
      skeleton={<ChartsSkeleton />}
      className={styles["charts"]}
    >
      <div className={styles["stack"]}>
        <Suspense fallback={<div className={styles["tools"]} />}>
          <Tools />
        </Suspense>
        <MomentLane moments={moments} span={timeline.span} />
        {charts.map(({ name, ...spec }, index) => {
          const content = contents[index];
          if (!content) return null;
          // One chart moves the crosshair of all.
          if (index === 0) return <PointedChart key={name} {...spec} content={content} pointAt={pointAt} />;
          return <TimeChart key={name} {...spec} content={content} />;
        })}
      </div>
    </Panel>
  );
}

/** Shows what the time line points at, and tells it what is pointed at here. */
function PointedChart({ pointAt, ...chart }: TimeChartProps) {
  const lineMs = useCrosshair((crosshair) => crosshair.lineMs);
  // The time line of a replay goes on where the charts end.
  const isDrawn = lineMs !== undefined && lineMs / 1_000 <= chart.content.span[1];
  return <TimeChart {...chart} pointAt={pointAt ?? (isDrawn ? lineMs / 1_000 : undefined)} onPoint={pointAtSecond} />;
}

const ChartsSkeleton = () => (
  <div className={styles["stack"]}>
    {charts.map(({ name, height }) => (
      <Bar key={name} width="100%" height={height} style={{ borderRadius: 8, marginTop: 22 }} />
    ))}
  </div>
);
