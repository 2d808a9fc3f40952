import { setTimeout as pause } from "node:timers/promises";
import { readItems } from "@frontrow/audience/fold";
import { ARCHIVE_QUEUE } from "@frontrow/protocol/archive-job";
import { onDemandDocuments } from "@frontrow/protocol/documents";
import type { DeskId, WorkerId } from "@frontrow/protocol/ids";
import { createRedis, type RedisConnection } from "@frontrow/redis/client";
import { createKeyframeStore } from "@frontrow/redis/keyframes";
import { keys } from "@frontrow/redis/keys";
import { createLogStore, recordOf, type Writer } from "@frontrow/redis/log";
import { createLogReader, type LogReader } from "@frontrow/redis/log-reader";
import { createMetricsStore } from "@frontrow/redis/metrics-store";
import { createOwnerRecords } from "@frontrow/redis/owner-record";
import { createRecordingStore } from "@frontrow/redis/recordings";
import type { RedisServer } from "@frontrow/redis/server";
import { createSessionStore } from "@frontrow/redis/sessions";
import { createShardSubscriber, type ShardSubscriber } from "@frontrow/redis/shard-subscriber";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { userNamed } from "@frontrow/testkit/users";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createArchiveOrders } from "../src/archive-orders.ts";
import { type CheckpointScheduler, createCheckpointScheduler } from "../src/checkpoint-scheduler.ts";
import type { RetentionSettings } from "../src/log-retention.ts";
import { createFoldMetrics } from "../src/metrics.ts";
import { SessionFold } from "../src/session-fold.ts";
import { Broadcast } from "./broadcast.ts";

let server: RedisServer;
let redis: RedisConnection;
let subscriber: ShardSubscriber;
let reader: LogReader;
let scheduler: CheckpointScheduler;
const owners: Owner[] = [];

beforeAll(async () => {
  server = await startTestRedis();
  redis = createRedis(server.url, quietLogger);
  await redis.start();
  subscriber = createShardSubscriber(redis, quietLogger);
  reader = createLogReader({ subscriber, store: createLogStore(redis.client), logger: quietLogger, sweepMs: 500 });
  scheduler = createCheckpointScheduler({ intervalMs: 5 });
  for (const part of [subscriber, reader, scheduler]) await part.start();
});
afterEach(() => {
  for (const owner of owners.splice(0)) owner.fold.lost();
});
afterAll(async () => {
  for (const part of [scheduler, reader, subscriber, redis, server]) await part.stop();
});

interface Owner {
  readonly fold: SessionFold;
  readonly writer: Writer;
  /** Resolves when the work ends by itself. */
  readonly run: Promise<void>;
  isFenced: boolean;
}

type Fault = (step: string, moment: "before" | "after") => Promise<void> | undefined;

interface OwnerOptions {
  /** The writer that is judged dead. */
  readonly after?: Writer;
  /** Called around each write; a promise that it gives holds the worker up. */
  readonly fault?: Fault;
  readonly keyframeEvents?: number;
  readonly keep?: RetentionSettings;
  readonly schedules?: Pick<CheckpointScheduler, "schedule" | "run">;
}

async function claimAndFold(
  broadcast: Broadcast,
  { after, fault, keyframeEvents = 40, keep, schedules }: OwnerOptions = {},
): Promise<Owner> {
  const claimed = await createOwnerRecords(redis.client).claim({
    id: broadcast.sessionId,
    role: "analytics",
    expected: after ? recordOf(after) : "",
    worker: "wkr_test" as WorkerId,
    nonce: `nonce${owners.length}`,
  });
  if (claimed.outcome !== "claimed") throw new Error(claimed.outcome);
  const { writer } = claimed;
  const faulty =
    <A, R>(step: string, write: (argument: A) => Promise<R>) =>
    async (argument: A) => {
      await fault?.(step, "before");
      const answer = await write(argument);
      await fault?.(step, "after");
      return answer;
    };
  const log = createLogStore(redis.client);
  const metrics = createMetricsStore(redis.client);
  const keyframes = createKeyframeStore(redis.client);
  const hooks = {
    fenced() {
      owner.isFenced = true;
    },
    onUnwanted() {},
  };
  const fold = new SessionFold({ id: broadcast.sessionId, role: "analytics", writer, workerId: "wkr_test" as WorkerId }, hooks, {
    reader,
    scheduler: { ...scheduler, ...schedules },
    log: { ...log, trim: (id, ...bounds) => faulty("trim", () => log.trim(id, ...bounds))(undefined) },
    metrics: { ...metrics, checkpoint: faulty("checkpoint", metrics.checkpoint) },
    keyframes: { ...keyframes, write: faulty("keyframe", keyframes.write) },
    sessions: createSessionStore(redis.client),
    observe: createFoldMetrics(createMetricsRegistry(), () => 0),
    logger: quietLogger,
    nowMs: Date.now,
    archive: createArchiveOrders({ redis, recordings: createRecordingStore(redis.client), log }),
    settings: {
      keyframeEvents,
      keyframeMs: 300_000,
      keyframeLogBytes: 1_000_000,
      retention: keep ?? { keepBytes: 500_000, keepMs: 60_000 },
      archiveMs: 120_000,
      archiveItems: 100,
      archivePollMs: 50,
    },
  });
  const owner: Owner = { fold, writer, run: fold.run(), isFenced: false };
  owner.run.catch(() => {});
  owners.push(owner);
  return owner;
}

