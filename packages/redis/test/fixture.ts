import type { CreatorId, SessionId, WorkerId } from "@frontrow/protocol/ids";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { createRedis, type RedisConnection } from "../src/client.ts";
import { createLogStore, type LogStore, type Writer } from "../src/log.ts";
import { createLogReader, type LogReader } from "../src/log-reader.ts";
import { createSessionStore } from "../src/sessions.ts";
import { createShardSubscriber, type ShardSubscriber } from "../src/shard-subscriber.ts";

/** What follows and writes logs, on one Redis. */
export interface Kit {
  readonly redis: RedisConnection;
  readonly store: LogStore;
  readonly subscriber: ShardSubscriber;
  readonly reader: LogReader;
  stop(): Promise<void>;
}

export async function openKit(url: string, { sweepMs = 60_000, maxEntries = 50_000 } = {}): Promise<Kit> {
  const redis = createRedis(url, quietLogger);
  await redis.start();
  const store = createLogStore(redis.client, { maxEntries });
  const subscriber = createShardSubscriber(redis, quietLogger);
  const reader = createLogReader({ subscriber, store, logger: quietLogger, sweepMs });
  await subscriber.start();
  await reader.start();
  return {
    redis,
    store,
    subscriber,
    reader,
    async stop() {
      await reader.stop();
      await subscriber.stop();
      await redis.stop();
    },
  };
}

let made = 0;
export function newSessionId(): SessionId {
  made += 1;
  return `ses_test${String(made).padStart(8, "0")}` as SessionId;
}

export const ingestWriter = (fence = 1): Writer => ({ role: "ingest", nonce: "nonce", fence });

/** A session as ingest opens it, and its writer. */
export async function openSession({ redis }: Pick<Kit, "redis">, sessionId = newSessionId(), writer = ingestWriter()) {
  await createSessionStore(redis.client).open({
    sessionId,
    creatorId: "cr_demo:alice" as CreatorId,
    roomId: "room",
    kind: "LIVE",
    writer,
    worker: "wkr_test" as WorkerId,
  });
  return { log: sessionId, writer };
}

/** Appends whose data is the sequence number. */
export const numbered = (log: SessionId, writer: Writer, sequence: number) =>
  ({ log, writer, epoch: 1, sequence, kind: "events", data: `[${sequence}]` }) as const;
