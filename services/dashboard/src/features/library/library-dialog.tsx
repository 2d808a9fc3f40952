import { useRef, useState } from "react";
import { useLibrary } from "../../live/use-library.ts";
import { useCommands, useView } from "../../live/view-store.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { RowsSkeleton } from "../../ui/skeleton.tsx";
import { useEvery } from "../../ui/use-every.ts";
import { useMedia } from "../../ui/use-media.ts";
import { replayReasonOf } from "../connection/sentence.ts";
import { DeskPane } from "./desk-pane.tsx";
import { FilterBar } from "./filter-bar.tsx";
import styles from "./library.module.css";
import { ALL, creatorsOf, listed } from "./list-filter.ts";
import { Problem } from "./problem.tsx";
import { RecordingDetail } from "./recording-detail.tsx";
import { RecordingList } from "./recording-list.tsx";
import { UndoBar } from "./undo-bar.tsx";
import { useReplayOf } from "./use-replay-of.ts";
import { useSearch } from "./use-search.ts";

/** Interval in which the list is read again while something in it is not counted yet. */
const GROWING_MS = 5_000;

/** What stands beside the list: a recording, or what concerns them all. */
type Beside = { readonly recordingId: string } | "desk" | undefined;

/** The desk's recordings: to be found, replayed, named, kept, deleted, exported and imported. On a narrow screen one side at a time. */
export default function LibraryDialog({ initial, onClose }: { initial: string | undefined; onClose: () => void }) {
  const { recordings: ask } = useCommands();
  const isNarrow = useMedia("(max-width: 699px)");
  const isOffline = useView((view) => view.link.connection.state !== "open");
  const { answer, retry, refresh } = useLibrary("recordings", "recordings", () => ask());
  const [filter, setFilter] = useState(ALL);
  const search = useSearch(filter.words);
  const [beside, setBeside] = useState<Beside>(initial === undefined ? undefined : { recordingId: initial });
  const [deleted, setDeleted] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const { asked, refusal, replay } = useReplayOf(onClose);

  const recordings = answer.state === "ready" ? answer.value : [];
  // The desk tells what somebody changed, and not that a broadcast goes on, ends and is counted.
  useEvery(recordings.some(({ totals, isSample }) => !isSample && totals === undefined) ? GROWING_MS : undefined, refresh);
  const chosen = typeof beside === "object" ? beside.recordingId : undefined;
  const rows = listed(recordings, filter, search.results);
  const isBesideOnly = isNarrow && beside !== undefined;
  const back = () => {
    setBeside(undefined);
    // The list is there again after this render.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>("[data-nav][tabindex='0']")?.focus());
  };

  return (
    <Dialog title={<h2 id="library-title">Recordings</h2>} aria-labelledby="library-title" isPage onClose={onClose}>
      <div className={styles["page"]} data-beside-only={isBesideOnly || undefined}>
        {isBesideOnly ? null : (
          <div className={styles["side"]} ref={list}>
            <FilterBar
              filter={filter}
              creators={creatorsOf(recordings)}
              isSearching={search.isSearching}
              onChange={(change) => setFilter({ ...filter, ...change })}
            />
            {isOffline && answer.state === "ready" ? (
              <p role="status" className={styles["stale"]}>
                This page lost Frontrow: the list is as it was before. It comes back by itself.
              </p>
            ) : null}
            {answer.state === "loading" ? <RowsSkeleton rows={6} /> : null}
            {answer.state === "failed" ? (
              <Problem failure={answer} what="The list of recordings does not come just now." onRetry={retry} />
            ) : null}
            {search.failure ? (
              <Problem failure={search.failure} what="Only names are looked through just now." onRetry={search.retry} />
            ) : null}
            {answer.state === "ready" ? (
              <RecordingList
                rows={rows}
                recordings={recordings}
                filter={filter}
                isSearching={search.isSearching}
                chosen={chosen}
                asked={asked}
                onChoose={(recordingId) => setBeside({ recordingId })}
                onReplay={replay}
                onReset={() => setFilter({ ...ALL, order: filter.order })}
              />
            ) : null}
            <footer className={styles["footer"]}>
              <button
                type="button"
                className={styles["footerButton"]}
                aria-pressed={beside === "desk" || (beside === undefined && !isNarrow)}
                onClick={() => setBeside("desk")}
              >
                Exports, import, and what is recorded
              </button>
            </footer>
          </div>
        )}
        {isNarrow && !isBesideOnly ? null : (
          <div className={styles["beside"]}>
            {refusal ? (
              <Problem failure={refusal} what={replayReasonOf(refusal.code as Parameters<typeof replayReasonOf>[0])} />
            ) : null}
            {chosen === undefined ? (
              <DeskPane
                recordings={recordings}
                onBack={isNarrow ? back : undefined}
                onChoose={(recordingId) => setBeside({ recordingId })}
              />
            ) : (
              <RecordingDetail
                key={chosen}
                recording={recordings.find(({ recordingId }) => recordingId === chosen)}
                isLoading={answer.state === "loading"}
                isAsked={asked === chosen}
                onReplay={(atMs) => replay(chosen, atMs)}
                onDeleted={() => setDeleted(chosen)}
                onBack={isNarrow ? back : undefined}
              />
            )}
          </div>
        )}
        <UndoBar recording={recordings.find(({ recordingId }) => recordingId === deleted)} onDone={() => setDeleted(undefined)} />
      </div>
    </Dialog>
  );
}
