import { lazy, type ReactNode, Suspense, useState } from "react";
import { rowsPhase } from "../../live/phase.ts";
import { useCalmView } from "../../live/view-store.ts";
import { Boundary } from "../../ui/boundary.tsx";
import { Button } from "../../ui/button.tsx";
import { Panel, StaleNote } from "../../ui/panel.tsx";
import { RowsSkeleton } from "../../ui/skeleton.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { useStaleNote } from "../use-stale-note.ts";
import { GiftersList } from "./gifters-list.tsx";
import { openGivers } from "./givers-dialog.tsx";
import styles from "./people.module.css";

// Only the first tab is there with the page.
const RankingList = lazy(async () => ({ default: (await import("./ranking-list.tsx")).RankingList }));
const Audience = lazy(async () => ({ default: (await import("./audience.tsx")).Audience }));
const RegularsList = lazy(() => import("../regulars/regulars-list.tsx"));

const Late = ({ what, children }: { what: string; children: ReactNode }) => (
  <Boundary what={what}>
    <Suspense fallback={<RowsSkeleton rows={3} />}>{children}</Suspense>
  </Boundary>
);

/** The people of this broadcast: who gave most, who takes part most, who is new, who comes again. */
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
            <Button
              look="quiet"
              className={styles["all"]}
              data-testid="all-gifters"
              aria-label="All gifters"
              onClick={openGivers}
            >
              All
            </Button>
          ) : undefined
        }
        items={[
          { value: "gifters", label: "Gifters", content: <GiftersList /> },
          {
            value: "engaged",
            label: "Engaged",
            content: (
              <Late what="Engaged viewers">
                <RankingList />
              </Late>
            ),
          },
          {
            value: "audience",
            label: "New",
            content: (
              <Late what="New viewers">
                <Audience />
              </Late>
            ),
          },
          {
            value: "regulars",
            label: "Regulars",
            content: (
              <Late what="Regulars">
                <RegularsList />
              </Late>
            ),
          },
        ]}
      />
    </Panel>
  );
}
