import type { FoldItem } from "@frontrow/audience/fold";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { WorkerId } from "@frontrow/protocol/ids";
import { indexRecording } from "@frontrow/recording/index-recording";
import type { Recording } from "@frontrow/recording/recording";
import { eventually } from "@frontrow/testkit/eventually";
import { userNamed } from "@frontrow/testkit/users";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldedAt, knownFrom, knownOf, record, START_MS, someBroadcast } from "./recorded.ts";
import { openStage, type Stage, Viewing, type Worker } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

const annotation = { language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 };
const chat = (second: number, more: object = {}): FoldItem => {
  const atMs = START_MS + second * 1_000;
  return {
    type: "chat",
    id: `c${second}`,
    atMs,
    sentAtMs: atMs,
    user: userNamed("ann"),
    text: `at ${second}`,
    ...annotation,
    ...more,
  };
};
const opened: FoldItem = { type: "sourceOpened", atMs: START_MS, roomId: "7" };
const like = (second: number): FoldItem => {
  const atMs = START_MS + second * 1_000;
  return { type: "like", id: `l${second}`, atMs, sentAtMs: atMs, user: userNamed("ann"), count: 1, total: second };
};
/** A message each second, for so long. */
const chats = (seconds: number): FoldItem[] => [opened, ...Array.from({ length: seconds }, (_, n) => chat(n + 1))];

async function viewingOf(items: readonly FoldItem[], options?: Parameters<typeof Viewing.open>[2]): Promise<Viewing> {
  return Viewing.open(stage, await record(stage.blob, items), options);
}
const idsOf = (shown: readonly { id: string }[]) => shown.map(({ id }) => id);
const ids = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => `c${from + n}`);
const secondsOf = ({ at }: Awaited<ReturnType<Viewing["stored"]>>) => ((at.atMs ?? 0) - START_MS) / 1_000;

describe("a replay", () => {
  it("begins where it is told to, with what was before, and plays on from there, each row once", async () => {
    const viewing = await viewingOf(chats(60), { atMs: START_MS + 10_000, isPaused: false });
    const worker = await viewing.worker();
    await worker.pass(0);
    expect(idsOf(await viewing.shown())).toEqual(ids(1, 10));
    for (let n = 0; n < 25; n++) await worker.pass(400);
    expect(idsOf(await viewing.shown())).toEqual(ids(1, 20));
    expect(await viewing.stored()).toMatchObject({ epoch: 2, state: "playing", metrics: { chats: 20 } });
  });

  it("is finished at its end, and begins anew when it is played again", async () => {
    const viewing = await viewingOf(chats(5), { isPaused: false });
    const worker = await viewing.worker();
    for (let n = 0; n < 4; n++) await worker.pass(3_000);
    expect(await viewing.stored()).toMatchObject({ state: "finished", metrics: { chats: 5 } });
    await worker.obey({ action: "play" });
    expect(secondsOf(await viewing.stored())).toBe(0);
    await worker.pass(2_000);
    expect(await viewing.stored()).toMatchObject({ state: "playing", metrics: { chats: 2 } });
  });

  it("stands still in a pause, and goes on from there", async () => {
    const viewing = await viewingOf(chats(60), { isPaused: false });
    const worker = await viewing.worker();
    await worker.pass(5_000);
    await worker.obey({ action: "pause" });
    for (let n = 0; n < 5; n++) await worker.pass(20_000);
    expect(secondsOf(await viewing.stored())).toBe(5);
    await worker.obey({ action: "resume" });
    await worker.pass(2_000);
    expect(idsOf(await viewing.shown())).toEqual(ids(1, 7));
  });

  it("shows what was due when it is paused or slowed down, up to where its clock is then", async () => {
    const viewing = await viewingOf(chats(60), { isPaused: false });
    const worker = await viewing.worker();
    await worker.pass(1_000);
    await worker.obey({ action: "speed", value: 10 });
    worker.nowMs += 1_000;
    await viewing.command({ action: "pause" });
    await eventually(async () => expect((await viewing.stored()).state).toBe("paused"));
    const atPause = await viewing.stored();
    expect(secondsOf(atPause)).toBe(11);
    expect(atPause.metrics.chats).toBe(11);
    await worker.obey({ action: "resume" });
    worker.nowMs += 1_000;
    await worker.obey({ action: "speed", value: 1 });
    expect(secondsOf(await viewing.stored())).toBe(21);
    expect(idsOf(await viewing.shown())).toEqual(ids(1, 21));
    await worker.pass(1_000);
    expect((await viewing.stored()).metrics.chats).toBe(22);
  });

  it("says where it stands: on each change, and each second while it plays", async () => {
    const viewing = await viewingOf(chats(60), { isPaused: false });
    const worker = await viewing.worker();
    await worker.pass(0);
    const told = async () => (await viewing.insights()).filter(({ type }) => type === "replayState").length;
    const before = await told();
    for (let n = 0; n < 20; n++) await worker.pass(250);
    expect(await told()).toBe(before + 5);
    await worker.obey({ action: "pause" });
    expect(await told()).toBe(before + 6);
    for (let n = 0; n < 5; n++) await worker.pass(1_000);
    expect(await told()).toBe(before + 6);
    const { documents } = await viewing.stored();
    expect(documents.replayState).toMatchObject({
      state: "paused",
      positionMs: START_MS + 5_000,
      item: 6,
      fromMs: START_MS,
      rows: "all",
    });
  });

  it("loops from one moment to another, in an epoch of its own each time", async () => {
    const viewing = await viewingOf(chats(60), { isPaused: false });
    const worker = await viewing.worker();
    await worker.obey({ action: "loop", value: { fromMs: START_MS + 3_000, toMs: START_MS + 6_000 } });
    const { epoch } = await viewing.stored();
    for (let n = 0; n < 9; n++) await worker.pass(1_000);
    const stored = await viewing.stored();
    expect(stored.epoch).toBe(epoch + 2);
    expect(secondsOf(stored)).toBeLessThanOrEqual(6);
    await worker.obey({ action: "loop", value: null });
    await worker.pass(8_000);
    expect(secondsOf(await viewing.stored())).toBeGreaterThan(8);
  });

  it("passes over time in which nothing happens, when that is asked for", async () => {
    const viewing = await viewingOf([...chats(3), chat(600), chat(601), chat(602)], { isPaused: false });
    const worker = await viewing.worker();
    await worker.obey({ action: "skipIdle", value: true });
    for (let n = 0; n < 4; n++) await worker.pass(1_500);
    expect(idsOf(await viewing.shown())).toEqual(["c1", "c2", "c3", "c600", "c601", "c602"]);
  });
});

