import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronUp from "lucide-react/icons/chevron-up";
import { useState } from "react";
import { rowsPhase } from "../../live/phase.ts";
import { useBroadcastNow } from "../../live/server-clock.ts";
import { useCalmView, useView } from "../../live/view-store.ts";
import { Panel, StaleNote } from "../../ui/panel.tsx";
import { useStaleNote } from "../use-stale-note.ts";
import { Battle } from "./battle.tsx";
import { CaptionLine } from "./caption-line.tsx";
import { Chests, Goals, Guests, Pin, Poll } from "./parts.tsx";
import styles from "./stage.module.css";
import { CAPTION_MS, isEmpty, stageSummary } from "./stage-view.ts";

/**
 * What stands on the screen and the stage beside the chat: a battle, guests, goals, a poll, chests, the pinned message, and what
 * the host says. Not there while there is nothing. Folded, as it begins where there is little room, it is one line that says
 * the same in short.
 */
export function StagePanel({ isFolded }: { isFolded: boolean }) {
  const phase = useView(rowsPhase);
  const room = useCalmView((view) => view.broadcast?.room);
  const caption = useView((view) => view.broadcast?.caption);
  const [isOpen, setIsOpen] = useState(!isFolded);
  const staleNote = useStaleNote();
  const nowMs = useBroadcastNow();
  const said = caption && nowMs - caption.atMs < CAPTION_MS ? caption : undefined;
  if (phase === "loading" || phase === "final" || (isEmpty(room) && !said)) return null;
  const summary = isOpen ? [] : stageSummary(room, nowMs);
  const Chevron = isOpen ? ChevronDown : ChevronUp;
  return (
    <Panel title="Stage" phase={phase} skeleton={null} className={styles["panel"]} hasOwnHeader>
      <div className={styles["line"]}>
        <button
          type="button"
          className={styles["toggle"]}
          aria-expanded={isOpen}
          data-testid="stage-toggle"
          onClick={() => setIsOpen(!isOpen)}
        >
          <span className={styles["title"]}>Stage</span>
          <span className={styles["summary"]}>{summary.join(" · ")}</span>
          <Chevron size={16} aria-hidden="true" />
        </button>
        {staleNote ? <StaleNote text={staleNote} /> : null}
      </div>
      {isOpen ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        <section className={styles["body"]} data-testid="stage" tabIndex={0} aria-label="On stage">
          {room?.battle ? <Battle battle={room.battle} /> : null}
          {room?.poll ? <Poll poll={room.poll} /> : null}
          {room && room.chests.length > 0 ? <Chests chests={room.chests} /> : null}
          {room && room.guests.length > 0 ? <Guests guests={room.guests} /> : null}
          {room && room.goals.length > 0 ? <Goals goals={room.goals} /> : null}
          {room?.pin ? <Pin pin={room.pin} /> : null}
        </section>
      ) : null}
      {said ? <CaptionLine caption={said} isShort={isFolded && !isOpen} /> : null}
    </Panel>
  );
}
