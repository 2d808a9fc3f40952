import { useEffect, useEffectEvent, useMemo } from "react";
import { SPAN_MS } from "../../live/series.ts";
import { useServerClock } from "../../live/server-clock.ts";
import { type LibraryAnswer, useLibrary, useShownRecording } from "../../live/use-library.ts";
import { useCommands, useView } from "../../live/view-store.ts";
import { replayReasonOf } from "../connection/sentence.ts";
import { usePageKeys } from "../keys/keys.ts";
import { BookmarkNote } from "./bookmark-note.tsx";
import { isChanging, useBookmarks } from "./bookmarks.ts";
import { chosenOf, dayText, earlierOf, type GhostRun, ghostColumn } from "./ghost.ts";
import { useGhostChoice } from "./ghost-choice.ts";
import { minutePoints } from "./minute-points.ts";
import { nothingShown, useShownTimeline, zeroOf } from "./shown-timeline.ts";

/** A recording that grows is read again so often: behind live, where its line is looked at; and while LIVE, for what charts forget. */
const BEHIND_LIVE_MS = 20_000;
const LIVE_MS = 10 * 60_000;
/** A broadcast that is younger is in the charts as a whole. */
const YOUNG_MS = 0.9 * SPAN_MS;

/** Reads what is known of the recording on the screen, and keeps it up to date: the time line, the charts and the ghost show it. */
export default function TimelineReader() {
  const recordingId = useShownRecording();
  useEffect(() => {
    useShownTimeline.setState({ ...nothingShown, recordingId });
  }, [recordingId]);
  useReadTimeline(recordingId);
  useReadEntry(recordingId);
  useReadGhost(recordingId);
  useBookmarkKey();
  return <BookmarkNote />;
}

function useReadTimeline(recordingId: string | undefined): void {
  const now = useServerClock();
  const isGrowing = useView(({ replay }) => (replay ? (replay.told?.isGrowing ?? false) : true));
  const isReplay = useView(({ replay }) => replay !== undefined);
  const sinceMs = useView(({ source }) => source.status.sinceMs);
  // What a young broadcast has is in the charts already. It grows old while it is looked at, so it is asked again below.
  const isWanted = isReplay || (sinceMs !== undefined && now() - sinceMs > YOUNG_MS);
  const key = recordingId !== undefined && isWanted ? `timeline:${recordingId}` : undefined;
  const { answer, retry } = useLibrary(key, "recordings", (library) => library.timeline(recordingId ?? ""));
  // One that has ended has its minutes once it is indexed.
  const isWhole = !isGrowing && answer.state === "ready" && answer.value.minutes !== undefined;
  useAgain(recordingId !== undefined && !isWhole, isReplay ? BEHIND_LIVE_MS : LIVE_MS, retry);
  useEffect(() => {
    if (answer.state === "ready") {
      const points = minutePoints(answer.value);
      useShownTimeline.setState({ timeline: answer.value, points, problem: undefined });
    } else if (answer.state === "failed") useShownTimeline.setState({ problem: problemOf(answer) });
  }, [answer]);
}

/** Calls again and again for as long as that is wanted. */
function useAgain(isWanted: boolean, everyMs: number, retry: () => void): void {
  const again = useEffectEvent(retry);
  useEffect(() => {
    if (!isWanted) return;
    const timer = setInterval(() => again(), everyMs);
    return () => clearInterval(timer);
  }, [isWanted, everyMs]);
}

function problemOf({ code }: Extract<LibraryAnswer<unknown>, { state: "failed" }>): string {
  return code === "RECORDING_NOT_FOUND" || code === "NOT_FOUND"
    ? "There is no time line of this yet."
    : replayReasonOf(code as Parameters<typeof replayReasonOf>[0]);
}

function useReadEntry(recordingId: string | undefined): void {
  const key = recordingId === undefined ? undefined : `entry:${recordingId}`;
  const { answer, retry } = useLibrary(key, "recordings", (library) => library.recording(recordingId ?? ""));
  // What has just begun is no recording yet.
  useAgain(recordingId !== undefined && answer.state !== "ready", BEHIND_LIVE_MS, retry);
  useEffect(() => {
    if (answer.state !== "ready") return;
    const { recording, entry } = answer.value;
    useShownTimeline.setState(isChanging() ? { recording } : { recording, entry });
  }, [answer]);
}

function useReadGhost(recordingId: string | undefined): void {
  const { recordings } = useCommands();
  const choice = useGhostChoice();
  const shown = useShownTimeline((state) => state.recording);
  const isOn = choice !== "none" && shown !== undefined && shown.recordingId === recordingId;
  const list = useLibrary(isOn ? "ghosts" : undefined, "recordings", () => recordings());
  const chosen = useMemo(() => {
    if (!isOn || list.answer.state !== "ready") return undefined;
    const { broadcast, fromMs } = shown;
    return chosenOf(choice, earlierOf(list.answer.value, { handle: broadcast.handle, recordingId: shown.recordingId, fromMs }));
  }, [isOn, choice, shown, list.answer]);
  const id = chosen?.recordingId;
  const { answer } = useLibrary(id && `ghost:${id}`, "recordings", async (library) => {
    const [timeline, { entry }] = await Promise.all([library.timeline(id ?? ""), library.recording(id ?? "")]);
    const run: GhostRun = {
      recordingId: timeline.recordingId,
      fromMs: timeline.fromMs,
      toMs: timeline.toMs,
      zeroMs: entry.zeroMs ?? timeline.fromMs,
      points: minutePoints(timeline),
    };
    return run;
  });
  const fromMs = shown?.fromMs;
  const zeroMs = useShownTimeline(zeroOf);
  useEffect(() => {
    const run = id !== undefined && answer.state === "ready" ? answer.value : undefined;
    if (!run || fromMs === undefined || zeroMs === undefined) {
      useShownTimeline.setState({ ghost: undefined });
      return;
    }
    const columnsAt = (seconds: readonly number[]) => ({
      viewers: ghostColumn(run, zeroMs, seconds, "viewers"),
      chatsPerMinute: ghostColumn(run, zeroMs, seconds, "chatsPerMinute"),
    });
    useShownTimeline.setState({ ghost: { run, day: dayText(run.fromMs, fromMs), columnsAt } });
  }, [answer, id, fromMs, zeroMs]);
}

/** `b` sets a bookmark wherever one is, in a replay and while it is LIVE. */
function useBookmarkKey(): void {
  const { setHere } = useBookmarks();
  usePageKeys((event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && !event.repeat;
    if (event.key.toLowerCase() !== "b" || !isPlain || isTaken(event.target)) return;
    event.preventDefault();
    setHere();
  });
}

const isTaken = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest("input:not([type=range]), textarea, select, [contenteditable], [role=menu], dialog") !== null;
