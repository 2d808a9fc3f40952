import { cleanText } from "@frontrow/words/clean-text";
import { useEffect, useEffectEvent, useState } from "react";
import { useLibrary } from "../../live/use-library.ts";
import { useCommands, useView } from "../../live/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { dayAndTime, hoursMinutesSeconds } from "../../ui/format.ts";
import { replayReasonOf } from "../connection/sentence.ts";
import { handleText } from "../people/name.ts";
import styles from "./bookmarks.module.css";
import { elapsed } from "./elapsed.ts";
import { momentIn, placeOfLink, withoutMoment } from "./moment-link.ts";

/**
 * Goes to the moment that the address names. A desk may be shared: one that watches or replays something else is not taken there
 * without a question. What cannot be gone to is said.
 */
export default function MomentLinkDialog({ onDone }: { onDone: () => void }) {
  const [link] = useState(() => momentIn(location.search));
  const { setMode, replay: command } = useCommands();
  const replayed = useView((view) => view.replay?.view.recordingId);
  const isBusy = useView((view) => view.replay !== undefined || view.source.status.state !== "none");
  const recordingId = link && "recordingId" in link ? link.recordingId : undefined;
  const { answer } = useLibrary(recordingId && `link:${recordingId}`, "recordings", (library) =>
    library.recording(recordingId ?? ""),
  );
  const place = link && "recordingId" in link && answer.state === "ready" ? placeOfLink(link, answer.value) : undefined;
  const isHere = replayed !== undefined && replayed === recordingId;

  const finish = () => {
    history.replaceState(history.state, "", withoutMoment(location.href));
    onDone();
  };
  const go = (atMs: number | undefined) => {
    if (isHere && atMs !== undefined) command({ action: "seek", value: { atMs } });
    else if (recordingId !== undefined) setMode({ mode: "REPLAY", recordingId, ...(atMs === undefined ? {} : { atMs }) });
    finish();
  };
  const goAtOnce = useEffectEvent(() => {
    if (place?.isInside && (isHere || !isBusy)) go(place.atMs);
  });
  useEffect(() => {
    if (place) goAtOnce();
  }, [place]);

  const problem = problemOf(link, answer, place?.isInside);
  if (problem === undefined && (!place || isHere || !isBusy)) return null;
  const shown = answer.state === "ready" ? answer.value : undefined;
  return (
    <Dialog
      title={<h2 id="moment-link-title">{problem ? "This link leads nowhere" : "Replay this moment?"}</h2>}
      aria-labelledby="moment-link-title"
      data-testid="moment-link"
      onClose={finish}
    >
      {problem ? <p role="alert">{problem}</p> : null}
      {!problem && shown && place ? (
        <p>
          <bdi>{cleanText(shown.recording.broadcast.nickname || handleText(shown.recording.broadcast.handle), 60)}</bdi>,{" "}
          {dayAndTime(shown.recording.fromMs)}, at {elapsed(place.atMs, shown.entry.zeroMs ?? shown.recording.fromMs)} (
          {hoursMinutesSeconds(place.atMs)}). Everybody at this desk goes there.
        </p>
      ) : null}
      <div className={styles["choices"]}>
        {problem ? null : (
          <Button look="primary" onClick={() => go(place?.atMs)}>
            Replay it
          </Button>
        )}
        {problem && shown && shown.entry.deletedAtMs === undefined ? (
          <Button onClick={() => go(undefined)}>Replay from the beginning</Button>
        ) : null}
        <Button look="quiet" onClick={finish}>
          Stay here
        </Button>
      </div>
    </Dialog>
  );
}

type Asked = ReturnType<typeof momentIn>;
type Answer = ReturnType<typeof useLibrary<{ readonly entry: { readonly deletedAtMs?: number | undefined } }>>["answer"];

function problemOf(link: Asked, answer: Answer, isInside: boolean | undefined): string | undefined {
  if (link && "problem" in link) {
    return link.problem === "time"
      ? "Its time cannot be read. It is written like t=1:02:03, or as seconds."
      : "What it names is not a recording.";
  }
  if (answer.state === "failed") {
    return answer.code === "RECORDING_NOT_FOUND" || answer.code === "NOT_FOUND"
      ? "This desk does not hold that recording. It was deleted, or belongs to another desk."
      : replayReasonOf(answer.code as Parameters<typeof replayReasonOf>[0]);
  }
  if (answer.state === "ready" && answer.value.entry.deletedAtMs !== undefined) {
    return "That recording was deleted. For an hour it can be brought back from the list of recordings.";
  }
  return isInside === false ? "That moment is not in the recording: it is shorter, or begins later." : undefined;
}
