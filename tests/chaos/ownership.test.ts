import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createOwnership } from "@frontrow/ownership/ownership";
import { createRedis } from "@frontrow/redis/client";
import { keys } from "@frontrow/redis/keys";
import { freePort, type RedisServer, startRedisServer } from "@frontrow/redis/server";
import { shardOf } from "@frontrow/redis/wanted-index";
import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { redisCommand, startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quick } from "./log-appender.ts";
import {
  fencesIn,
  type HarnessWorker,
  type OwnershipHarness,
  openOwnershipHarness,
  session,
  type WorkerProcess,
} from "./ownership-harness.ts";

let server: RedisServer;
beforeAll(async () => {
  server = await startTestRedis(["--databases", "64"]);
});
afterAll(() => server.stop());

/** Nobody is found dead, and no sweep finds anything, before a test ends: orders alone bring an owner. */
const byOrdersAlone = { ...quick, leaseMs: 180_000, sweepMs: 90_000, compareMs: 180_000 };
/** Only a worker that is stopped on purpose is silent for so long, not one that waits for the CPU. */
const patient = { ...quick, leaseMs: 3_000, heartbeatMs: 300 };

/** Each test has a database of its own, so that several can run side by side. */
let databases = 0;
async function withHarness(test: (harness: OwnershipHarness) => Promise<void>): Promise<void> {
  const harness = openOwnershipHarness(`${server.url}/${databases++}`);
  try {
    await test(harness);
  } finally {
    await harness.close();
  }
}
const one = session("one");
const ownerOf = <W extends HarnessWorker>(workers: readonly W[], id: string): W => {
  const [owner, ...rest] = workers.filter((worker) => worker.owns().includes(id));
  if (!owner || rest.length > 0) throw new Error(`${rest.length + (owner ? 1 : 0)} workers own ${id}`);
  return owner;
};

describe("killed workers", () => {
  it("are taken over from ten times in a row, and the writes of no two ever interleave", () =>
    withHarness(async (harness) => {
      let workers: WorkerProcess[] = await Promise.all([harness.worker(), harness.worker()]);
      await harness.watch(one);
      for (let kill = 0; kill < 10; kill += 1) {
        const owner = await eventually(() => ownerOf(workers, one));
        const next = harness.worker();
        await pause(50);
        owner.process.kill("SIGKILL");
        workers = [...workers.filter((worker) => worker !== owner), await next];
      }
      await eventually(() => ownerOf(workers, one));
      // More, when the machine is so busy that a live worker misses its lease: then, too, without interleaving.
      await eventually(async () => expect(fencesIn(await harness.entries(one)).length).toBeGreaterThanOrEqual(11));
    }));

  it("lose all that they own to the others, at once and not over a minute", () =>
    withHarness(async (harness) => {
      const config = { ...quick, compareMs: 60_000 };
      const ids = Array.from({ length: 60 }, (_, n) => session(`many${n}x`));
      const victim = await harness.worker({ config });
      for (const id of ids) await harness.watch(id);
      await eventually(() => expect(victim.owns()).toHaveLength(60));
      const others = await Promise.all([harness.worker({ config }), harness.worker({ config })]);
      // They have found their places: each has its part of the index shards.
      await eventually(async () => {
        for (const other of others) expect(await harness.shardsOf(other)).toBeGreaterThanOrEqual(4);
      });
      victim.process.kill("SIGKILL");
      // Far less than a full compare takes: that would find them too.
      await eventually(() => expect(others.flatMap((other) => other.owns()).sort()).toEqual([...ids].sort()), 15_000);
      // Nothing of it is left behind.
      await eventually(async () =>
        expect(await harness.redis.client.zrange(keys.workers("analytics"), 0, "-1")).not.toContain(victim.workerId),
      );
    }));

  const steps = (count: number, from: "start" | "drain") =>
    Array.from({ length: count }, (_, n) => ({ from, afterCommands: n + 1 }));
  // Claim: read, wanted?, list, claim. Work: make the log, two entries. End: release, list, wanted?, order.
  // Drain: release, list, order; entries may come in between.
  it.concurrent.for([...steps(11, "start"), ...steps(4, "drain")])(
    "leave what the sweep heals: dead after step $afterCommands from the $from on",
    async ({ from, afterCommands }) =>
      withHarness(async (harness) => {
        const entries = from === "start" ? { entries: 2 } : {};
        const victim = await harness.worker({
          config: { ...quick, leaseMs: 20_000, sweepMs: 5000 },
          dies: { id: one, from, afterCommands },
          ...entries,
        });
        await harness.watch(one);
        if (from === "drain") {
          await eventually(() => ownerOf([victim], one), 60_000);
          victim.process.kill("SIGTERM");
        }
        await victim.exited;
        const survivor = await harness.survivor();
        // Less than the half minute after which BullMQ gives an order back that died with its worker.
        await eventually(() => ownerOf([survivor], one), 25_000);
        await eventually(async () => expect((await harness.entries(one)).at(-1)?.stamp).toMatch(/^analytics:\d+:\d\d/));
        fencesIn(await harness.entries(one));
        await eventually(async () =>
          expect(await harness.redis.client.smembers(keys.owns(victim.workerId as never))).toEqual([]),
        );
      }),
  );
});

