import { ARCHIVE_QUEUE, type ArchiveJob, archiveJobId, archiveJobOptions } from "@frontrow/protocol/archive-job";
import type { SessionId } from "@frontrow/protocol/ids";
import { isAfter } from "@frontrow/protocol/stream-id";
import type { RedisClient, RedisConnection } from "@frontrow/redis/client";
import { keys } from "@frontrow/redis/keys";
import type { LogStore } from "@frontrow/redis/log";
import type { RecordingStore } from "@frontrow/redis/recordings";
import { Queue } from "bullmq";

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
  let opened: { readonly queue: Queue<ArchiveJob>; readonly client: RedisClient } | undefined;

  /** Made at the first order: many workers never fold a session that is recorded. */
  function queue(): Queue<ArchiveJob> {
    if (opened) return opened.queue;
    const client = redis.duplicate();
    opened = { client, queue: new Queue<ArchiveJob>(ARCHIVE_QUEUE, { connection: client, prefix: keys.queue("archive") }) };
    // The connection logs its failures itself, and commands wait for it.
    opened.queue.on("error", () => {});
    return opened.queue;
  }

  return {
    async order(sessionId) {
      if (!(await recordings.isHeld(sessionId))) return;
      await queue().add("archive", { sessionId }, { ...archiveJobOptions, jobId: archiveJobId({ sessionId }) });
    },
    async isDone(sessionId) {
      if (!(await recordings.isHeld(sessionId))) return true;
      const [record, lastId] = await Promise.all([recordings.read(sessionId), lastFactId(log, sessionId)]);
      if (!record) return true;
      return record.state === "complete" && !isAfter(lastId ?? "0-0", record.archived.position.id);
    },
    async close() {
      await opened?.queue.close();
      opened?.client.disconnect();
    },
  };
}

/** Id of the last entry that is no insight, if it is near the end. */
export async function lastFactId(log: Pick<LogStore, "readBack">, sessionId: SessionId): Promise<string | undefined> {
  const entries = await log.readBack(sessionId, { entries: LOOK_BACK_ENTRIES });
  return entries.find((entry) => entry.kind !== "insights")?.id;
}
