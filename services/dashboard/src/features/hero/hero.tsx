import Minus from "lucide-react/icons/minus";
import TrendingDown from "lucide-react/icons/trending-down";
import TrendingUp from "lucide-react/icons/trending-up";
import { useDeferredValue, useMemo } from "react";
import { numbersPhase } from "../../live/phase.ts";
import { emptySeries } from "../../live/series.ts";
import { viewersIn } from "../../live/view-state.ts";
import { useCalmView } from "../../live/view-store.ts";
import { Count } from "../../ui/count.tsx";
import { exact, spoken } from "../../ui/format.ts";
import { Panel } from "../../ui/panel.tsx";
import type { PlotStyle } from "../../ui/plot.ts";
import { Bar } from "../../ui/skeleton.tsx";
import { Sparkline } from "../../ui/time-chart.tsx";
import { contentOf } from "../charts/content.ts";
import { ExplainButton } from "../explain/explain-button.tsx";
import { useStaleNote } from "../use-stale-note.ts";
import styles from "./hero.module.css";
import { type Trend, trendOf } from "./trend.ts";

/** The curve beside the number spans this much. */
const SPARK_SECONDS = 15 * 60;
const sparkStyle: PlotStyle = { colour: "--series-viewers", isFilled: true, isBare: true };

/** Viewers now: the one number that is read from two metres away. Nothing else is as big. */
export function Hero() {
  const phase = useCalmView(numbersPhase);
  const metrics = useCalmView((view) => view.broadcast?.metrics) ?? {};
  // Curves come after numbers and rows: together they would be one long frame.
  const series = useDeferredValue(useCalmView((view) => view.broadcast?.series) ?? emptySeries);
  const content = useMemo(() => contentOf(series, "viewers", SPARK_SECONDS), [series]);
  const { viewersPeak, viewersAverage, visitors, uniqueViewers } = metrics;
  const viewers = viewersIn(metrics);
  return (
    <Panel
      title={phase === "final" ? "Viewers at the end" : "Viewers now"}
      phase={phase}
      staleNote={useStaleNote()}
      skeleton={<HeroSkeleton />}
      className={styles["hero"]}
    >
      <div className={styles["content"]}>
        <div className={styles["now"]}>
          <ExplainButton
            subject={{ kind: "total", metric: "viewers", label: "Viewers now" }}
            tip={viewers === undefined ? "Not known yet" : `${exact(viewers)} people are watching`}
            className={styles["number"]}
            data-testid="tile-viewers"
            data-value={viewers ?? ""}
          >
            {viewers === undefined ? "–" : <Count value={viewers} />}
          </ExplainButton>
          <TrendWord trend={trendOf(series)} />
        </div>
        <div className={styles["curve"]}>
          <Sparkline style={sparkStyle} content={content} height={56} />
        </div>
        <dl className={styles["facts"]}>
          <Fact name="Peak" value={viewersPeak || undefined} />
          <Fact name="Average" value={viewersAverage ? Math.round(viewersAverage) : undefined} />
          {visitors ? (
            <Fact
              name="In all"
              value={visitors}
              title="Visits since the broadcast began, as TikTok counts them"
              testId="visitors"
            />
          ) : (
            <Fact
              name="Seen"
              value={uniqueViewers || undefined}
              title="People who came, wrote, liked or gave: who only watches is not seen"
            />
          )}
        </dl>
      </div>
    </Panel>
  );
}

const icons = { rising: TrendingUp, steady: Minus, dropping: TrendingDown };

/** Always there, so that the number above it never moves. */
function TrendWord({ trend }: { trend: Trend | undefined }) {
  if (!trend) return <p className={styles["trend"]}>&nbsp;</p>;
  const Icon = icons[trend.word];
  const amount = trend.percent > 0 ? `+${trend.percent} %` : `${String(trend.percent).replace("-", "−")} %`;
  return (
    <p className={styles["trend"]} data-word={trend.word}>
      <Icon size={16} aria-hidden="true" />
      <strong>{trend.word}</strong>
      <span className={styles["change"]}>
        {amount} in {spoken(trend.overMs)}
      </span>
    </p>
  );
}

interface FactProps {
  readonly name: string;
  readonly value: number | undefined;
  readonly title?: string;
  readonly testId?: string;
}

const Fact = ({ name, value, title, testId }: FactProps) => (
  <div title={title} data-testid={testId} data-value={testId && value}>
    <dt>{name}</dt>
    <dd>{value === undefined ? "–" : <Count value={value} />}</dd>
  </div>
);

const HeroSkeleton = () => (
  <div className={styles["content"]}>
    <div className={styles["now"]}>
      <Bar width="190px" height={52} />
      <Bar width="130px" style={{ marginTop: 14 }} />
    </div>
    <Bar width="100%" height={56} style={{ borderRadius: 8 }} />
    <Bar width="80%" />
  </div>
);
