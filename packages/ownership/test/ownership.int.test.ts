import { setTimeout as pause } from "node:timers/promises";
import type { WorkerId } from "@frontrow/protocol/ids";
import { keys } from "@frontrow/redis/keys";
import { createOwnerRecords } from "@frontrow/redis/owner-record";
import { shardOf } from "@frontrow/redis/wanted-index";
import { createWorkerStore } from "@frontrow/redis/workers";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ORDER_GRACE_MS } from "../src/orders/pending-orders.ts";
import { createHarness, creator, type Harness, quick, role } from "./harness.ts";

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness();
});
afterEach(() => harness.clean());
afterAll(() => harness.close());

const alice = creator("alice");
/** Nobody is found dead, and no sweep finds anything, before a test ends: orders alone bring an owner. */
const byOrdersAlone = { leaseMs: 240_000, sweepMs: 120_000, compareMs: 120_000 };
const worksOf = (id: string) => harness.works.get(id) ?? [];
const indexed = async (id: string) => (await harness.redis.client.zscore(keys.wanted(role, shardOf(id)), id)) !== null;

describe("a worker", () => {
  it("claims what was ordered, runs it, and releases it when the work is done", async () => {
    const worker = await harness.worker();
    await harness.watch(alice);
    const work = await eventually(() => running(alice));
    expect(worker.owned()).toBe(1);
    await harness.unwatch(alice);
    work.finish();
    await eventually(() => expect(worker.owned()).toBe(0));
    expect(await createOwnerRecords(harness.redis.client).read({ id: alice, role })).toBeUndefined();
    expect(await harness.redis.client.smembers(keys.owns(worker.workerId))).not.toContain(`${role} ${alice}`);
  });

  it("drops a second order for what is owned, and an order for what nothing wants", async () => {
    const { registry, claims } = countedClaims();
    const worker = await harness.worker({}, { registry });
    await harness.watch(alice);
    await eventually(() => running(alice));
    await harness.orders.order(role, alice);
    await harness.orders.order(role, creator("nobody"));
    await eventually(async () => expect([await claims("held"), await claims("unwanted")]).toEqual([1, 1]));
    expect((await harness.orders.waiting(role)).forCapacity).toBe(0);
    expect(worker.owned()).toBe(1);
    expect(worksOf(alice)).toHaveLength(1);
  });

  it("orders failed work again, with a back-off that neither the sweep nor another order shortens", async () => {
    const { registry, claims } = countedClaims();
    await harness.worker({ minBackOffMs: 800, compareMs: 200 }, { registry });
    await harness.watch(alice);
    (await eventually(() => running(alice))).fail(new Error("boom"));
    const failedAtMs = performance.now();
    await harness.orders.order(role, alice);
    await eventually(async () => expect(await claims("early")).toBeGreaterThanOrEqual(2)); // that order, and the sweep's
    await eventually(() => running(alice));
    expect(performance.now() - failedAtMs).toBeGreaterThan(550);
    expect(worksOf(alice)).toHaveLength(2);
  });

  it("goes on for a watch that came while its work was finishing", async () => {
    const { registry, claims } = countedClaims();
    // After its first sweep, of an empty index, it sweeps no more: nothing is left but the check after a release.
    const worker = await harness.worker(byOrdersAlone, { registry });
    await eventually(async () => expect(await harness.shardsOf(worker)).toBe(16));
    await harness.watch(alice);
    const work = await eventually(() => running(alice));
    await harness.unwatch(alice);
    await harness.watch(alice); // this order finds an owner, and is dropped
    await eventually(async () => expect(await claims("held")).toBe(1));
    work.finish();
    await eventually(() => expect(running(alice)).not.toBe(work));
    expect(await claims("claimed")).toBe(2);
  });

  it("tells its work when nothing wants it any more", async () => {
    await harness.worker();
    await harness.watch(alice);
    const work = await eventually(() => running(alice));
    let told = false;
    work.hooks.onUnwanted(() => {
      told = true;
    });
    const asked = harness.asked(alice);
    await eventually(() => expect(harness.asked(alice)).toBeGreaterThan(asked + 1));
    expect(told).toBe(false);
    await harness.unwatch(alice);
    await eventually(() => expect(told).toBe(true));
  });

  it("leaves orders in the queue when it is full, says so, and takes them when there is room", async () => {
    const registry = createMetricsRegistry();
    const worker = await harness.worker({ capacity: 2 }, { registry });
    for (const name of ["a", "b", "c"]) await harness.watch(creator(name));
    await eventually(() => expect(worker.owned()).toBe(2));
    await eventually(() => expect(worker.waitingOrders()).toBeGreaterThan(0));
    expect(await registry.getSingleMetricAsString("frontrow_orders_waiting")).not.toContain(`{role="${role}"} 0`);
    // However often the sweep finds it, it orders it once: beside the first order one more waits at most.
    const sweeps = Math.ceil(ORDER_GRACE_MS / quick.compareMs) + 3;
    await eventually(() => expect(harness.asked(creator("c"))).toBeGreaterThanOrEqual(sweeps));
    expect((await harness.orders.waiting(role)).forCapacity).toBeLessThanOrEqual(2);
    for (const name of ["a", "b"]) {
      await harness.unwatch(creator(name));
      harness.runner(creator(name))?.finish();
    }
    await eventually(() => running(creator("c")));
    await eventually(() => expect(worker.waitingOrders()).toBe(0));
    expect(worker.owned()).toBe(1);
  });

  it("stops work whose write answered fenced, and has it started anew when nobody owns it", async () => {
    await harness.worker();
    await harness.watch(alice);
    const work = await eventually(() => running(alice));
    await harness.redis.client.hset(keys.owner(alice, role), "writer", ""); // as a fail-over that lost the claim leaves it
    work.hooks.fenced();
    await eventually(() => expect(running(alice)).not.toBe(work));
    expect(work.state).toBe("lost");
  });

  it("finds by itself that a claim is somebody else's, without a write that says so", async () => {
    const worker = await harness.worker();
    await harness.watch(alice);
    const work = await eventually(() => running(alice));
    await harness.redis.client.hset(keys.owner(alice, role), "writer", "other:99999999999999", "worker", "wkr_other");
    await eventually(() => expect(work.state).toBe("lost"));
    expect(worker.owned()).toBe(0);
  });

  it("takes over from an owner only at the very heartbeat at which it was judged dead", async () => {
    const registry = createMetricsRegistry();
    const other = "wkr_other" as WorkerId;
    await harness.redis.client.hset(keys.owner(alice, role), "writer", "other:7", "worker", other);
    await createWorkerStore(harness.redis.client).sendHeartbeat(other, {
      role,
      heartbeat: "2",
      owned: 1,
      capacity: 1,
      draining: false,
    });
    const worker = await harness.worker({ leaseMs: 60_000 }, { registry });
    const claims = () => registry.getSingleMetricAsString("frontrow_claims_total");
    await harness.orders.order(role, alice, { previousOwner: { writer: "other:7", beat: "1" } });
    await eventually(async () => expect(await claims()).toContain('"alive"} 1'));
    await harness.orders.order(role, alice, { previousOwner: { writer: "other:6", beat: "2" } });
    await eventually(async () => expect(await claims()).toContain('"taken"} 1'));
    expect(worker.owned()).toBe(0);
    await harness.orders.order(role, alice, { previousOwner: { writer: "other:7", beat: "2" } });
    const work = await eventually(() => running(alice));
    expect(work.claim.writer.fence).toBeGreaterThan(7);
    expect(await registry.getSingleMetricAsString("frontrow_takeovers_total")).toContain(`{role="${role}"} 1`);
  });

  it("releases a claim that it does not know of, because the answer to the claim was lost", async () => {
    const worker = await harness.worker();
    await harness.index.add(role, alice);
    await harness.watchers.attach({ creatorId: alice, deskId: "dsk_x" as never, generation: 1 });
    await createWorkerStore(harness.redis.client).addHolding(worker.workerId, { id: alice, role });
    const answer = await createOwnerRecords(harness.redis.client).claim({
      id: alice,
      role,
      expected: "",
      worker: worker.workerId,
      nonce: "lost",
    });
    expect(answer.outcome).toBe("claimed");
    await eventually(() => running(alice));
  });

  it("counts claims and what it owns", async () => {
    const registry = createMetricsRegistry();
    await harness.worker({}, { registry });
    await harness.watch(alice);
    await eventually(() => running(alice));
    expect(await registry.getSingleMetricAsString("frontrow_claims_total")).toContain(`{role="${role}",outcome="claimed"} 1`);
    expect(await registry.getSingleMetricAsString("frontrow_owned_sessions")).toContain(`{role="${role}"} 1`);
  });
});