describe("a gateway that dies between two steps of a watch", () => {
  it("leaves an index entry that goes, or a watch that is served", () =>
    withHarness(async (harness) => {
      const [indexed, attached] = [session("indexed"), session("attached")];
      await harness.watch(indexed, 1);
      await harness.watch(attached, 2);
      const worker = await harness.survivor();
      await eventually(() => ownerOf([worker], attached));
      await eventually(async () =>
        expect(await harness.redis.client.zscore(keys.wanted("analytics", shardOf(indexed)), indexed)).toBeNull(),
      );
      expect(worker.owns()).toEqual([attached]);
    }));
});

describe("a worker that sleeps through its lease", () => {
  it("wakes up, writes not one entry, gives up what it lost, and works on", () =>
    withHarness(async (harness) => {
      const sleeper = await harness.worker({ config: patient });
      await harness.watch(one);
      await eventually(async () => expect(await harness.entries(one)).not.toHaveLength(0));
      const other = await harness.survivor(patient);
      sleeper.process.kill("SIGSTOP");
      await eventually(() => ownerOf([other], one), 30_000);
      await eventually(async () => expect(fencesIn(await harness.entries(one))).toHaveLength(2));
      sleeper.process.kill("SIGCONT");
      await eventually(() => expect(sleeper.owns()).toEqual([]));
      expect(sleeper.messages).toContainEqual(expect.objectContaining({ type: "lost", id: one }));
      const written = (await harness.entries(one)).length;
      await eventually(async () => expect((await harness.entries(one)).length).toBeGreaterThan(written + 30));
      expect(fencesIn(await harness.entries(one))).toHaveLength(2); // throws when an entry of the sleeper came after the other's
      expect(ownerOf([sleeper, other], one)).toBe(other);
      await harness.watch(session("two"));
      await eventually(() => ownerOf([sleeper, other], session("two")));
    }));
});

describe("a worker that drains", () => {
  it("hands over at once, and is not found dead", () =>
    withHarness(async (harness) => {
      const ids = Array.from({ length: 30 }, (_, n) => session(`drain${n}x`));
      const first = await harness.worker({ config: byOrdersAlone });
      for (const id of ids) await harness.watch(id);
      await eventually(() => expect(first.owns()).toHaveLength(30));
      const second = await harness.survivor(byOrdersAlone);
      await harness.heartbeats(second, 2); // its one sweep is over
      first.process.kill("SIGTERM");
      await eventually(() => expect(second.owns()).toHaveLength(30), 30_000);
      await first.exited;
      expect(first.messages.at(-1)).toEqual({ type: "stopped" });
      for (const id of ids) expect(fencesIn(await harness.entries(id))).toHaveLength(2);
    }));
});

describe.concurrent("Redis away for five seconds", () => {
  const config = { capacity: 100, compareMs: 2000 }; // the lease and the heartbeats are those of production

  /** Two workers with twenty claims between them; gives back what began and what was lost while `outage` ran, and after. */
  async function through(redis: RedisServer, outage: () => Promise<void>) {
    const begun: string[] = [];
    let lost = 0;
    const connections = [createRedis(redis.url, quietLogger), createRedis(redis.url, quietLogger)];
    const workers = connections.map((connection) =>
      createOwnership({
        role: "analytics",
        redis: connection,
        logger: quietLogger as never,
        config,
        wanted: { isWanted: async () => true },
        own: ({ id }) => {
          begun.push(id);
          return {
            run: () => new Promise<void>(() => {}),
            async handOver() {},
            lost() {
              lost += 1;
            },
          };
        },
      }),
    );
    const harness = openOwnershipHarness(redis.url);
    await Promise.all(workers.map((worker) => worker.start()));
    for (let n = 0; n < 20; n += 1) await harness.watch(session(`out${n}x`));
    await eventually(() => expect(begun).toHaveLength(20));
    await pause(1500); // more than Redis may lose by writing its file once a second
    await outage();
    // A false death shows within a lease of 3 s and a sweep; five heartbeats after the outage are more.
    await Promise.all(workers.map((worker) => harness.heartbeats(worker, 5)));
    const result = { begun: begun.length, lost, owned: workers.reduce((sum, worker) => sum + worker.owned(), 0) };
    await harness.watch(session("afterwards"));
    await eventually(() => expect(begun).toHaveLength(21));
    await Promise.all(workers.map((worker) => worker.stop(AbortSignal.timeout(5000))));
    await Promise.all(connections.map((connection) => connection.stop()));
    await harness.close();
    return result;
  }

  it("stalled: nobody takes over, and the work goes on", async () => {
    const redis = await startTestRedis();
    const result = await through(redis, async () => {
      redis.process.kill("SIGSTOP");
      await pause(5000);
      redis.process.kill("SIGCONT");
    });
    await redis.stop();
    expect(result).toEqual({ begun: 20, lost: 0, owned: 20 });
  });

  it("killed, and back with its file: nobody takes over, and the work goes on", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "frontrow-redis-"));
    const options = { command: redisCommand(), port: await freePort(), dataDir };
    let redis = await startRedisServer(options);
    const result = await through(redis, async () => {
      const exited = new Promise((resolve) => redis.process.once("exit", resolve));
      redis.process.kill("SIGKILL");
      await exited;
      await pause(5000);
      redis = await startRedisServer(options);
    });
    await redis.stop();
    await rm(dataDir, { recursive: true });
    expect(result).toEqual({ begun: 20, lost: 0, owned: 20 });
  });
});
