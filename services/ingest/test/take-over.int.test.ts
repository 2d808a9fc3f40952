import { eventually } from "@frontrow/testkit/eventually";
import { startFaultProxy } from "@frontrow/testkit/faults";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { counting, jumpsIn, numbersOf, type Stage, setStage } from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.stop());

/** Waits until the log has what a counting show says at this moment, and gives all it counts. */
const countedUpTo = (name: string, show: { readonly said: number }) => {
  const { said } = show;
  return eventually(async () => {
    const events = await stage.events(name);
    expect(numbersOf(events).at(-1)).toBeGreaterThan(said);
    return events;
  }, 15_000);
};

/** Waits until a counting show has said that many chats more. */
const goesOn = (show: { readonly said: number }, more: number) => {
  const { said } = show;
  return eventually(() => expect(show.said).toBeGreaterThanOrEqual(said + more), 15_000);
};

describe("Redis away", () => {
  it("costs nothing: the connection stays, and what came meanwhile is appended in order", async () => {
    await stage.worker({ STALL_MS: "10000" });
    const show = counting(10);
    stage.simulator.creator("patient").goLive(show);
    await stage.watch("patient");
    await stage.until("patient", { state: "live" });
    await countedUpTo("patient", show);
    stage.server.process.kill("SIGSTOP");
    await goesOn(show, 300);
    stage.server.process.kill("SIGCONT");
    const events = await countedUpTo("patient", show);
    expect(jumpsIn(numbersOf(events))).toEqual([]);
    expect(events.filter(({ type }) => type === "gap")).toEqual([]);
    expect(stage.simulator.connections("patient")).toMatchObject({ open: 1, opened: 1 });
    const moments = events.map(({ atMs }) => atMs);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  });
});

describe("a sign service that fails for everybody", () => {
  it("is not asked for each creator: one finds out for all of them, on every worker", async () => {
    await stage.worker();
    stage.simulator.faults.set({ kind: "sign-status", status: 500 });
    for (const name of ["one", "two", "three"]) await stage.watch(name);
    for (const name of ["one", "two", "three"]) await stage.until(name, { code: "SIGN_UNAVAILABLE" });
    await stage.worker();
    // The breaker is open for all of them: no attempt is on its way, and none follows within the back-off's 200 ms.
    for (const name of ["one", "two", "three"]) {
      await eventually(async () => expect((await stage.status(name))?.retryAtMs ?? 0).toBeGreaterThan(Date.now() + 2_000));
    }
    const signs = () => ["one", "two", "three", "four"].reduce((sum, name) => sum + stage.simulator.connections(name).signs, 0);
    const before = signs();
    await stage.watch("four");
    const status = await stage.until("four", { state: "connecting", code: "SIGN_UNAVAILABLE" });
    expect((status.retryAtMs ?? 0) - status.sinceMs).toBeGreaterThan(5_000);
    expect(signs()).toBe(before);
  });
});

describe("a machine that slept", () => {
  it("goes on in Redis' time, and says what is missing", async () => {
    let stoppedAt: number | undefined;
    let sleptMs = 0;
    await stage.worker({}, undefined, () => stoppedAt ?? performance.now() - sleptMs);
    const show = counting(100);
    stage.simulator.creator("sleeper").goLive(show);
    await stage.watch("sleeper");
    await stage.until("sleeper", { state: "live" });
    await countedUpTo("sleeper", show);
    stoppedAt = performance.now();
    // The clock stands still from here, though all else goes on: what comes is put at one moment, until that is noticed.
    const gap = await eventually(async () => {
      const found = (await stage.events("sleeper")).find(({ type }) => type === "gap");
      expect(found).toBeDefined();
      return found as { fromMs: number; toMs: number };
    }, 15_000);
    sleptMs = performance.now() - stoppedAt;
    stoppedAt = undefined;
    expect(gap.toMs - gap.fromMs).toBeGreaterThanOrEqual(5_000);
    const events = await countedUpTo("sleeper", show);
    expect(jumpsIn(numbersOf(events))).toEqual([]);
    expect(events.filter(({ type }) => type === "gap")).toHaveLength(1);
    const moments = events.map(({ atMs }) => atMs);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    // The simulator's clock is this machine's, as Redis' is.
    const last = events.at(-1);
    expect(Math.abs((last?.atMs ?? 0) - (last?.sentAtMs ?? 0))).toBeLessThan(5_000);
  });
});

