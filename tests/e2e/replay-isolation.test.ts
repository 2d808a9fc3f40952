import type { DeskFact } from "@frontrow/protocol/desk";
import type { CreatorId, SessionId } from "@frontrow/protocol/ids";
import { createDeskStore } from "@frontrow/redis/desks";
import { keys } from "@frontrow/redis/keys";
import { createLogStore } from "@frontrow/redis/log";
import { createOwnerRecords } from "@frontrow/redis/owner-record";
import { eventually } from "@frontrow/testkit/eventually";
import { describe, expect, it } from "vitest";
import { deskOf, idsOf, replayOf, standsAt, useReplays, words } from "../lib/replays.ts";
import { lastModeChange, shownIn } from "../lib/shown.ts";
import type { Viewer } from "../lib/viewer.ts";

const replays = useReplays({ processes: { gateways: 3, workers: 2 } });
const { user, stored, replaying, watching, stepBack, replaceGateway, replaceWorker } = replays;

/** Notes where somebody's frames are; the function checks that those from there on are of these sessions and epochs, and name none else. */
function undisturbed(viewer: Viewer, sessions: readonly string[], strangers: () => readonly string[]) {
  const from = viewer.frames.length;
  const { snapshots } = viewer;
  return () => {
    const since = viewer.frames.slice(from);
    expect(sessions).toEqual(expect.arrayContaining(shownIn(since)));
    for (const stranger of strangers()) expect(since.join("\n")).not.toContain(stranger);
    expect(viewer.snapshots).toBe(snapshots);
  };
}

