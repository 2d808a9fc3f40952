import type { WorkerId } from "@frontrow/protocol/ids";
import type { Writer } from "@frontrow/redis/log";
import type { Releasing } from "@frontrow/redis/owner-record";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OrderOptions } from "../orders/start-orders.ts";
import { settingsOf } from "../settings.ts";
import type { OwnedHooks } from "./claim.ts";
import { createLeases } from "./leases.ts";

const role = "analytics";
const workerId = "wkr_1" as WorkerId;
const writerOf = (fence: number): Writer => ({ role, nonce: `n${fence}`, fence });
const claimOf = (id: string, fence = 1) => ({ id, role, writer: writerOf(fence), workerId }) as const;

/** Work that a test steers, one for each claim. */
interface Work {
  readonly hooks: OwnedHooks;
  finish(): void;
  fail(error: Error): void;
  /** A hand-over waits until this has resolved. */
  flushed: Promise<void>;
  readonly seen: string[];
}

/** Leases on stores that only note down what they are asked, in order. */
function setUp({ isWanted = false, handOverMs = 5_000 } = {}) {
  const done: unknown[] = [];
  const works: Work[] = [];
  const world = { fence: 1, isWanted, release: async (_: Releasing) => {} };
  const leases = createLeases({
    role,
    workerId,
    records: {
      async release(releasing: Releasing) {
        done.push(["release", releasing.writer.fence, releasing.backOffMs]);
        await world.release(releasing);
        return "released";
      },
    } as never,
    workers: { removeHolding: async (_: WorkerId, { id }: { id: string }) => void done.push(["unlist", id]) } as never,
    orders: { order: async (_: string, id: string, options: OrderOptions) => void done.push(["order", id, options]) } as never,
    isWanted: async () => world.isWanted,
    own(_, hooks) {
      const seen: string[] = [];
      let finish = () => {};
      let fail = (_error: Error) => {};
      const running = new Promise<void>((resolve, reject) => {
        finish = resolve;
        fail = reject;
      });
      const work: Work = { hooks, finish, fail, flushed: Promise.resolve(), seen };
      works.push(work);
      return {
        run: () => running,
        async handOver() {
          seen.push("flush");
          await work.flushed;
        },
        lost: () => void seen.push("lost"),
      };
    },
    settings: settingsOf({ capacity: 10, minBackOffMs: 1_000, maxBackOffMs: 60_000, handOverMs }),
    metrics: {
      claimed() {},
      tookOver() {},
      ordersWaiting() {},
      observeOwned() {},
      handedOver: () => void done.push(["handed over"]),
    },
    logger: { info() {}, warn() {}, error: (...line: unknown[]) => void done.push(["error", ...line]) } as never,
    claimer: { claim: async () => ({ outcome: "claimed", writer: writerOf(world.fence) }) },
    draining: new AbortController().signal,
  });
  leases.onFreed(() => void done.push(["room"]));
  const begin = async (id: string, { fence = 1, failures = 0 } = {}): Promise<Work> => {
    world.fence = fence;
    await leases.take({ id, failures });
    return works.at(-1) as Work;
  };
  return { leases, done, world, begin };
}

const isStep = (name: string) => (step: unknown) => Array.isArray(step) && step[0] === name;
const never = new Promise<never>(() => {});
const untilIdle = () => vi.advanceTimersByTimeAsync(0);
const far = () => new AbortController().signal;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(1); // no jitter
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("work that is done", () => {
  it("is released, then taken off the list, and makes room", async () => {
    const { leases, done, begin } = setUp();
    const work = await begin("a");
    expect([leases.has("a"), leases.owned(), leases.claims()]).toEqual([true, 1, [claimOf("a")]]);
    work.finish();
    await untilIdle();
    expect(done).toEqual([["release", 1, 0], ["room"], ["unlist", "a"]]);
    expect([leases.has("a"), leases.owned(), leases.claims()]).toEqual([false, 0, []]);
  });

  it("is ordered again when it is wanted still: whoever began to want it found it owned", async () => {
    const { done, begin } = setUp({ isWanted: true });
    const work = await begin("a");
    vi.advanceTimersByTime(1_000);
    work.finish();
    await untilIdle();
    expect(done).toEqual([["release", 1, 0], ["room"], ["unlist", "a"], ["order", "a", {}]]);
  });

  it("is ordered again with a back-off when it was done at once, for it may be so the next time", async () => {
    const { done, begin } = setUp({ isWanted: true });
    const work = await begin("a", { failures: 2 });
    vi.advanceTimersByTime(999);
    work.finish();
    await untilIdle();
    expect(done.at(-1)).toEqual(["order", "a", { failures: 3, delayMs: 4_000 }]);
  });
});

