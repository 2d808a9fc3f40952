import type { LiveEvent } from "@frontrow/protocol/event";
import type { ReplayState } from "@frontrow/protocol/insight";
import type { ReplayCommand } from "@frontrow/protocol/replay";
import { eventually } from "@frontrow/testkit/eventually";
import { userNamed } from "@frontrow/testkit/users";
import { beforeAll, describe, expect, it } from "vitest";
import { idsOf, standsAt, useReplays, words } from "../lib/replays.ts";
import { startTalk, type Talk } from "../lib/talk.ts";
import type { Viewer } from "../lib/viewer.ts";

const DAY_MS = 86_400_000;
const SILENT_AFTER = 19;

const replays = useReplays();
const { stored, replaying, watching, stepBack } = replays;
/** Twenty words, a day of silence, twenty words. */
let quiet: Talk;
beforeAll(async () => {
  quiet = await startTalk(replays.stack, "quinn", 40, (word) => (word === SILENT_AFTER ? DAY_MS : 0));
  await quiet.end();
});

/** All that was said of where a replay stands, from a place in `told` on. */
const statesOf = ({ told }: Viewer, from = 0): ReplayState[] =>
  told
    .slice(from)
    .flatMap((event) => (event.type === "insights" ? event.insights : []))
    .filter((insight) => insight.type === "replayState");
const does = (viewer: Viewer, ...commands: ReplayCommand[]) => {
  for (const command of commands) viewer.client.replay(command);
};
const seek = (talk: Talk, word: number): ReplayCommand => ({ action: "seek", value: { atMs: talk.atMs(word) } });
const playing = (viewer: Viewer) => eventually(() => expect(viewer.replay?.state).toBe("playing"));
/** Lets so many more states be said: each second while it plays, and at each change. */
const states = async (viewer: Viewer, count: number): Promise<void> => {
  const before = statesOf(viewer).length;
  await eventually(() => expect(statesOf(viewer).length).toBeGreaterThanOrEqual(before + count), 20_000);
};

