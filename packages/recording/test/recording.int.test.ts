import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { ObjectStore } from "@frontrow/blob/object-store";
import type { LogEntry } from "@frontrow/protocol/entry";
import type { Archived, SegmentSummary } from "@frontrow/protocol/recording";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { finishRecording, listSegments } from "../src/manifest.ts";
import { openRecording, type RecordedItem, type Recording } from "../src/recording.ts";
import { NOTHING_ARCHIVED, writeSegment } from "../src/segment.ts";
import { broadcast, id, logOf, START_MS, someLog } from "./logs.ts";

let folder: string;
let stores = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontrow-recording-"));
});
afterAll(() => rm(folder, { recursive: true }));

const newStore = (): ObjectStore => createObjectStore(pathToFileURL(join(folder, String(++stores))).href);

/** Archives a log in segments that end after these entries, as one archiver does. */
async function archive(blob: ObjectStore, log: readonly LogEntry[], ends: readonly number[]): Promise<SegmentSummary[]> {
  const segments: SegmentSummary[] = [];
  let after: Archived = NOTHING_ARCHIVED;
  let from = 0;
  for (const end of [...ends, log.length]) {
    if (end <= from) continue;
    const segment = await writeSegment(blob, { recordingId: id, broadcast, after, entries: log.slice(from, end) });
    segments.push(segment);
    after = segment.upTo;
    from = end;
  }
  return segments;
}

/** The items that the fold folds of a log, as their text, with their due times. */
function itemsOf(log: readonly LogEntry[]): { text: string; dueMs: number }[] {
  let dueMs = 0;
  return log
    .filter(({ kind }) => kind !== "insights")
    .flatMap(({ data }) => JSON.parse(data) as { atMs: number }[])
    .map((item) => {
      dueMs = Math.max(dueMs, item.atMs);
      return { text: JSON.stringify(item), dueMs };
    });
}

async function readAll(recording: Recording, from = 0): Promise<RecordedItem[]> {
  const items: RecordedItem[] = [];
  for await (const page of recording.read(from)) items.push(...page);
  return items;
}

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
