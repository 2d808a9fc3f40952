import { useMemo } from "react";
import { useBroadcastNow } from "../../live/server-clock.ts";
import { useLibrary, useShownRecording } from "../../live/use-library.ts";
import { viewersIn } from "../../live/view-state.ts";
import { useCalmView, useCommands, useView } from "../../live/view-store.ts";
import { dayAndTime, hoursMinutes } from "../../ui/format.ts";
import { BookmarksButton } from "../timeline/bookmarks-button.tsx";
import { dayText, earlierOf, ghostSentence } from "../timeline/ghost.ts";
import { chooseGhost, useGhostChoice } from "../timeline/ghost-choice.ts";
import { useShownTimeline, zeroOf } from "../timeline/shown-timeline.ts";
import styles from "./charts.module.css";
import { setZoom, useZoom, zooms } from "./zoom.ts";

/** How much of the broadcast the charts show, what it is laid over, and its bookmarks while it is LIVE. */
export default function ChartTools() {
  const isReplay = useView((view) => view.replay !== undefined);
  return (
    <>
      <div className={styles["tools"]}>
        <Zoom />
        <Ghost />
        {isReplay ? null : <BookmarksButton />}
      </div>
      <Since />
    </>
  );
}

function Zoom() {
  const minutes = useZoom();
  return (
    <fieldset className={styles["zoom"]}>
      <legend className="visually-hidden">Time that the charts show</legend>
      {zooms.map((zoom) => (
        <label key={zoom.minutes}>
          <input
            type="radio"
            name="zoom"
            className="visually-hidden"
            checked={zoom.minutes === minutes}
            onChange={() => setZoom(zoom.minutes)}
          />
          <span>{zoom.name}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Lays the broadcast over an earlier one of the same creator. */
function Ghost() {
  const { recordings } = useCommands();
  const recordingId = useShownRecording();
  const choice = useGhostChoice();
  const shown = useShownTimeline((state) => (state.recordingId === recordingId ? state.recording : undefined));
  const { answer } = useLibrary(shown && "ghosts", "recordings", () => recordings());
  const earlier = useMemo(() => {
    if (!shown || answer.state !== "ready") return [];
    const { broadcast, fromMs } = shown;
    return earlierOf(answer.value, { handle: broadcast.handle, recordingId: shown.recordingId, fromMs });
  }, [shown, answer]);
  if (!shown || earlier.length === 0) return null;
  const isKnown =
    choice === "none" || choice === "last" || choice === "best" || earlier.some((each) => each.recordingId === choice);
  return (
    <label className={styles["ghost"]}>
      <span>Compare with</span>
      <select value={isKnown ? choice : "none"} onChange={({ target }) => chooseGhost(target.value)}>
        <option value="none">nothing</option>
        <option value="last">the last one, {dayText(earlier[0]?.fromMs ?? 0, shown.fromMs)}</option>
        <option value="best">the best one</option>
        {earlier.map(({ recordingId: id, fromMs, name }) => (
          <option key={id} value={id}>
            {name ? `${name}, ` : ""}
            {dayAndTime(fromMs)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How it stands beside the ghost; and since when there are curves, where they do not begin with the broadcast. */
function Since() {
  const recordingId = useShownRecording();
  const known = useShownTimeline();
  const nowMs = useBroadcastNow();
  const viewers = useCalmView((view) => viewersIn(view.broadcast?.metrics ?? {}));
  const firstMs = useCalmView((view) => view.broadcast?.series.points[0]?.atMs);
  if (known.recordingId !== recordingId) return null;
  const zeroMs = zeroOf(known);
  const { ghost, timeline } = known;
  const isShort =
    timeline !== undefined && timeline.minutes === undefined && firstMs !== undefined && firstMs - timeline.fromMs > 120_000;
  return (
    <>
      {ghost && zeroMs !== undefined ? (
        <p className={styles["since"]} data-testid="ghost-sentence">
          <span className={styles["dash"]} aria-hidden="true" />
          {ghostSentence({ run: ghost.run, zeroMs, atMs: nowMs, viewers, day: ghost.day })}
        </p>
      ) : null}
      {isShort ? (
        <p className={styles["since"]}>
          Curves since {hoursMinutes(firstMs)}; those from before come when the recording is indexed.
        </p>
      ) : null}
    </>
  );
}
