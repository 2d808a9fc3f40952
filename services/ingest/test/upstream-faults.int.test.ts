import type { ErrorCode } from "@frontrow/protocol/errors";
import type { SessionId } from "@frontrow/protocol/ids";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { counting, jumpsIn, numbersOf, type Show, type Stage, setStage, type Worker } from "./stage.ts";

type Fault = Parameters<Stage["simulator"]["faults"]["set"]>[0];

let stage: Stage;
let worker: Worker;
beforeAll(async () => {
  stage = await setStage();
  worker = await stage.worker();
});
afterAll(() => stage.stop());

let names = 0;
const newName = () => `faulty${names++}`;

describe("a source that cannot be reached", () => {
  const cases: [what: string, faults: Fault[], code: ErrorCode][] = [
    ["asks for a captcha", [{ kind: "captcha" }, { kind: "api-status", status: 403 }], "UPSTREAM_BLOCKED"],
    ["does not answer", [{ kind: "page-status" }, { kind: "api-status" }], "UPSTREAM_UNAVAILABLE"],
    ["has a sign service at its limit", [{ kind: "sign-429", retryAfterSeconds: 1 }], "SIGN_RATE_LIMITED"],
    // Two seconds: the header is in whole seconds, and a moment that has passed when it is read says nothing.
    ["has a limit that is not JSON", [{ kind: "sign-429", resetInSeconds: 2, body: "text" }], "SIGN_RATE_LIMITED"],
    ["has a sign service that wants money", [{ kind: "sign-status", status: 402, message: "pay" }], "SIGN_REFUSED"],
    ["has a sign service that refuses the key", [{ kind: "sign-status", status: 401 }], "SIGN_REFUSED"],
    ["has a sign service that forbids", [{ kind: "sign-status", status: 403 }], "SIGN_REFUSED"],
    ["has a sign service that fails", [{ kind: "sign-status", status: 500 }], "SIGN_UNAVAILABLE"],
    ["has a sign service that never answers", [{ kind: "sign-stall" }], "SIGN_UNAVAILABLE"],
    ["has a sign service that hangs up", [{ kind: "sign-drop" }], "SIGN_UNAVAILABLE"],
    ["has a sign service that talks nonsense", [{ kind: "sign-garbage" }], "SIGN_UNAVAILABLE"],
    ["gives no cookie", [{ kind: "sign-no-cookie" }], "SIGN_UNAVAILABLE"],
    ["gives no cursor", [{ kind: "sign-empty-cursor" }], "SIGN_UNAVAILABLE"],
    ["forbids the socket", [{ kind: "upgrade-status", status: 403, keepOpen: true }], "UPSTREAM_UNAVAILABLE"],
    ["answers 200 to the socket", [{ kind: "upgrade-status", status: 200 }], "UPSTREAM_UNAVAILABLE"],
    ["never answers the socket", [{ kind: "upgrade-stall" }], "UPSTREAM_UNAVAILABLE"],
  ];

  it.each(cases)("%s: it says so, and when it tries again, and recovers", async (_what, faults, code) => {
    const name = newName();
    for (const fault of faults) stage.simulator.faults.set(fault, { creator: name });
    await stage.watch(name);
    const status = await stage.until(name, { state: "connecting", code });
    expect(status.retryAtMs).toBeGreaterThanOrEqual(status.sinceMs);
    stage.simulator.faults.clear({ creator: name });
    const recovered = await stage.until(name, { state: "live" });
    expect(recovered.code).toBeUndefined();
    expect(recovered.retryAtMs).toBeUndefined();
  });

  it("is believed to be live by one page as long as the room agrees", async () => {
    const name = newName();
    stage.simulator.faults.set({ kind: "captcha" }, { creator: name });
    await stage.watch(name);
    await stage.until(name, { state: "live" });
  });

  it("is not believed to be live by one page alone", async () => {
    const name = `offline${newName()}`;
    stage.simulator.faults.set({ kind: "false-page-status", liveStatus: 2 }, { creator: name });
    await stage.watch(name);
    await stage.until(name, { state: "offline" });
    expect(stage.simulator.connections(name).signs).toBe(0);
  });
});

