import type { WorkerId } from "@frontrow/protocol/ids";
import type { OwnerRecord } from "@frontrow/redis/owner-record";
import { shardOf } from "@frontrow/redis/wanted-index";
import type { Holding } from "@frontrow/redis/workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OrderOptions } from "../orders/start-orders.ts";
import { createSweep, verdictOn } from "./sweep.ts";

const role = "analytics";
const deadOne = "wkr_dead" as WorkerId;
const ownedBy = (worker: string, writer = "w:1"): OwnerRecord => ({ worker: worker as WorkerId, writer });
const holding = (id: string, of: Holding["role"] = role): Holding => ({ role: of, id: id as Holding["id"] });
const previousOwner = { writer: "w:1", beat: "heartbeat of wkr_dead" };
/** Ids of one shard, and the shard. */
const SHARD = 3;
const ids = Array.from({ length: 4_000 }, (_, n) => `ses_${n}`).filter((id) => shardOf(id) === SHARD);
const [a = "", b = "", c = "", d = ""] = ids;
const elsewhere = Array.from({ length: 100 }, (_, n) => `els_${n}`).find((id) => shardOf(id) !== SHARD) as string;

function setUp({ compareMs = 60_000 } = {}) {
  const done: unknown[] = [];
  const world = {
    owners: new Map<string, OwnerRecord>(),
    wanted: new Set<string>(),
    dead: [] as WorkerId[],
    holdings: [] as Holding[],
    recent: new Set<string>(),
    indexed: [] as string[],
    scans: 0,
    isUnwantedUnreadable: false,
  };
  const onFailure = vi.fn();
  const sweep = createSweep({
    role,
    records: { read: async ({ id }: Holding) => world.owners.get(id) } as never,
    workers: {
      holdings: async () => world.holdings,
      removeHolding: async (worker: WorkerId, { id }: Holding) => void done.push(["unlist", worker, id]),
      remove: async (worker: WorkerId) => void done.push(["remove worker", worker]),
    } as never,
    index: {
      size: async () => world.indexed.length,
      async scan(_: string, shard: number, cursor: string) {
        world.scans += 1;
        expect(shard).toBe(SHARD);
        const at = Number(cursor);
        const part = world.indexed.slice(at, at + 7).map((id) => ({ id, score: "1" }));
        return { cursor: at + 7 < world.indexed.length ? String(at + 7) : "0", ids: part };
      },
      remove: async (_: string, { id }: { id: string }, graceMs: number) => void done.push(["remove", id, graceMs]),
    } as never,
    observer: {
      include: (worker: WorkerId) => void done.push(["include", worker]),
      isDead: (worker: WorkerId) => world.dead.includes(worker),
      heartbeat: (worker: WorkerId) => `heartbeat of ${worker}`,
      dead: () => world.dead,
    } as never,
    pending: {
      isRecent: (id) => world.recent.has(id),
      request: (id: string, options: OrderOptions) => void done.push(["request", id, options]),
      forget: (id) => void done.push(["forget", id]),
      flush: async () => void done.push(["flush"]),
    },
    settings: { sweepMs: 100, compareMs, graceMs: 777 },
    async isWanted(id) {
      if (id === "ses_broken") throw new Error("unreadable");
      return world.wanted.has(id);
    },
    onFailure,
  });
  const step = async (held = [SHARD]): Promise<unknown[]> => {
    done.length = 0;
    await sweep.step(new Set(held));
    return done.filter((each) => Array.isArray(each) && each[0] !== "flush");
  };
  return { done, world, step, onFailure };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the sweep's verdict on an id", () => {
  it("leaves what somebody alive owns, wanted or not: its owner is told", () => {
    expect(verdictOn({ owner: "alive", isWanted: true })).toBe("leave");
    expect(verdictOn({ owner: "alive", isWanted: false })).toBe("leave");
  });

  it("takes over from the dead, also what nothing wants: somebody must close what they left open", () => {
    expect(verdictOn({ owner: "dead", isWanted: true })).toBe("take over");
    expect(verdictOn({ owner: "dead", isWanted: false })).toBe("take over");
  });

  it("orders what is wanted and nobody owns, and removes what is neither", () => {
    expect(verdictOn({ owner: "nobody", isWanted: true })).toBe("order");
    expect(verdictOn({ owner: "nobody", isWanted: false })).toBe("remove");
  });
});

