import { useCallback } from "react";
import type { GiftRow } from "../../live/gift-feed.ts";
import { rowsPhase } from "../../live/phase.ts";
import { screenOf } from "../../live/view-state.ts";
import { useCalmView, useView } from "../../live/view-store.ts";
import { LiveList } from "../../ui/live-list.tsx";
import { Blank, Panel } from "../../ui/panel.tsx";
import { RowsSkeleton } from "../../ui/skeleton.tsx";
import { useStaleNote } from "../use-stale-note.ts";
import { GiftRowView } from "./gift-row.tsx";
import { isCounting } from "./gift-size.ts";
import styles from "./gifts.module.css";

const none: readonly GiftRow[] = [];

/** Gifts as they come, a streak a row. */
export function GiftsPanel() {
  const phase = useView(rowsPhase);
  const screen = useView(screenOf);
  return (
    <Panel
      id="gifts"
      title="Gifts"
      phase={phase}
      staleNote={useStaleNote()}
      skeleton={<RowsSkeleton rows={5} />}
      className={styles["panel"]}
      isFlush
    >
      <Rows key={screen} />
    </Panel>
  );
}

function Rows() {
  const rows = useView((view) => view.broadcast?.gifts.rows) ?? none;
  const latestMs = useCalmView((view) => view.broadcast?.metrics.atMs ?? 0);
  const renderRow = useCallback((row: GiftRow) => <GiftRowView row={row} isCounting={isCounting(row, latestMs)} />, [latestMs]);
  if (rows.length === 0) return <Blank>No gifts yet. A streak is one row that counts up.</Blank>;
  return <LiveList rows={rows} renderRow={renderRow} label="Gifts, newest last" rowHeight={52} />;
}