describe("idle time", () => {
  it("is passed over where only likes come, when that is asked for", async () => {
    const likes = Array.from({ length: 40 }, (_, n) => like(10 + n * 10));
    const viewing = await viewingOf([...chats(3), ...likes, chat(600)], { isPaused: false });
    const worker = await viewing.worker();
    await worker.obey({ action: "skipIdle", value: true });
    for (let n = 0; n < 4; n++) await worker.pass(1_500);
    const stored = await viewing.stored();
    expect(secondsOf(stored)).toBeGreaterThanOrEqual(600);
    expect(stored.metrics.likes).toBe(400);
  });

  it("without a source is passed over without being asked for", async () => {
    const closed = { type: "sourceClosed", atMs: START_MS + 4_000, reason: "unwatched" } as const;
    const again = { ...opened, atMs: START_MS + 3_600_000 };
    const viewing = await viewingOf([...chats(3), closed, again, chat(3_601)], { isPaused: false });
    const worker = await viewing.worker();
    for (let n = 0; n < 6; n++) await worker.pass(1_500);
    expect(idsOf(await viewing.shown())).toEqual(["c1", "c2", "c3", "c3601"]);
  });
});

describe("a seek", () => {
  it.each([
    ["to a moment", { atMs: START_MS + 20_500 }, 20.5],
    ["before the beginning", { atMs: START_MS - 50_000 }, 0],
    ["behind the end", { atMs: START_MS + 999_000 }, 60],
    ["to a share of the whole", { percent: 50 }, 30],
    ["by a distance", { byMs: -4_000 }, 6],
    ["to an event", { atMs: START_MS + 30_000, eventId: "c31" }, 31],
    ["to the end", { edge: true as const }, 60],
  ])("goes %s", async (_name, value, second) => {
    const viewing = await viewingOf(chats(60), { atMs: START_MS + 10_000 });
    const worker = await viewing.worker();
    await worker.obey({ action: "seek", value });
    const stored = await viewing.stored();
    expect(secondsOf(stored)).toBe(second);
    expect(stored.metrics.chats).toBe(Math.floor(second));
    expect(idsOf(await viewing.shown())).toEqual(ids(1, Math.floor(second)));
  });

  it("has the last events before the place, as many as a screen begins with", async () => {
    const viewing = await viewingOf(chats(500));
    const worker = await viewing.worker();
    await worker.obey({ action: "seek", value: { atMs: START_MS + 400_000 } });
    expect(idsOf(await viewing.shown())).toEqual(ids(201, 400));
  });

  it("that is newer wins, and distances add up", async () => {
    const viewing = await viewingOf(chats(60));
    const worker = await viewing.worker();
    await worker.pass(0);
    const { epoch } = await viewing.stored();
    const far = { action: "seek", value: { atMs: START_MS + 40_000 } } as const;
    const back = { action: "seek", value: { byMs: -5_000 } } as const;
    await worker.obey({ action: "seek", value: { percent: 1 } }, far, back, back);
    const stored = await viewing.stored();
    expect(secondsOf(stored)).toBe(30);
    expect(stored.epoch).toBeLessThanOrEqual(epoch + 4);
  });

  it("gives up one under way: its place is never shown", async () => {
    const viewing = await viewingOf(chats(3_000));
    let hold: Promise<void> | undefined;
    let isAsked = false;
    const opened = (recording: Recording) =>
      new Proxy(recording, {
        get(target, name) {
          if (name !== "keyframeBefore") {
            const value: unknown = Reflect.get(target, name, target);
            return typeof value === "function" ? value.bind(target) : value;
          }
          return async (item: number) => {
            isAsked = true;
            await hold;
            return target.keyframeBefore(item);
          };
        },
      });
    const worker = await viewing.worker({ opened });
    await worker.pass(0);
    const { epoch } = await viewing.stored();
    let release = () => {};
    hold = new Promise((resolve) => {
      release = resolve;
    });
    isAsked = false;
    await viewing.command({ action: "seek", value: { atMs: START_MS + 2_900_000 } });
    await eventually(() => expect(isAsked).toBe(true));
    const heard: string[] = [];
    const tail = await stage.log.tail(viewing.deskId);
    if (!tail) throw new Error("no log");
    const follow = stage.reader.follow(tail, { onEntry: ({ data }) => heard.push(data), onResync() {} });
    await viewing.command({ action: "seek", value: { atMs: START_MS + 50_000 } });
    // By then the worker, who followed before, has heard it too.
    await eventually(() => expect(heard).toHaveLength(1));
    follow.close();
    hold = undefined;
    release();
    await worker.hasObeyed();
    const stored = await viewing.stored();
    expect(secondsOf(stored)).toBe(50);
    expect(stored.epoch).toBe(epoch + 1);
  });

  it("in place follows when rows are sampled no more: those that were left out are shown", async () => {
    const items = [
      opened,
      ...Array.from({ length: 6_000 }, (_, n) => ({ ...chat(n), id: `c${n}`, atMs: START_MS + n * 50 }) as FoldItem),
    ];
    const viewing = await viewingOf(items, { isPaused: false });
    const worker = await viewing.worker();
    await worker.obey({ action: "speed", value: 100 });
    for (let n = 0; n < 5; n++) await worker.pass(200);
    const sampled = await viewing.stored();
    const shown = await viewing.shown();
    const leftOut = sampled.leftOut?.["chat"] ?? 0;
    expect(shown.length).toBeLessThan(60);
    // Numbers are exact, and what is left out is counted.
    expect(shown.length + leftOut).toBe(sampled.metrics.chats);
    expect(sampled.documents.replayState).toMatchObject({ rows: "sampled" });
    await worker.obey({ action: "speed", value: 1 });
    const slow = await viewing.stored();
    expect(slow.epoch).toBe(sampled.epoch + 1);
    expect(await viewing.shown()).toHaveLength(200);
    expect(slow.documents.replayState).toMatchObject({ rows: "all" });
    expect(slow.documents.replayState?.leftOut).toBeUndefined();
  });

  it("does not say who chats for the first time at a speed at which nobody reads it", async () => {
    const items = [opened, ...Array.from({ length: 60 }, (_, n) => chat(n + 1, { user: userNamed(`viewer${n}`) }))];
    for (const [speed, isSaid] of [
      [8, true],
      [9, false],
    ] as const) {
      const viewing = await viewingOf(items, { isPaused: false });
      const worker = await viewing.worker();
      await worker.obey({ action: "speed", value: speed });
      await worker.pass(2_000);
      const said = (await viewing.insights()).filter(({ type }) => type === "moment");
      expect(said.length > 5).toBe(isSaid);
      expect((await viewing.stored()).metrics.chats).toBe(speed * 2);
    }
  });
});

