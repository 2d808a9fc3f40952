import type { FoldItem } from "@frontrow/audience/fold";
import type { FoldState } from "@frontrow/audience/state";
import type { ObjectStore } from "@frontrow/blob/object-store";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { SessionId } from "@frontrow/protocol/ids";
import type { ArchiveRecord, RecordedBroadcast, RecordingId } from "@frontrow/protocol/recording";
import type { LogStore } from "@frontrow/redis/log";

export interface RecordedItem {
  /** How many items of the recording come before it. */
  readonly item: number;
  /** That of the item after it: one more, but for a gap that stands for items which cannot be read. */
  readonly next: number;
  /** Shared by all readers: not to be changed. */
  readonly value: FoldItem;
  /** Its JSON as it stood in the log. */
  readonly text: string;
  /** The largest event time up to it. */
  readonly dueMs: number;
}

export interface Extent {
  readonly fromMs: number;
  readonly toMs: number;
  readonly items: number;
  readonly isGrowing: boolean;
}

export interface Recording {
  readonly id: RecordingId;
  readonly broadcast: RecordedBroadcast;
  /** Shipped with Frontrow, for everybody. */
  readonly isSample: boolean;
  /** As known now; `refresh` looks again. */
  readonly extent: Extent;
  refresh(): Promise<void>;
  /**
   * Items from an ordinal on, in pages, up to its end as known when reached. A member that cannot be read is one `gap` item of reason
   * "corrupt" that stands for its items; the rest plays.
   */
  read(fromItem: number, signal?: AbortSignal): AsyncIterable<readonly RecordedItem[]>;
  /** How many items are due at or before a time. */
  itemsDueBy(atMs: number): Promise<number>;
  /** The latest keyframe of this fold version at or before an item count; undefined: fold from the start. */
  keyframeBefore(item: number): Promise<{ readonly item: number; readonly state: FoldState } | undefined>;
  /** It was recorded with another version of the fold: its numbers come from today's. */
  readonly byTodaysFormulas: boolean;
  close(): void;
}

/** What Redis knows of recordings that grow. */
export interface GrowingSource {
  /** undefined: the session is not recorded, or no longer known. */
  read(session: SessionId): Promise<ArchiveRecord | undefined>;
  readonly log: Pick<LogStore, "readAfter" | "tail">;
}

export interface RecordingDeps {
  readonly blob: ObjectStore;
  readonly growing?: GrowingSource;
}

/** Opens a recording. Rejects with RECORDING_NOT_FOUND, RECORDING_DAMAGED or RECORDING_UNAVAILABLE. */
export function openRecording(_deps: RecordingDeps, _id: RecordingId): Promise<Recording> {
  return Promise.reject(new FrontrowError("NOT_YET", "not yet"));
}
