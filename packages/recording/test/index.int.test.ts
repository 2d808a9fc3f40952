import { gunzipSync } from "node:zlib";
import { foldItems } from "@frontrow/audience/fold";
import { metricsOf } from "@frontrow/audience/metrics";
import { createFold } from "@frontrow/audience/state";
import type { ObjectStore } from "@frontrow/blob/object-store";
import type { LogEntry } from "@frontrow/protocol/entry";
import { timelineSchema } from "@frontrow/protocol/library/timeline";
import { userNamed } from "@frontrow/testkit/users";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readCard } from "../src/derived/card.ts";
import { readDerived } from "../src/derived/derived.ts";
import { extendIndex, indexRecording } from "../src/index-recording.ts";
import { finishRecording } from "../src/manifest.ts";
import { openRecording, type Recording } from "../src/recording.ts";
import { rewriteRecording } from "../src/rewrite-recording.ts";
import { archive, itemsOf, newStore, readAll, watched } from "./archives.ts";
import { broadcast, id, logOf, START_MS, someLog } from "./logs.ts";

const annotation = { language: "en", sentiment: 0.5, question: false, questionPriority: 0, toxicity: 0, spam: 0 };
const chat = (n: number, atMs: number) => {
  const user = userNamed(`viewer${n % 50}`);
  return { type: "chat", id: `c${n}`, atMs, sentAtMs: atMs, user, text: `hello ${n % 7}`, ...annotation };
};

/** Ten chats a second, after the source was opened. */
const chats = (count: number): LogEntry[] =>
  logOf([
    { kind: "control", items: [{ type: "sourceOpened", atMs: START_MS, roomId: "7" }] },
    ...Array.from({ length: count / 10 }, (_, entry) => ({
      kind: "events" as const,
      items: Array.from({ length: 10 }, (_, n) => chat(entry * 10 + n, START_MS + entry * 1_000 + n * 100)),
    })),
  ]);

async function complete(blob: ObjectStore, log: readonly LogEntry[], ends: readonly number[]): Promise<Recording> {
  await finishRecording(blob, id, await archive(blob, log, ends), broadcast);
  await indexRecording(blob, id);
  return openRecording({ blob }, id);
}

const keyframesIn = async (blob: ObjectStore): Promise<string[]> => {
  const names: string[] = [];
  for await (const { key } of blob.list(`recordings/${id}/keyframes/`)) names.push(key.slice(key.lastIndexOf("/") + 1));
  return names;
};

describe("keyframes", () => {
  it("are due after 10,000 items, and lead to the metrics of the whole fold", async () => {
    const log = chats(25_000);
    const recording = await complete(newStore(), log, [900, 1_700]);
    expect(await recording.keyframeBefore(9_999)).toBeUndefined();
    const whole = createFold();
    for (const { value } of await readAll(recording)) foldItems(whole, [value]);
    for (const [item, expected] of [
      [15_000, [10_000, 10_600]],
      [25_001, [20_000, 21_200]],
    ] as const) {
      const keyframe = await recording.keyframeBefore(item);
      expect(keyframe?.item).toBeGreaterThanOrEqual(expected[0]);
      expect(keyframe?.item).toBeLessThan(expected[1]);
      const state = keyframe?.state ?? createFold();
      for await (const page of recording.read(keyframe?.item ?? 0)) for (const { value } of page) foldItems(state, [value]);
      expect(metricsOf(state)).toEqual(metricsOf(whole));
    }
  });

  it("of a growing recording are made as segments come, and are those of the whole", async () => {
    const log = chats(32_000);
    const whole = newStore();
    const ends = [500, 1_000, 1_500, 2_000, 2_500, 3_000];
    await complete(whole, log, ends);
    const growing = newStore();
    const segments = await archive(growing, log, ends);
    const made: number[] = [];
    for (const n of segments.keys()) made.push(await extendIndex(growing, id, segments.slice(0, n + 1)));
    expect(made).toEqual([0, 0, 1, 0, 1, 0, 1]);
    expect(await keyframesIn(growing)).toEqual(await keyframesIn(whole));
    // The archive job came late: all at once.
    const late = newStore();
    expect(await extendIndex(late, id, await archive(late, log, ends))).toBe(3);
  });

  it("that cannot be read are passed over, and made again with the index", async () => {
    const blob = newStore();
    const recording = await complete(blob, chats(22_000), []);
    const [first, second] = await keyframesIn(blob);
    for await (const { key } of blob.list(`recordings/${id}/keyframes/`)) {
      if (key.endsWith(`/${second}`)) await blob.put(key, new Uint8Array([1, 2, 3]));
    }
    expect(`${(await recording.keyframeBefore(22_001))?.item}.bin`).toBe(first);
    await indexRecording(blob, id);
    expect(`${(await recording.keyframeBefore(22_001))?.item}.bin`).toBe(second);
  });
});

