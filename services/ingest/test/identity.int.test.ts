import type { SessionId } from "@frontrow/protocol/ids";
import type { MessageContent, RoomMessage } from "@frontrow/simulator/wire/message";
import type { Viewer } from "@frontrow/simulator/wire/viewer";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { counting, numbersOf, type Show, type Stage, setStage } from "./stage.ts";

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

const [fan, guest, rival] = ["11", "22", "33"].map((id) => ({ id, handle: `h${id}`, nickname: `N${id}` })) as [
  Viewer,
  Viewer,
  Viewer,
];
const rose = { id: 5655, name: "Rose", diamonds: 1, streakable: false };

/** A gift for the host, one for a guest, and a battle, over and over: the host's id alone tells whose is what. */
function duel({ id }: Viewer): Show {
  const older = { id, handle: "older", nickname: "Older" };
  const gift = { type: "gift", user: fan, gift: rose, repeatCount: 1, repeatEnd: true, groupId: "0" } as const;
  const scores = [rival, older].map((each, score) => ({ hostId: each.id, score }));
  return {
    play(room, nowMs) {
      const times = { startedAtMs: nowMs, durationSeconds: 300 };
      const said: MessageContent[] = [
        { ...gift, toUser: older },
        { ...gift, toUser: guest },
        { type: "battle", battleId: "9", phase: "open", ...times, hosts: [rival, older], scores },
      ];
      const messages = said.map((content): RoomMessage => ({ ...content, msgId: room.nextId(nowMs), createTimeMs: nowMs }));
      room.publish(messages, nowMs);
      return 50;
    },
  };
}

describe("a host whom only the room names", () => {
  const everywhere = { captcha: {}, "api-status": { status: 403 }, "room-info-status": { status: 403 } } as const;

  it("is known to gifts and battles, also after a drop, and to a new owner whom TikTok lets nowhere in", async () => {
    const place = await setStage();
    try {
      const first = await place.worker();
      place.simulator.faults.set({ kind: "no-user-id" });
      const creator = place.simulator.creator("duellist");
      const { host } = creator;
      creator.goLive(duel(host));
      await place.watch("duellist");
      const { sessionId } = await place.until("duellist", { state: "live", hostId: host.id });
      /** Waits for more, and gives how often the source was opened. */
      const openings = async (): Promise<number> => {
        const { length } = await place.events("duellist");
        const events = await eventually(async () => {
          const found = await place.events("duellist");
          expect(found.length).toBeGreaterThan(length + 6);
          return found;
        });
        const gifts = events.flatMap((event) => (event.type === "gift" ? [event.receiver?.id ?? "host"] : []));
        expect(new Set(gifts)).toEqual(new Set(["host", guest.id]));
        const received = gifts.filter((id) => id === guest.id).length;
        expect(Math.abs(gifts.length - 2 * received)).toBeLessThan(2);
        const battles = events.flatMap((event) => (event.type === "battle" ? [event.ownHostId] : []));
        expect(new Set(battles)).toEqual(new Set([host.id]));
        const controls = await place.controls(sessionId as SessionId);
        const opened = controls.filter(({ type }) => type === "sourceOpened");
        for (const each of opened) expect(each).toMatchObject({ hostId: host.id });
        return opened.length;
      };
      expect(await openings()).toBe(1);
      creator.drop();
      await place.until("duellist", { state: "reconnecting" });
      await place.until("duellist", { state: "live" });
      expect(await openings()).toBe(1);
      for (const [kind, how] of Object.entries(everywhere)) place.simulator.faults.set({ kind, ...how } as { kind: "captcha" });
      await first.stop();
      await place.worker();
      await eventually(() => expect(place.simulator.connections("duellist").entered).toBe(3));
      expect(await openings()).toBe(2);
      expect(await place.status("duellist")).toMatchObject({ state: "live", sessionId, hostId: host.id });
    } finally {
      await place.stop();
    }
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
