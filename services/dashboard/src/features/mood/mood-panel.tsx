import Frown from "lucide-react/icons/frown";
import Meh from "lucide-react/icons/meh";
import Smile from "lucide-react/icons/smile";
import { useMemo } from "react";
import { numbersPhase } from "../../live/phase.ts";
import { emptySeries } from "../../live/series.ts";
import { useCalmView } from "../../live/use-view.tsx";
import { Panel, type Phase } from "../../ui/panel.tsx";
import type { PlotStyle } from "../../ui/plot.ts";
import { Bar } from "../../ui/skeleton.tsx";
import { TimeChart } from "../../ui/time-chart.tsx";
import { contentOf } from "../charts/content.ts";
import { useStaleNote } from "../use-stale-note.ts";
import styles from "./mood.module.css";
import { type Mood, moodOf, moodShares, moodWord, signed } from "./mood.ts";

const faces = { good: Smile, even: Meh, bad: Frown };
const names: readonly (readonly [Mood, string])[] = [
  ["good", "friendly"],
  ["even", "neutral"],
  ["bad", "unfriendly"],
];
const moodStyle: PlotStyle = { colour: "--series-mood", range: [-1, 1] };

/** How the chat feels: one word, how the last messages are divided, and how it got there. */
export function MoodPanel() {
  const shared = useCalmView(numbersPhase);
  const sentiment = useCalmView((view) => view.broadcast?.metrics.sentiment);
  const rows = useCalmView((view) => view.broadcast?.chat.rows);
  const series = useCalmView((view) => view.broadcast?.series) ?? emptySeries;
  const shares = useMemo(() => moodShares(rows ?? []), [rows]);
  const content = useMemo(() => contentOf(series, "sentiment"), [series]);
  const isSilent = shared !== "loading" && shares.total === 0;
  const phase: Phase = isSilent ? "empty" : shared;
  const Face = faces[moodOf(sentiment ?? 0)];
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
          <p className={styles["word"]} data-testid="mood" data-value={sentiment ?? ""}>
            <Face size={26} aria-hidden="true" />
            {moodWord(sentiment ?? 0)}
          </p>
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
          <TimeChart label="Mood" unit="" style={moodStyle} content={content} format={signed} height={78} />
        </div>
      </div>
    </Panel>
  );
}