describe("a step", () => {
  const gift = (second: number, diamonds: number): FoldItem => {
    const atMs = START_MS + second * 1_000;
    const streak = {
      giftId: "1",
      name: "Rose",
      count: 1,
      diamondsEach: diamonds,
      diamonds,
      streakId: `s${second}`,
      streakOpen: false,
    };
    return { type: "gift", id: `g${second}`, atMs, sentAtMs: atMs, user: userNamed("bob"), ...streak };
  };
  const asked = (second: number) => chat(second, { id: `q${second}`, question: true, questionPriority: 3 });
  const items = [...chats(10), gift(11, 5), chat(12), asked(13), gift(14, 900), chat(15), chat(15, { id: "same" }), chat(16)];
  it.each([
    ["to the next row", { kind: "row", direction: "next" }, 10, "g11"],
    ["to the row before", { kind: "row", direction: "previous" }, 10, "c9"],
    ["to a gift", { kind: "gift", direction: "next" }, 10, "g11"],
    ["to a gift of so much", { kind: "gift", direction: "next", least: 100 }, 10, "g14"],
    ["to a question", { kind: "question", direction: "next" }, 10, "q13"],
    ["back to a question", { kind: "question", direction: "previous" }, 16, "q13"],
    ["to nothing, where there is none", { kind: "battle", direction: "next" }, 10, "c10"],
    ["to one of two of a moment", { kind: "row", direction: "next" }, 14, "c15"],
  ] as const)("goes %s", async (_name, value, second, last) => {
    const viewing = await viewingOf(items, { atMs: START_MS + second * 1_000 });
    const worker = await viewing.worker();
    await worker.pass(0);
    await worker.obey({ action: "step", value });
    expect((await viewing.shown()).at(-1)?.id).toBe(last);
  });

  it("close ahead goes on where it is; one back and one after the other find each row", async () => {
    const viewing = await viewingOf(items, { atMs: START_MS + 14_000 });
    const worker = await viewing.worker();
    await worker.pass(0);
    const { epoch } = await viewing.stored();
    const seen: (string | undefined)[] = [];
    for (const direction of ["next", "next", "next", "previous", "previous"] as const) {
      await worker.obey({ action: "step", value: { kind: "row", direction } });
      seen.push((await viewing.shown()).at(-1)?.id);
      const { atMs = 0, item = 0 } = (await viewing.stored()).at;
      expect(knownFrom(await viewing.stored())).toEqual(knownOf(foldedAt(items, item, atMs)));
    }
    expect(seen).toEqual(["c15", "same", "c16", "same", "c15"]);
    expect((await viewing.stored()).epoch).toBe(epoch + 2);
  });
});

