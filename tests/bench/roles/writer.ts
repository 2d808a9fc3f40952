import { randomBytes } from "node:crypto";
import { AppendQueue } from "@frontrow/ingest/append-queue";
import { createFlushInterval } from "@frontrow/ingest/flush-interval";
import { createMemoryQuota } from "@frontrow/ingest/memory-quota";
import { createOrders } from "@frontrow/ownership/start-orders";
import type { LiveEvent } from "@frontrow/protocol/event";
import { creatorIdOf, type SessionId, type WorkerId } from "@frontrow/protocol/ids";
import { createRedis, type RedisConnection } from "@frontrow/redis/client";
import { createCreatorStore } from "@frontrow/redis/creators";
import { createLogStore, type LogStore, type Writer } from "@frontrow/redis/log";
import { createOwnerRecords } from "@frontrow/redis/owner-record";
import { createSessionStore, sessionIdOf } from "@frontrow/redis/sessions";
import { createShardSubscriber } from "@frontrow/redis/shard-subscriber";
import { createWantedIndex } from "@frontrow/redis/wanted-index";
import { createEvents } from "../lib/events.ts";
import { benchLogger } from "../lib/logger.ts";
import { serveRole } from "../lib/role.ts";
import { callAtRate } from "../lib/timing.ts";

/** Broadcasts without TikTok: claims creators as ingest does, opens their sessions, and appends made events to them. */
interface Broadcast {
  readonly sessionId: SessionId;
  readonly writer: Writer;
  readonly next: () => LiveEvent;
  sequence: number;
  /** The append under way: one at a time, as in ingest. */
  last: Promise<void>;
}

const workerId = `wkr_${randomBytes(8).toString("hex")}` as WorkerId;
const broadcasts: Broadcast[] = [];
const quota = createMemoryQuota(64 * 1024 * 1024);
const flushInterval = createFlushInterval();
let redis: RedisConnection;
let log: LogStore;

serveRole({
  async start({ url }: { url: string }) {
    redis = createRedis(url, benchLogger);
    await redis.start();
    log = createLogStore(redis.client);
  },
  /** Makes the creators live. */
  async open({ names }: { names: string[] }) {
    const subscriber = createShardSubscriber(redis, benchLogger);
    const creators = createCreatorStore(redis, subscriber, benchLogger);
    const sessions = createSessionStore(redis.client);
    await Promise.all(names.map((name, seed) => open(name, seed)));
    return broadcasts.map(({ sessionId }) => sessionId);

    async function open(name: string, seed: number): Promise<void> {
      const creatorId = creatorIdOf(name);
      const roomId = String(7_000_000 + seed);
      const claimed = await createOwnerRecords(redis.client).claim({
        id: creatorId,
        role: "ingest",
        expected: "",
        worker: workerId,
        nonce: randomBytes(8).toString("hex"),
      });
      if (claimed.outcome !== "claimed") throw new Error(`${name} is taken`);
      const sessionId = sessionIdOf(creatorId, roomId);
      await sessions.open({ sessionId, creatorId, roomId, kind: "LIVE", writer: claimed.writer, worker: workerId });
      await creators.update({ creatorId, writer: claimed.writer, change: { handle: name, state: "connecting" } });
      await creators.update({ creatorId, writer: claimed.writer, change: { state: "live", roomId, sessionId } });
      const opened = JSON.stringify([{ type: "sourceOpened", atMs: Date.now(), roomId }]);
      await log.append({ log: sessionId, writer: claimed.writer, epoch: 1, sequence: 1, kind: "control", data: opened });
      broadcasts.push({ sessionId, writer: claimed.writer, next: createEvents(seed), sequence: 1, last: Promise.resolve() });
    }
  },
  /** Asks for owners of their folds, as ingest does. */
  async order() {
    const orders = createOrders(redis);
    const wanted = createWantedIndex(redis.client);
    await Promise.all(
      broadcasts.map(async ({ sessionId }) => {
        await wanted.add("analytics", sessionId);
        await orders.order("analytics", sessionId);
      }),
    );
    await orders.close();
  },
  /** Has `batch` events of each session appended every `everyMs`, as ingest does; resolves with the events appended. */
  async run({ everyMs, batch, seconds }: { everyMs: number; batch: number; seconds: number }) {
    const queues = broadcasts.map((broadcast) => ({ next: broadcast.next, queue: queueOf(broadcast) }));
    let appended = 0;
    await callAtRate(everyMs, seconds, () => {
      for (const { next, queue } of queues) {
        for (let event = 0; event < batch; event += 1) push(queue, next());
        appended += batch;
      }
    });
    await Promise.all(queues.map(({ queue }) => queue.flushed()));
    for (const [index, { queue }] of queues.entries()) (broadcasts[index] as Broadcast).sequence = queue.lastSequence;
    return appended;
  },
  /**
   * Appends `entriesPerSecond` entries of `batch` events over all sessions, one after the other in turn, in steps of
   * 50 ms; resolves with the events appended.
   */
  async spread({ entriesPerSecond, batch, seconds }: { entriesPerSecond: number; batch: number; seconds: number }) {
    const perStep = entriesPerSecond / 20;
    let entries = 0;
    const appending: Promise<void>[] = [];
    await callAtRate(50, seconds, (step) => {
      for (const until = Math.floor((step + 1) * perStep); entries < until; entries += 1) {
        appending.push(append(broadcasts[entries % broadcasts.length] as Broadcast, batch));
      }
    });
    await Promise.all(appending);
    return entries * batch;
  },
  /** Appends `entries` of `batch` events to each session as fast as Redis takes them. */
  async fill({ entries, batch }: { entries: number; batch: number }) {
    await Promise.all(
      broadcasts.map(async (broadcast) => {
        for (let entry = 0; entry < entries; entry += 1) await append(broadcast, batch);
      }),
    );
    return entries * batch * broadcasts.length;
  },
});

function queueOf({ sessionId, writer, sequence: lastSequence }: Broadcast): AppendQueue {
  const fail = (why: unknown): never => {
    throw new Error(`nothing goes wrong here: ${why}`);
  };
  return new AppendQueue({
    append: ({ sequence, kind, data }) => log.append({ log: sessionId, writer, epoch: 1, sequence, kind, data }),
    lastAtMs: () => fail("lost"),
    reopen: () => fail("absent"),
    gap: fail,
    onFenced: () => fail("fenced"),
    onFailure: fail,
    quota,
    flushInterval,
    lastSequence,
  });
}

function push(queue: AppendQueue, event: LiveEvent): void {
  if (!queue.push("events", JSON.stringify(event), event.atMs)) throw new Error("what waits has no room");
}

function append(broadcast: Broadcast, batch: number): Promise<void> {
  const items = Array.from({ length: batch }, broadcast.next);
  broadcast.last = broadcast.last.then(() => send(broadcast, JSON.stringify(items)));
  return broadcast.last;
}

async function send(broadcast: Broadcast, data: string): Promise<void> {
  broadcast.sequence += 1;
  const { sessionId, writer, sequence } = broadcast;
  const reply = await log.append({ log: sessionId, writer, epoch: 1, sequence, kind: "events", data });
  if (reply.outcome !== "appended") throw new Error(`append answered ${reply.outcome}`);
}