async function newBroadcast(): Promise<Broadcast> {
  const broadcast = new Broadcast(redis);
  await broadcast.open();
  return broadcast;
}

const isTold = (broadcast: Broadcast) =>
  eventually(async () => {
    const { metrics, gifters, questions } = broadcast.expected();
    const shown = expect.objectContaining({ ...metrics, atMs: expect.any(Number) });
    expect(await broadcast.told()).toEqual({ metrics, gifters, questions, shown });
  });

const forever = new Promise<void>(() => {});

describe("a worker that is killed", () => {
  const steps = ["checkpoint", "keyframe", "trim"].flatMap((step) =>
    (["before", "after"] as const).flatMap((moment) => [1, 8].map((nth) => ({ step, moment, nth }))),
  );
  it.each(steps)("$moment its $step number $nth leaves a session that goes on as if nothing had happened", async (kill) => {
    const broadcast = await newBroadcast();
    let seen = 0;
    let isDead = false;
    const fault: Fault = (step, moment) => {
      if (step === kill.step && moment === kill.moment && ++seen === kill.nth) isDead = true;
      return isDead ? forever : undefined;
    };
    const dead = await claimAndFold(broadcast, { fault, keep: { keepBytes: 10_000, keepMs: 0 } });
    for (let n = 0; n < 400 && !isDead; n++) await broadcast.happen(2, 3);
    expect(isDead).toBe(true);
    dead.fold.lost();
    await broadcast.happen(5);
    await claimAndFold(broadcast, { after: dead.writer });
    await broadcast.happen(5);
    await isTold(broadcast);
  });
});

it("writes the room and all gifters, publishes the room alone, and a new owner goes on with both", async () => {
  const broadcast = await newBroadcast();
  const first = await claimAndFold(broadcast);
  const guest = { id: "ann", handle: "ann", nickname: "Ann", avatarUrl: "" };
  const base = (atMs: number, id: string) => ({ id, atMs, sentAtMs: atMs });
  const rose = { giftId: "1", name: "Rose", count: 1, diamondsEach: 5, diamonds: 5, streakOpen: false };
  const given = (atMs: number, id: string) => ({
    ...base(atMs, id),
    ...rose,
    type: "gift" as const,
    user: userNamed("fan"),
    streakId: id,
  });
  await broadcast.tell((atMs) => [
    { ...base(atMs, "1"), type: "guest", guest, state: "joined" },
    { ...base(atMs, "2"), type: "goal", goalId: "g", description: "roses", progress: 1, target: 9 },
    { ...given(atMs, "3"), receiver: guest },
    given(atMs, "4"),
  ]);
  const agree = () =>
    eventually(async () => {
      const [room, gifters] = await broadcast.documents("room", "gifters");
      expect([room?.stored, room?.said]).toEqual([room?.expected, room?.expected]);
      expect([gifters?.stored, gifters?.said]).toEqual([gifters?.expected, undefined]);
      return room?.stored;
    });
  await agree();
  expect((await broadcast.documents("room"))[0]?.stored).toMatchObject({
    guests: [{ guest, diamonds: 5 }],
    goals: [{ progress: 1 }],
  });
  first.fold.lost();
  await broadcast.tell((atMs) => [{ ...given(atMs, "5"), receiver: guest }, given(atMs, "6")]);
  await claimAndFold(broadcast, { after: first.writer });
  await broadcast.tick(31_000);
  await agree();
  expect((await broadcast.documents("room"))[0]?.stored).toMatchObject({ guests: [{ guest, diamonds: 10 }] });
});

