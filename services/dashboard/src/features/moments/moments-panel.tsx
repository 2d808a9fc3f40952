import { memo } from "react";
import type { Happened } from "../../live/happened.ts";
import { rowsPhase } from "../../live/phase.ts";
import { useCalmView } from "../../live/view-store.ts";
import { Panel } from "../../ui/panel.tsx";
import { RowsSkeleton } from "../../ui/skeleton.tsx";
import { SeekTime } from "../replay/seek-time.tsx";
import { useStaleNote } from "../use-stale-note.ts";
import { useWords } from "../use-words.ts";
import { clearHighlight, togglePin, usePinned } from "./highlight.ts";
import { kindOf, placeOf, sentenceOf } from "./kinds.ts";
import { MomentIcon } from "./moment-icon.tsx";
import styles from "./moments.module.css";

const none: readonly Happened[] = [];

/** What was worth remembering, newest first; a press shows it on the charts. */
export function MomentsPanel() {
  const phase = useCalmView(rowsPhase);
  const moments = useCalmView((view) => view.broadcast?.moments) ?? none;
  const { words } = useWords();
  const held = usePinned();
  return (
    <Panel
      title="Moments"
      phase={phase !== "loading" && moments.length === 0 ? "empty" : phase}
      empty="Spikes, lulls, milestones, raids, battles and top gifts appear here."
      staleNote={useStaleNote()}
      skeleton={<RowsSkeleton rows={3} hasAvatar={false} />}
      className={styles["panel"]}
      isFlush
    >
      <ol
        className={styles["list"]}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label="Moments, newest first"
        onKeyDown={(event) => {
          if (event.key === "Escape") clearHighlight();
        }}
      >
        {moments.toReversed().map((moment) => (
          <MomentRow key={moment.id} moment={moment} sentence={sentenceOf(moment, words)} isHeld={moment.id === held} />
        ))}
      </ol>
    </Panel>
  );
}

interface MomentRowProps {
  readonly moment: Happened;
  readonly sentence: string;
  readonly isHeld: boolean;
}

const MomentRow = memo(function MomentRow({ moment, sentence, isHeld }: MomentRowProps) {
  const show = () => {
    togglePin(moment.id);
    document.getElementById("charts")?.scrollIntoView({ block: "nearest" });
  };
  return (
    <li className={styles["item"]}>
      <button
        type="button"
        className={styles["row"]}
        data-testid="moment-row"
        data-kind={kindOf(moment)}
        aria-pressed={isHeld}
        onClick={show}
      >
        <MomentIcon kind={kindOf(moment)} size={16} />
        <bdi className={styles["sentence"]}>{sentence}</bdi>
      </button>
      <SeekTime {...placeOf(moment)} className={styles["time"]} />
    </li>
  );
});
