import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPendingOrders } from "./pending-orders.ts";
import type { OrderOptions } from "./start-orders.ts";

function setUp() {
  const batches: string[][] = [];
  const asked: string[] = [];
  const waiting = new Set<string>();
  let placedOnes = 0;
  const orders = createPendingOrders("analytics", {
    async orderAll(_: string, all: (OrderOptions & { id: string })[]) {
      batches.push(all.map(({ id, urgency }) => `${id} ${urgency}`));
      return all.map(() => `job${++placedOnes}`);
    },
    async isWaiting(_: string, order: string) {
      asked.push(order);
      return waiting.has(order);
    },
  } as never);
  const find = async (...ids: string[]): Promise<void> => {
    for (const id of ids) orders.request(id, { urgency: "found" });
    await orders.flush();
  };
  return { orders, batches, asked, waiting, find };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("what a sweeper finds without an owner", () => {
  it("is ordered once, however often it is found, as long as its order waits", async () => {
    const { orders, batches, asked, waiting, find } = setUp();
    waiting.add("job1");
    await find("a", "a");
    expect(batches).toEqual([["a found"]]);
    expect(orders.isRecent("a")).toBe(true);
    vi.advanceTimersByTime(1_999);
    await find("a");
    expect(asked).toEqual([]); // a moment ago: not even asked for
    vi.advanceTimersByTime(1);
    expect(orders.isRecent("a")).toBe(false);
    await find("a");
    expect(asked).toEqual(["job1"]);
    expect(orders.isRecent("a")).toBe(true);
    await find("a");
    expect(asked).toHaveLength(1);
    expect(batches).toHaveLength(1);
  });

  it("is ordered again when its order was taken and no owner came of it", async () => {
    const { batches, waiting, find } = setUp();
    await find("a", "b");
    waiting.add("job2");
    vi.advanceTimersByTime(2_000);
    await find("a", "b");
    expect(batches).toEqual([["a found", "b found"], ["a found"]]);
  });

  it("is ordered anew after it had an owner", async () => {
    const { orders, batches, find } = setUp();
    await find("a");
    orders.forget("a");
    expect(orders.isRecent("a")).toBe(false);
    await find("a");
    expect(batches).toHaveLength(2);
  });

  it("is ordered in batches of 500", async () => {
    const { batches, find } = setUp();
    await find(...Array.from({ length: 1_001 }, (_, n) => `id${n}`));
    expect(batches.map(({ length }) => length)).toEqual([500, 500, 1]);
  });

  it("is asked for in parts of 200, so that a step stays short; the rest is taken to wait", async () => {
    const { batches, asked, find } = setUp();
    const ids = Array.from({ length: 300 }, (_, n) => `id${n}`);
    await find(...ids);
    vi.advanceTimersByTime(2_000);
    await find(...ids);
    expect(asked).toHaveLength(200);
    expect(batches.slice(1).map(({ length }) => length)).toEqual([200]);
    await find(...ids);
    expect(asked).toHaveLength(300);
  });

  it("is forgotten when it was not found for long: it has an owner, or another sweeper", async () => {
    const { asked, batches, find } = setUp();
    await find("old");
    vi.advanceTimersByTime(2_000 + 100 * 2_000);
    await find("young");
    vi.advanceTimersByTime(1);
    await find("young");
    await find("old");
    expect(asked).toEqual([]);
    expect(batches.at(-1)).toEqual(["old found"]);
  });

  it("is placed as it was asked for last", async () => {
    const { orders, batches } = setUp();
    orders.request("a", { urgency: "found" });
    orders.request("a", { urgency: "interrupted" });
    await orders.flush();
    await orders.flush();
    expect(batches).toEqual([["a interrupted"]]);
  });
});
