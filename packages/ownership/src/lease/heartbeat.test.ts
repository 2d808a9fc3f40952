import type { WorkerId } from "@frontrow/protocol/ids";
import type { WorkerReport } from "@frontrow/redis/workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createHeartbeat } from "./heartbeat.ts";

const never = new Promise<never>(() => {});

function setUp() {
  const reports: WorkerReport[] = [];
  const world = { owned: 0, drain: new AbortController(), send: async () => {}, enlist: vi.fn(async () => {}) };
  const onLapsed = vi.fn();
  const onFailure = vi.fn();
  const heartbeat = createHeartbeat({
    role: "analytics",
    workerId: "wkr_1" as WorkerId,
    workers: {
      async sendHeartbeat(_: WorkerId, report: WorkerReport) {
        reports.push(report);
        await world.send();
      },
      enlist: () => world.enlist(),
    } as never,
    settings: { heartbeatMs: 1_000, leaseMs: 3_000, capacity: 7 },
    leases: { owned: () => world.owned },
    draining: world.drain.signal,
    onLapsed,
    onFailure,
  });
  return { heartbeat, reports, world, onLapsed, onFailure };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a heartbeat", () => {
  it("is sent and on the list when it has started, and differs each time", async () => {
    const { heartbeat, reports, world, onLapsed } = setUp();
    vi.advanceTimersByTime(60_000); // its process is older than a lease
    await heartbeat.start();
    expect(onLapsed).not.toHaveBeenCalled();
    expect(reports).toEqual([{ role: "analytics", heartbeat: "1", owned: 0, capacity: 7, draining: false }]);
    expect(world.enlist).toHaveBeenCalledTimes(1);
    world.owned = 3;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(reports.at(-1)).toEqual({ role: "analytics", heartbeat: "2", owned: 3, capacity: 7, draining: false });
    expect(world.enlist).toHaveBeenCalledTimes(2); // the list may have lost it
    await vi.advanceTimersByTimeAsync(2_000);
    expect(reports.map(({ heartbeat }) => heartbeat)).toEqual(["1", "2", "3", "4"]);
    heartbeat.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(reports).toHaveLength(4);
  });

  it("is sent at once when something has changed that others should know", async () => {
    const { heartbeat, reports, world } = setUp();
    await heartbeat.start();
    world.drain.abort();
    await heartbeat.sendNow();
    expect(reports.at(-1)).toMatchObject({ heartbeat: "2", draining: true });
    heartbeat.stop();
  });

  it("does not pile up while Redis does not answer, and does not hold up the list", async () => {
    const { heartbeat, reports, world } = setUp();
    await heartbeat.start();
    world.send = () => never;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(reports).toHaveLength(2);
    expect(world.enlist).toHaveBeenCalledTimes(6);
    heartbeat.stop();
  });

  it("goes on after a failure", async () => {
    const { heartbeat, reports, world, onFailure } = setUp();
    await heartbeat.start();
    world.send = async () => Promise.reject(new Error("READONLY"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(onFailure).toHaveBeenCalledTimes(1);
    world.send = async () => {};
    await vi.advanceTimersByTimeAsync(1_000);
    expect(reports).toHaveLength(3);
    heartbeat.stop();
  });

  it("says so when more than a lease has passed between two answered ones: others may have taken over", async () => {
    const { heartbeat, world, onLapsed } = setUp();
    let answer = () => {};
    const answersAfter = async (ms: number): Promise<void> => {
      world.send = () =>
        new Promise((resolve) => {
          answer = resolve;
        });
      await vi.advanceTimersByTimeAsync(1_000);
      await vi.advanceTimersByTimeAsync(ms - 1_000);
      world.send = async () => {};
      answer();
      await vi.advanceTimersByTimeAsync(0);
    };
    await heartbeat.start();
    await answersAfter(3_000);
    expect(onLapsed).not.toHaveBeenCalled();
    await answersAfter(3_001);
    expect(onLapsed).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(onLapsed).toHaveBeenCalledTimes(1);
    heartbeat.stop();
  });
});
