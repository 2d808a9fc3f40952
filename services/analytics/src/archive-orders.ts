import { createJobQueue } from "@frontrow/ownership/job-queue";
import { ARCHIVE_QUEUE, type ArchiveJob, archiveJobId, archiveJobOptions } from "@frontrow/protocol/archive-job";
import type { SessionId } from "@frontrow/protocol/ids";
import { isAfter } from "@frontrow/protocol/stream-id";
import type { RedisConnection } from "@frontrow/redis/client";
import type { LogStore } from "@frontrow/redis/log";
import type { RecordingStore } from "@frontrow/redis/recordings";

/** What a fold does for the recording of its session: the archiver reads the log by itself, and is told when. */
export interface ArchiveOrders {
  /** Orders that a session be archived, if it is recorded. Repeated orders are one; one that is lost is ordered again. */
  order(sessionId: SessionId): Promise<void>;
  /** Whether all facts of a closed session are in the storage, or nobody holds a recording of it. */
  isDone(sessionId: SessionId): Promise<boolean>;
  close(): Promise<void>;
}

/** After the last fact of a session come at most our own last insights. */
const LOOK_BACK_ENTRIES = 8;

export interface ArchiveOrdersDeps {
  readonly redis: Pick<RedisConnection, "duplicate">;
  readonly recordings: Pick<RecordingStore, "isHeld" | "read">;
  readonly log: Pick<LogStore, "readBack">;
}

export function createArchiveOrders({ redis, recordings, log }: ArchiveOrdersDeps): ArchiveOrders {
  const queue = createJobQueue<ArchiveJob>(redis, { name: "archive", queue: ARCHIVE_QUEUE });
  return {
    async order(sessionId) {
      if (!(await recordings.isHeld(sessionId))) return;
      await queue.add("archive", { sessionId }, { ...archiveJobOptions, jobId: archiveJobId({ sessionId }) });
    },
    async isDone(sessionId) {
      if (!(await recordings.isHeld(sessionId))) return true;
      const [record, lastId] = await Promise.all([recordings.read(sessionId), lastFactId(log, sessionId)]);
      if (!record) return true;
      return record.state === "complete" && !isAfter(lastId ?? "0-0", record.archived.position.id);
    },
    close: () => queue.close(),
  };
}

/** Id of the last entry that is no insight, if it is near the end. */
export async function lastFactId(log: Pick<LogStore, "readBack">, sessionId: SessionId): Promise<string | undefined> {
  const entries = await log.readBack(sessionId, { entries: LOOK_BACK_ENTRIES });
  return entries.find((entry) => entry.kind !== "insights")?.id;
}