describe("another worker", () => {
  it("goes on where one that stops has left off, with nothing lost and nothing twice", async () => {
    const first = await stage.worker();
    const show = counting(50);
    const creator = stage.simulator.creator("moved");
    creator.change({ historyMessages: 500 });
    creator.goLive(show);
    await stage.watch("moved");
    const { sessionId } = await stage.until("moved", { state: "live" });
    await countedUpTo("moved", show);
    const second = await stage.worker();
    await first.stop();
    await eventually(() => expect(second.ingest.owned()).toBe(1));
    await stage.until("moved", { state: "live", sessionId });
    // It was given, and not found with a dead owner.
    expect(await first.metrics()).toContain('frontrow_handovers_total{role="ingest"} 1');
    expect(await second.metrics()).not.toContain("frontrow_takeovers_total{");
    const events = await countedUpTo("moved", show);
    expect(jumpsIn(numbersOf(events))).toEqual([]);
    expect(events.filter(({ type }) => type === "gap")).toEqual([]);
    expect(stage.simulator.connections("moved").open).toBe(1);
  });

  it("takes over from one that is cut off, which then writes nothing any more", async () => {
    const proxy = await startFaultProxy(stage.server.port);
    const lost = await stage.worker({ STALL_MS: "20000" }, `redis://127.0.0.1:${proxy.port}`);
    const show = counting(50);
    const creator = stage.simulator.creator("orphan");
    creator.change({ historyMessages: 1_000 });
    creator.goLive(show);
    await stage.watch("orphan");
    const { sessionId } = await stage.until("orphan", { state: "live" });
    await countedUpTo("orphan", show);
    const heir = await stage.worker();
    proxy.stall();
    await eventually(() => expect(heir.ingest.owned()).toBe(1), 12_000);
    await stage.until("orphan", { state: "live", sessionId });
    await countedUpTo("orphan", show);
    proxy.heal();
    await eventually(() => expect(lost.ingest.owned()).toBe(0), 10_000);
    await eventually(() => expect(stage.simulator.connections("orphan").open).toBe(1));
    const events = await countedUpTo("orphan", show);
    expect(jumpsIn(numbersOf(events))).toEqual([]);
    expect(events.filter(({ type }) => type === "gap")).toEqual([]);
    const writers = new Set((await stage.log("orphan")).map(({ stamp }) => stamp.split(":")[1]));
    expect(writers.size).toBe(2);
    await lost.stop();
    await proxy.stop();
  });

  it("says what is missing when nobody had the broadcast for a while and history does not reach back", async () => {
    const first = await stage.worker();
    const show = counting(20);
    const creator = stage.simulator.creator("gone");
    creator.change({ historyMessages: 0 });
    creator.goLive(show);
    await stage.watch("gone");
    await stage.until("gone", { state: "live" });
    await countedUpTo("gone", show);
    await first.stop();
    const before = (await stage.events("gone")).at(-1);
    await goesOn(show, 25);
    await stage.worker();
    const events = await countedUpTo("gone", show);
    const gap = events.find(({ type }) => type === "gap");
    expect(gap).toMatchObject({ reason: "upstream", fromMs: before?.atMs });
    expect(events.findIndex(({ type }) => type === "gap")).toBeGreaterThan(0);
  });

  it("closes a broadcast that ended while nobody had it", async () => {
    const first = await stage.worker();
    const creator = stage.simulator.creator("ended");
    creator.goLive(counting());
    await stage.watch("ended");
    const { sessionId } = await stage.until("ended", { state: "live" });
    await first.stop();
    creator.goOffline();
    await stage.worker();
    await stage.until("ended", { state: "ended", sessionId });
    expect((await stage.events("ended")).at(-1)).toMatchObject({ type: "streamEnd" });
  });
});