describe("what moderation removed", () => {
  const removed: FoldItem = {
    type: "moderation",
    id: "m",
    atMs: START_MS + 8_000,
    sentAtMs: START_MS + 8_000,
    eventIds: ["c3"],
    userIds: ["eve"],
  };
  const said = [...chats(4), chat(5, { user: userNamed("eve") }), chat(6), removed, chat(9, { user: userNamed("eve") })];
  it("is shown without its text, in a history and before it was removed too; the fold counts it", async () => {
    for (const atMs of [START_MS, START_MS + 9_000]) {
      const viewing = await viewingOf(said, { atMs });
      const worker = await viewing.worker();
      await worker.obey({ action: "resume" });
      await worker.pass(20_000);
      const texts = (await viewing.shown()).filter(({ type }) => type === "chat").map(({ text }) => text);
      expect(texts).toEqual(["at 1", "at 2", "", "at 4", "", "at 6", "at 9"]);
      expect((await viewing.stored()).metrics.chats).toBe(7);
    }
  });

  it("is shown without its text from the start, however much later it was removed, once there is an index", async () => {
    const recordingId = await record(stage.blob, [...chats(2_000), { ...removed, atMs: START_MS + 2_001_000 }]);
    await indexRecording(stage.blob, recordingId);
    const viewing = await Viewing.open(stage, recordingId, { isPaused: false });
    const worker = await viewing.worker();
    await worker.pass(5_000);
    const texts = (await viewing.shown()).map(({ text }) => text);
    expect(texts).toEqual(["at 1", "at 2", "", "at 4", "at 5"]);
    expect((await viewing.stored()).metrics.chats).toBe(5);
  });
});