describe("documents that are only asked for", () => {
  const names = [...onDemandDocuments, "leaderboard"] as const;
  const store = () => createMetricsStore(redis.client);
  const isAsFolded = async (broadcast: Broadcast): Promise<void> => {
    for (const { name, stored, expected } of await broadcast.documents(...onDemandDocuments))
      expect(stored ?? [], name).toEqual(expected);
  };
  /** A broadcast with something in each of them. */
  const eventfulBroadcast = async (): Promise<Broadcast> => {
    const broadcast = await newBroadcast();
    await broadcast.tick(40_000);
    return broadcast;
  };

  it("are written when somebody asks, as of all that was folded, and not again within a second", async () => {
    const broadcast = await eventfulBroadcast();
    await claimAndFold(broadcast, { keyframeEvents: 100_000 });
    await broadcast.happen(30);
    await isTold(broadcast);
    const unasked = await store().read(broadcast.sessionId);
    expect(Object.keys(unasked?.documents ?? {})).not.toEqual(expect.arrayContaining(["explanations"]));
    // Once more where the machine was busy: who asks waits for half a second, and the second may be over before it asks again.
    await eventually(async () => {
      const asked = await store().readCurrent(broadcast.sessionId, ["explanations"]);
      expect(asked?.documents.explanations?.chats?.value).toBe(broadcast.expected().metrics.chats);
      expect(asked?.documentsAt).toEqual({ explanations: { atMs: asked?.metrics.atMs, id: asked?.position?.id } });
      await broadcast.happen(1);
      await isTold(broadcast);
      const again = await store().readCurrent(broadcast.sessionId, ["explanations"]);
      expect(again?.documents).toEqual(asked?.documents);
      expect(again?.metrics.atMs).toBeGreaterThan(asked?.metrics.atMs as number);
    }, 30_000);
    await eventually(() => isAsFolded(broadcast));
  });

  it("make no later checkpoint come before its time", async () => {
    const broadcast = await newBroadcast();
    const waiting: (() => Promise<void>)[] = [];
    let checkpoints = 0;
    await claimAndFold(broadcast, {
      fault(step, moment) {
        if (step === "checkpoint" && moment === "before") checkpoints += 1;
        return undefined;
      },
      schedules: { schedule: (step) => void waiting.push(step), run: (step) => void step() },
    });
    await broadcast.happen(5);
    await eventually(() => expect(waiting).toHaveLength(1));
    await waiting[0]?.();
    await broadcast.happen(5);
    await eventually(() => expect(waiting).toHaveLength(2));
    await store().readCurrent(broadcast.sessionId, ["explanations"]);
    await eventually(() => expect(checkpoints).toBe(2));
    await broadcast.happen(5);
    await eventually(() => expect(waiting).toHaveLength(3));
    await waiting[1]?.();
    expect(checkpoints).toBe(2);
    await waiting[2]?.();
    expect(checkpoints).toBe(3);
  });

  it("are written once a minute, and when the session is handed over: then nobody need be asked", async () => {
    const broadcast = await eventfulBroadcast();
    const owner = await claimAndFold(broadcast, { keyframeEvents: 40 });
    await broadcast.happen(30);
    await isTold(broadcast);
    expect((await store().read(broadcast.sessionId))?.documentsAt).toEqual({});
    await broadcast.tick(60_000);
    await eventually(async () => {
      const { documents, documentsAt } = (await store().read(broadcast.sessionId)) ?? {};
      expect(documents?.explanations).toBeDefined();
      expect(Object.keys(documentsAt ?? {}).toSorted()).toEqual(onDemandDocuments.toSorted());
    });
    await broadcast.happen(1);
    await isTold(broadcast);
    await owner.fold.handOver();
    await createOwnerRecords(redis.client).release({ id: broadcast.sessionId, role: "analytics", writer: owner.writer });
    await isAsFolded(broadcast);
  });

  it.each(["before", "after"] as const)(
    "are the older ones where the owner is killed %s it writes, and new with the next",
    async (moment) => {
      const broadcast = await eventfulBroadcast();
      let isDead = false;
      let isAsked = false;
      const fault: Fault = (step, at) => {
        if (isAsked && step === "checkpoint" && at === moment) isDead = true;
        return isDead ? forever : undefined;
      };
      const dead = await claimAndFold(broadcast, { fault, keyframeEvents: 100_000 });
      await broadcast.happen(30);
      await isTold(broadcast);
      const before = await store().readCurrent(broadcast.sessionId, names);
      await olderThanCurrent(broadcast);
      isAsked = true;
      const during = await store().readCurrent(broadcast.sessionId, names);
      await eventually(() => expect(isDead).toBe(true)); // it may get there after the half second that was waited for it
      if (moment === "before") expect(during).toMatchObject({ documents: before?.documents, documentsAt: before?.documentsAt });
      dead.fold.lost();
      await broadcast.happen(5);
      const asked = store().readCurrent(broadcast.sessionId, names);
      await claimAndFold(broadcast, { after: dead.writer });
      await asked;
      await isTold(broadcast);
      await eventually(() => isAsFolded(broadcast));
    },
  );

  it("are as they were written last while nobody owns the session", async () => {
    const broadcast = await newBroadcast();
    await broadcast.happen(5);
    expect(await store().readCurrent(broadcast.sessionId, names)).toMatchObject({ documents: {}, position: undefined });
    const owner = await claimAndFold(broadcast, { keyframeEvents: 100_000 });
    await isTold(broadcast);
    await eventually(async () => {
      const written = await store().readCurrent(broadcast.sessionId, names);
      expect(written?.documentsAt.explanations?.id).toBe(written?.position?.id);
    });
    owner.fold.lost();
    await createOwnerRecords(redis.client).release({ id: broadcast.sessionId, role: "analytics", writer: owner.writer });
    const before = await store().read(broadcast.sessionId, names);
    await broadcast.happen(5);
    expect(await store().readCurrent(broadcast.sessionId, names)).toEqual(before);
    expect(before?.documentsAt.explanations?.id).toBe(before?.position?.id);
  });

  /** Until what was written is more than a second old in the log's time. */
  async function olderThanCurrent(broadcast: Broadcast): Promise<void> {
    await pause(1_100);
    await broadcast.happen(1);
    await isTold(broadcast);
  }
});

