import { readFileSync } from "node:fs";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import { FrontrowError } from "@frontrow/protocol/errors";
import { NOTHING_ARCHIVED, type RecordingId, type SegmentSummary } from "@frontrow/protocol/recording";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finishRecording, listSegments } from "../src/manifest.ts";
import { MemberCache } from "../src/member-cache.ts";
import { openRecording } from "../src/recording.ts";
import { archive, itemsOf, newStore, readAll, watched } from "./archives.ts";
import { broadcast, id, logOf, START_MS, someLog } from "./logs.ts";

const ends = fc.array(fc.nat(60), { maxLength: 5 }).map((some) => some.sort((a, b) => a - b));

describe("a complete recording", () => {
  it("has the items of the log, as they stood there, whatever segments it is in, from any item on", async () => {
    await fc.assert(
      fc.asyncProperty(someLog(60), ends, fc.nat(60), async (log, segmentEnds, from) => {
        const blob = newStore();
        await finishRecording(blob, id, await archive(blob, log, segmentEnds), broadcast);
        const recording = await openRecording({ blob }, id);
        const expected = itemsOf(log);
        const items = await readAll(recording);
        expect(items.map(({ text, dueMs }) => ({ text, dueMs }))).toEqual(expected);
        expect(items.map(({ item, next }) => [item, next])).toEqual(expected.map((_, item) => [item, item + 1]));
        expect(items.every(({ value, text }) => JSON.stringify(value) === text)).toBe(true);
        expect(await readAll(recording, from)).toEqual(items.slice(from));
        expect(recording.extent).toEqual({
          fromMs: expected[0]?.dueMs,
          toMs: expected.at(-1)?.dueMs,
          items: expected.length,
          isGrowing: false,
        });
      }),
      { numRuns: 40 },
    );
  });

  it("knows how many items are due by any time", async () => {
    await fc.assert(
      fc.asyncProperty(someLog(40), ends, async (log, segmentEnds) => {
        const blob = newStore();
        await finishRecording(blob, id, await archive(blob, log, segmentEnds), broadcast);
        const recording = await openRecording({ blob }, id);
        const expected = itemsOf(log);
        for (const { dueMs } of [{ dueMs: START_MS }, ...expected]) {
          for (const atMs of [dueMs - 1, dueMs, dueMs + 1]) {
            expect(await recording.itemsDueBy(atMs)).toBe(expected.filter((item) => item.dueMs <= atMs).length);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it("is read in members of 512 items", async () => {
    const blob = newStore();
    const log = logOf(Array.from({ length: 1_300 }, (_, n) => ({ kind: "tick", items: [{ type: "tick", atMs: START_MS + n }] })));
    await finishRecording(blob, id, await archive(blob, log, []), broadcast);
    const recording = await openRecording({ blob }, id);
    const pages: number[] = [];
    for await (const page of recording.read(0)) pages.push(page.length);
    expect(pages).toEqual([512, 512, 276]);
    expect((await readAll(recording, 1_100)).map(({ item }) => item)).toEqual(Array.from({ length: 200 }, (_, n) => 1_100 + n));
    expect(await recording.itemsDueBy(START_MS + 700)).toBe(701);
  });

  it("is found again by its sidecars", async () => {
    const blob = newStore();
    const log = logOf(Array.from({ length: 9 }, (_, n) => ({ kind: "tick", items: [{ type: "tick", atMs: START_MS + n }] })));
    const segments = await archive(blob, log, [4, 7]);
    expect(await listSegments(blob, id)).toEqual(segments);
    const recording = await openRecording({ blob }, id);
    expect(recording.broadcast).toEqual(broadcast);
    expect((await readAll(recording)).map(({ text }) => text)).toEqual(itemsOf(log).map(({ text }) => text));
  });

  it("is not found where there is none", async () => {
    await expect(openRecording({ blob: newStore() }, id)).rejects.toMatchObject({ code: "RECORDING_NOT_FOUND" });
  });
});

const ticks = (count: number) =>
  logOf(Array.from({ length: count }, (_, n) => ({ kind: "tick", items: [{ type: "tick", atMs: START_MS + n * 10 }] })));

describe("segments of two archivers", () => {
  it("are never used twice, and those that reach furthest are", async () => {
    await fc.assert(
      fc.asyncProperty(someLog(40), ends, ends, fc.nat(40), async (log, one, other, lost) => {
        const blob = newStore();
        await archive(blob, log, one);
        // The second stops somewhere.
        await archive(blob, log.slice(0, lost), other);
        const segments = await listSegments(blob, id);
        const recording = await openRecording({ blob }, id);
        expect((await readAll(recording)).map(({ text }) => text)).toEqual(itemsOf(log).map(({ text }) => text));
        for (const [n, { after }] of segments.entries()) expect(after).toEqual(segments[n - 1]?.upTo ?? NOTHING_ARCHIVED);
      }),
      { numRuns: 30 },
    );
  });

  it("end before a hole", async () => {
    const blob = newStore();
    const segments = await archive(blob, ticks(30), [10, 20]);
    await blob.delete([segments[1]?.key ?? ""]);
    expect(await listSegments(blob, id)).toEqual(segments.slice(0, 1));
  });
});

describe("a recording that is damaged", () => {
  const damagedAt = async (offset: number) => {
    const blob = newStore();
    const log = ticks(1_300);
    const segments = await archive(blob, log, []);
    await finishRecording(blob, id, segments, broadcast);
    const { key, members } = segments[0] as SegmentSummary;
    const bytes = await blob.get(key);
    bytes?.fill(7, (members[0]?.bytes ?? 0) + offset, (members[0]?.bytes ?? 0) + offset + 4);
    await blob.put(key, bytes as Uint8Array);
    return { blob, key, log };
  };

  it("has a gap in place of a member that cannot be read, and the rest in its place", async () => {
    const { blob, log } = await damagedAt(30);
    const recording = await openRecording({ blob }, id);
    const items = await readAll(recording);
    expect(items.map(({ item }) => item)).toEqual([...range(0, 512), 512, ...range(1_024, 1_300)]);
    const gap = items[512];
    expect(gap).toMatchObject({
      next: 1_024,
      dueMs: START_MS + 1_023 * 10,
      value: { type: "gap", reason: "corrupt", fromMs: START_MS + 511 * 10, toMs: START_MS + 1_023 * 10 },
    });
    expect(items.at(-1)?.text).toBe(itemsOf(log).at(-1)?.text);
    expect(recording.extent.items).toBe(1_300);
    expect(await recording.itemsDueBy(START_MS + 700 * 10)).toBe(512);
    expect(await recording.itemsDueBy(START_MS + 1_023 * 10)).toBe(1_024);
    expect((await readAll(recording, 600)).at(0)).toMatchObject({ item: 600, next: 1_024, value: { type: "gap" } });
  });

  it("has gaps for a segment that is gone", async () => {
    const { blob, key } = await damagedAt(0);
    await blob.delete([key]);
    const items = await readAll(await openRecording({ blob }, id));
    expect(items.map(({ item, next, value }) => [item, next, value.type])).toEqual([
      [0, 512, "gap"],
      [512, 1_024, "gap"],
      [1_024, 1_300, "gap"],
    ]);
  });

  it("is found by its sidecars when recording.json cannot be read, and is damaged when they cannot either", async () => {
    const blob = newStore();
    const segments = await archive(blob, ticks(20), []);
    await finishRecording(blob, id, segments, broadcast);
    const json = `recordings/${id}/recording.json`;
    await blob.put(json, ((await blob.get(json)) as Uint8Array).subarray(0, 50));
    expect((await openRecording({ blob }, id)).extent.items).toBe(20);
    await blob.delete(segments.map(({ key }) => key.replace(".ndjson.gz", ".json")));
    await expect(openRecording({ blob }, id)).rejects.toMatchObject({ code: "RECORDING_DAMAGED" });
  });

  it("says so when the place does not answer, and goes on when it does", async () => {
    const store = newStore();
    await finishRecording(store, id, await archive(store, ticks(1_300), []), broadcast);
    let isAway = false;
    const blob = watched(store, (call) => {
      if (isAway && call === "get") throw new FrontrowError("RECORDING_UNAVAILABLE", "away");
    });
    const recording = await openRecording({ blob }, id);
    const pages = recording.read(0)[Symbol.asyncIterator]();
    await pages.next();
    isAway = true;
    await expect(pages.next()).rejects.toMatchObject({ code: "RECORDING_UNAVAILABLE" });
    isAway = false;
    expect((await readAll(recording, 512)).length).toBe(788);
  });
});

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);

describe("members in memory", () => {
  it("are shared by all readers, and bounded", async () => {
    const store = newStore();
    await finishRecording(store, id, await archive(store, ticks(2_000), []), broadcast);
    let reads = 0;
    const blob = watched(store, (call, key) => {
      if (call === "get" && key.endsWith(".gz")) reads++;
    });
    const cache = new MemberCache();
    const first = await openRecording({ blob, cache }, id);
    const second = await openRecording({ blob, cache }, id);
    await readAll(first);
    await readAll(second);
    expect(reads).toBe(4);
    // Room for one and a half.
    const small = await openRecording({ blob, cache: new MemberCache(4 * 512 * 40 * 1.5) }, id);
    await readAll(small);
    await readAll(small, 1_600);
    expect(reads).toBe(8);
    await readAll(small);
    expect(reads).toBe(12);
  });
});

describe("a recording of an older version", () => {
  it.each(["v1"])("is still read, item by item: %s", async (version) => {
    const folder = new URL(`../fixtures/${version}/`, import.meta.url);
    const recording = await openRecording({ blob: createObjectStore(folder.href) }, golden);
    const items = readFileSync(new URL("items.ndjson", folder), "utf8").trimEnd().split("\n");
    expect((await readAll(recording)).map(({ text }) => text)).toEqual(items);
    expect(recording.broadcast).toEqual({ handle: "ann", roomId: "7", nickname: "Ann", title: "Golden" });
  });
});
const golden = "ses_golden0001-1700000000000" as RecordingId;