describe("a worker that drains", () => {
  it("hands all over to another at once, and leaves no trace", async () => {
    const ids = Array.from({ length: 20 }, (_, n) => creator(n));
    const second = await harness.worker(byOrdersAlone);
    await eventually(async () => expect(await harness.shardsOf(second)).toBe(16)); // its one sweep finds nothing yet
    const first = await harness.worker(byOrdersAlone);
    for (const id of ids) await harness.watch(id);
    await eventually(() => expect(first.owned() + second.owned()).toBe(20));
    const moving = ids.filter((id) => running(id).workerId === first.workerId);
    expect(moving).not.toHaveLength(0);
    await first.stop(AbortSignal.timeout(30_000));
    await eventually(() => expect(second.owned()).toBe(20));
    for (const id of moving) {
      expect(worksOf(id).map(({ state }) => state)).toEqual(["handed over", "running"]);
    }
    expect(await harness.redis.client.exists(keys.worker(first.workerId), keys.owns(first.workerId))).toBe(0);
    expect(await harness.redis.client.zscore(keys.workers(role), first.workerId)).toBeNull();
  });

  it("does not wait for a stuck flush, and still gives the claim up", async () => {
    const never = () => new Promise<void>(() => {});
    const config = { ...byOrdersAlone, handOverMs: 200 };
    const first = await harness.worker(config, { own: () => ({ run: never, handOver: never, lost() {} }) });
    await harness.watch(alice);
    await eventually(() => expect(first.owned()).toBe(1));
    await harness.worker(config);
    // Without a deadline, a stop that waits for the flush would never end.
    await first.stop(new AbortController().signal);
    await eventually(() => running(alice));
  });

  it("gives up at the deadline, and is found dead by the others", async () => {
    const never = () => new Promise<void>(() => {});
    // Without the deadline, a stop would wait for the flush for an hour.
    const config = { handOverMs: 3_600_000 };
    const first = await harness.worker(config, { own: () => ({ run: never, handOver: never, lost() {} }) });
    await harness.watch(alice);
    await eventually(() => expect(first.owned()).toBe(1));
    await harness.worker();
    await first.stop(AbortSignal.timeout(100));
    await eventually(() => running(alice));
  });
});

