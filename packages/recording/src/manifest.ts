import type { ObjectStore } from "@frontrow/blob/object-store";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { RecordedBroadcast, RecordingId, SegmentSummary } from "@frontrow/protocol/recording";

/** Writes `recording.json`: from here on the recording is complete, and Redis need not know of it. */
export function finishRecording(
  _blob: ObjectStore,
  _id: RecordingId,
  _segments: readonly SegmentSummary[],
  _broadcast: RecordedBroadcast,
): Promise<void> {
  return Promise.reject(new FrontrowError("NOT_YET", "not yet"));
}
