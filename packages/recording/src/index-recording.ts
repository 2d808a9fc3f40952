import type { ObjectStore } from "@frontrow/blob/object-store";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { Moment, Spike } from "@frontrow/protocol/insight";
import type { Metrics } from "@frontrow/protocol/metrics";
import type { RecordingId, SegmentSummary } from "@frontrow/protocol/recording";

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What is known of a whole recording: derived from its items, and made again when the fold changes. */
export interface RecordingIndex {
  readonly foldVersion: number;
  readonly items: number;
  /** What the fold noticed; `item` items were folded when it did. */
  readonly moments: readonly { readonly item: number; readonly moment: Moment | Spike }[];
  /** The metrics at the end of each minute in which something was in the log. */
  readonly minutes: readonly { readonly item: number; readonly metrics: Metrics }[];
  /** Time of which data is missing; overlapping ones are joined. */
  readonly gaps: readonly Span[];
  /** Time without a source. */
  readonly closed: readonly Span[];
}

/** Makes keyframes and `index.json` of a complete recording: one pass over its items. */
export function indexRecording(_blob: ObjectStore, _id: RecordingId): Promise<RecordingIndex> {
  return Promise.reject(new FrontrowError("NOT_YET", "not yet"));
}

/** The index as it was made; undefined: there is none of this version of the fold. */
export function readIndex(_blob: ObjectStore, _id: RecordingId): Promise<RecordingIndex | undefined> {
  return Promise.reject(new FrontrowError("NOT_YET", "not yet"));
}

/**
 * Makes the keyframes that are due in a growing recording, by its segments so far; returns how many it made. To be called after each
 * segment: it folds only when one is due.
 */
export function extendIndex(_blob: ObjectStore, _id: RecordingId, _segments: readonly SegmentSummary[]): Promise<number> {
  return Promise.reject(new FrontrowError("NOT_YET", "not yet"));
}
