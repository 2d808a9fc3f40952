import type { AppendOutcome } from "@frontrow/redis/log";
import { eventually } from "@frontrow/testkit/eventually";
import { describe, expect, it } from "vitest";
import { AppendQueue, type AppendQueueDeps } from "./append-queue.ts";
import { createBudget } from "./budget.ts";
import { defaultOutboxLimits, type OutEntry } from "./outbox.ts";

/** A log that answers as told; without an answer it keeps what it is given. */
function setUp(answers: (AppendOutcome | Promise<AppendOutcome>)[] = [], options: Partial<AppendQueueDeps> = {}) {
  const appended: OutEntry[] = [];
  const calls: string[] = [];
  const budget = createBudget(1_000_000);
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
    budget,
    ...options,
  });
  const items = () => appended.flatMap(({ data }) => JSON.parse(data) as unknown[]);
  return { queue, appended, calls, items, budget };
}

/** An answer that comes when it is told to. */
function later() {
  let answer: (outcome: AppendOutcome) => void = () => {};
  const promise = new Promise<AppendOutcome>((resolve) => {
    answer = resolve;
  });
  return { promise, answer };
}

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
    const { queue, appended } = setUp();
    const began = performance.now();
    queue.push("events", "1", 0);
    await eventually(() => expect(appended).toHaveLength(1));
    queue.push("events", "2", 0);
    queue.push("events", "3", 0);
    await eventually(() => expect(appended).toHaveLength(2), 1_000, 1);
    expect(performance.now() - began).toBeGreaterThan(45);
    expect(appended[1]?.data).toBe("[2,3]");
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
      { limits: { ...defaultOutboxLimits, keptMs: 0 } },
    );
    for (const [at, item] of ["1", "2", "3"].entries()) {
      queue.push("events", item, 200 + at);
      await queue.flushed();
    }
    expect(items()).toEqual([1, 2, "failover 100-202", 3]);
  });

  it("stops for good when the log is somebody else's", async () => {
    const { queue, appended, calls, budget } = setUp([{ outcome: "fenced" }]);
    queue.push("events", "1", 0);
    await queue.flushed();
    expect(queue.push("events", "2", 0)).toBe(false);
    expect(calls).toEqual(["fenced"]);
    expect(appended).toEqual([]);
    expect(budget.used()).toBe(0);
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
    const { queue, calls, items } = setUp([failed]);
    queue.push("events", "1", 0);
    await eventually(() => expect(items()).toEqual([1]), 3_000);
    expect(calls).toEqual(["failure"]);
  });

  it("turns what does not fit while Redis is away into one gap", async () => {
    const slow = later();
    const limits = { ...defaultOutboxLimits, waitingCharacters: 100 };
    const { queue, items, budget } = setUp([slow.promise], { limits });
    queue.push("events", "0", 0);
    const flushed = queue.flushed();
    const large = `"${"a".repeat(58)}"`;
    expect([1, 2, 3].map((at) => queue.push("events", large, at * 10))).toEqual([true, false, false]);
    slow.answer({ outcome: "appended", id: "1-0" });
    await flushed;
    queue.push("events", `"after"`, 90);
    await queue.flushed();
    expect(items()).toEqual([0, JSON.parse(large), "overflow 20-90", "after"]);
    expect(budget.used()).toBe(0);
  });
});
