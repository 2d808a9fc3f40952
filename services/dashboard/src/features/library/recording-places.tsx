import type { RecordingSummary } from "@frontrow/sdk/client";
import { cleanText } from "@frontrow/words/clean-text";
import Bookmark from "lucide-react/icons/bookmark";
import type { ReactNode } from "react";
import { useLibrary } from "../../live/use-library.ts";
import { clock, hoursMinutesSeconds } from "../../ui/format.ts";
import { Bar } from "../../ui/skeleton.tsx";
import { kindOf, sentenceOf, spanOf } from "../moments/kinds.ts";
import { MomentIcon } from "../moments/moment-icon.tsx";
import { useWords } from "../use-words.ts";
import styles from "./library.module.css";
import { Problem } from "./problem.tsx";

interface PlacesProps {
  readonly recording: RecordingSummary;
  readonly onReplay: (atMs: number) => void;
}

/** Where a recording is worth looking: what the desk marked, and what happened. Each is a way into its replay. */
export function RecordingPlaces({ recording, onReplay }: PlacesProps) {
  const { recordingId, fromMs } = recording;
  const noted = useLibrary(`recording ${recordingId}`, "recordings", (library) => library.recording(recordingId));
  const timeline = useLibrary(`timeline ${recordingId}`, "recordings", (library) => library.timeline(recordingId));
  const { words } = useWords();
  const zeroMs = (noted.answer.state === "ready" ? noted.answer.value.entry.zeroMs : undefined) ?? fromMs;
  return (
    <>
      <section>
        <h3 className={styles["label"]}>Bookmarks</h3>
        {noted.answer.state === "loading" ? <Bar width="60%" /> : null}
        {noted.answer.state === "failed" ? (
          <Problem failure={noted.answer} what="Bookmarks do not come just now." onRetry={noted.retry} />
        ) : null}
        {noted.answer.state === "ready" ? (
          <Places
            none="None yet. While you replay, the time line sets them."
            places={noted.answer.value.entry.bookmarks.map(({ bookmarkId, atMs, text }) => ({
              id: bookmarkId,
              atMs,
              icon: <Bookmark size={16} aria-hidden="true" />,
              text: cleanText(text, 200) || "Bookmark",
            }))}
            zeroMs={zeroMs}
            onReplay={onReplay}
          />
        ) : null}
      </section>
      <section>
        <h3 className={styles["label"]}>Moments</h3>
        {timeline.answer.state === "loading" ? <Bar width="72%" /> : null}
        {timeline.answer.state === "failed" ? (
          <Problem failure={timeline.answer} what="Moments do not come just now." onRetry={timeline.retry} />
        ) : null}
        {timeline.answer.state === "ready" ? (
          <Places
            none="No spikes, milestones, raids or big gifts."
            places={timeline.answer.value.moments.map((moment) => ({
              id: moment.id,
              atMs: spanOf(moment).fromMs,
              icon: <MomentIcon kind={kindOf(moment)} size={16} />,
              text: sentenceOf(moment, words),
            }))}
            zeroMs={zeroMs}
            onReplay={onReplay}
          />
        ) : null}
      </section>
    </>
  );
}

interface Place {
  readonly id: string;
  readonly atMs: number;
  readonly icon: ReactNode;
  readonly text: string;
}

interface PlaceListProps {
  readonly places: readonly Place[];
  /** Where time codes count from. */
  readonly zeroMs: number;
  readonly none: string;
  readonly onReplay: (atMs: number) => void;
}

function Places({ places, zeroMs, none, onReplay }: PlaceListProps) {
  if (places.length === 0) return <p className={styles["facts"]}>{none}</p>;
  return (
    <ul className={styles["places"]}>
      {places.map(({ id, atMs, icon, text }) => (
        <li key={id}>
          <button
            type="button"
            className={styles["hit"]}
            data-testid="recording-place"
            title={`Replay from ${hoursMinutesSeconds(atMs)}`}
            onClick={() => onReplay(atMs)}
          >
            {icon}
            <span className={styles["hitTime"]}>
              {atMs < zeroMs ? "−" : ""}
              {clock(Math.abs(atMs - zeroMs))}
            </span>
            <bdi className={styles["hitText"]}>{text}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}
