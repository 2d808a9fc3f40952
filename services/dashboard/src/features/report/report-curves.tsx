import type { Report } from "@frontrow/protocol/library/report";
import { useMemo } from "react";
import type { Happened } from "../../live/happened.ts";
import { compact, rate } from "../../ui/format.ts";
import type { PlotStyle } from "../../ui/plot.ts";
import { TimeChart } from "../../ui/time-chart.tsx";
import { useMedia } from "../../ui/use-media.ts";
import { useHighlighted } from "../moments/highlight.ts";
import { MomentLane } from "../moments/moment-lane.tsx";
import { curveOf, marksOn, type ReportCurve, reportSpan } from "./curves.ts";
import styles from "./report.module.css";
import { Section } from "./section.tsx";

const viewers: PlotStyle = { colour: "--series-viewers", isFilled: true };
const chats: PlotStyle = { colour: "--series-chats" };
const diamonds: PlotStyle = { colour: "--series-diamonds" };
const charts: readonly {
  readonly name: ReportCurve;
  readonly label: string;
  readonly unit: string;
  readonly style: PlotStyle;
  readonly format: (value: number) => string;
  readonly height: number;
}[] = [
  { name: "viewers", label: "Viewers", unit: "watching", style: viewers, format: compact, height: 170 },
  { name: "chats", label: "Messages", unit: "a minute", style: chats, format: rate, height: 90 },
  { name: "diamonds", label: "Diamonds", unit: "a minute", style: diamonds, format: rate, height: 90 },
];

/** The whole broadcast as curves, with what happened above them. */
export function Curves({ facts, moments }: { facts: Report["facts"]; moments: readonly Happened[] }) {
  const pointed = useHighlighted();
  const marks = useMemo(() => marksOn(moments, pointed), [moments, pointed]);
  const contents = useMemo(() => charts.map(({ name }) => curveOf(facts, name, marks)), [facts, marks]);
  // A canvas keeps its size and its colours: on paper it is drawn anew.
  const isPaper = useMedia("print");
  const pointAt = marks.find(({ isPointed }) => isPointed)?.to;
  return (
    <Section title="Viewers and activity" isWide>
      {facts.minutes.length < 2 ? (
        <p className={styles["none"]}>Too little was recorded to draw a curve.</p>
      ) : (
        <div className={styles["curves"]} key={isPaper ? "paper" : "screen"}>
          <MomentLane moments={moments} span={reportSpan(facts)} />
          {charts.map(({ name, ...chart }, index) => {
            const content = contents[index];
            return content ? (
              <TimeChart key={name} {...chart} content={content} pointAt={index === 0 ? pointAt : undefined} />
            ) : null;
          })}
        </div>
      )}
    </Section>
  );
}
