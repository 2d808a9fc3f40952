import type { RecordingSummary } from "@frontrow/sdk/client";
import { type FocusEvent, type KeyboardEvent, useState } from "react";
import { Button } from "../../ui/button.tsx";
import styles from "./library.module.css";
import { type ListedRecording, type ListFilter, narrowedBy } from "./list-filter.ts";
import { RecordingRow } from "./recording-row.tsx";

/** Rows that are shown at once; more come when they are asked for. */
const PAGE = 50;

interface ListProps {
  readonly rows: readonly ListedRecording[];
  /** All that the desk has. */
  readonly recordings: readonly RecordingSummary[];
  readonly filter: ListFilter;
  readonly isSearching: boolean;
  readonly chosen: string | undefined;
  readonly asked: string | undefined;
  readonly onChoose: (recordingId: string) => void;
  readonly onReplay: (recordingId: string, atMs?: number) => void;
  readonly onReset: () => void;
}

/** The recordings that the filter leaves. One of them is in the order of the Tab key; arrows go from one to the next. */
export function RecordingList({ rows, recordings, filter, isSearching, chosen, asked, onChoose, onReplay, onReset }: ListProps) {
  const [shown, setShown] = useState(PAGE);
  const [focused, setFocused] = useState<string>();
  const page = rows.slice(0, shown);
  const isFiltered = filter.words.trim() !== "" || narrowedBy(filter) > 0;
  const entry = page.some(({ recording }) => recording.recordingId === focused) ? focused : page[0]?.recording.recordingId;

  const onFocus = ({ target }: FocusEvent) => {
    const id = target.closest<HTMLElement>("[data-recording]")?.dataset["recording"];
    if (id !== undefined) setFocused(id);
  };
  return (
    <>
      <p role="status" className={styles["count"]}>
        {countText(rows.length, recordings, isFiltered, isSearching)}
      </p>
      <div className={styles["scroller"]}>
        {rows.length === 0 && isFiltered && !isSearching ? (
          <div className={styles["none"]}>
            <p>Nothing that this desk recorded fits.</p>
            <Button onClick={onReset}>Show all</Button>
          </div>
        ) : null}
        {!isFiltered && recordings.every(({ isSample }) => isSample) ? (
          <p className={styles["none"]}>
            Nothing is recorded yet. What this desk watches is recorded by itself, and appears here.
            {recordings.length > 0 ? " Until then, try a sample." : ""}
          </p>
        ) : null}
        <ul className={styles["list"]} aria-label="Recordings" onKeyDown={moveFocus} onFocus={onFocus}>
          {page.map(({ recording, found }) => (
            <RecordingRow
              key={recording.recordingId}
              recording={recording}
              found={found}
              words={filter.words}
              isChosen={recording.recordingId === chosen}
              isAsked={recording.recordingId === asked}
              isEntry={recording.recordingId === entry}
              onChoose={() => onChoose(recording.recordingId)}
              onReplay={(atMs) => onReplay(recording.recordingId, atMs)}
            />
          ))}
        </ul>
        {rows.length > shown ? (
          <Button className={styles["showMore"] ?? ""} onClick={() => setShown(shown + PAGE)}>
            Show {Math.min(PAGE, rows.length - shown)} more of {rows.length}
          </Button>
        ) : null}
      </div>
    </>
  );
}

function countText(rows: number, recordings: readonly RecordingSummary[], isFiltered: boolean, isSearching: boolean): string {
  if (isSearching) return "Searching…";
  const own = recordings.filter(({ isSample }) => !isSample).length;
  if (isFiltered) return `${rows} of ${recordings.length}`;
  return own === 1 ? "1 recording" : `${own} recordings`;
}

/** Arrows, Home and End go through the rows and what was found in them, in the order of the eye. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-nav]")];
  const at = stops.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, to))]?.focus();
}
