import type { ObjectStore } from "@frontrow/blob/object-store";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { RecordingId, SegmentSummary } from "@frontrow/protocol/recording";

/**
 * Makes the keyframes that are due in a growing recording, by its segments so far; returns how many it made. To be called after each
 * segment: it folds only when one is due.
 */
export function extendIndex(_blob: ObjectStore, _id: RecordingId, _segments: readonly SegmentSummary[]): Promise<number> {
  return Promise.reject(new FrontrowError("NOT_YET", "not yet"));
}