describe("the index", () => {
  it("has minutes, gaps, time without a source, what was removed, moments where they were noticed, and lanes", async () => {
    const gap = (n: number, fromMs: number, toMs: number) => {
      const base = { type: "gap", id: `g${n}`, atMs: START_MS + 95_000, sentAtMs: START_MS + 95_000, reason: "upstream" };
      return { ...base, fromMs: START_MS + fromMs, toMs: START_MS + toMs };
    };
    const removal = { eventIds: ["e1"], userIds: ["u1"] };
    const moderation = { type: "moderation", id: "m", atMs: START_MS + 200_000, sentAtMs: START_MS + 200_000, ...removal };
    const firstGift = {
      ...{ type: "gift", id: "gift", atMs: START_MS + 17_000, sentAtMs: START_MS + 17_000, user: userNamed("viewer1") },
      ...{ giftId: "1", name: "Rose", count: 1, diamondsEach: 1, diamonds: 1, streakId: "1", streakOpen: false },
    };
    const log = logOf([
      { kind: "control", items: [{ type: "sourceOpened", atMs: START_MS, roomId: "7" }] },
      { kind: "events", items: [chat(1, START_MS + 1_000), chat(2, START_MS + 16_000), firstGift] },
      { kind: "control", items: [{ type: "sourceClosed", atMs: START_MS + 20_000, reason: "unwatched" }] },
      { kind: "control", items: [{ type: "sourceOpened", atMs: START_MS + 90_000, roomId: "7" }] },
      { kind: "events", items: [gap(1, 20_000, 60_000), gap(2, 50_000, 90_000), gap(3, 91_000, 92_000)] },
      { kind: "tick", items: [{ type: "tick", atMs: START_MS + 200_000 }] },
      { kind: "events", items: [moderation] },
    ]);
    const recording = await complete(newStore(), log, [2]);
    const index = await recording.index();
    expect(index?.items).toBe(11);
    expect(index?.removed).toEqual([{ item: 10, ...removal }]);
    expect(index?.gaps).toEqual([
      { fromMs: START_MS + 20_000, toMs: START_MS + 90_000 },
      { fromMs: START_MS + 91_000, toMs: START_MS + 92_000 },
    ]);
    expect(index?.closed).toEqual([{ fromMs: START_MS + 20_000, toMs: START_MS + 90_000 }]);
    expect(index?.minutes.map(({ item, metrics }) => [item, metrics.chats])).toEqual([
      [5, 2],
      [9, 2],
      [11, 2],
    ]);
    const lanes = index?.lanes ?? [];
    expect(lanes.reduce((sum, { chats = 0 }) => sum + chats, 0)).toBe(2);
    expect(lanes.map(({ atMs }) => atMs % 15_000)).toEqual([0, 0]);
    expect(index?.moments.map(({ item, moment }) => [item, moment.type, moment.type === "moment" && moment.kind])).toEqual([
      [4, "moment", "firstGift"],
    ]);
  });

  it("keeps the hundred largest of first gifts: a large room has thousands", async () => {
    const gift = (n: number) => {
      const base = { type: "gift", id: `g${n}`, atMs: START_MS + n * 1_000, sentAtMs: START_MS + n * 1_000 };
      const worth = { count: 1, diamondsEach: n, diamonds: n, streakId: `s${n}`, streakOpen: false };
      return { ...base, user: userNamed(`giver${n}`), giftId: "1", name: "Rose", ...worth };
    };
    const items = Array.from({ length: 150 }, (_, n) => gift(n + 1));
    const recording = await complete(newStore(), logOf([{ kind: "events", items }]), []);
    const moments = (await recording.index())?.moments ?? [];
    const firstGifts = moments.filter(({ moment: { kind } }) => kind === "firstGift");
    expect(firstGifts.map(({ item }) => item)).toEqual(Array.from({ length: 100 }, (_, n) => 51 + n));
  });

  it("may be deleted at any time", async () => {
    const blob = newStore();
    const recording = await complete(blob, chats(1_000), []);
    const before = await recording.index();
    await blob.delete([`recordings/${id}/index.json`]);
    expect(await recording.index()).toBeUndefined();
    expect(await indexRecording(blob, id)).toEqual(before);
  });
});