describe("fair share", () => {
  const many = Array.from({ length: 40 }, (_, n) => creator(n));
  const rebalanced = { isRebalanced: true, handOversPerSweep: 10 };

  it("gives a worker that starts later its part, and then leaves things where they are", async () => {
    const first = await harness.worker(rebalanced);
    for (const id of many) await harness.watch(id);
    await eventually(() => expect(first.owned()).toBe(40));
    const second = await harness.worker(rebalanced);
    await eventually(() => expect(second.owned()).toBeGreaterThanOrEqual(18), 15_000);
    await eventually(() => expect(first.owned() + second.owned()).toBe(40));
    const begun = () => many.reduce((sum, id) => sum + worksOf(id).length, 0);
    const before = begun();
    const asked = harness.asked(creator(0));
    await eventually(() => expect(harness.asked(creator(0))).toBeGreaterThanOrEqual(asked + 4)); // rounds over all that it owns
    expect(begun() - before).toBeLessThanOrEqual(4);
    expect(Math.abs(first.owned() - second.owned())).toBeLessThanOrEqual(6);
  });

  it("moves nothing where a move is dear, but gives new orders to the newcomer", async () => {
    const first = await harness.worker();
    for (const id of many.slice(0, 20)) await harness.watch(id);
    await eventually(() => expect(first.owned()).toBe(20));
    const second = await harness.worker();
    await eventually(async () => expect(await harness.shardsOf(second)).toBe(8)); // the first has seen it
    for (const id of many.slice(20, 30)) await harness.watch(id);
    await eventually(() => expect(first.owned() + second.owned()).toBe(30));
    // The first was already waiting for its next order when the second one came.
    expect(first.owned()).toBeLessThanOrEqual(21);
  });
});

