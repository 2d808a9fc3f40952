import { z } from "zod";
import { count, epochMs } from "./numbers.ts";
import type { RecordingId } from "./recording-id.ts";

export { type RecordingId, recordedSession, recordingIdOf } from "./recording-id.ts";

const RECORDING_ID = /^(ses_[a-z0-9]{8,40})-(\d{1,16})$/;

export const recordingId = z
  .string("give the id of a recording")
  .regex(RECORDING_ID, "give the id of a recording, as it came")
  .transform((value) => value as RecordingId);

/** Who streamed, and what, as it was known while the broadcast was recorded. */
export const recordedBroadcastSchema = z.object({
  handle: z.string(),
  roomId: z.string(),
  hostId: z.string().optional(),
  nickname: z.string().optional(),
  avatarUrl: z.string().optional(),
  title: z.string().optional(),
});
export type RecordedBroadcast = z.infer<typeof recordedBroadcastSchema>;

/** Whether two broadcasts are of one creator, who may have another handle by now. */
export const isSameCreator = (
  one: Pick<RecordedBroadcast, "handle" | "hostId">,
  other: Pick<RecordedBroadcast, "handle" | "hostId">,
) => (one.hostId && other.hostId ? one.hostId === other.hostId : one.handle.toLowerCase() === other.handle.toLowerCase());

/** A recording in a list. */
export const recordingSummarySchema = z.object({
  recordingId: z.string(),
  broadcast: recordedBroadcastSchema,
  /** Event time of its first and of its last item so far. */
  fromMs: epochMs,
  toMs: epochMs,
  /** Events, ticks and facts of the session. */
  items: count,
  /** The broadcast goes on. */
  isGrowing: z.boolean(),
  /** Shipped with Frontrow, for everybody. */
  isSample: z.literal(true).optional(),
  /** What it was, in short; absent while it grows, and until it is indexed. */
  totals: z
    .object({
      chats: count,
      gifts: count,
      diamonds: count,
      follows: count,
      uniqueViewers: count,
      peakViewers: count,
      /** The mean over the time that was seen; absent of recordings that were indexed before it was counted. */
      averageViewers: z.number().nonnegative().optional(),
    })
    .optional(),
  /** How busy it was from its begin to its end, 0 to 100: what a small picture is drawn from. */
  preview: z.array(z.number().int().min(0).max(100)).optional(),
  /** What this desk noted of it. */
  name: z.string().optional(),
  isPinned: z.literal(true).optional(),
  bookmarks: count.optional(),
  /** Until then the desk holds it; absent for a sample, and for what is pinned. */
  untilMs: epochMs.optional(),
  /** It was deleted, and can be restored for an hour. */
  deletedAtMs: epochMs.optional(),
});
export type RecordingSummary = z.infer<typeof recordingSummarySchema>;

/** A place in a session's log: its position, without the log. */
const logPlaceSchema = z.object({ epoch: z.number().int(), id: z.string(), stamp: z.string() });
export type LogPlace = z.infer<typeof logPlaceSchema>;

/** How much of a session is archived: the next segment goes on from here. */
export const archivedSchema = z.object({
  /** Of the last entry. */
  position: logPlaceSchema,
  /** Items up to there. */
  items: count,
  /** The largest event time up to there; 0 before the first item. */
  toMs: epochMs,
});
export type Archived = z.infer<typeof archivedSchema>;

/** Before the first entry of a session. */
export const NOTHING_ARCHIVED: Archived = { position: { epoch: 1, id: "0-0", stamp: "" }, items: 0, toMs: 0 };

/** What a segment of a recording holds: all that is needed to read it. */
export const segmentSchema = z.object({
  /** Its object. */
  key: z.string(),
  /** What was archived before it … */
  after: archivedSchema,
  /** … and with it. */
  upTo: archivedSchema,
  /** Event time of its first item. */
  fromMs: epochMs,
  /** Its gzip members in order, each readable alone. */
  members: z.array(
    z.object({
      bytes: count,
      items: count,
      /** The largest event time up to its last item. */
      toMs: epochMs,
      /** The first half of the SHA-256 of its bytes, in hex. */
      sum: z.string(),
    }),
  ),
});
export type SegmentSummary = z.infer<typeof segmentSchema>;

/** What Redis knows of a recording while the broadcast goes on, and for a while after. */
export interface ArchiveRecord {
  readonly recordingId: RecordingId;
  readonly state: "growing" | "complete";
  readonly broadcast: RecordedBroadcast;
  readonly archived: Archived;
  /** In order, one going on from the other. */
  readonly segments: readonly SegmentSummary[];
}

/** Whether the broadcast of a recording goes on, by the record of its session. A room that was opened again later has another recording. */
export const isGrowing = (record: ArchiveRecord | undefined, recordingId: RecordingId): boolean =>
  record?.recordingId === recordingId && record.state === "growing";