describe("when something fails", () => {
  const items = someBroadcast(2_000, 8, 3);
  const all = items
    .filter(({ type }) => type !== "tick" && !type.startsWith("source"))
    .map((item) => (item as { id: string }).id);

  /** Everything that was ever shown, across workers: each event once, in order. */
  const expectOnce = async (viewing: Viewing) => {
    const shown = idsOf(await viewing.shown());
    expect(shown).toEqual(all.slice(0, shown.length));
    return shown.length;
  };

  it.each(["before", "after"] as const)(
    "a worker that is killed %s any of its writes neither loses nor repeats",
    async (moment) => {
      const viewing = await viewingOf(items, { isPaused: false });
      for (let kill = 1; kill <= 12; kill++) {
        let writesLeft = kill;
        let onKilled = () => {};
        const killed = new Promise<void>((resolve) => {
          onKilled = resolve;
        });
        const stopHere = (): Promise<never> => {
          onKilled();
          return new Promise(() => {});
        };
        const play: Stage["replays"]["play"] = async (step) => {
          writesLeft--;
          if (writesLeft === 0 && moment === "before") return stopHere();
          const outcome = await stage.replays.play(step);
          return writesLeft === 0 ? stopHere() : outcome;
        };
        const worker = await viewing.worker({ deps: { replays: { ...stage.replays, play } } });
        const passing = (async () => {
          for (;;) await worker.pass(500);
        })();
        await Promise.race([passing, killed]);
        worker.session.lost();
      }
      const last = await viewing.worker();
      for (let n = 0; n < 5; n++) await last.pass(1_000);
      expect(await expectOnce(viewing)).toBeGreaterThan(0);
      await last.obey({ action: "pause" });
      const stored = await viewing.stored();
      expect(knownFrom(stored)).toEqual(knownOf(foldedAt(items, stored.at.item ?? 0, stored.at.atMs ?? 0)));
    },
  );

  it("a seek whose worker is killed is made by the next one", async () => {
    const viewing = await viewingOf(items);
    const first = await viewing.worker({ deps: { replays: { ...stage.replays, seek: () => new Promise(() => {}) } } });
    void first.pass(0);
    await viewing.command({ action: "seek", value: { percent: 50 } });
    first.session.lost();
    const next = await viewing.worker();
    await next.hasObeyed();
    const stored = await viewing.stored();
    expect(stored.epoch).toBe(2);
    expect(knownFrom(stored)).toEqual(knownOf(foldedAt(items, stored.at.item ?? 0, stored.at.atMs ?? 0)));
  });

  it("a worker that wakes up after somebody else took over writes nothing, and is told so", async () => {
    const viewing = await viewingOf(items, { isPaused: false });
    const sleeper = await viewing.worker();
    await sleeper.pass(2_000);
    const next = await viewing.worker();
    await next.pass(1_000);
    const before = await viewing.stored();
    await sleeper.pass(60_000);
    expect(sleeper.isFenced).toBe(true);
    expect(await viewing.stored()).toEqual(before);
    await sleeper.pass(60_000);
    await next.pass(1_000);
    await expectOnce(viewing);
  });

  it("the place of recordings away is said, and it goes on by itself from where it was", async () => {
    const viewing = await viewingOf(items, { isPaused: false });
    let isAway = false;
    const refused = async function* () {
      yield* [];
      throw new FrontrowError("RECORDING_UNAVAILABLE", "no answer");
    };
    const opened = (recording: Recording): Recording =>
      new Proxy(recording, {
        get(target, name) {
          if (name === "read" && isAway) return refused;
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === "function" ? value.bind(target) : value;
        },
      });
    const worker = await viewing.worker({ opened });
    await worker.pass(5_000);
    isAway = true;
    for (let n = 0; n < 30; n++) await worker.pass(10_000);
    const away = await viewing.stored();
    expect(away.documents.replayState).toMatchObject({ code: "RECORDING_UNAVAILABLE", isSeeking: true, state: "playing" });
    isAway = false;
    await worker.pass(15_000);
    await worker.pass(1_000);
    const back = await viewing.stored();
    expect(back.documents.replayState?.code).toBeUndefined();
    expect((back.at.atMs ?? 0) - (away.at.atMs ?? 0)).toBeLessThan(20_000);
    await expectOnce(viewing);
  });

  it("a recording of which nothing can be read is said, in a pause", async () => {
    const viewing = await viewingOf(items, { isPaused: false });
    const openRecording = async () => {
      throw new FrontrowError("RECORDING_DAMAGED", "nothing of the recording can be read");
    };
    const worker = await viewing.worker({ deps: { openRecording } });
    await worker.pass(1_000);
    const { state, documents } = await viewing.stored();
    expect(state).toBe("paused");
    expect(documents.replayState).toMatchObject({ code: "RECORDING_DAMAGED", broadcast: { handle: "nina" } });
  });

  it("a replay that is lost while it begins follows nothing", async () => {
    const viewing = await viewingOf(items);
    let session: Worker["session"] | undefined;
    let follows = 0;
    const replays = { ...stage.replays, touch: async () => session?.lost() };
    const follow: typeof stage.reader.follow = (...args) => {
      follows += 1;
      return stage.reader.follow(...args);
    };
    const worker = await viewing.worker({ deps: { replays, reader: { ...stage.reader, follow } } });
    const turn = worker.session.onTime();
    session = worker.session;
    await turn;
    expect(follows).toBe(0);
  });

  it("a command that cannot be done is said, and is not tried again by whoever comes next", async () => {
    const viewing = await viewingOf(items, { isPaused: true });
    // Read when the recording is opened, by the step, and when it is opened again.
    let reads = 0;
    const index = async () => {
      reads += 1;
      if (reads === 2) throw new TypeError("no such index");
    };
    const worker = await viewing.worker({ opened: (recording) => Object.assign(recording, { index }) });
    await worker.pass(0);
    await worker.obey({ action: "step", value: { kind: "moment", direction: "next" } });
    expect((await viewing.stored()).documents.replayState).toMatchObject({ code: "INTERNAL", state: "paused" });
    await worker.obey({ action: "seek", value: { percent: 10 } });
    const { documents, epoch } = await viewing.stored();
    expect([documents.replayState?.code, epoch]).toEqual([undefined, 3]);
  });

  it("steps to a moment go where the recording knows of one, however far that is", async () => {
    const viewing = await viewingOf(chats(60), { atMs: START_MS + 10_000 });
    const moments = async () => [6, 31, 51].map((item) => ({ item, moment: {} }));
    const worker = await viewing.worker({ opened: (recording) => Object.assign(recording, { moments }) });
    await worker.pass(0);
    const places: number[] = [];
    for (const direction of ["next", "next", "previous", "previous"] as const) {
      await worker.obey({ action: "step", value: { kind: "moment", direction } });
      places.push((await viewing.stored()).at.item ?? 0);
    }
    expect(places).toEqual([31, 51, 31, 6]);
  });

  it("a worker that cannot keep up says its true speed, and loses nothing", async () => {
    const busy = [
      opened,
      ...Array.from({ length: 30_000 }, (_, n) => ({ ...chat(n), id: `c${n}`, atMs: START_MS + n }) as FoldItem),
    ];
    const viewing = await viewingOf(busy, { isPaused: false });
    const worker = await viewing.worker();
    await worker.pass(0);
    await worker.obey({ action: "speed", value: 100 });
    await worker.pass(200);
    const { documents } = await viewing.stored();
    expect(documents.replayState?.trueSpeed).toBeLessThan(100);
    for (let n = 0; n < 6; n++) await worker.pass(1_000);
    expect((await viewing.stored()).metrics.chats).toBe(30_000);
  });

  it("what is due at once is shown in entries that any socket takes", async () => {
    const raid = [
      opened,
      ...Array.from({ length: 3_000 }, (_, n) => ({ ...chat(n), id: `c${n}`, atMs: START_MS + 500 }) as FoldItem),
    ];
    const viewing = await viewingOf(raid, { isPaused: false });
    const worker = await viewing.worker();
    await worker.pass(1_000);
    expect(idsOf(await viewing.shown())).toEqual(ids(0, 2_999));
    const read = await stage.log.readBack(viewing.sessionId, { entries: 1_000 });
    expect(Math.max(...read.map(({ data }) => data.length))).toBeLessThan(20_000);
  });

  it("a worker that cannot keep up stands where it is, also when what it could do ends with a page of the recording", async () => {
    const atMsOf = (n: number) => START_MS + Math.max(0, n - 510);
    const busy = [
      opened,
      ...Array.from({ length: 30_000 }, (_, n) => ({ ...chat(n), id: `c${n}`, atMs: atMsOf(n) }) as FoldItem),
    ];
    const viewing = await viewingOf(busy);
    const worker = await viewing.worker();
    await worker.obey({ action: "speed", value: 100 }, { action: "resume" });
    await worker.pass(200);
    const { at } = await viewing.stored();
    expect(at.item).toBe(512 + 8_192);
    expect(at.atMs).toBe(START_MS + 8_192);
  });

  it("Redis away is waited for: it goes on, each row once", async () => {
    const own = await openStage();
    try {
      const viewing = await Viewing.open(own, await record(own.blob, items), { isPaused: false });
      const worker = await viewing.worker();
      await worker.pass(3_000);
      own.server.process.kill("SIGSTOP");
      const step = worker.pass(2_000);
      own.server.process.kill("SIGCONT");
      await step;
      await worker.pass(1_000);
      const shown = idsOf(await viewing.shown());
      expect(shown).toEqual(all.slice(0, shown.length));
      expect(secondsOf(await viewing.stored())).toBeGreaterThanOrEqual(5);
    } finally {
      await own.stop();
    }
  });
});

