import type { ObjectStore } from "@frontrow/blob/object-store";
import type { LogEntry } from "@frontrow/protocol/entry";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { Archived, RecordedBroadcast, RecordingId, SegmentSummary } from "@frontrow/protocol/recording";

/** Before the first entry of a session. */
export const NOTHING_ARCHIVED: Archived = { position: { epoch: 1, id: "0-0", stamp: "" }, items: 0, toMs: 0 };

export interface SegmentToWrite {
  readonly recordingId: RecordingId;
  readonly broadcast: RecordedBroadcast;
  readonly after: Archived;
  /** The entries of the log after it, in order, insights among them. */
  readonly entries: readonly LogEntry[];
}

/** Writes the segment, then its sidecar. The same entries after the same place give the same objects, whoever writes them. */
export function writeSegment(_blob: ObjectStore, _segment: SegmentToWrite): Promise<SegmentSummary> {
  return Promise.reject(new FrontrowError("NOT_YET", "not yet"));
}

/** The segments of a recording in order from its beginning, found again by their sidecars. */
export function listSegments(_blob: ObjectStore, _id: RecordingId): Promise<SegmentSummary[]> {
  return Promise.reject(new FrontrowError("NOT_YET", "not yet"));
}
