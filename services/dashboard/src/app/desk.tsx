import { Charts } from "../features/charts/charts.tsx";
import { ChatPanel, type ChatTab } from "../features/chat/chat-panel.tsx";
import { Coach } from "../features/coach/coach.tsx";
import { GiftsPanel } from "../features/gifts/gifts-panel.tsx";
import { Hero } from "../features/hero/hero.tsx";
import { LanguagesPanel } from "../features/languages/languages-panel.tsx";
import { MomentsPanel } from "../features/moments/moments-panel.tsx";
import { MoodPanel } from "../features/mood/mood-panel.tsx";
import { GiversDialog } from "../features/people/givers-dialog.tsx";
import { PeoplePanel } from "../features/people/people-panel.tsx";
import { LateRegulars } from "../features/regulars/late-regulars.tsx";
import { ScoresPanel } from "../features/scores/scores-panel.tsx";
import { LateStage } from "../features/stage/late-stage.tsx";
import { LateSummary } from "../features/summary/late-summary.tsx";
import { Tiles } from "../features/tiles/tiles.tsx";
import { ViewerDialog } from "../features/viewers/viewer-dialog.tsx";
import { WordsPanel } from "../features/words/words-panel.tsx";
import { numbersPhase } from "../live/phase.ts";
import { useView } from "../live/view-store.ts";
import { useMedia } from "../ui/use-media.ts";
import styles from "./app.module.css";
import type { Section } from "./sections.ts";

interface DeskProps {
  readonly tab: ChatTab;
  readonly onTab: (tab: ChatTab) => void;
  /** The only place to show, on a narrow screen; all of them when undefined. */
  readonly only: Section | undefined;
}

/** A broadcast in three depths: chat to read, numbers to glance at, people to know. */
export function Desk({ tab, onTab, only }: DeskProps) {
  const isWide = useMedia("(min-width: 1200px)");
  const shows = (...places: Section[]) => only === undefined || places.includes(only);
  return (
    <main className={styles["desk"]} data-only={only}>
      {shows("chat", "questions") ? (
        <div className={styles["chat"]}>
          <ChatPanel tab={tab} onTab={onTab} />
        </div>
      ) : null}
      {shows("pulse") ? <Pulse /> : null}
      {shows("gifts") ? (
        <div className={styles["people"]}>
          <PeoplePanel />
          {isWide ? <LateStage isFolded={false} /> : null}
          <GiftsPanel />
        </div>
      ) : null}
      {isWide ? null : (
        <div className={styles["stage"]}>
          <LateStage isFolded />
        </div>
      )}
      <div className={styles["coach"]}>
        <Coach />
      </div>
      <LateRegulars />
      <GiversDialog />
      <ViewerDialog />
    </main>
  );
}

function Pulse() {
  const isOver = useView((view) => numbersPhase(view) === "final");
  return (
    <section className={styles["pulse"]} id="pulse" tabIndex={-1} aria-label="Numbers and charts">
      <LateSummary isOver={isOver} />
      {isOver ? null : (
        <div className={styles["hero"]}>
          <Hero />
          <ScoresPanel />
        </div>
      )}
      <Tiles />
      <Charts />
      <WordsPanel />
      <MomentsPanel />
      <MoodPanel />
      <LanguagesPanel />
    </section>
  );
}
