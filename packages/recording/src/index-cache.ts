import type { ObjectStore } from "@frontrow/blob/object-store";
import type { RecordingId } from "@frontrow/protocol/recording";
import { LRUCache } from "lru-cache";
import { type RecordingIndex, readIndex } from "./recording-index.ts";

/** Rows of indexes that are kept, of lanes, minutes and moments: some 1,500 are three busy hours, and half a megabyte. */
const MAX_ROWS = 50_000;

/** Indexes, for all readers of a process: to read one takes longer than to seek. */
export class IndexCache {
  readonly #indexes = new LRUCache<string, RecordingIndex>({
    maxSize: MAX_ROWS,
    sizeCalculation: ({ lanes, minutes, moments, gaps, closed, removed }) =>
      1 + lanes.length + minutes.length + moments.length + gaps.length + closed.length + removed.length,
  });

  /** undefined: there is none of today's fold, as yet. */
  async read(blob: ObjectStore, id: RecordingId, revision: number): Promise<RecordingIndex | undefined> {
    const key = `${id}@${revision}`;
    const known = this.#indexes.get(key);
    if (known) return known;
    const index = await readIndex(blob, id, revision);
    if (index) this.#indexes.set(key, index);
    return index;
  }
}
