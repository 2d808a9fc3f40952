import type { Position } from "@frontrow/protocol/entry";
import type { CreatorId, SessionId, WorkerId } from "@frontrow/protocol/ids";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { createRedis, type RedisConnection } from "../src/client/client.ts";
import { createLogStore, type LogStore, type Writer } from "../src/log/log.ts";
import { createLogReader, type Follow, type LogReader } from "../src/log/reader.ts";
import { createShardSubscriber, type ShardSubscriber } from "../src/pubsub/subscriber.ts";
import { createSessionStore } from "../src/stores/sessions.ts";

/** What follows and writes logs, on one Redis. */
export interface Kit {
  readonly redis: RedisConnection;
  readonly store: LogStore;
  readonly subscriber: ShardSubscriber;
  readonly reader: LogReader;
  stop(): Promise<void>;
}

interface KitOptions {
  /** Where the subscriber connects, when it is to meet faults that commands do not. */
  readonly subscriberUrl?: string;
  readonly sweepMs?: number;
  readonly maxEntries?: number;
  readonly silenceMs?: number;
}

/** Sweeps are slow unless asked for, so that a test shows what repairs without them. */
export async function openKit(url: string, options: KitOptions = {}): Promise<Kit> {
  const { subscriberUrl = url, sweepMs = 60_000, maxEntries = 50_000, silenceMs = 5000 } = options;
  const redis = createRedis(url, quietLogger, { silenceMs });
  const forPushes = createRedis(subscriberUrl, quietLogger, { silenceMs });
  await redis.start();
  await forPushes.start();
  const store = createLogStore(redis.client, { maxEntries });
  const subscriber = createShardSubscriber(forPushes, quietLogger);
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
      await forPushes.stop();
      await redis.stop();
    },
  };
}

/** What a follow delivered, in its words: the data of entries, and the reason of a resync. */
export function record(reader: LogReader, from: Position): { readonly seen: string[]; readonly follow: Follow } {
  const seen: string[] = [];
  const follow = reader.follow(from, {
    onEntry: ({ data }) => seen.push(data),
    onResync: (reason) => seen.push(reason),
    onFailed: (error) => seen.push(String(error)),
  });
  return { seen, follow };
}

/** The data of the entries with these sequence numbers. */
export const dataOf = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, n) => `[${from + n}]`);

/** Appends entries in order, as a careful writer does: from where the log says that it misses something. */
export async function appendAll(store: LogStore, log: SessionId, writer: Writer, from: number, to: number): Promise<void> {
  for (let n = from; n <= to; n += 1) {
    const answer = await store.append(numbered(log, writer, n));
    if (answer.outcome === "missing") n = answer.lastSequence;
    else if (answer.outcome !== "appended" && answer.outcome !== "repeated") throw new Error(answer.outcome);
  }
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
