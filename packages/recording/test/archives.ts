import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { ObjectStore } from "@frontrow/blob/object-store";
import type { LogEntry } from "@frontrow/protocol/entry";
import { type Archived, NOTHING_ARCHIVED, type SegmentSummary } from "@frontrow/protocol/recording";
import { afterAll, beforeAll } from "vitest";
import type { RecordedItem, Recording } from "../src/recording.ts";
import { writeSegment } from "../src/segment.ts";
import { broadcast, id } from "./logs.ts";

let folder: string;
let stores = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontrow-recording-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** A folder that goes with the test file. */
export const newStore = (): ObjectStore => createObjectStore(pathToFileURL(join(folder, String(++stores))).href);

/** Archives a log in segments that end after these entries, as one archiver does. */
export async function archive(blob: ObjectStore, log: readonly LogEntry[], ends: readonly number[]): Promise<SegmentSummary[]> {
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
export function itemsOf(log: readonly LogEntry[]): { text: string; dueMs: number }[] {
  let dueMs = 0;
  return log
    .filter(({ kind }) => kind !== "insights")
    .flatMap(({ data }) => JSON.parse(data) as { atMs: number }[])
    .map((item) => {
      dueMs = Math.max(dueMs, item.atMs);
      return { text: JSON.stringify(item), dueMs };
    });
}

export async function readAll(recording: Recording, from = 0): Promise<RecordedItem[]> {
  const items: RecordedItem[] = [];
  for await (const page of recording.read(from)) items.push(...page);
  return items;
}

/** A store of which test code sees what is asked, and decides whether it fails. */
export const watched = (store: ObjectStore, before: (call: string, key: string) => void): ObjectStore => ({
  put: async (key, bytes) => {
    before("put", key);
    await store.put(key, bytes);
  },
  get: async (key, range) => {
    before("get", key);
    return store.get(key, range);
  },
  list: (prefix) => {
    before("list", prefix);
    return store.list(prefix);
  },
  delete: async (keys) => {
    for (const key of keys) before("delete", key);
    await store.delete(keys);
  },
});