describe("the sweep", () => {
  it("orders what is wanted though its order was lost", async () => {
    await harness.worker();
    await harness.index.add(role, alice);
    await harness.watchers.attach({ creatorId: alice, deskId: "dsk_x" as never, generation: 1 });
    await eventually(() => running(alice));
  });

  it("compares quickly after a death: the dead may have had an order that no list names", async () => {
    const survivor = await harness.worker({ compareMs: 3_600_000 });
    const workers = createWorkerStore(harness.redis.client);
    const dying = "wkr_dying" as WorkerId;
    // It sends heartbeats while the first passes go over an empty index; the next ones would come in an hour.
    for (let heartbeat = 0; heartbeat < 30; heartbeat++) {
      await workers.sendHeartbeat(dying, { role, heartbeat: String(heartbeat), owned: 0, capacity: 1, draining: false });
      await workers.enlist(dying, role);
      await pause(100);
    }
    const lost = Array.from({ length: 40 }, (_, n) => creator(`lost${n}`));
    for (const id of lost) {
      await harness.index.add(role, id);
      await harness.watchers.attach({ creatorId: id, deskId: "dsk_x" as never, generation: 1 });
    }
    await eventually(() => expect(lost.map((id) => harness.runner(id)?.workerId)).toEqual(lost.map(() => survivor.workerId)));
  });

  it("goes on with the others when the wanted state of one id cannot be read", async () => {
    let failures = 0;
    const isWanted = async (id: string) => {
      if (id !== creator("broken")) return true;
      failures += 1;
      throw new Error("unreadable");
    };
    await harness.worker({}, { wanted: { isWanted } });
    await harness.index.add(role, creator("broken"));
    await eventually(() => expect(failures).toBeGreaterThan(0));
    await harness.index.add(role, alice);
    await eventually(() => running(alice));
    expect(await indexed(creator("broken"))).toBe(true);
  });

  it("removes what nothing wants from the index, once it is older than the grace", async () => {
    await harness.worker({ graceMs: 5_000, compareMs: 200 });
    await harness.index.add(role, alice);
    await eventually(() => expect(harness.asked(alice)).toBeGreaterThan(1)); // found unwanted twice, and left
    expect(await indexed(alice)).toBe(true);
    await eventually(async () => expect(await indexed(alice)).toBe(false), 20_000);
  });

  it("keeps what is owned or wanted in the index", async () => {
    await harness.worker();
    await harness.watch(alice);
    await eventually(() => running(alice));
    // What nothing wants goes from the same shard: the sweep was there, and found alice too old for the grace.
    const near = Array.from({ length: 200 }, (_, n) => creator(n)).filter((id) => shardOf(id) === shardOf(alice));
    for (const id of near.slice(0, 2)) {
      await harness.index.add(role, id);
      await eventually(async () => expect(await indexed(id)).toBe(false));
    }
    expect(await indexed(alice)).toBe(true);
  });

  it("shares the index shards among the workers, and takes those of one that left", async () => {
    const first = await harness.worker();
    await eventually(async () => expect(await harness.shardsOf(first)).toBe(16));
    const second = await harness.worker();
    await eventually(async () => expect(await harness.shardsOf(second)).toBe(8));
    await first.stop(AbortSignal.timeout(3000));
    await eventually(async () => expect(await harness.shardsOf(second)).toBe(16));
  });
});

/** How many orders of this worker came to which end. */
function countedClaims() {
  const registry = createMetricsRegistry();
  const claims = async (outcome: string): Promise<number> => {
    const text = await registry.getSingleMetricAsString("frontrow_claims_total");
    return Number(text.match(new RegExp(`outcome="${outcome}"} (\\d+)`))?.[1] ?? 0);
  };
  return { registry, claims };
}

function running(id: string) {
  const work = harness.runner(id);
  if (!work) throw new Error(`${id} does not run`);
  return work;
}
