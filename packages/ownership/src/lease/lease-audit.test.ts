import type { WorkerId } from "@frontrow/protocol/ids";
import { recordOf } from "@frontrow/redis/log";
import type { OwnerRecord } from "@frontrow/redis/owner-record";
import type { Holding } from "@frontrow/redis/workers";
import { describe, expect, it, vi } from "vitest";
import type { Claim } from "./claim.ts";
import { createLeaseAudit } from "./lease-audit.ts";

const me = "wkr_me" as WorkerId;
const role = "analytics";
const claimOf = (id: string): Claim => ({ id, role, workerId: me, writer: { role, nonce: `n_${id}`, fence: 5 } });
const mine = (id: string): OwnerRecord => ({ writer: recordOf(claimOf(id).writer), worker: me });
const other: OwnerRecord = { writer: "other:9", worker: "wkr_other" as WorkerId };
const holding = (id: string, of: Holding["role"] = role): Holding => ({ role: of, id: id as Holding["id"] });

function setUp(ids: string[], stepsPerRound = 1) {
  const done: unknown[] = [];
  const world = {
    owners: new Map<string, OwnerRecord | undefined>(ids.map((id) => [id, mine(id)])),
    claims: ids.map(claimOf),
    listed: [] as Holding[],
    claiming: new Set<string>(),
    unwanted: new Set<string>(),
    onRead: (_id: string) => {},
    onRelease: (_id: string) => {},
  };
  const onFailure = vi.fn();
  const audit = createLeaseAudit({
    role,
    workerId: me,
    stepsPerRound,
    records: {
      async read({ id }: { id: string }) {
        world.onRead(id);
        if (id === "broken") throw new Error("unreadable");
        return world.owners.get(id);
      },
      async release({ id, writer }: { id: string; writer: Claim["writer"] }) {
        done.push(["release", id, recordOf(writer)]);
        world.onRelease(id);
      },
    } as never,
    workers: {
      holdings: async () => world.listed,
      addHolding: async (_: WorkerId, { id }: Holding) => void done.push(["list", id]),
      removeHolding: async (_: WorkerId, { id }: Holding) => void done.push(["unlist", id]),
    } as never,
    orders: { order: async (_: string, id: string, options: object) => void done.push(["order", id, options]) } as never,
    leases: {
      has: (id: string) => world.claims.some((claim) => claim.id === id) || world.claiming.has(id),
      claims: () => [...world.claims],
      lose: async ({ id }: Claim) => void done.push(["lose", id]),
      notifyUnwanted: (id: string) => void done.push(["unwanted", id]),
    } as never,
    isWanted: async (id) => !world.unwanted.has(id),
    onFailure,
  });
  return { audit, done, world, onFailure };
}

describe("a worker that compares its claims with their records", () => {
  it("keeps what is its own, and on its list: a sweeper may have taken it off while the worker slept", async () => {
    const { audit, done } = setUp(["a", "b"]);
    await audit.step();
    expect(done).toEqual([
      ["list", "a"],
      ["list", "b"],
    ]);
  });

  it("loses what the record gives to another, or to nobody", async () => {
    const { audit, done, world } = setUp(["a", "b"]);
    world.owners.set("a", other).set("b", undefined);
    await audit.verifyAll();
    expect(done).toEqual([
      ["lose", "a"],
      ["lose", "b"],
    ]);
  });

  it("loses a claim that it has made itself anew without knowing: the fence is another", async () => {
    const { audit, done, world } = setUp(["a"]);
    world.owners.set("a", { worker: me, writer: "n_a:6" });
    await audit.verifyAll();
    expect(done).toEqual([["lose", "a"]]);
  });

  it("reports to the work what nothing wants any more", async () => {
    const { audit, done, world } = setUp(["a", "b"]);
    world.unwanted.add("b");
    await audit.step();
    expect(done.filter((step) => Array.isArray(step) && step[0] === "unwanted")).toEqual([["unwanted", "b"]]);
  });

  it("goes through all of them in a round of some steps, then begins anew", async () => {
    const { audit, done } = setUp(["a", "b", "c", "d", "e"], 3);
    const seen: number[] = [];
    for (let n = 0; n < 4; n++) {
      await audit.step();
      seen.push(done.length);
    }
    expect(seen).toEqual([2, 4, 5, 7]);
    expect(done.slice(0, 5)).toEqual(["a", "b", "c", "d", "e"].map((id) => ["list", id]));
  });

  it("goes on with the others when one cannot be read", async () => {
    const { audit, done, onFailure } = setUp(["broken", "a"]);
    await audit.step();
    expect(done).toEqual([["list", "a"]]);
    expect(onFailure).toHaveBeenCalledWith(expect.any(Error), 1);
  });
});

describe("what is on a worker's list though it does not know of it", () => {
  it("is released and ordered when the record says that it is the worker's: the answer to a claim got lost", async () => {
    const { audit, done, world } = setUp([]);
    world.listed = [holding("x")];
    world.owners.set("x", { worker: me, writer: "lost:4" });
    await audit.step();
    expect(done).toEqual([
      ["release", "x", "lost:4"],
      ["unlist", "x"],
      ["order", "x", { urgency: "interrupted" }],
    ]);
  });

  it.each([["another", other] as const, ["nobody", undefined] as const])(
    "is only taken off when it is of %s",
    async (_, owner) => {
      const { audit, done, world } = setUp([]);
      world.listed = [holding("x")];
      world.owners.set("x", owner);
      await audit.step();
      expect(done).toEqual([["unlist", "x"]]);
    },
  );

  it("stays when it is of another role, is known, or is being claimed", async () => {
    const { audit, done, world } = setUp(["a"]);
    world.listed = [holding("idx_1", "sweep"), holding("a"), holding("s")];
    world.claiming.add("s");
    const read: string[] = [];
    world.onRead = (id) => void read.push(id);
    await audit.step();
    expect(done).toEqual([["list", "a"]]);
    expect(read).toEqual(["a"]);
  });

  it("stays when it is claimed while the record is read", async () => {
    const { audit, done, world } = setUp([]);
    world.listed = [holding("x")];
    world.owners.set("x", mine("x"));
    world.onRead = (id) => void world.claiming.add(id);
    await audit.step();
    expect(done).toEqual([]);
  });

  it("stays when it is claimed anew while the claim that got lost is released", async () => {
    const { audit, done, world } = setUp([]);
    world.listed = [holding("x")];
    world.owners.set("x", mine("x"));
    world.onRelease = (id) => void world.claiming.add(id);
    await audit.step();
    expect(done).toEqual([["release", "x", "n_x:5"]]);
  });
});
