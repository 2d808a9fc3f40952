import { promisify } from "node:util";
import { constants, deflateRaw, inflateRaw } from "node:zlib";
import { restoreKeyframe, takeKeyframe } from "@frontrow/audience/keyframe";
import { FOLD_VERSION, type FoldState } from "@frontrow/audience/state";
import type { ObjectStore } from "@frontrow/blob/object-store";
import type { RecordingId } from "@frontrow/protocol/recording";
import { keys } from "./keys.ts";

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** A keyframe begins with a slice of this length, which says how long the rest is. */
const HEAD_BYTES = 4;

/** Items after which a keyframe is due: reading and folding so many again takes a quarter of a second, which a seek waits for. */
const DUE_ITEMS = 10_000;

/** Writes keyframes of a recording as they become due, while somebody folds it. */
export class KeyframeWriter {
  readonly #blob: ObjectStore;
  readonly #id: RecordingId;
  readonly #revision: number;
  #last: number;
  written = 0;

  /** `last` is the item of the latest keyframe that there is. */
  constructor(blob: ObjectStore, id: RecordingId, revision: number, last = 0) {
    this.#blob = blob;
    this.#id = id;
    this.#revision = revision;
    this.#last = last;
  }

  isDueAt(item: number): boolean {
    return item - this.#last >= DUE_ITEMS;
  }

  /** `state` is that after `item` items. */
  async after(item: number, state: FoldState): Promise<void> {
    if (!this.isDueAt(item)) return;
    // At best speed: much of what an index costs is this.
    const stored = await deflate(Buffer.concat(takeKeyframe(state).slices), { level: constants.Z_BEST_SPEED });
    await this.#blob.put(keys.keyframe(this.#id, FOLD_VERSION, this.#revision, item), stored);
    this.#last = item;
    this.written++;
  }
}

/** After how many items there are keyframes of today's fold, ascending. */
export async function listKeyframes(blob: ObjectStore, id: RecordingId, revision: number): Promise<number[]> {
  const folder = keys.keyframes(id, FOLD_VERSION, revision);
  const items: number[] = [];
  for await (const { key } of blob.list(folder)) {
    const [, item] = /^(\d+)\.bin$/.exec(key.slice(folder.length)) ?? [];
    if (item) items.push(Number(item));
  }
  return items.sort((a, b) => a - b);
}

/** undefined: it cannot be read, as one that a newer V8 has written. */
export async function readKeyframe(
  blob: ObjectStore,
  id: RecordingId,
  revision: number,
  item: number,
): Promise<FoldState | undefined> {
  const packed = await blob.get(keys.keyframe(id, FOLD_VERSION, revision, item));
  const bytes = packed && (await inflate(packed).catch(() => undefined)); // cut off, or of something else
  if (!bytes) return undefined;
  const slices = [bytes.subarray(0, HEAD_BYTES), bytes.subarray(HEAD_BYTES)];
  return restoreKeyframe({ foldVersion: FOLD_VERSION, slices });
}
