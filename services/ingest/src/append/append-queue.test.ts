import type { AppendOutcome } from "@frontrow/redis/log";
import { afterEach, describe, expect, it, vi } from "vitest";
import { AppendQueue, type AppendQueueDeps } from "./append-queue.ts";
import { createFlushInterval } from "./flush-interval.ts";
import { createMemoryQuota } from "./memory-quota.ts";
import { defaultBufferLimits, type PackedEntry } from "./resend-buffer.ts";

/** A log that answers as told; without an answer it keeps what it is given. */
function setUp(answers: (AppendOutcome | Promise<AppendOutcome>)[] = [], options: Partial<AppendQueueDeps> = {}) {
  const appended: PackedEntry[] = [];
  const calls: string[] = [];
  const quota = createMemoryQuota(1_000_000);
  const queue = new AppendQueue({
    async append(entry) {
      const answer = await (answers.shift() ?? { outcome: "appended", id: "1-0" });
      if (answer.outcome === "appended") appended.push({ ...entry });
      return answer;
    },
    lastAtMs: async () => 100,
    async reopen() {
      calls.push("reopen");
      return "open";
    },
    gap: (fromMs, toMs, reason) => `"${reason} ${fromMs}-${toMs}"`,
    onFenced: () => calls.push("fenced"),
    onFailure: () => calls.push("failure"),
    quota,
    flushInterval: createFlushInterval(),
    ...options,
  });
  const items = () => appended.flatMap(({ data }) => JSON.parse(String(data)) as unknown[]);
  return { queue, appended, calls, items, quota };
}

/** An answer that comes when it is told to. */
function later() {
  let answer: (outcome: AppendOutcome) => void = () => {};
  const promise = new Promise<AppendOutcome>((resolve) => {
    answer = resolve;
  });
  return { promise, answer };
}

afterEach(() => vi.useRealTimers());

