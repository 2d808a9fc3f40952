import type { SessionId } from "@frontrow/protocol/ids";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { counting, numbersOf, type Stage, setStage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.worker();
});
afterAll(() => stage.stop());

describe("one denial against several signs", () => {
  const { set } = { set: (...args: Parameters<Stage["simulator"]["faults"]["set"]>) => stage.simulator.faults.set(...args) };

  it("connects to a room for grown-ups: its page shows nothing and its info is refused, but the API says live", async () => {
    set({ kind: "captcha" }, { creator: "adult" });
    set({ kind: "room-info-restricted" }, { creator: "adult" });
    await stage.watch("adult");
    await stage.until("adult", { state: "live" });
    expect(stage.simulator.connections("adult").lookUps).toBe(0);
  });

  it("asks the sign service when TikTok lets nobody in and denies the name, and counts that call", async () => {
    for (const kind of ["captcha", "api-not-found"] as const) set({ kind }, { creator: "hidden" });
    await stage.watch("hidden");
    await stage.until("hidden", { state: "live" });
    expect(stage.simulator.connections("hidden")).toMatchObject({ lookUps: 1, signs: 1 });
    const ledger = await stage.redis.client.hgetall("fr:{sign_demo}:ledger");
    // One for each of the connections so far, and one for the question.
    expect(Number(ledger["dayCalls"])).toBe(3);
  });

  it("says that it is blocked when nobody knows more, and asks the sign service once", async () => {
    set({ kind: "captcha" }, { creator: "walled" });
    set({ kind: "api-status", status: 403 }, { creator: "walled" });
    stage.simulator.creator("walled").goOffline();
    await stage.watch("walled");
    await stage.until("walled", { code: "UPSTREAM_BLOCKED" });
    await eventually(() => expect(stage.simulator.connections("walled").lookUps).toBe(1));
    await stage.until("walled", { state: "offline", code: "UPSTREAM_BLOCKED" });
    expect(stage.simulator.connections("walled")).toMatchObject({ lookUps: 1, signs: 0 });
  });

  it("takes a name for unknown when both say so", async () => {
    await stage.watch("nobody7");
    await stage.until("nobody7", { state: "failed", code: "CREATOR_UNKNOWN" });
    expect(stage.simulator.connections("nobody7").lookUps).toBe(0);
  });
});

describe("ids that are JSON numbers", () => {
  it("are exact: the room is found, and its host", async () => {
    stage.simulator.faults.set({ kind: "number-ids" }, { creator: "numbers" });
    stage.simulator.creator("numbers");
    await stage.watch("numbers");
    const { roomId, sessionId } = await stage.until("numbers", { state: "live" });
    const { room, host } = stage.simulator.creator("numbers");
    expect(roomId).toBe(room?.roomId);
    const startedAtMs = Math.floor((room?.startedAtMs ?? 0) / 1000) * 1000;
    expect((await stage.controls(sessionId as SessionId))[0]).toMatchObject({
      type: "sourceOpened",
      hostId: host.id,
      startedAtMs,
    });
  });
});

describe("a creator who takes another name while live", () => {
  it("goes on after a drop, in the same session and under the new name, and is waited for under it", async () => {
    const show = counting(50);
    const creator = stage.simulator.creator("before");
    creator.change({ historyMessages: 500 });
    creator.goLive(show);
    await stage.watch("before");
    const { sessionId } = await stage.until("before", { state: "live" });
    stage.simulator.rename("before", "after");
    creator.drop();
    await stage.until("before", { state: "reconnecting" });
    await stage.until("before", { state: "live", sessionId, renamedTo: "after" });
    const { said } = show;
    await eventually(async () => expect(numbersOf(await stage.events("before")).at(-1)).toBeGreaterThan(said));
    creator.end();
    await stage.until("before", { state: "ended", sessionId });
    creator.goLive(counting());
    const next = await stage.until("before", { state: "live", renamedTo: "after" });
    expect(next.sessionId).not.toBe(sessionId);
  });
});