describe("a sweep over the index", () => {
  it("does with each id what its verdict says, and places the orders at the end", async () => {
    const { done, world, step } = setUp({ compareMs: 100 });
    world.indexed = [a, b, c, d];
    world.wanted.add(a).add(c);
    world.owners.set(c, ownedBy("wkr_alive")).set(d, ownedBy(deadOne));
    world.dead = [deadOne];
    world.holdings = [holding(a, "sweep")];
    world.owners.set(a, ownedBy("wkr_alive"));
    await step(); // the death is handled
    world.owners.delete(a);
    vi.advanceTimersByTime(100);
    expect(await step()).toEqual(
      expect.arrayContaining([
        ["request", a, { urgency: "found" }],
        ["remove", b, 777],
        ["include", "wkr_alive"],
        ["forget", c],
        ["request", d, { previousOwner, urgency: "interrupted" }],
      ]),
    );
    expect(done.at(-1)).toEqual(["flush"]);
  });

  it("goes on with the others when one id cannot be read", async () => {
    const { world, step, onFailure } = setUp({ compareMs: 100 });
    world.indexed = ["ses_broken", a];
    world.wanted.add(a);
    expect(await step()).toEqual([["request", a, { urgency: "found" }]]);
    expect(onFailure).toHaveBeenCalledWith(expect.any(Error), 1);
  });

  it("spreads the first pass over two seconds, and each later one over the time of a full compare", async () => {
    const { world, step } = setUp({ compareMs: 10_000 });
    world.indexed = ids.slice(0, 200);
    const next = async (): Promise<number> => {
      const found = (await step()).length;
      vi.advanceTimersByTime(100);
      return found;
    };
    const first = [];
    const scans = [];
    for (let n = 0; n < 20; n++) {
      first.push(await next());
      scans.push(world.scans);
    }
    expect(first).toEqual(Array.from({ length: 20 }, () => 10));
    expect(scans.slice(0, 2)).toEqual([2, 3]); // no more is read than is compared soon
    const second = [];
    for (let n = 0; n < 100; n++) second.push(await next());
    expect(second).toEqual(Array.from({ length: 100 }, () => 2));
  });

  it.each([90, 140])("goes through all of %i ids before it begins anew, also when steps come late", async (count) => {
    const { world, step } = setUp({ compareMs: 10_000 });
    world.indexed = ids.slice(0, count);
    const seen: unknown[] = [];
    while (seen.length < count) {
      seen.push(...(await step()));
      vi.advanceTimersByTime(20_000);
    }
    expect(seen).toEqual(world.indexed.map((id) => ["remove", id, 777]));
  });

  it("waits with the next pass until the time of the one before is over, and compares one id a step at least", async () => {
    const { world, step } = setUp({ compareMs: 1_000 });
    world.indexed = [a, b];
    const found = [];
    for (let n = 0; n < 12; n++) {
      found.push((await step()).length);
      vi.advanceTimersByTime(100);
    }
    expect(found).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
  });

  it("begins anew with a shard that it has again: somebody else swept it meanwhile", async () => {
    const { world, step } = setUp();
    world.indexed = ids.slice(0, 60);
    expect(await step()).toHaveLength(3);
    await step([]);
    const scans = world.scans;
    await step();
    expect(world.scans).toBeGreaterThan(scans);
  });
});

describe("a worker that is dead", () => {
  const handled = (world: ReturnType<typeof setUp>["world"]) => {
    world.dead = [deadOne];
    return world;
  };

  it("loses all that its list names and its records give it", async () => {
    const { world, step } = setUp();
    handled(world).holdings = [holding(a)];
    world.owners.set(a, ownedBy(deadOne));
    expect(await step()).toEqual([["request", a, { previousOwner, urgency: "interrupted" }]]);
  });

  it("has taken off its list what it does not own any more; what is wanted and nobody has is ordered", async () => {
    const { world, step } = setUp();
    handled(world).holdings = [holding(a), holding(b), holding(c)];
    world.owners.set(a, ownedBy("wkr_alive"));
    world.wanted.add(a).add(b);
    const done = await step();
    expect(done).toHaveLength(4);
    expect(done).toEqual(
      expect.arrayContaining([
        ["unlist", deadOne, a],
        ["request", b, { urgency: "interrupted" }],
        ["unlist", deadOne, b],
        ["unlist", deadOne, c],
      ]),
    );
  });

  it("leaves index shards to who sweeps them: no order for those", async () => {
    const { world, step } = setUp();
    handled(world).holdings = [holding(a, "sweep"), holding(b, "sweep")];
    world.owners.set(a, ownedBy(deadOne));
    world.wanted.add(b);
    expect(await step()).toEqual([["unlist", deadOne, b]]);
  });

  it("leaves to other sweepers what is in their shards, and waits for orders that were placed a moment ago", async () => {
    const { world, step } = setUp();
    handled(world).holdings = [holding(elsewhere), holding(a)];
    world.owners.set(elsewhere, ownedBy(deadOne)).set(a, ownedBy(deadOne));
    world.recent.add(a);
    expect(await step()).toEqual([]);
  });

  it("is taken off the list of workers once it has nothing left", async () => {
    const { world, step } = setUp();
    handled(world);
    expect(await step()).toEqual([["remove worker", deadOne]]);
  });

  it("makes the next compare a quick one, once for each death", async () => {
    const { world, step } = setUp({ compareMs: 3_600_000 });
    world.indexed = ids.slice(0, 60);
    world.holdings = [holding(a, "sweep")];
    world.owners.set(a, ownedBy(deadOne));
    const perStep = async (): Promise<number> => {
      const found = (await step()).filter((each) => Array.isArray(each) && each[0] === "remove").length;
      vi.advanceTimersByTime(100);
      return found;
    };
    world.indexed = ids.slice(1, 61);
    for (let n = 0; n < 20; n++) expect(await perStep()).toBe(3);
    expect(await perStep()).toBe(1); // now one in an hour
    world.dead = [deadOne];
    expect(await perStep()).toBe(3);
    for (let n = 0; n < 19; n++) expect(await perStep()).toBe(3);
    expect(await perStep()).toBe(1);
    world.dead = [];
    expect(await perStep()).toBe(1);
    world.dead = [deadOne];
    expect(await perStep()).toBe(3);
  });
});
