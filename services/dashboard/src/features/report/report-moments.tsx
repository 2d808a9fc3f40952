import type { Happened } from "../../live/happened.ts";
import { hoursMinutes, hoursMinutesSeconds } from "../../ui/format.ts";
import { kindOf, sentenceOf, spanOf } from "../moments/kinds.ts";
import { MomentIcon } from "../moments/moment-icon.tsx";
import { useWords } from "../use-words.ts";
import styles from "./report.module.css";
import { Section, Some } from "./section.tsx";
import type { ReplayFrom } from "./use-replay-from.ts";

const FIRST = 12;

/** What was worth remembering, in its order; a press replays it. */
export function Moments({ moments, onReplay }: { moments: readonly Happened[]; onReplay: ReplayFrom }) {
  const { words } = useWords();
  return (
    <Section title="Moments">
      {moments.length === 0 ? <p className={styles["none"]}>Nothing stood out.</p> : null}
      <Some all={moments} first={FIRST}>
        {(shown) => (
          <ol>
            {shown.map((moment) => (
              <li key={moment.id}>
                <button
                  type="button"
                  className={styles["row"]}
                  data-testid="report-moment"
                  title="Replay from here"
                  onClick={() => onReplay(spanOf(moment).fromMs)}
                >
                  <time dateTime={new Date(moment.atMs).toISOString()} title={hoursMinutesSeconds(moment.atMs)}>
                    {hoursMinutes(moment.atMs)}
                  </time>
                  <MomentIcon kind={kindOf(moment)} size={15} />
                  <bdi className={styles["sentence"]}>{sentenceOf(moment, words)}</bdi>
                </button>
              </li>
            ))}
          </ol>
        )}
      </Some>
    </Section>
  );
}