describe("work that fails", () => {
  it("is released and ordered with a back-off, during which nobody may claim it", async () => {
    const { leases, done, begin } = setUp();
    (await begin("a")).fail(new Error("no"));
    await untilIdle();
    const order = ["order", "a", { failures: 1, delayMs: 1_000, urgency: "interrupted" }];
    expect(done).toEqual([["release", 1, 1_000], ["room"], ["unlist", "a"], order]);
    expect(leases.has("a")).toBe(false);
  });

  it.each([
    [0, 1_000],
    [1, 2_000],
    [2, 4_000],
    [5, 32_000],
    [6, 60_000],
    [40, 60_000],
  ])("after %d failures in a row waits %d ms", async (failures, delayMs) => {
    const { done, begin } = setUp();
    (await begin("a", { failures })).fail(new Error("no"));
    await untilIdle();
    expect(done).toContainEqual(["order", "a", { failures: failures + 1, delayMs, urgency: "interrupted" }]);
  });

  it("waits up to a quarter less by chance, so that what failed together does not come back together", async () => {
    vi.mocked(Math.random).mockReturnValue(0);
    const { done, begin } = setUp();
    (await begin("a")).fail(new Error("no"));
    await untilIdle();
    expect(done).toContainEqual(["order", "a", expect.objectContaining({ delayMs: 750 })]);
  });

  it("counts as failing for the first time when it had run for over half a minute", async () => {
    const { done, begin } = setUp();
    const [short, long] = [await begin("short", { failures: 4 }), await begin("long", { failures: 4 })];
    vi.advanceTimersByTime(30_000);
    short.fail(new Error("no"));
    await untilIdle();
    vi.advanceTimersByTime(1);
    long.fail(new Error("no"));
    await untilIdle();
    expect(done).toContainEqual(["order", "short", expect.objectContaining({ failures: 5 })]);
    expect(done).toContainEqual(["order", "long", expect.objectContaining({ failures: 1, delayMs: 1_000 })]);
  });

  it("gives its place free also when Redis refuses the release", async () => {
    const { leases, done, world, begin } = setUp();
    world.release = async () => Promise.reject(new Error("READONLY"));
    (await begin("a")).fail(new Error("no"));
    await untilIdle();
    expect(leases.has("a")).toBe(false);
    expect(done).toEqual([["release", 1, 1_000], ["room"], ["error", expect.anything(), expect.anything()]]);
  });
});

describe("a hand-over", () => {
  it("flushes, releases, and orders somebody else", async () => {
    const { leases, done, begin } = setUp();
    const work = await begin("a");
    await leases.handOver("a", far());
    expect(work.seen).toEqual(["flush"]);
    const order = ["order", "a", { urgency: "interrupted" }];
    expect(done).toEqual([["release", 1, 0], ["room"], ["unlist", "a"], order, ["handed over"]]);
  });

  it.each(["finishes", "fails"])("is the only end of work that %s while it flushes", async (ending) => {
    const { leases, done, begin } = setUp({ isWanted: true });
    const work = await begin("a");
    let flush = () => {};
    work.flushed = new Promise((resolve) => {
      flush = resolve;
    });
    const handedOver = leases.handOver("a", far());
    if (ending === "fails") work.fail(new Error("no"));
    else work.finish();
    await untilIdle();
    expect(done).toEqual([]);
    flush();
    await handedOver;
    expect(done.filter(isStep("release"))).toHaveLength(1);
    expect(done.filter(isStep("order"))).toEqual([["order", "a", { urgency: "interrupted" }]]);
  });

  it("begins once, whoever asks for it again", async () => {
    const { leases, done, begin } = setUp();
    const work = await begin("a");
    await Promise.all([leases.handOver("a", far()), leases.handOver("a", far())]);
    await leases.handOver("a", far());
    await leases.handOver("unknown", far());
    expect(work.seen).toEqual(["flush"]);
    expect(done.filter(isStep("handed over"))).toHaveLength(1);
  });

  it("leaves alone what ends by itself already", async () => {
    const { leases, done, world, begin } = setUp();
    world.release = () => never;
    const work = await begin("a");
    work.finish();
    await untilIdle();
    await leases.handOver("a", far());
    expect(work.seen).toEqual([]);
    expect(done).toEqual([["release", 1, 0]]);
  });

  it("gives up waiting for the flush after a while, and gives the claim up all the same", async () => {
    const { leases, done, begin } = setUp({ handOverMs: 300 });
    (await begin("a")).flushed = never;
    const handedOver = leases.handOver("a", far());
    await vi.advanceTimersByTimeAsync(299);
    expect(done).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await handedOver;
    expect(done).toContainEqual(["order", "a", { urgency: "interrupted" }]);
  });

  it("waits for the flush no longer than its deadline", async () => {
    const { leases, done, begin } = setUp();
    (await begin("a")).flushed = never;
    const deadline = new AbortController();
    const handedOver = leases.handOver("a", deadline.signal);
    await untilIdle();
    expect(done).toEqual([]);
    deadline.abort();
    await handedOver;
    expect(done).toContainEqual(["order", "a", { urgency: "interrupted" }]);
  });

  it("gives up nothing when the claim was lost while it flushed", async () => {
    const { leases, done, begin } = setUp();
    const work = await begin("a");
    let flush = () => {};
    work.flushed = new Promise((resolve) => {
      flush = resolve;
    });
    const handedOver = leases.handOver("a", far());
    await leases.lose(claimOf("a"));
    await begin("a", { fence: 2 });
    flush();
    await handedOver;
    expect(done.filter(isStep("release"))).toEqual([]);
    expect(done).not.toContainEqual(["handed over"]);
    expect(leases.claims()).toEqual([claimOf("a", 2)]);
  });
});

