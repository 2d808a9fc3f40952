import { liveEventSchema } from "@frontrow/protocol/event";
import type { SessionId } from "@frontrow/protocol/ids";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { counting, eventsOf, jumpsIn, numbersOf, type Show, type Stage, setStage, type Worker } from "./stage.ts";

let stage: Stage;
let worker: Worker;
beforeAll(async () => {
  stage = await setStage();
  worker = await stage.worker();
});
afterAll(() => stage.stop());

/** Waits until a creator's log holds what a counting show says now. */
const caughtUp = (name: string, show: { readonly said: number }) => {
  const { said } = show;
  return eventually(async () => {
    const numbers = numbersOf(await stage.events(name));
    expect(numbers.at(-1)).toBeGreaterThanOrEqual(said);
    return numbers;
  });
};

describe("a broadcast", () => {
  it("comes into its session's log in order, once, and as the protocol has it", async () => {
    await stage.watch("alice");
    const status = await stage.until("alice", { state: "live" });
    const roomId = stage.simulator.creator("alice").room?.roomId;
    expect(status).toMatchObject({ nickname: "Alice", title: "Alice is live", roomId });
    const events = await eventually(async () => {
      const found = await stage.events("alice");
      expect(found.length).toBeGreaterThan(30);
      return found;
    });
    for (const event of events) expect(liveEventSchema.parse(event)).toEqual(event);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    const moments = events.map(({ atMs }) => atMs);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    const [first] = await stage.controls(status.sessionId as SessionId);
    expect(first).toMatchObject({ type: "sourceOpened", roomId: status.roomId });
  });

  it("has no pictures but from the places that are set", async () => {
    const ours = `${stage.simulator.url}/avatar/1.svg`;
    const foreign = [
      "data:image/svg+xml,<svg/>",
      "http://127.0.0.1:6379/",
      "https://evil.example/a.png",
      `${stage.simulator.url}/control/faults`,
    ];
    const show: Show = {
      play(room, nowMs) {
        const chats = [ours, ...foreign].map((avatarUrl, index) => ({
          type: "chat" as const,
          user: { id: `680000000000000000${index}`, handle: `viewer${index}`, nickname: "Viewer", avatarUrl },
          text: avatarUrl,
          msgId: room.nextId(nowMs),
          createTimeMs: nowMs,
        }));
        room.publish(chats, nowMs);
        return 50;
      },
    };
    stage.simulator.creator("pictures").goLive(show);
    await stage.watch("pictures");
    const events = await eventually(async () => {
      const found = (await stage.events("pictures")).flatMap((event) => (event.type === "chat" ? [event] : []));
      expect(found.length).toBeGreaterThan(foreign.length + 1);
      return found;
    });
    for (const { user, text } of events) expect(user?.avatarUrl, text).toBe(text === ours ? "/simulator/avatar/1.svg" : "");
    expect(await stage.status("pictures")).toMatchObject({
      avatarUrl: expect.stringMatching(/^\/simulator\/avatar\/\d+\.svg$/),
    });
  });

  it("is known to pause when the host paused before anybody watched, and to go on", async () => {
    const creator = stage.simulator.creator("pausing");
    creator.goLive(counting(50));
    creator.pause();
    await stage.watch("pausing");
    await stage.until("pausing", { state: "live" });
    const pauses = async () => (await stage.events("pausing")).map(({ type }) => type).filter((type) => /^stream/.test(type));
    await eventually(async () => expect(await pauses()).toEqual(["streamPaused"]));
    creator.resume();
    await eventually(async () => expect(await pauses()).toEqual(["streamPaused", "streamResumed"]));
  });

  it("does not begin with what was said before anybody watched", async () => {
    const show = counting();
    stage.simulator.creator("before").goLive(show);
    await eventually(() => expect(show.said).toBeGreaterThan(25));
    const missed = show.said;
    await stage.watch("before");
    await stage.until("before", { state: "live" });
    const numbers = await caughtUp("before", show);
    expect(numbers[0]).toBeGreaterThan(missed);
    expect(jumpsIn(numbers)).toEqual([]);
  });

  it("is one connection and one log, however many watch", async () => {
    const show = counting();
    stage.simulator.creator("shared").goLive(show);
    for (let desk = 0; desk < 20; desk++) await stage.watch("shared");
    await stage.until("shared", { state: "live" });
    // Whoever takes the last order finds an owner: no order is left to open a second connection.
    await eventually(async () => expect(await stage.ordersWaiting()).toBe(0));
    await caughtUp("shared", show);
    expect(stage.simulator.connections("shared")).toMatchObject({ open: 1, opened: 1, signs: 1 });
  });

  it("is told apart from the next one, whose session the old log names", async () => {
    const creator = stage.simulator.creator("twice");
    creator.goLive(counting());
    await stage.watch("twice");
    const first = await stage.until("twice", { state: "live" });
    creator.end();
    await stage.until("twice", { state: "ended", sessionId: first.sessionId });
    await stage.until("twice", { state: "offline", code: "CREATOR_OFFLINE" });
    creator.goLive(counting());
    const second = await stage.until("twice", { state: "live" });
    expect(second.sessionId).not.toBe(first.sessionId);
    const controls = await stage.controls(first.sessionId as SessionId);
    expect(controls.map(({ type }) => type)).toEqual(["sourceOpened", "sourceClosed", "successor"]);
    expect(controls.at(-1)).toMatchObject({ sessionId: second.sessionId });
    const events = eventsOf(await stage.logOf(first.sessionId as SessionId));
    expect(events.at(-1)).toMatchObject({ type: "streamEnd", reason: "ended" });
    expect(events.filter(({ type }) => type === "gap")).toEqual([]);
  });

  it("counts what comes in one frame with its end, and nothing later", async () => {
    const creator = stage.simulator.creator("lastwords");
    creator.goLive(counting());
    await stage.watch("lastwords");
    await stage.until("lastwords", { state: "live" });
    stage.simulator.faults.set({ kind: "messages-after-end" }, { creator: "lastwords", times: 1 });
    creator.end("suspended");
    await stage.until("lastwords", { state: "ended" });
    const [said, end] = (await stage.events("lastwords")).slice(-2);
    expect(said).toMatchObject({ type: "chat", text: "after the end" });
    expect(end).toMatchObject({ type: "streamEnd", reason: "suspended" });
  });

  it("is taken up in the same log when it was not over after all", async () => {
    const creator = stage.simulator.creator("revived");
    creator.goLive(counting());
    await stage.watch("revived");
    const { sessionId } = await stage.until("revived", { state: "live" });
    creator.goOffline();
    await stage.until("revived", { state: "ended" });
    const before = (await stage.events("revived")).length;
    creator.state = "live";
    await stage.until("revived", { state: "live", sessionId });
    const { room } = creator;
    if (room) counting().play(room, Date.now());
    await eventually(async () => expect((await stage.events("revived")).length).toBeGreaterThan(before));
    const controls = await stage.controls(sessionId as SessionId);
    // What TikTok repeats on the new connection may be reported among them.
    const ofSource = controls.map(({ type }) => type).filter((type) => type !== "duplicates");
    expect(ofSource).toEqual(["sourceOpened", "sourceClosed", "sourceOpened"]);
  });

  it("is waited for, and begins by itself", async () => {
    await stage.watch("offline1");
    const waiting = await stage.until("offline1", { state: "offline", code: "CREATOR_OFFLINE" });
    expect(waiting.retryAtMs).toBeGreaterThan(waiting.sinceMs);
    expect(stage.simulator.connections("offline1").signs).toBe(0);
    stage.simulator.creator("offline1").goLive();
    await stage.until("offline1", { state: "live" });
  });

  it("is not expected of somebody whom nobody knows, until somebody new asks", async () => {
    await stage.watch("nobody1");
    await stage.until("nobody1", { state: "failed", code: "CREATOR_UNKNOWN" });
    stage.simulator.creator("nobody1").goLive();
    await stage.watch("nobody1");
    await stage.until("nobody1", { state: "live" });
  });

  it("is let go when nobody watches any more, and taken up again in the same session", async () => {
    const show = counting();
    stage.simulator.creator("left").goLive(show);
    await stage.watch("left");
    const before = await stage.until("left", { state: "live" });
    await stage.unwatch("left");
    await stage.until("left", { state: "unknown" });
    await eventually(() => expect(stage.simulator.connections("left").open).toBe(0));
    const session = before.sessionId as SessionId;
    expect((await stage.controls(session)).at(-1)).toMatchObject({ type: "sourceClosed", reason: "unwatched" });
    await eventually(() => expect(show.said).toBeGreaterThan(100));
    await stage.watch("left");
    expect((await stage.until("left", { state: "live" })).sessionId).toBe(before.sessionId);
    const events = await eventually(async () => {
      const found = await stage.events("left");
      expect(found.some(({ type }) => type === "gap")).toBe(true);
      return found;
    });
    expect(events.find(({ type }) => type === "gap")).toMatchObject({ reason: "unwatched" });
  });

  it("goes on ticking when nothing happens", async () => {
    const creator = stage.simulator.creator("quiet");
    creator.goLive({ play: () => 60_000 });
    creator.change({ historyMessages: 0 });
    await stage.watch("quiet");
    await stage.until("quiet", { state: "live" });
    await eventually(async () => expect((await stage.log("quiet")).map(({ kind }) => kind)).toContain("tick"));
  });

  it("shows in the process' metrics", async () => {
    const metrics = await worker.metrics();
    expect(metrics).toMatch(/frontrow_events_total\{type="chat",late="false"\} \d/);
    expect(metrics).toMatch(/frontrow_ingest_feeds\{state="live"\} \d/);
    expect(metrics).not.toContain("alice");
  });
});
