import { useDeferredValue, useMemo } from "react";
import { numbersPhase } from "../../live/phase.ts";
import { emptySeries, type SeriesName } from "../../live/series.ts";
import { useCalmView } from "../../live/view-store.ts";
import { compact, rate } from "../../ui/format.ts";
import { Panel } from "../../ui/panel.tsx";
import type { PlotStyle } from "../../ui/plot.ts";
import { Bar } from "../../ui/skeleton.tsx";
import { TimeChart } from "../../ui/time-chart.tsx";
import { MomentLane } from "../moments/moment-lane.tsx";
import { useChartMarks } from "../moments/use-chart-marks.ts";
import { useStaleNote } from "../use-stale-note.ts";
import styles from "./charts.module.css";
import { chartOf, timelineOf, withMarks } from "./content.ts";

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

/** Viewers and activity over the last hour, under one crosshair. */
export function Charts() {
  const phase = useCalmView(numbersPhase);
  // Curves come after numbers and rows: together they would be one long frame.
  const series = useDeferredValue(useCalmView((view) => view.broadcast?.series) ?? emptySeries);
  const { moments, marks } = useChartMarks();
  const timeline = useMemo(() => withMarks(timelineOf(series), marks), [series, marks]);
  const contents = useMemo(() => charts.map(({ name }) => ({ ...chartOf(timeline, name), marks })), [timeline, marks]);
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
        <MomentLane moments={moments} span={timeline.span} />
        {charts.map(({ name, ...spec }, index) => {
          const content = contents[index];
          // One chart moves the crosshair of all.
          return content ? (
            <TimeChart key={name} {...spec} content={content} pointAt={index === 0 ? pointAt : undefined} />
          ) : null;
        })}
      </div>
    </Panel>
  );
}

const ChartsSkeleton = () => (
  <div className={styles["stack"]}>
    {charts.map(({ name, height }) => (
      <Bar key={name} width="100%" height={height} style={{ borderRadius: 8, marginTop: 22 }} />
    ))}
  </div>
);