describe("a connection that breaks", () => {
  const cases: [what: string, fault: Fault, code: ErrorCode][] = [
    ["is dropped", { kind: "drop" }, "UPSTREAM_DROPPED"],
    ["falls silent", { kind: "silence" }, "UPSTREAM_STALLED"],
  ];

  it.each(cases)("%s: it says so, connects again, and loses nothing that history covers", async (_what, fault, code) => {
    const name = newName();
    const show = counting(100);
    const creator = stage.simulator.creator(name);
    creator.change({ historyMessages: 200 });
    creator.goLive(show);
    await stage.watch(name);
    const { sessionId } = await stage.until(name, { state: "live" });
    await eventually(async () => expect((await stage.events(name)).length).toBeGreaterThan(3));
    stage.simulator.faults.set(fault, { creator: name, times: 1 });
    await stage.until(name, { state: "reconnecting", code });
    await stage.until(name, { state: "live", sessionId });
    const { said } = show;
    const events = await eventually(async () => {
      const found = await stage.events(name);
      expect(numbersOf(found).at(-1)).toBeGreaterThan(said);
      return found;
    });
    expect(jumpsIn(numbersOf(events))).toEqual([]);
    expect(events.filter(({ type }) => type === "gap")).toEqual([]);
    expect(events.some(({ late }) => late)).toBe(true);
    expect(await worker.metrics()).toMatch(/frontrow_duplicate_messages_total [1-9]/);
    // What history repeated is dropped, and how much that was is in the log.
    await eventually(async () => {
      const told = (await stage.controls(sessionId as SessionId)).filter(({ type }) => type === "duplicates");
      expect(told).toContainEqual({ type: "duplicates", atMs: expect.any(Number), dropped: { chat: expect.any(Number) } });
    });
  });

  it("leaves a gap, from the last sign of life to the first event, where history does not reach back", async () => {
    const name = newName();
    const creator = stage.simulator.creator(name);
    creator.change({ historyMessages: 0 });
    const show = counting(50);
    creator.goLive(show);
    await stage.watch(name);
    await stage.until(name, { state: "live" });
    await eventually(async () => expect((await stage.events(name)).length).toBeGreaterThan(3));
    creator.drop();
    const events = await eventually(async () => {
      const found = await stage.events(name);
      expect(found.at(-1)?.type === "chat" && found.some(({ type }) => type === "gap")).toBe(true);
      return found;
    });
    const at = events.findIndex(({ type }) => type === "gap");
    const [before, gap, after] = [events[at - 1], events[at], events[at + 1]];
    expect(gap).toMatchObject({ type: "gap", reason: "upstream", toMs: after?.atMs });
    if (gap?.type !== "gap" || !before) throw new Error("no gap");
    expect(gap.fromMs).toBeGreaterThanOrEqual(before.atMs);
    expect(gap.fromMs - before.atMs).toBeLessThan(500);
    expect(gap.late).toBeUndefined();
  });

  it("is over when the broadcast is, though nobody said so", async () => {
    const name = newName();
    stage.simulator.creator(name).goLive(counting());
    await stage.watch(name);
    await stage.until(name, { state: "live" });
    stage.simulator.creator(name).goOffline();
    await stage.until(name, { state: "ended" });
    expect((await stage.events(name)).at(-1)).toMatchObject({ type: "streamEnd" });
  });
});