it("trims its log behind the keyframe, and a new owner goes on from there", async () => {
  const broadcast = await newBroadcast();
  const first = await claimAndFold(broadcast, { keep: { keepBytes: 10_000, keepMs: 0 } });
  for (let n = 0; n < 20; n++) {
    await broadcast.happen(5);
    await isTold(broadcast);
  }
  expect(await redis.client.xlen(keys.log(broadcast.sessionId))).toBeLessThan(60);
  first.fold.lost();
  await broadcast.happen(5);
  await claimAndFold(broadcast, { after: first.writer });
  await isTold(broadcast);
});

it("a worker that wakes up after somebody else took over writes nothing, and is told so", async () => {
  const broadcast = await newBroadcast();
  let wake = (): void => {};
  const asleep = new Promise<void>((resolve) => {
    wake = resolve;
  });
  let isAsleep = false;
  const fault: Fault = (step, moment) => {
    if (step !== "checkpoint" || moment !== "before") return undefined;
    isAsleep = true;
    return asleep;
  };
  const sleeper = await claimAndFold(broadcast, { fault });
  await broadcast.happen(5);
  await eventually(() => expect(isAsleep).toBe(true));
  await claimAndFold(broadcast, { after: sleeper.writer });
  await broadcast.happen(5);
  await isTold(broadcast);
  wake();
  await eventually(() => expect(sleeper.isFenced).toBe(true));
  await sleeper.run;
  await broadcast.happen(5);
  await isTold(broadcast);
});

it("goes back to its keyframe when a fail-over has lost the end of the log, and says again only what was lost", async () => {
  const broadcast = await newBroadcast();
  const owner = await claimAndFold(broadcast);
  await broadcast.happen(30);
  await isTold(broadcast);
  const replica = await copySlot(broadcast);
  const mark = await broadcast.mark();
  await broadcast.happen(10);
  await isTold(broadcast);
  await restoreSlot(broadcast, replica);
  await broadcast.resendFrom(mark);
  await broadcast.happen(10);
  await isTold(broadcast);
  expect(owner.isFenced).toBe(false);
});