describe("its owner", () => {
  it("hands over with the position as it is: the next one goes on from there", async () => {
    const viewing = await viewingOf(chats(60), { isPaused: false });
    const first = await viewing.worker();
    await first.pass(4_000);
    first.nowMs += 3_000;
    await first.session.handOver();
    await eventually(() => expect(first.isDone).toBe(true));
    expect(secondsOf(await viewing.stored())).toBe(7);
    const next = await viewing.worker();
    await next.pass(0);
    await next.pass(3_000);
    expect(idsOf(await viewing.shown())).toEqual(ids(1, 10));
  });

  it("ends when the desk is LIVE again, and `stop` makes it so", async () => {
    const viewing = await viewingOf(chats(60), { isPaused: false });
    const worker = await viewing.worker();
    await worker.pass(1_000);
    await viewing.command({ action: "stop" });
    await eventually(async () => {
      await worker.pass(0);
      expect(worker.isDone).toBe(true);
    });
    expect((await stage.desks.read(viewing.deskId))?.state.mode).toBe("LIVE");
  });

  it("ends when nobody was at the desk for the grace, and not sooner", async () => {
    const viewing = await viewingOf(chats(600), { isPaused: false });
    const worker = await viewing.worker();
    await worker.pass(0);
    await stage.desks.present(viewing.deskId, "wkr_gateway" as WorkerId, 0);
    worker.unwanted();
    await worker.pass(29_000);
    expect(worker.isDone).toBe(false);
    await worker.pass(2_000);
    await eventually(() => expect(worker.isDone).toBe(true));
  });

  it("keeps nothing of the fold in memory after a minute of pause, and goes on as if it had", async () => {
    const viewing = await viewingOf(chats(60), { isPaused: false });
    let openings = 0;
    let closings = 0;
    const opened = (recording: Recording): Recording => {
      openings++;
      const close = recording.close.bind(recording);
      return Object.assign(recording, {
        close: () => {
          closings++;
          close();
        },
      });
    };
    const worker = await viewing.worker({ opened });
    await worker.pass(5_000);
    await worker.obey({ action: "pause" });
    for (let n = 0; n < 4; n++) await worker.pass(21_000);
    expect([openings, closings > 0]).toEqual([1, true]);
    await worker.obey({ action: "resume" });
    await worker.pass(2_000);
    expect(openings).toBe(2);
    expect(idsOf(await viewing.shown())).toEqual(ids(1, 7));
    expect((await viewing.stored()).metrics.chats).toBe(7);
  });
});

it("stays as large as it is in 1,000 seeks", { timeout: 120_000 }, async () => {
  const viewing = await viewingOf(someBroadcast(500, 8, 5));
  const worker = await viewing.worker();
  const seek = async (n: number) => worker.obey({ action: "seek", value: { percent: (n * 37) % 100 } });
  const usedBytes = () => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  for (let n = 0; n < 200; n++) await seek(n);
  const before = usedBytes();
  for (let n = 0; n < 800; n++) await seek(n);
  expect(usedBytes() - before).toBeLessThan(30_000_000);
  expect((await viewing.stored()).epoch).toBeGreaterThan(1_000);
});
