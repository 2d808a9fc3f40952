import type { WorkerId } from "@frontrow/protocol/ids";
import { describe, expect, it } from "vitest";
import type { ClaimingOutcome } from "./claiming.ts";
import type { OrderOptions } from "./start-orders.ts";
import { createStarting } from "./starting.ts";

const writer = { role: "analytics", nonce: "n", fence: 1 } as const;
const workerId = "wkr_1" as WorkerId;

function setUp(answer: ClaimingOutcome | Error = { outcome: "claimed", writer }) {
  const done: unknown[] = [];
  const world = { answer, held: new Set<string>(), isDraining: false, canOrder: true, claiming: Promise.resolve() };
  const starting = createStarting({
    role: "analytics",
    workerId,
    claiming: {
      async claim(id, deceased) {
        done.push(["claim", id, deceased]);
        await world.claiming;
        if (world.answer instanceof Error) throw world.answer;
        return world.answer;
      },
    },
    turns: {
      has: (id: string) => world.held.has(id),
      begin: (claim: unknown, failures: number) => void done.push(["begin", claim, failures]),
    } as never,
    orders: {
      async order(_: string, id: string, { delayMs, urgency, failures, deceased }: OrderOptions) {
        if (!world.canOrder) throw new Error("away");
        done.push(["order", id, { delayMs, urgency, failures, deceased }]);
      },
    } as never,
    metrics: {
      claimed: (outcome) => void done.push(["counted", outcome]),
      tookOver: () => void done.push(["took over"]),
      handedOver() {},
      ordersWait() {},
    },
    logger: { warn() {} } as never,
    isDraining: () => world.isDraining,
  });
  return { starting, done, world };
}

const deceased = { writer: "old:1", beat: "9" };

describe("a start order that is taken", () => {
  it("becomes a claim that is worked on, with the failures before it", async () => {
    const { starting, done } = setUp();
    await starting.take({ id: "a", failures: 3 });
    const claim = { id: "a", role: "analytics", writer, workerId };
    expect(done).toEqual([
      ["claim", "a", undefined],
      ["counted", "claimed"],
      ["begin", claim, 3],
    ]);
  });

  it("counts as a take-over when it names an owner that was judged dead", async () => {
    const { starting, done } = setUp();
    await starting.take({ id: "a", failures: 0, deceased });
    expect(done).toContainEqual(["claim", "a", deceased]);
    expect(done).toContainEqual(["took over"]);
  });

  it.each<ClaimingOutcome>([{ outcome: "taken" }, { outcome: "alive" }, { outcome: "unwanted" }])(
    "is void when the claim is answered $outcome",
    async (answer) => {
      const { starting, done } = setUp(answer);
      await starting.take({ id: "a", failures: 2, deceased });
      expect(done).toEqual([
        ["claim", "a", deceased],
        ["counted", answer.outcome],
      ]);
    },
  );

  it("comes again after the back-off when it was placed for one; any other would pile up beside it", async () => {
    const { starting, done } = setUp({ outcome: "early", waitMs: 700 });
    await starting.take({ id: "a", failures: 0 });
    expect(done.filter((step) => Array.isArray(step) && step[0] === "order")).toEqual([]);
    await starting.take({ id: "a", failures: 1 });
    expect(done).toContainEqual(["order", "a", { delayMs: 700, urgency: "interrupted", failures: 1, deceased: undefined }]);
  });

  it("is dropped when this worker owns the id, or is claiming it", async () => {
    const { starting, done, world } = setUp();
    world.held.add("a");
    await starting.take({ id: "a", failures: 0 });
    expect(done).toEqual([["counted", "held"]]);
    let answer = () => {};
    world.claiming = new Promise((resolve) => {
      answer = resolve;
    });
    const first = starting.take({ id: "b", failures: 0 });
    expect([starting.has("b"), starting.has("a"), starting.count()]).toEqual([true, false, 1]);
    await starting.take({ id: "b", failures: 0 });
    expect(done.filter((step) => Array.isArray(step) && step[0] === "claim")).toHaveLength(1);
    answer();
    await first;
    expect([starting.has("b"), starting.count()]).toEqual([false, 0]);
  });

  it("is given back at once while this worker drains", async () => {
    const { starting, done, world } = setUp();
    world.isDraining = true;
    await starting.take({ id: "a", failures: 2, deceased });
    expect(done).toEqual([["order", "a", { delayMs: 0, urgency: "interrupted", failures: 2, deceased }]]);
  });

  it("is placed again a second later when Redis failed, and is left to the sweep when that fails too", async () => {
    const { starting, done, world } = setUp(new Error("away"));
    await starting.take({ id: "a", failures: 2, deceased });
    expect(done.at(-1)).toEqual(["order", "a", { delayMs: 1_000, urgency: "interrupted", failures: 2, deceased }]);
    world.canOrder = false;
    await starting.take({ id: "a", failures: 2, deceased });
    expect(starting.count()).toBe(0);
  });
});