describe("the append queue", () => {
  it("packs what comes in one turn of the loop into one entry", async () => {
    const { queue, appended } = setUp();
    for (const item of ["1", "2", "3"]) queue.push("events", item, 0);
    await queue.flushed();
    expect(appended).toMatchObject([{ sequence: 1, data: "[1,2,3]" }]);
  });

  it("packs what comes while an append is on its way into the next one", async () => {
    const slow = later();
    const { queue, appended } = setUp([slow.promise]);
    queue.push("events", "1", 0);
    const flushed = queue.flushed();
    for (const item of ["2", "3"]) queue.push("events", item, 0);
    slow.answer({ outcome: "appended", id: "1-0" });
    await flushed;
    expect(appended.map(({ data }) => data)).toEqual(["[1]", "[2,3]"]);
  });

  it("appends at most one entry in 50 ms", async () => {
    vi.useFakeTimers();
    const { queue, appended } = setUp();
    queue.push("events", "1", 0);
    await vi.advanceTimersByTimeAsync(0);
    expect(appended).toHaveLength(1);
    queue.push("events", "2", 0);
    await vi.advanceTimersByTimeAsync(30);
    queue.push("events", "3", 0);
    await vi.advanceTimersByTimeAsync(19);
    expect(appended).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(appended).toHaveLength(2);
    expect(appended[1]?.data).toBe("[2,3]");
  });

  it("appends at once after a quiet time, and what comes in the same turn with it", async () => {
    vi.useFakeTimers();
    const { queue, appended } = setUp();
    queue.push("events", "1", 0);
    await vi.advanceTimersByTimeAsync(50);
    for (const item of ["2", "3"]) queue.push("events", item, 0);
    await vi.advanceTimersByTimeAsync(0);
    expect(appended.map(({ data }) => data)).toEqual(["[1]", "[2,3]"]);
  });

  it("works off what is more than one entry without a pause", async () => {
    vi.useFakeTimers();
    const { queue, appended } = setUp([], { limits: { ...defaultBufferLimits, entryItems: 2 } });
    for (const item of ["1", "2", "3", "4", "5"]) queue.push("events", item, 0);
    await vi.advanceTimersByTimeAsync(0);
    expect(appended.map(({ data }) => data)).toEqual(["[1,2]", "[3,4]"]);
    await vi.advanceTimersByTimeAsync(50);
    expect(appended.at(-1)?.data).toBe("[5]");
  });

  it("tells everybody who waits that all is written, and nobody before it is", async () => {
    const slow = later();
    const { queue } = setUp([slow.promise]);
    const told: number[] = [];
    queue.push("events", "1", 0);
    const waiting = [1, 2].map((who) => queue.flushed().then(() => told.push(who)));
    await new Promise(setImmediate);
    expect(told).toEqual([]);
    slow.answer({ outcome: "appended", id: "1-0" });
    await Promise.all(waiting);
    expect(told).toEqual([1, 2]);
    await queue.flushed();
  });

  it("takes a repeated append for done", async () => {
    const { queue, calls } = setUp([{ outcome: "repeated", id: undefined }]);
    queue.push("events", "1", 0);
    await queue.flushed();
    expect(calls).toEqual([]);
  });

  it("sends what a fail-over has lost again", async () => {
    const { queue, appended } = setUp([
      { outcome: "appended", id: "1-0" },
      { outcome: "missing", lastSequence: 0 },
    ]);
    queue.push("events", "1", 0);
    await queue.flushed();
    queue.push("events", "2", 0);
    await queue.flushed();
    expect(appended.map(({ sequence, data }) => `${sequence}${data}`)).toEqual(["1[1]", "1[1]", "2[2]"]);
  });

  it("says what was lost when it is not kept any more", async () => {
    const { queue, items } = setUp(
      [
        { outcome: "appended", id: "1-0" },
        { outcome: "appended", id: "2-0" },
        { outcome: "missing", lastSequence: 0 },
      ],
      { limits: { ...defaultBufferLimits, keptMs: 0 } },
    );
    for (const [at, item] of ["1", "2", "3"].entries()) {
      queue.push("events", item, 200 + at);
      await queue.flushed();
    }
    expect(items()).toEqual([1, 2, "failover 100-202", 3]);
  });

  it("stops for good when the log is somebody else's", async () => {
    const { queue, appended, calls, quota } = setUp([{ outcome: "fenced" }]);
    queue.push("events", "1", 0);
    await queue.flushed();
    expect(queue.push("events", "2", 0)).toBe(false);
    expect(calls).toEqual(["fenced"]);
    expect(appended).toEqual([]);
    expect(quota.used()).toBe(0);
  });

  it("gives back to the shared quota what waits when it stops, once, and takes nothing more", async () => {
    const slow = later();
    const { queue, appended, quota } = setUp([slow.promise]);
    quota.reserve(1_000);
    queue.push("events", "1", 0);
    const flushed = queue.flushed();
    for (const item of ["22", "333"]) queue.push("events", item, 0);
    expect(quota.used()).toBe(1_005);
    queue.stop();
    queue.stop();
    await flushed;
    expect(quota.used()).toBe(1_000);
    expect(queue.push("events", "4444", 0)).toBe(false);
    slow.answer({ outcome: "appended", id: "1-0" });
    await new Promise(setImmediate);
    await queue.flushed();
    expect(quota.used()).toBe(1_000);
    expect(appended.map(({ data }) => data)).toEqual(["[1]"]);
  });

  it("gives back to the shared quota what waits behind an append that was fenced", async () => {
    const slow = later();
    const { queue, calls, quota } = setUp([slow.promise]);
    queue.push("events", "1", 0);
    const flushed = queue.flushed();
    for (const item of ["22", "333"]) queue.push("events", item, 0);
    slow.answer({ outcome: "fenced" });
    await flushed;
    expect(calls).toEqual(["fenced"]);
    expect(quota.used()).toBe(0);
  });

  it("takes no answer to heart that comes after it has stopped", async () => {
    const slow = later();
    const { queue, calls } = setUp([slow.promise]);
    queue.push("events", "1", 0);
    const flushed = queue.flushed();
    queue.stop();
    slow.answer({ outcome: "fenced" });
    await flushed;
    await new Promise(setImmediate);
    expect(calls).toEqual([]);
  });

  it("writes nothing of what waited for its time when it stops", async () => {
    vi.useFakeTimers();
    const { queue, appended, quota } = setUp();
    queue.push("events", "1", 0);
    await vi.advanceTimersByTimeAsync(0);
    queue.push("events", "2", 0);
    queue.stop();
    expect(vi.getTimerCount()).toBe(0);
    expect(quota.used()).toBe(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(appended).toHaveLength(1);
  });

  it("stops when the log that is to be made again is somebody else's", async () => {
    const { queue, calls, appended } = setUp([{ outcome: "absent" }], { reopen: async () => "fenced" });
    queue.push("events", "1", 0);
    await queue.flushed();
    expect(calls).toEqual(["fenced"]);
    expect(queue.push("events", "2", 0)).toBe(false);
    expect(appended).toEqual([]);
  });

  it("makes a log again that a Redis came back without", async () => {
    const { queue, calls, items } = setUp([{ outcome: "absent" }]);
    queue.push("events", "1", 0);
    await queue.flushed();
    expect(calls).toEqual(["reopen"]);
    expect(items()).toEqual([1]);
  });

  it("tries a failed append again", async () => {
    const failed = Promise.reject(new Error("no memory"));
    failed.catch(() => {});
    vi.useFakeTimers();
    const { queue, calls, items } = setUp([failed]);
    queue.push("events", "1", 0);
    await vi.advanceTimersByTimeAsync(999);
    expect(items()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(items()).toEqual([1]);
    expect(calls).toEqual(["failure"]);
  });

  it("does not try a failed append again once it has stopped", async () => {
    vi.useFakeTimers();
    let fail = () => {};
    const failing = new Promise<AppendOutcome>((_, reject) => {
      fail = () => reject(new Error("no memory"));
    });
    const { queue, calls, appended } = setUp([failing]);
    queue.push("events", "1", 0);
    await vi.advanceTimersByTimeAsync(0);
    queue.stop();
    fail();
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(calls).toEqual(["failure"]);
    expect(appended).toEqual([]);
  });

  it("declares what Redis lost up to the first entry that it sends again: event time does not go back", async () => {
    const lost: AppendOutcome = { outcome: "missing", lastSequence: 0 };
    const ok: AppendOutcome = { outcome: "appended", id: "1-0" };
    const limits = { ...defaultBufferLimits, keptLength: 4 };
    const { queue, appended } = setUp([ok, ok, ok, lost], { limits });
    for (const n of [1, 2, 3, 4]) {
      queue.push("events", `${n}`, 100 * n);
      await queue.flushed();
    }
    expect(appended.map(({ sequence, data }) => [sequence, data])).toEqual([
      [1, "[1]"],
      [2, "[2]"],
      [3, "[3]"],
      [1, '["failover 100-300"]'],
      [2, "[3]"],
      [3, "[4]"],
    ]);
  });

  it("turns what does not fit while Redis is away into one gap", async () => {
    const slow = later();
    const limits = { ...defaultBufferLimits, waitingCharacters: 100 };
    const { queue, items, quota } = setUp([slow.promise], { limits });
    queue.push("events", "0", 0);
    const flushed = queue.flushed();
    const large = `"${"a".repeat(58)}"`;
    expect([1, 2, 3].map((at) => queue.push("events", large, at * 10))).toEqual([true, false, false]);
    slow.answer({ outcome: "appended", id: "1-0" });
    await flushed;
    queue.push("events", `"after"`, 90);
    await queue.flushed();
    expect(items()).toEqual([0, JSON.parse(large), "overflow 20-90", "after"]);
    expect(quota.used()).toBe(0);
  });

  it("ends an overflow only when half of the room is free again, and refuses everything until then", async () => {
    const slow = later();
    const limits = { ...defaultBufferLimits, waitingCharacters: 100, entryCharacters: 40 };
    const { queue, items } = setUp([slow.promise], { limits });
    const [first, second, third] = ["a", "b", "c"].map((letter) => `"${letter.repeat(38)}"`) as [string, string, string];
    queue.push("events", first, 0);
    const flushed = queue.flushed();
    expect([second, third, first].map((item, index) => queue.push("events", item, 10 + index))).toEqual([true, true, false]);
    // It would fit, but 80 of 100 are waiting.
    expect(queue.push("events", "1", 20)).toBe(false);
    slow.answer({ outcome: "appended", id: "1-0" });
    await flushed;
    expect(queue.push("events", "2", 30)).toBe(true);
    expect(queue.push("events", "3", 31)).toBe(true);
    await queue.flushed();
    const kept = [first, second, third].map((item) => JSON.parse(item) as string);
    expect(items()).toEqual([...kept, "overflow 12-30", 2, 3]);
  });

  it("refuses what the quota of all sessions has no room for, its own gap included", async () => {
    const { queue, items, quota } = setUp();
    quota.reserve(1_000_000);
    expect(queue.push("events", "1", 10)).toBe(false);
    quota.release(5);
    expect(queue.push("events", "2", 20)).toBe(false);
    await queue.flushed();
    expect(items()).toEqual([]);
    quota.release(100);
    expect(queue.push("events", "3", 30)).toBe(true);
    await queue.flushed();
    expect(items()).toEqual(["overflow 10-30", 3]);
    expect(quota.used()).toBe(999_895);
  });
});
