import { useState } from "react";
import { rowsPhase } from "../../live/phase.ts";
import { useCalmView } from "../../live/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Panel, StaleNote } from "../../ui/panel.tsx";
import { RowsSkeleton } from "../../ui/skeleton.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { useStaleNote } from "../use-stale-note.ts";
import { Audience } from "./audience.tsx";
import { GiftersList } from "./gifters-list.tsx";
import { openGivers } from "./givers-dialog.tsx";
import styles from "./people.module.css";
import { RankingList } from "./ranking-list.tsx";

/** The people of this broadcast: who gave most, who takes part most, who is new. */
export function PeoplePanel() {
  const phase = useCalmView(rowsPhase);
  const staleNote = useStaleNote();
  const hasGifters = useCalmView((view) => (view.broadcast?.leaderboard.length ?? 0) > 0);
  const [tab, setTab] = useState("gifters");
  return (
    <Panel title="People" phase={phase} skeleton={<RowsSkeleton rows={4} />} className={styles["panel"]} hasOwnHeader>
      <Tabs
        label="People"
        value={tab}
        onChange={setTab}
        isAsideShort={!staleNote}
        aside={
          staleNote ? (
            <StaleNote text={staleNote} />
          ) : tab === "gifters" && hasGifters ? (
            <Button look="quiet" className={styles["all"]} data-testid="all-gifters" onClick={openGivers}>
              Show all
            </Button>
          ) : undefined
        }
        items={[
          { value: "gifters", label: "Gifters", content: <GiftersList /> },
          { value: "engaged", label: "Engaged", content: <RankingList /> },
          { value: "audience", label: "New", content: <Audience /> },
        ]}
      />
    </Panel>
  );
}