describe("a stream that is out of order", () => {
  it("keeps the order of the wire, and counts what it cannot read", async () => {
    const name = newName();
    const creator = stage.simulator.creator(name);
    const faults = stage.simulator.faults;
    const show = counting(30);
    creator.goLive(show);
    await stage.watch(name);
    await stage.until(name, { state: "live" });
    await eventually(async () => expect((await stage.events(name)).length).toBeGreaterThan(1));
    for (const kind of ["duplicate-frame", "corrupt-frame", "corrupt-payload", "unknown-method"] as const) {
      faults.set({ kind }, { creator: name, times: 3 });
    }
    faults.set({ kind: "gzip-bomb", inflatedBytes: 20_000_000 }, { creator: name, times: 1 });
    const { said } = show;
    const numbers = await eventually(async () => {
      const found = numbersOf(await stage.events(name));
      expect(found.at(-1)).toBeGreaterThan(said + 10);
      return found;
    });
    expect(jumpsIn(numbers)).toEqual([]);
    const metrics = await worker.metrics();
    expect(metrics).toMatch(/frontrow_unknown_messages_total\{method="WebcastNeverSeenMessage"\} [3-9]/);
    for (const reason of ["frame", "message", "tooLarge"]) {
      expect(metrics).toMatch(new RegExp(`frontrow_decode_failures_total\\{reason="${reason}"\\} [1-9]`));
    }
  });

  it("gives messages without an id or a time one of their own", async () => {
    const name = newName();
    const creator = stage.simulator.creator(name);
    stage.simulator.faults.set({ kind: "msg-id-zero" }, { creator: name });
    creator.goLive(counting(30));
    await stage.watch(name);
    await stage.until(name, { state: "live" });
    const events = await eventually(async () => {
      const found = await stage.events(name);
      expect(found.length).toBeGreaterThan(5);
      return found;
    });
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    stage.simulator.faults.set({ kind: "create-time-zero" }, { creator: name });
    await eventually(async () => {
      const last = (await stage.events(name)).at(-1);
      expect(last?.sentAtMs).toBe(last?.atMs);
    });
  });
});

describe("a broadcast that is over though TikTok goes on to count", () => {
  const impatient = { COUNTS_ONLY_MS: "700", STALL_MS: "10000" };
  let place: Stage;
  beforeAll(async () => {
    place = await setStage();
    await place.worker(impatient);
  });
  afterAll(() => place.stop());

  it("is looked up, and ends", async () => {
    const creator = place.simulator.creator("fading");
    creator.goLive(counting());
    await place.watch("fading");
    const { sessionId } = await place.until("fading", { state: "live" });
    creator.fade();
    await place.until("fading", { state: "ended", sessionId });
    expect((await place.events("fading")).at(-1)).toMatchObject({ type: "streamEnd" });
    expect(place.simulator.connections("fading")).toMatchObject({ open: 0, signs: 1 });
  });

  it("ends when the room says so, though page and API agree that it is live, and is not gone back to", async () => {
    const creator = place.simulator.creator("stale");
    creator.goLive(nothingButCounts);
    place.simulator.faults.set({ kind: "false-room-status", liveStatus: 4 }, { creator: "stale" });
    await place.watch("stale");
    await place.until("stale", { state: "live" });
    await place.until("stale", { state: "ended" });
    await place.until("stale", { state: "offline" });
    expect(place.simulator.connections("stale").signs).toBe(1);
  });

  it("goes on while the room says so, also when it pauses", async () => {
    const creator = place.simulator.creator("lonely");
    creator.goLive(nothingButCounts);
    place.simulator.faults.set({ kind: "false-room-status", liveStatus: 3 }, { creator: "lonely" });
    await place.watch("lonely");
    await place.until("lonely", { state: "live" });
    const asked = () => place.simulator.faults.list().find(({ creator: name }) => name === "lonely")?.happened;
    await eventually(() => expect(asked()).toBeGreaterThanOrEqual(2));
    expect(await place.status("lonely")).toMatchObject({ state: "live" });
    expect(place.simulator.connections("lonely")).toMatchObject({ open: 1, opened: 1 });
  });
});

/** A show of which only the number of viewers is told: nobody. */
const nothingButCounts: Show = {
  play(room, nowMs) {
    const message = { type: "roomUser", viewers: 0, viewersEver: 0, top: [] } as const;
    room.publish([{ ...message, msgId: room.nextId(nowMs), createTimeMs: nowMs }], nowMs);
    return 100;
  },
};
