import type { LibraryEntry } from "@frontrow/protocol/library/entry";
import type { RecordingTimeline } from "@frontrow/protocol/library/timeline";
import type { RecordingSummary } from "@frontrow/protocol/recording";
import { create } from "zustand";
import type { Point } from "../../live/series.ts";
import type { GhostRun } from "./ghost.ts";

interface ShownGhost {
  readonly run: GhostRun;
  readonly day: string;
  /** Its curves at the times of the charts. */
  columnsAt(seconds: readonly number[]): Readonly<Record<"viewers" | "chatsPerMinute", readonly (number | null)[]>>;
}

/** What was read of the recording that is on the screen. */
export interface ShownTimeline {
  readonly recordingId: string | undefined;
  readonly timeline: RecordingTimeline | undefined;
  /** Its minutes, as points of the charts. */
  readonly points: readonly Point[];
  readonly recording: RecordingSummary | undefined;
  readonly entry: LibraryEntry | undefined;
  /** Why there is no time line. */
  readonly problem: string | undefined;
  /** The earlier broadcast that this one is laid over, and how its day is called. */
  readonly ghost: ShownGhost | undefined;
}

export const nothingShown: ShownTimeline = {
  recordingId: undefined,
  timeline: undefined,
  points: [],
  recording: undefined,
  entry: undefined,
  problem: undefined,
  ghost: undefined,
};

/** Read by `timeline-reader`, which comes after the page; the charts, the time line and the bookmarks show it. */
export const useShownTimeline = create<ShownTimeline>(() => nothingShown);

/** Where time is counted from: where the creator's video begins, else the first moment of the recording. */
export const zeroOf = ({ entry, recording, timeline }: ShownTimeline): number | undefined =>
  entry?.zeroMs ?? timeline?.fromMs ?? recording?.fromMs;