it("counts what was trimmed before it was folded as a gap, and keeps what it knew", async () => {
  const broadcast = await newBroadcast();
  const first = await claimAndFold(broadcast);
  await broadcast.happen(30);
  await isTold(broadcast);
  await first.fold.handOver();
  const before = broadcast.expected().metrics;
  await broadcast.happen(20);
  await redis.client.xtrim(keys.log(broadcast.sessionId), "MAXLEN", 5);
  await redis.client.hset(keys.head(broadcast.sessionId), "trimmed", await idBeforeFirst(broadcast));
  await claimAndFold(broadcast, { after: first.writer });
  await eventually(async () => {
    const stored = await createMetricsStore(redis.client).read(broadcast.sessionId);
    expect(stored?.metrics.atMs).toBe(broadcast.expected().metrics.atMs);
    expect(stored?.metrics.gapMs).toBeGreaterThan(2_000);
    expect(stored?.metrics.chats).toBeGreaterThan(before.chats);
    expect(stored?.metrics.chats).toBeLessThan(broadcast.expected().metrics.chats);
  });
  // What was lost is a fact in the log, in order: whoever folds it later finds it there.
  const entries = (await createLogStore(redis.client).readBack(broadcast.sessionId, { entries: 100 })).toReversed();
  const items = entries.flatMap((entry) => readItems(entry));
  expect(items.filter(({ type }) => type === "gap")).toMatchObject([{ reason: "trimmed" }]);
  expect(items.map(({ atMs }) => atMs)).toEqual(items.map(({ atMs }) => atMs).toSorted((a, b) => a - b));
});

describe("a recorded session", () => {
  const desk = "dsk_aaaaaaaaaaaaaaaaaaaaaaaa" as DeskId;
  const jobsOf = async ({ sessionId }: Broadcast) =>
    (await redis.client.exists(`${keys.queue("archive")}:${ARCHIVE_QUEUE}:${sessionId}`)) === 1;

  it("is ordered to be archived after a number of items, one that nobody holds is not", async () => {
    const [held, free] = [await newBroadcast(), await newBroadcast()];
    await createRecordingStore(redis.client).hold(desk, held.sessionId, { handle: "alice", roomId: "room" });
    for (const broadcast of [held, free]) {
      await claimAndFold(broadcast);
      await broadcast.happen(10);
      await isTold(broadcast);
      expect(await jobsOf(broadcast)).toBe(false);
      await broadcast.happen(15);
      await isTold(broadcast);
    }
    await eventually(async () => expect(await jobsOf(held)).toBe(true));
    expect(await jobsOf(free)).toBe(false);
  });

  it("stays its owner's until its recording is complete", async () => {
    const broadcast = await newBroadcast();
    const { sessionId } = broadcast;
    const recordings = createRecordingStore(redis.client);
    await recordings.hold(desk, sessionId, { handle: "alice", roomId: "room" });
    const owner = await claimAndFold(broadcast);
    let isOver = false;
    void owner.run.then(() => {
      isOver = true;
    });
    await broadcast.happen(2);
    await broadcast.close();
    await eventually(async () => expect(await jobsOf(broadcast)).toBe(true));
    await isTold(broadcast);
    expect(isOver).toBe(false);
    const tail = await createLogStore(redis.client).tail(sessionId);
    const { archived: after } = (await recordings.read(sessionId)) ?? {};
    if (!tail || !after) throw new Error("no log");
    const upTo = { position: { epoch: 1, id: tail.id, stamp: tail.stamp }, items: 12, toMs: 1 };
    await recordings.advance(sessionId, { key: "a", after, upTo, fromMs: 1, members: [] });
    expect(isOver).toBe(false);
    await recordings.complete(sessionId, upTo, tail.id);
    await owner.run;
  });
});

it("leaves out an entry that cannot be read, and folds on", async () => {
  const broadcast = await newBroadcast();
  await claimAndFold(broadcast);
  await broadcast.happen(3);
  await broadcast.scribble("not json");
  await broadcast.happen(3);
  await isTold(broadcast);
});

/** All of a session's keys, as a replica has them. */
async function copySlot({ sessionId }: Broadcast): Promise<Map<string, Buffer>> {
  const copy = new Map<string, Buffer>();
  for (const key of await redis.client.keys(`*{${sessionId}}*`)) {
    const value = await redis.client.dumpBuffer(key);
    if (value) copy.set(key, value);
  }
  return copy;
}

/** The replica has become the primary: what came after the copy is gone. */
async function restoreSlot({ sessionId }: Broadcast, copy: Map<string, Buffer>): Promise<void> {
  const restoring = redis.client.multi();
  for (const key of await redis.client.keys(`*{${sessionId}}*`)) restoring.del(key);
  for (const [key, value] of copy) restoring.restore(key, 0, value, "REPLACE");
  await restoring.exec();
}

async function idBeforeFirst({ sessionId }: Broadcast): Promise<string> {
  const [first] = await redis.client.xrange(keys.log(sessionId), "-", "+", "COUNT", 1);
  return first?.[1][1] ?? "0-0";
}