describe("what players are reported for:", () => {
  it("R1 seeking back leaves nothing of what comes later: neither rows nor numbers nor what is understood", async () => {
    const { recorded } = replays;
    const a = await replaying(recorded, 0, 299);
    expect(a.metrics).toMatchObject({ chats: 300 });
    for (const word of [200, 30, 0]) {
      const from = a.told.length;
      does(a, seek(recorded, word));
      await standsAt(a, recorded.atMs(word));
      await eventually(() => expect(a.metrics).toMatchObject({ chats: word + 1 }));
      expect(idsOf(a)).toEqual(words(recorded, Math.max(0, word - 199), word));
      const since = JSON.stringify(a.told.slice(a.told.findLastIndex(({ type }) => type === "snapshot")));
      for (const later of [word + 1, 299]) expect(since).not.toContain(`"${recorded.id(later)}"`);
      expect(a.told.slice(from).filter(({ type }) => type === "snapshot")).toHaveLength(1);
    }
  });

  it("R2 a seek that is slower than the one after it never takes the replay back to its place", async () => {
    const { recorded } = replays;
    const a = await replaying(recorded, 0, 0);
    for (const word of [50, 250]) {
      does(a, seek(recorded, 299), seek(recorded, 200), seek(recorded, word));
      await standsAt(a, recorded.atMs(word));
      const from = a.told.length;
      does(a, { action: "resume" });
      await states(a, 2);
      does(a, { action: "pause" });
      await eventually(() => expect(a.replay?.state).toBe("paused"));
      const positions = statesOf(a, from).map(({ positionMs }) => positionMs);
      expect(positions).toEqual([...positions].sort((x, y) => x - y));
      expect(positions[0]).toBeLessThan(recorded.atMs(word + 30));
    }
  });

  it("R3 the bar is as long as the recording all the time, and no old position is said after a new one", async () => {
    const { recorded } = replays;
    const a = await replaying(recorded, 0, 10);
    const from = a.told.length;
    const asked: number[] = [];
    for (let word = 20; word <= 200; word += 20) {
      does(a, seek(recorded, word));
      await standsAt(a, recorded.atMs(word));
      asked.push(recorded.atMs(word));
    }
    const said = statesOf(a, from);
    const extent = { fromMs: recorded.atMs(0), toMs: recorded.atMs(299) };
    for (const state of said) expect(state).toMatchObject(extent);
    const positions = said.map(({ positionMs }) => positionMs).filter((at, index, all) => at !== all[index - 1]);
    expect([recorded.atMs(10), ...asked]).toEqual(expect.arrayContaining(positions));
    expect(positions).toEqual([...positions].sort((x, y) => x - y));
  });

  it("R4 whoever is paused close to the newest moment, or plays behind it, is not taken to live, however it moves", async () => {
    const { live } = replays;
    const a = await watching(live, 0);
    await stepBack(a, live, live.words - 2);
    const at = live.atMs(live.words - 2);
    for (let round = 0; round < 3; round++) {
      await live.say();
      does(a, { action: "skipIdle", value: round % 2 === 0 });
      await eventually(() => expect(a.replay?.skipIdle).toBe(round % 2 === 0));
      expect(a.client.desk?.mode).toBe("REPLAY");
      expect(a.replay).toMatchObject({ state: "paused", positionMs: at });
    }
    does(a, { action: "skipIdle", value: false }, { action: "seek", value: { byMs: 1_000 } });
    await standsAt(a, at + 1_000, { state: "paused" });
    // Its edge moves in steps of four seconds while it plays, half a minute behind.
    does(a, { action: "seek", value: { byMs: -30_000 } });
    await standsAt(a, at - 29_000);
    does(a, { action: "resume" });
    for (let step = 0; step < 2; step++) {
      await live.say(4);
      await states(a, 3);
      expect(a.client.desk?.mode).toBe("REPLAY");
      expect(a.replay?.state).toBe("playing");
    }
  });

  it("R5 a fast replay that reaches the newest moment is LIVE, with each row once; the next one begins at 1 ×", async () => {
    const { live } = replays;
    const a = await watching(live, 0);
    await stepBack(a, live, 20);
    does(a, { action: "speed", value: 32 }, { action: "resume" });
    await eventually(() => expect(a.client.desk?.mode).toBe("LIVE"), 20_000);
    await live.say(2);
    await eventually(() => expect(idsOf(a).at(-1)).toBe(live.id(live.words - 1)));
    expect(idsOf(a)).toEqual(words(live, live.words - idsOf(a).length, live.words - 1));
    await stepBack(a, live, 20);
    expect(a.replay).toMatchObject({ speed: 1 });
  });

  it("R5 the recording of a broadcast that goes on, chosen from the list, plays on with it at 1 × and with all rows", async () => {
    const { live } = replays;
    const a = await replaying(live, 0, live.words - 60);
    does(a, { action: "speed", value: 32 }, { action: "resume" });
    await eventually(() => expect(a.replay).toMatchObject({ speed: 1, rows: "all", state: "playing" }), 20_000);
    await live.say(3);
    await eventually(() => expect(idsOf(a).at(-1)).toBe(live.id(live.words - 1)), 20_000);
    expect(idsOf(a)).toEqual(words(live, live.words - idsOf(a).length, live.words - 1));
    expect(a.client.desk?.mode).toBe("REPLAY");
  });

  it("R6 a day of silence is passed at once where that is asked for, also after a seek and at another speed, and not where it is not", async () => {
    const a = await replaying(quiet, 0, 15);
    const back = quiet.atMs(SILENT_AFTER + 1);
    for (const speed of [1, 4]) {
      does(
        a,
        seek(quiet, SILENT_AFTER - 1),
        { action: "speed", value: speed },
        { action: "skipIdle", value: true },
        { action: "resume" },
      );
      await eventually(() => expect(a.replay).toMatchObject({ speed, skipIdle: true, state: "playing" }));
      await eventually(() => expect(idsOf(a)).toContain(quiet.id(SILENT_AFTER + 1)), 20_000);
      // What comes after the silence comes at its time: nothing of it is shown early.
      for (const { positionMs, item } of statesOf(a))
        if (item > SILENT_AFTER + 1) expect(positionMs).toBeGreaterThanOrEqual(back);
      does(a, { action: "pause" });
      await eventually(() => expect(a.replay?.state).toBe("paused"));
    }
    does(a, { action: "skipIdle", value: false }, seek(quiet, SILENT_AFTER), { action: "resume" });
    await playing(a);
    await states(a, 3);
    expect(a.replay?.positionMs).toBeLessThan(back - DAY_MS / 2);
    does(a, { action: "skipIdle", value: true });
    await eventually(() => expect(idsOf(a)).toContain(quiet.id(SILENT_AFTER + 1)), 20_000);
  });

  it("R7 seeks by a distance lead to where they add up to, in a broadcast that grows too", async () => {
    const { recorded, live } = replays;
    const a = await replaying(recorded, 0, 100);
    const b = await watching(live, 0);
    await stepBack(b, live, 60);
    for (let n = 0; n < 12; n++) {
      for (const viewer of [a, b]) does(viewer, { action: "seek", value: { byMs: n % 3 === 2 ? -10_000 : 7_000 } });
      if (n % 4 === 0) await live.say();
    }
    const moved = 8 * 7_000 - 4 * 10_000;
    await standsAt(a, recorded.atMs(100) + moved, { state: "paused" });
    await standsAt(b, live.atMs(60) + moved, { state: "paused" });
  });

  it("R8 a seek neither starts what is paused nor stops what plays; a loop has a third round", async () => {
    const { recorded } = replays;
    const a = await replaying(recorded, 0, 10);
    does(a, seek(recorded, 100));
    await standsAt(a, recorded.atMs(100), { state: "paused" });
    does(a, { action: "step", value: { kind: "chat", direction: "previous" } });
    await standsAt(a, recorded.atMs(99), { state: "paused" });
    does(a, { action: "resume" });
    await playing(a);
    does(a, seek(recorded, 200));
    await eventually(() => expect(a.replay?.positionMs).toBeGreaterThanOrEqual(recorded.atMs(200)));
    expect(a.replay?.state).toBe("playing");
    await states(a, 2);
    expect(a.replay?.state).toBe("playing");
    const { epoch } = await stored(a);
    does(a, { action: "speed", value: 8 }, { action: "loop", value: { fromMs: recorded.atMs(50), toMs: recorded.atMs(54) } });
    await eventually(async () => expect((await stored(a)).epoch).toBeGreaterThanOrEqual(epoch + 3), 20_000);
    expect(a.replay?.state).toBe("playing");
    for (const { positionMs } of statesOf(
      a,
      a.told.findLastIndex(({ type }) => type === "snapshot"),
    ))
      expect(positionMs).toBeLessThanOrEqual(recorded.atMs(54));
  });

  it("R9 a place that is not there leads to the nearest one, never to live", async () => {
    const { recorded, live } = replays;
    const a = await replaying(recorded, 0, 10);
    does(a, { action: "seek", value: { atMs: 0 } });
    await standsAt(a, recorded.atMs(0), { state: "paused" });
    does(a, { action: "seek", value: { byMs: DAY_MS } });
    await standsAt(a, recorded.atMs(299));
    const b = await watching(live, 0);
    await stepBack(b, live, 10);
    does(b, { action: "seek", value: { byMs: -DAY_MS } });
    await standsAt(b, live.atMs(0), { state: "paused" });
    does(b, { action: "seek", value: { atMs: live.atMs(0) + DAY_MS } });
    await standsAt(b, live.atMs(live.words - 1), { state: "paused" });
    expect(b.client.desk?.mode).toBe("REPLAY");
    expect(b.replay).toMatchObject({ fromMs: live.atMs(0), toMs: live.atMs(live.words - 1) });
  });

  it("R10 whoever is cut off while it plays has each row once, and no text that was removed meanwhile", async () => {
    const { stack } = replays;
    const talk = await startTalk(stack, "mod", 60);
    const atMs = talk.atMs(59);
    const removal: LiveEvent = { id: "removal", type: "moderation", atMs, sentAtMs: atMs, eventIds: [talk.id(50)], userIds: [] };
    await talk.append(removal);
    await talk.append({ id: "after", type: "follow", atMs: atMs + 1_000, sentAtMs: atMs + 1_000, user: userNamed("ana") });
    await talk.end();
    const a = await replaying(talk, 0, 10);
    does(a, { action: "speed", value: 8 }, { action: "resume" });
    for (const word of [15, 25, 45]) {
      await eventually(() => expect(idsOf(a)).toContain(talk.id(word)), 20_000);
      a.cut();
    }
    await eventually(() => expect(a.replay?.state).toBe("finished"), 20_000);
    expect(idsOf(a)).toEqual([...words(talk, 0, 59), "removal", "after"]);
    expect(a.events[50]).toMatchObject({ id: talk.id(50), text: "" });
    expect(a.frames.join("\n")).not.toContain('"word 50"');
  });

  it("R11 at the end it is finished, stands there, and says nothing more; `play` begins anew", async () => {
    const { recorded } = replays;
    const a = await replaying(recorded, 0, 290);
    does(a, { action: "speed", value: 8 }, { action: "resume" });
    await eventually(() => expect(a.replay?.state).toBe("finished"), 20_000);
    expect(a.replay?.positionMs).toBe(recorded.atMs(299));
    const said = a.frames.length;
    const { position } = await stored(a);
    does(a, { action: "speed", value: 1 });
    await eventually(() => expect(a.replay?.speed).toBe(1));
    expect(a.replay).toMatchObject({ state: "finished", positionMs: recorded.atMs(299) });
    expect(a.frames.slice(said).filter((text) => text.includes('"kind":"events"'))).toEqual([]);
    expect((await stored(a)).position).toEqual(position);
    does(a, { action: "play" });
    await eventually(() => expect(a.replay).toMatchObject({ state: "playing" }));
    expect(a.replay?.positionMs).toBeLessThan(recorded.atMs(20));
  });
});