describe("what is derived beside the index", () => {
  it("has totals that are the fold's at the end, and a preview", async () => {
    await fc.assert(
      fc.asyncProperty(someLog(60), async (log) => {
        const blob = newStore();
        const recording = await complete(blob, log, []);
        const state = createFold();
        for (const { value } of await readAll(recording)) foldItems(state, [value]);
        const card = await readCard(blob, id);
        const { totals, preview = [] } = card ?? {};
        const { chats, gifts, diamonds, follows, uniqueViewers, ...viewers } = metricsOf(state);
        const { viewersPeak: peakViewers, viewersAverage: averageViewers } = viewers;
        expect(totals).toEqual({ chats, gifts, diamonds, follows, uniqueViewers, peakViewers, averageViewers });
        const { isGrowing, ...extent } = recording.extent;
        expect(card).toMatchObject({ ...extent, broadcast, revision: 0 });
        expect(Math.max(...preview)).toBe(chats + gifts > 0 ? 100 : 0);
      }),
      { numRuns: 20 },
    );
  });

  it("has the time line as it goes over the wire", async () => {
    const blob = newStore();
    const recording = await complete(blob, chats(1_000), []);
    const index = await recording.index();
    const { fromMs, toMs } = recording.extent;
    const bytes = (await readDerived(blob, id, 0, "timeline.json.gz")) ?? new Uint8Array();
    const timeline = z.strictObject(timelineSchema.shape).parse(JSON.parse(gunzipSync(bytes).toString()));
    expect(timeline).toMatchObject({ recordingId: id, fromMs, toMs, isGrowing: false, lanes: index?.lanes, moments: [] });
    expect(timeline.minutes?.at(-1)?.metrics.chats).toBe(1_000);
  });
});

describe("rewriting", () => {
  const textless = (item: Parameters<Parameters<typeof rewriteRecording>[2]>[0]) =>
    item.type === "chat" && item.user?.id === userNamed("viewer3").id ? { ...item, text: "" } : item;

  it("replaces items in their place, and makes the index anew", async () => {
    const blob = newStore();
    const log = chats(12_000);
    const recording = await complete(blob, log, [400, 900]);
    const before = await readAll(recording);
    expect(await rewriteRecording(blob, id, textless)).toBe(240);
    const again = await openRecording({ blob }, id);
    const items = await readAll(again);
    expect(items.map(({ value }) => value)).toEqual(before.map(({ value }) => textless(value)));
    expect(items.map(({ item, dueMs }) => [item, dueMs])).toEqual(before.map(({ item, dueMs }) => [item, dueMs]));
    expect((await again.keyframeBefore(12_000))?.item).toBeGreaterThan(9_999);
    expect(await again.index()).toBeDefined();
    // Nothing of before is left, and who had it open goes on.
    const texts: string[] = [];
    for await (const { key } of blob.list("recordings/")) texts.push(key);
    expect(texts.filter((key) => key.endsWith(".ndjson.gz"))).toHaveLength(3);
    expect(texts.every((key) => /\/(recording|card)\.json$/.test(key) || key.includes(".r1"))).toBe(true);
    expect((await readAll(await openRecording({ blob }, id))).length).toBe(12_001);
  });

  it("leaves the old recording or the new one at whatever step it dies, and can be done again", async () => {
    const log = chats(1_000);
    const original = itemsOf(log).map(({ text }) => text);
    const rewritten = original.map((text) => JSON.stringify(textless(JSON.parse(text))));
    for (let lastStep = 0; ; lastStep++) {
      const store = newStore();
      await complete(store, log, [40]);
      const open = await openRecording({ blob: store }, id);
      let steps = 0;
      const blob = watched(store, (call) => {
        if (call !== "get" && call !== "list" && ++steps > lastStep) throw new Error("killed");
      });
      const isDone = await rewriteRecording(blob, id, textless).then(
        () => true,
        () => false,
      );
      const texts = (await readAll(await openRecording({ blob: store }, id))).map(({ text }) => text);
      expect([original, rewritten]).toContainEqual(texts);
      // A reader that was there before is never cut off.
      expect((await readAll(open)).length).toBe(original.length);
      expect((await readAll(open)).some(({ value }) => value.type === "gap")).toBe(false);
      await rewriteRecording(store, id, textless);
      expect((await readAll(await openRecording({ blob: store }, id))).map(({ text }) => text)).toEqual(rewritten);
      if (isDone) break;
      expect(lastStep).toBeLessThan(50);
    }
  });
});
