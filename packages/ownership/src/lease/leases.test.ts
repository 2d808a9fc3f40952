import type { WorkerId } from "@frontrow/protocol/ids";
import { describe, expect, it, vi } from "vitest";
import type { OrderOptions } from "../orders/start-orders.ts";
import { settingsOf } from "../settings.ts";
import type { ClaimerOutcome } from "./claimer.ts";
import { createLeases } from "./leases.ts";

const writer = { role: "analytics", nonce: "n", fence: 1 } as const;
const workerId = "wkr_1" as WorkerId;

function setUp(answer: ClaimerOutcome | Error = { outcome: "claimed", writer }) {
  const done: unknown[] = [];
  const world = {
    answer,
    drain: new AbortController(),
    canOrder: true,
    claiming: Promise.resolve(),
    working: new Promise<void>(() => {}),
  };
  const leases = createLeases({
    role: "analytics",
    workerId,
    claimer: {
      async claim(id, previousOwner) {
        done.push(["claim", id, previousOwner]);
        await world.claiming;
        if (world.answer instanceof Error) throw world.answer;
        return world.answer;
      },
    },
    own(claim) {
      done.push(["own", claim]);
      return { run: () => world.working, async handOver() {}, lost() {} };
    },
    records: { release: async () => "released" } as never,
    workers: { async removeHolding() {} } as never,
    settings: settingsOf({ capacity: 10 }),
    isWanted: async () => false,
    orders: {
      async order(_: string, id: string, { delayMs, urgency, failures, previousOwner }: OrderOptions) {
        if (!world.canOrder) throw new Error("away");
        done.push(["order", id, { delayMs, urgency, failures, previousOwner }]);
      },
    } as never,
    metrics: {
      claimed: (outcome) => void done.push(["counted", outcome]),
      tookOver: () => void done.push(["took over"]),
      handedOver() {},
      ordersWaiting() {},
      observeOwned() {},
    },
    logger: { warn() {}, info() {}, error() {} } as never,
    draining: world.drain.signal,
  });
  return { leases, done, world };
}

const previousOwner = { writer: "old:1", beat: "9" };

describe("a start order that is taken", () => {
  it("becomes a claim that is worked on, with the failures before it", async () => {
    const { leases, done, world } = setUp();
    let fail = (_: Error) => {};
    world.working = new Promise((_, reject) => {
      fail = reject;
    });
    await leases.take({ id: "a", failures: 3 });
    const claim = { id: "a", role: "analytics", writer, workerId };
    expect(done).toEqual([
      ["claim", "a", undefined],
      ["counted", "claimed"],
      ["own", claim],
    ]);
    expect([leases.has("a"), leases.owned(), leases.claiming(), leases.claims()]).toEqual([true, 1, 0, [claim]]);
    fail(new Error("no"));
    await vi.waitFor(() => expect(done).toContainEqual(["order", "a", expect.objectContaining({ failures: 4 })]));
  });

  it("counts as a take-over when it names an owner that was judged dead", async () => {
    const { leases, done } = setUp();
    await leases.take({ id: "a", failures: 0, previousOwner });
    expect(done).toContainEqual(["claim", "a", previousOwner]);
    expect(done).toContainEqual(["took over"]);
  });

  it.each<ClaimerOutcome>([{ outcome: "taken" }, { outcome: "alive" }, { outcome: "unwanted" }])(
    "is void when the claim is answered $outcome",
    async (answer) => {
      const { leases, done } = setUp(answer);
      await leases.take({ id: "a", failures: 2, previousOwner });
      expect(done).toEqual([
        ["claim", "a", previousOwner],
        ["counted", answer.outcome],
      ]);
    },
  );

  it("comes again after the back-off when it was placed for one; any other would pile up beside it", async () => {
    const { leases, done } = setUp({ outcome: "early", waitMs: 700 });
    await leases.take({ id: "a", failures: 0 });
    expect(done.filter((step) => Array.isArray(step) && step[0] === "order")).toEqual([]);
    await leases.take({ id: "a", failures: 1 });
    expect(done).toContainEqual(["order", "a", { delayMs: 700, urgency: "interrupted", failures: 1, previousOwner: undefined }]);
  });

  it("is dropped when this worker owns the id, or is claiming it", async () => {
    const { leases, done, world } = setUp();
    await leases.take({ id: "a", failures: 0 });
    done.length = 0;
    await leases.take({ id: "a", failures: 0 });
    expect(done).toEqual([["counted", "held"]]);
    let answer = () => {};
    world.claiming = new Promise((resolve) => {
      answer = resolve;
    });
    const first = leases.take({ id: "b", failures: 0 });
    expect([leases.has("b"), leases.owned(), leases.claiming()]).toEqual([true, 1, 1]);
    await leases.take({ id: "b", failures: 0 });
    expect(done.filter((step) => Array.isArray(step) && step[0] === "claim")).toHaveLength(1);
    answer();
    await first;
    expect([leases.has("b"), leases.owned(), leases.claiming()]).toEqual([true, 2, 0]);
  });

  it("is given back at once while this worker drains", async () => {
    const { leases, done, world } = setUp();
    world.drain.abort();
    await leases.take({ id: "a", failures: 2, previousOwner });
    expect(done).toEqual([["order", "a", { delayMs: 0, urgency: "interrupted", failures: 2, previousOwner }]]);
  });

  it("is placed again a second later when Redis failed, and is left to the sweep when that fails too", async () => {
    const { leases, done, world } = setUp(new Error("away"));
    await leases.take({ id: "a", failures: 2, previousOwner });
    expect(done.at(-1)).toEqual(["order", "a", { delayMs: 1_000, urgency: "interrupted", failures: 2, previousOwner }]);
    world.canOrder = false;
    await leases.take({ id: "a", failures: 2, previousOwner });
    expect(leases.claiming()).toBe(0);
  });
});
