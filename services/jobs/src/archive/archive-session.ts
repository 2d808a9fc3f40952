import { readItems } from "@frontrow/audience/fold";
import type { ObjectStore } from "@frontrow/blob/object-store";
import { type LogEntry, type Position, startOf } from "@frontrow/protocol/entry";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { EventOf } from "@frontrow/protocol/event";
import type { SessionId } from "@frontrow/protocol/ids";
import type { Archived, ArchiveRecord } from "@frontrow/protocol/recording";
import { isAfter, streamIdMs } from "@frontrow/protocol/stream-id";
import { extendIndex, indexRecording } from "@frontrow/recording/index-recording";
import { finishRecording } from "@frontrow/recording/manifest";
import { writeSegment } from "@frontrow/recording/segment";
import type { KeptAnswersStore } from "@frontrow/redis/kept-answers";
import type { LogStore } from "@frontrow/redis/log";
import type { RecordingStore } from "@frontrow/redis/recordings";
import type { SessionStore } from "@frontrow/redis/sessions";

export interface ArchiveDeps {
  readonly recordings: Pick<RecordingStore, "isHeld" | "read" | "advance" | "complete">;
  readonly sessions: Pick<SessionStore, "read">;
  readonly log: Pick<LogStore, "readAfter">;
  readonly answers: Pick<KeptAnswersStore, "keep">;
  readonly blob: ObjectStore;
  /** By Redis' clock, which made the ids of entries. */
  nowMs(): Promise<number>;
  /** Age of the youngest entry that is archived: what is younger a fail-over may still take back. */
  readonly minAgeMs: number;
  /** Items after which a segment ends. */
  readonly segmentItems: number;
  /** Entries were gone before they were archived. */
  onGap(gap: EventOf<"gap">): void;
  /** Keyframes or index of a recording could not be made: they are derived, and can be made later. */
  onNotIndexed(error: unknown): void;
}

/** `growing`: what is left is too young, or the session goes on. `unrecorded`: nobody holds the recording, or the log is gone. */
export type ArchiveOutcome = "growing" | "complete" | "unrecorded";

/**
 * Archives what a recorded session's log has and the storage has not: the segment, its sidecar, then the note in Redis that both are
 * there, by compare-and-set; at the end `recording.json`, and that the recording is complete.
 *
 * Safe to stop between any two steps and to run twice at once: a segment that is not noted is none of the recording, and whoever finds
 * that another has noted one goes on after that one.
 */
export async function archiveSession(deps: ArchiveDeps, sessionId: SessionId, signal?: AbortSignal): Promise<ArchiveOutcome> {
  const { recordings, sessions, blob } = deps;
  for (;;) {
    signal?.throwIfAborted();
    const record = (await recordings.isHeld(sessionId)) ? await recordings.read(sessionId) : undefined;
    const session = await sessions.read(sessionId);
    if (!record || !session) return "unrecorded";
    const batch = await readBatch(deps, sessionId, record.archived, session.sinceMs);
    if (batch === "absent") return "unrecorded";
    if (batch.entries.length > 0) {
      const { recordingId, broadcast, archived: after } = record;
      const segment = await writeSegment(blob, { recordingId, broadcast, after, entries: batch.entries });
      if ((await recordings.advance(sessionId, segment)) === "moved") continue;
      await derive(deps, () => extendIndex(blob, recordingId, [...record.segments, segment]));
      continue;
    }
    if (record.state === "complete") return "complete";
    if (session.state === "open" || !batch.isAtEnd) return "growing";
    if (await finish(deps, sessionId, record, batch.lastId)) return "complete";
  }
}

async function finish(deps: ArchiveDeps, sessionId: SessionId, record: ArchiveRecord, lastId: string): Promise<boolean> {
  const { recordings, blob, answers } = deps;
  await finishRecording(blob, record.recordingId, record.segments, record.broadcast);
  await answers.keep(record.recordingId);
  await derive(deps, () => indexRecording(blob, record.recordingId));
  return (await recordings.complete(sessionId, record.archived, lastId)) === "applied";
}

/** What is derived from a recording keeps it from being archived only while the storage is away. */
async function derive({ onNotIndexed }: ArchiveDeps, make: () => Promise<unknown>): Promise<void> {
  try {
    await make();
  } catch (error) {
    if (error instanceof FrontrowError && error.disposition === "retry") throw error;
    onNotIndexed(error);
  }
}

interface Batch {
  /** Up to one that has items; none when nothing that is old enough has. */
  readonly entries: readonly LogEntry[];
  /** Of the last entry that was read. */
  readonly lastId: string;
  /** Whether that is the last of the log. */
  readonly isAtEnd: boolean;
}

/** What is to be archived next. What is gone of it is declared lost by a gap before the first entry that is left. */
async function readBatch(
  deps: ArchiveDeps,
  sessionId: SessionId,
  archived: Archived,
  sinceMs: number,
): Promise<Batch | "absent"> {
  const youngestMs = (await deps.nowMs()) - deps.minAgeMs;
  const entries: LogEntry[] = [];
  let items = 0;
  let upToItems = 0;
  let lost: "trimmed" | "failover" | undefined;
  let position: Position = { log: sessionId, ...archived.position };
  const batch = (isAtEnd: boolean): Batch => ({ entries: entries.slice(0, upToItems), lastId: position.id, isAtEnd });
  for (;;) {
    const read = await deps.log.readAfter(position);
    if (read.outcome === "absent" || read.outcome === "epoch") return "absent";
    if (read.outcome !== "ok") {
      if (entries.length > 0) return batch(false); // the bound took what comes next: the next batch begins with that
      lost = read.outcome === "trimmed" ? "trimmed" : "failover";
      // A log that does not know where we are, as after a backup was restored: on with what is newer than that.
      position = read.outcome === "trimmed" ? read.first : startOf(sessionId, position.epoch);
      continue;
    }
    for (const entry of read.entries) {
      if (streamIdMs(entry.id) > youngestMs) return batch(false);
      position = entry;
      if (!isAfter(entry.id, archived.position.id)) continue;
      const found = readItems(entry, () => {});
      const [first] = found;
      if (lost && first) {
        const gap = gapBefore(first.atMs, archived.toMs || sinceMs, lost);
        entries.push({ ...entry, kind: "events", data: JSON.stringify([gap]) });
        deps.onGap(gap);
        lost = undefined;
      }
      entries.push(entry);
      items += found.length;
      if (found.length > 0) upToItems = entries.length;
      if (items >= deps.segmentItems) return batch(false);
    }
    if (!read.more) return batch(true);
  }
}

function gapBefore(atMs: number, sinceMs: number, reason: "trimmed" | "failover"): EventOf<"gap"> {
  const fromMs = Math.min(sinceMs, atMs);
  return { type: "gap", id: `gap:archive:${fromMs}`, atMs, sentAtMs: atMs, fromMs, toMs: atMs, reason };
}
