import Frown from "lucide-react/icons/frown";
import Meh from "lucide-react/icons/meh";
import Smile from "lucide-react/icons/smile";
import TrendingDown from "lucide-react/icons/trending-down";
import TrendingUp from "lucide-react/icons/trending-up";
import { useDeferredValue, useMemo } from "react";
import { numbersPhase } from "../../live/phase.ts";
import { emptySeries, type Series } from "../../live/series.ts";
import { useCalmView } from "../../live/view-store.ts";
import { Panel, type Phase } from "../../ui/panel.tsx";
import type { PlotContent, PlotStyle } from "../../ui/plot.ts";
import { Bar } from "../../ui/skeleton.tsx";
import { TimeChart } from "../../ui/time-chart.tsx";
import { chartOf, timelineOf } from "../charts/content.ts";
import { ExplainButton } from "../explain/explain-button.tsx";
import { useChartMarks } from "../moments/use-chart-marks.ts";
import { useStaleNote } from "../use-stale-note.ts";
import styles from "./mood.module.css";
import { agreementWord, type Mood, moodShares, moodTurn, moodWord, roomMoodOf, sharesOf, signed } from "./mood.ts";

const faces = { good: Smile, even: Meh, bad: Frown };
const names: readonly (readonly [Mood, string])[] = [
  ["good", "friendly"],
  ["even", "neutral"],
  ["bad", "unfriendly"],
];
const moodStyle: PlotStyle = { colour: "--series-mood", range: [-1, 1] };

/** How the chat feels: one word and where it is going, how messages are divided, and how it got there. */
export function MoodPanel() {
  const shared = useCalmView(numbersPhase);
  const metrics = useCalmView((view) => view.broadcast?.metrics);
  const moods = useCalmView((view) => view.broadcast?.conversation?.moods);
  const rows = useCalmView((view) => view.broadcast?.chat.rows);
  // Curves come after numbers and rows: together they would be one long frame.
  const series = useDeferredValue(useCalmView((view) => view.broadcast?.series) ?? emptySeries);
  const shares = useMemo(() => (moods ? sharesOf(moods) : moodShares(rows ?? [])), [moods, rows]);
  const { marks } = useChartMarks();
  const curve = useMemo(() => moodContent(series), [series]);
  const content = useMemo(() => ({ ...curve, marks }), [curve, marks]);
  const sentiment = metrics?.sentiment;
  const isSilent = shared !== "loading" && shares.total === 0 && !rows?.length;
  const phase: Phase = isSilent ? "empty" : shared;
  const Face = faces[roomMoodOf(sentiment ?? 0)];
  return (
    <Panel
      title="Mood of the chat"
      phase={phase}
      staleNote={useStaleNote()}
      empty="Appears with the first messages."
      skeleton={<Bar width="100%" height={120} />}
      className={styles["panel"]}
    >
      <div className={styles["content"]}>
        <div className={styles["now"]}>
          <ExplainButton
            subject={{ kind: "total", metric: "sentiment", label: "Mood of the chat" }}
            tip={sentiment === undefined ? "Not known yet" : `${signed(sentiment)} on a scale from −1 to 1`}
            className={styles["word"]}
            data-testid="mood"
            data-value={sentiment ?? ""}
          >
            <Face size={26} aria-hidden="true" />
            {moodWord(sentiment ?? 0)}
          </ExplainButton>
          <Turn turn={phase === "live" ? moodTurn(series) : undefined} volatility={metrics?.sentimentVolatility} />
          <div className={styles["bar"]} aria-hidden="true">
            {names.map(([mood]) => (
              <span key={mood} data-mood={mood} style={{ flexGrow: shares[mood] }} />
            ))}
          </div>
          <ul className={styles["legend"]}>
            {names.map(([mood, name]) => (
              <li key={mood} data-mood={mood}>
                {shares.total === 0 ? 0 : Math.round((shares[mood] / shares.total) * 100)} % {name}
              </li>
            ))}
          </ul>
        </div>
        <div className={styles["curve"]}>
          <TimeChart label="Mood" unit="" style={moodStyle} content={content} format={signed} height={96} />
        </div>
      </div>
    </Panel>
  );
}

/** The curve, with how far single messages are from it. */
function moodContent(series: Series): PlotContent {
  const timeline = timelineOf(series);
  return { ...chartOf(timeline, "sentiment"), spread: timeline.columns.values.sentimentVolatility };
}

/** Always there, so that nothing below it moves. */
function Turn({ turn, volatility }: { turn: "up" | "down" | undefined; volatility: number | undefined }) {
  const Icon = turn === "up" ? TrendingUp : TrendingDown;
  return (
    <p className={styles["turn"]}>
      {turn ? (
        <strong data-turn={turn} data-testid="mood-turn">
          <Icon size={15} aria-hidden="true" /> {turn === "up" ? "turning friendlier" : "turning colder"}
        </strong>
      ) : null}
      <span>{volatility === undefined ? "\u00a0" : `messages are ${agreementWord(volatility)}`}</span>
    </p>
  );
}
