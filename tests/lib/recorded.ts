import type { ObjectStore } from "@frontrow/blob/object-store";
import type { LogEntry } from "@frontrow/protocol/entry";
import {
  type Archived,
  NOTHING_ARCHIVED,
  type RecordedBroadcast,
  type RecordingId,
  type SegmentSummary,
} from "@frontrow/protocol/recording";
import { finishRecording } from "@frontrow/recording/manifest";
import { writeSegment } from "@frontrow/recording/segment";

interface ToRecord {
  readonly recordingId: RecordingId;
  readonly broadcast: RecordedBroadcast;
  readonly log: readonly LogEntry[];
}

/** As the archive job's. */
const SEGMENT_ITEMS = 8_192;

/** Writes a complete recording of a log, in segments as large as the archive job's. */
export async function record(blob: ObjectStore, { recordingId, broadcast, log }: ToRecord): Promise<SegmentSummary[]> {
  const segments: SegmentSummary[] = [];
  let after: Archived = NOTHING_ARCHIVED;
  let items = 0;
  let from = 0;
  for (const [at, { data }] of log.entries()) {
    items += JSON.parse(data).length;
    if (items < SEGMENT_ITEMS && at < log.length - 1) continue;
    const segment = await writeSegment(blob, { recordingId, broadcast, after, entries: log.slice(from, at + 1) });
    segments.push(segment);
    after = segment.upTo;
    from = at + 1;
    items = 0;
  }
  await finishRecording(blob, recordingId, segments, broadcast);
  return segments;
}