describe("replays of desks", () => {
  it("what A does to its replay is obeyed at A's desk, and is nowhere else, not even in the same recording", async () => {
    const { recorded, live } = replays;
    const a = await replaying(recorded, 0, 100);
    const b = await replaying(recorded, 1, 100, { dialect: "plain" });
    const c = await watching(live, 2);
    const before = await stored(b);
    const session = replayOf(a);
    const checks = [
      undisturbed(b, [`${replayOf(b)} ${before.epoch}`], () => [session, deskOf(a), live.session]),
      undisturbed(c, [`${live.session} 1`], () => [session, replayOf(b), deskOf(a), deskOf(b), recorded.recordingId]),
    ];
    const { client } = a;

    client.replay({ action: "seek", value: { atMs: recorded.atMs(200) } });
    await standsAt(a, recorded.atMs(200), { state: "paused" });
    expect(idsOf(a)).toEqual(words(recorded, 1, 200));
    await replaceGateway(0);
    client.replay({ action: "speed", value: 4 });
    client.replay({ action: "resume" });
    await eventually(() => expect(idsOf(a)).toContain(recorded.id(205)), 20_000);
    await replaceWorker(0);
    client.replay({ action: "pause" });
    await eventually(() => expect(a.replay).toMatchObject({ state: "paused", speed: 4 }), 20_000);
    expect(idsOf(a)).toEqual(words(recorded, 1, idsOf(a).length));
    await replaceWorker(1);
    client.replay({ action: "seek", value: { atMs: recorded.atMs(50) } });
    await standsAt(a, recorded.atMs(50));
    client.replay({ action: "step", value: { kind: "chat", direction: "next" } });
    await standsAt(a, recorded.atMs(51));
    client.replay({ action: "step", value: { kind: "chat", direction: "previous" } });
    await standsAt(a, recorded.atMs(50));
    client.replay({ action: "loop", value: { fromMs: recorded.atMs(20), toMs: recorded.atMs(52) } });
    const { epoch } = await stored(a);
    client.replay({ action: "resume" });
    await eventually(async () => expect((await stored(a)).epoch).toBeGreaterThan(epoch + 1), 30_000);

    const { position, epoch: after } = await stored(b);
    expect({ position, after }).toEqual({ position: before.position, after: before.epoch });
    expect(b.replay).toMatchObject({ state: "paused", speed: 1, positionMs: recorded.atMs(100), skipIdle: false });
    await live.say();
    await eventually(() => expect(idsOf(c).at(-1)).toBe(live.id(live.words - 1)));
    for (const check of checks) check();
  });

  it("B goes LIVE and sees what is live alone: nothing of its replay comes any more, and A's is where it was", async () => {
    const { live } = replays;
    const a = await watching(live, 0);
    await stepBack(a, live, 30);
    const before = await stored(a);
    for (const [gateway, dialect] of (["batched", "plain"] as const).entries()) {
      const b = await watching(live, gateway + 1, { dialect });
      for (let round = 0; round < 2; round++) {
        await stepBack(b, live, 1);
        const left = replayOf(b);
        b.client.replay({ action: "speed", value: 8 });
        b.client.replay({ action: "resume" });
        await eventually(() => expect(idsOf(b).length).toBeGreaterThan(10));
        b.client.setMode({ mode: "LIVE" });
        await eventually(() => expect(idsOf(b).at(-1)).toBe(live.id(live.words - 1)));
        await live.say();
        await eventually(() => expect(idsOf(b).at(-1)).toBe(live.id(live.words - 1)));
        const after = b.frames.slice(lastModeChange(b.frames) + 1);
        expect([...new Set(shownIn(after))]).toEqual([`${live.session} 1`]);
        expect(after.join("\n")).not.toContain(left);
        expect(new Set(idsOf(b)).size).toBe(idsOf(b).length);
      }
    }
    expect(await stored(a)).toEqual(before);
    expect(a.replay).toMatchObject({ state: "paused", positionMs: live.atMs(30) });
  });

  it("C joins A's desk with its token and sees A's state and position; C's own desk is as it was", async () => {
    const { stack, recorded, live } = replays;
    const a = await replaying(recorded, 0, 120);
    const own = await watching(live, 2);
    const desks = createDeskStore(stack.redis.client);
    const before = (await desks.read(deskOf(own)))?.state;
    const check = undisturbed(own, [`${live.session} 1`], () => [replayOf(a), deskOf(a)]);
    for (const dialect of ["batched", "plain"] as const) {
      const c = user(1, { desk: a.credentials, dialect });
      await standsAt(c, recorded.atMs(120), { state: "paused" });
      expect(c.client.desk).toEqual(a.client.desk);
      expect(idsOf(c)).toEqual(idsOf(a));
      c.client.replay({ action: "seek", value: { atMs: recorded.atMs(121) } });
      for (const viewer of [a, c]) await standsAt(viewer, recorded.atMs(121));
      a.client.replay({ action: "seek", value: { atMs: recorded.atMs(120) } });
      for (const viewer of [a, c]) await standsAt(viewer, recorded.atMs(120));
    }
    expect((await desks.read(deskOf(own)))?.state).toEqual(before);
    check();
  });

  it("a new user has a desk in LIVE that shows nothing, and a history of its own", async () => {
    const { recorded, live } = replays;
    const a = await replaying(recorded, 0, 10);
    const fresh = user(0);
    await eventually(() => expect(fresh.client.desk).toMatchObject({ mode: "LIVE", language: "en", generation: 0 }));
    expect(fresh.client.desk?.replay).toBeUndefined();
    const own = async () => (await fresh.client.recordings()).filter(({ isSample }) => !isSample);
    expect(await own()).toEqual([]);
    a.client.replay({ action: "seek", value: { percent: 50 } });
    await eventually(() => expect(a.replay?.positionMs).toBeGreaterThan(recorded.atMs(100)));
    expect(shownIn(fresh.frames)).toEqual([]);
    for (const theirs of [replayOf(a), deskOf(a), recorded.session]) expect(fresh.frames.join("\n")).not.toContain(theirs);
    fresh.client.watch(live.handle);
    await eventually(async () => expect(await own()).toMatchObject([{ recordingId: live.recordingId }]));
    expect((await a.client.recordings()).filter(({ isSample }) => !isSample)).toMatchObject([
      { recordingId: recorded.recordingId },
    ]);
  });

  it("D disconnects: its watch and its worker are given back after the grace, the position is found again, others notice nothing", async () => {
    const { stack, recorded, live } = replays;
    const d = await watching(live, 1);
    await stepBack(d, live, 40);
    const [session, deskId] = [replayOf(d), deskOf(d)];
    const b = await replaying(recorded, 1, 7);
    const c = await watching(live, 1);
    const checks = [
      undisturbed(b, [`${replayOf(b)} ${(await stored(b)).epoch}`], () => [session, deskId]),
      undisturbed(c, [`${live.session} 1`], () => [session, deskId]),
    ];
    const owners = createOwnerRecords(stack.redis.client);
    expect(await owners.read({ id: session, role: "replay" })).toBeTruthy();
    d.close();
    const desks = createDeskStore(stack.redis.client);
    await eventually(async () => expect((await desks.read(deskId))?.state.handle).toBeUndefined(), 20_000);
    await eventually(async () => expect(await owners.read({ id: session, role: "replay" })).toBeFalsy(), 20_000);
    const back = user(2, { desk: d.credentials });
    await standsAt(back, live.atMs(40), { state: "paused" });
    expect(replayOf(back)).toBe(session);
    back.client.replay({ action: "step", value: { kind: "chat", direction: "next" } });
    await standsAt(back, live.atMs(41));
    for (const check of checks) check();
  });

  it("two windows of one desk both follow: the last command wins, and both show it", async () => {
    const { stack, recorded } = replays;
    const one = await replaying(recorded, 0, 10);
    const two = user(1, { desk: one.credentials, dialect: "plain" });
    await standsAt(two, recorded.atMs(10));
    for (let round = 0; round < 10; round++) {
      one.client.replay({ action: "seek", value: { atMs: recorded.atMs(100 + round) } });
      two.client.replay({ action: "seek", value: { atMs: recorded.atMs(200 + round) } });
    }
    const log = createLogStore(stack.redis.client);
    /** What was asked for, the last first: a client sends the newest of its seeks once those before are answered. */
    const asked = async () => {
      const facts = (await log.readBack(deskOf(one), { entries: 100 })).flatMap(({ data }) => JSON.parse(data) as DeskFact[]);
      const commands = facts.flatMap((fact) => (fact.type === "replayCommanded" ? [fact.command] : []));
      return commands.map((command) => (command as { value: { atMs: number } }).value.atMs);
    };
    const last = [recorded.atMs(109), recorded.atMs(209)];
    await eventually(async () => expect(await asked()).toEqual(expect.arrayContaining(last)));
    const [atMs = 0] = await asked();
    expect(last).toContain(atMs);
    for (const viewer of [one, two]) await standsAt(viewer, atMs, { state: "paused" });
    const { position, epoch } = await stored(one);
    expect(position.atMs).toBe(atMs);
    await replaceWorker(0);
    await replaceWorker(1);
    one.client.replay({ action: "resume" });
    for (const viewer of [one, two]) await eventually(() => expect(viewer.replay?.state).toBe("playing"), 20_000);
    two.client.replay({ action: "pause" });
    for (const viewer of [one, two]) await eventually(() => expect(viewer.replay?.state).toBe("paused"));
    await eventually(() => expect(one.replay).toEqual(two.replay));
    expect((await stored(one)).epoch).toBe(epoch);
  });

  it("A steps back while it is live and is behind; the broadcast's log, epoch and watchers, and what others see, are as they were", async () => {
    const { stack, live } = replays;
    const a = await watching(live, 0);
    const [b, c] = [await watching(live, 1), await watching(live, 2, { dialect: "plain" })];
    const { client } = stack.redis;
    const log = createLogStore(client);
    const known = async () => ({
      tail: await log.tail(live.session as SessionId),
      watchers: (await client.hkeys(keys.watchers(a.client.desk?.creatorId as CreatorId))).sort(),
    });
    // Desks that have closed leave a little later.
    await eventually(async () => expect((await known()).watchers).toEqual([a, b, c].map(deskOf).sort()), 20_000);
    const before = await known();
    const session = () => replayOf(a);
    const checks = [b, c].map((viewer) => undisturbed(viewer, [`${live.session} 1`], () => [session(), deskOf(a)]));
    await stepBack(a, live, 60);
    expect(a.client.desk?.replay).toMatchObject({ isBehindLive: true, recordingId: live.recordingId });
    expect(a.replay).toMatchObject({ isGrowing: true, state: "paused" });
    a.client.replay({ action: "seek", value: { byMs: -10_000 } });
    await standsAt(a, live.atMs(50));
    expect(await known()).toEqual(before);
    await live.say(3);
    await replaceGateway(0);
    for (const viewer of [b, c]) await eventually(() => expect(idsOf(viewer).at(-1)).toBe(live.id(live.words - 1)));
    await standsAt(a, live.atMs(50));
    expect(idsOf(a).at(-1)).toBe(live.id(50));
    for (const check of checks) check();
  });
});