describe("a claim that is lost", () => {
  it("stops its work without a release, and is ordered in case that nobody has it", async () => {
    const { leases, done, begin } = setUp();
    const work = await begin("a");
    work.hooks.fenced();
    await untilIdle();
    expect(work.seen).toEqual(["lost"]);
    expect(done).toEqual([["room"], ["unlist", "a"], ["order", "a", { urgency: "interrupted" }]]);
    expect(leases.has("a")).toBe(false);
  });

  it.each(["finishes", "fails"])("is not ended a second time when its work %s", async (ending) => {
    const { done, begin } = setUp({ isWanted: true });
    const work = await begin("a");
    work.hooks.fenced();
    await untilIdle();
    const before = [...done];
    if (ending === "fails") work.fail(new Error("no"));
    else work.finish();
    await untilIdle();
    expect(done).toEqual(before);
  });

  it("is lost once", async () => {
    const { leases, done, begin } = setUp();
    const work = await begin("a");
    await leases.lose(claimOf("a"));
    await leases.lose(claimOf("a"));
    work.hooks.fenced(); // a write that was under way
    await untilIdle();
    expect(work.seen).toEqual(["lost"]);
    expect(done).toHaveLength(3);
  });

  it("does not take with it the one that came after: the late word of an old claim concerns nobody", async () => {
    const { leases, begin } = setUp();
    const old = await begin("a", { fence: 1 });
    await leases.lose(claimOf("a", 1));
    const next = await begin("a", { fence: 2 });
    old.hooks.fenced();
    await leases.lose({ ...claimOf("a", 2), writer: { ...writerOf(2), nonce: "another" } });
    await untilIdle();
    expect(next.seen).toEqual([]);
    expect(leases.claims()).toEqual([claimOf("a", 2)]);
  });

  it("while it is being released leaves the one that came after, and its place on the list", async () => {
    const { leases, done, world, begin } = setUp();
    let answer = () => {};
    world.release = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    (await begin("a", { fence: 1 })).finish();
    await untilIdle();
    await leases.lose(claimOf("a", 1));
    await begin("a", { fence: 2 });
    const before = done.filter(isStep("unlist")).length;
    answer();
    await untilIdle();
    expect(leases.claims()).toEqual([claimOf("a", 2)]);
    expect(done.filter(isStep("unlist"))).toHaveLength(before);
  });

  it("is given up also by work that does not stop as it should", async () => {
    const { leases, done, begin } = setUp();
    const work = await begin("a");
    work.seen.push = () => {
      throw new Error("broken");
    };
    work.hooks.fenced();
    await untilIdle();
    expect(leases.has("a")).toBe(false);
    expect(done).toContainEqual(["unlist", "a"]);
    expect(done).toContainEqual(["order", "a", { urgency: "interrupted" }]);
    expect(done.at(-1)).toEqual(["error", expect.anything(), expect.anything()]);
  });
});

describe("what nothing wants any more", () => {
  it("is told to its work, each time, while that runs", async () => {
    const { leases, world, begin } = setUp();
    world.release = () => never;
    const work = await begin("a");
    const other = await begin("b");
    const [listener, another] = [vi.fn(), vi.fn()];
    work.hooks.onUnwanted(listener);
    work.hooks.onUnwanted(another);
    other.hooks.onUnwanted(() => expect.unreachable());
    leases.notifyUnwanted("a");
    leases.notifyUnwanted("a");
    leases.notifyUnwanted("unknown");
    expect(listener).toHaveBeenCalledTimes(2);
    expect(another).toHaveBeenCalledTimes(2);
    work.finish();
    await untilIdle();
    leases.notifyUnwanted("a");
    expect(listener).toHaveBeenCalledTimes(2);
  });
});
