import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import { restoreKeyframe, takeKeyframe } from "@frontrow/audience/keyframe";
import { FOLD_VERSION, type FoldState } from "@frontrow/audience/state";
import type { ObjectStore } from "@frontrow/blob/object-store";
import type { RecordingId } from "@frontrow/protocol/recording";
import { keys } from "./keys.ts";

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** A keyframe begins with a slice of this length, which says how long the rest is. */
const HEAD_BYTES = 4;

/** Writes the fold's state after `item` items; returns how large the state is, and how large it is at rest. */
export async function writeKeyframe(blob: ObjectStore, id: RecordingId, { revision, item, state }: KeyframeAt): Promise<number> {
  const bytes = Buffer.concat(takeKeyframe(state).slices);
  await blob.put(keys.keyframe(id, FOLD_VERSION, revision, item), await deflate(bytes));
  return bytes.byteLength;
}

interface KeyframeAt {
  readonly revision: number;
  readonly item: number;
  readonly state: FoldState;
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
  if (!packed) return undefined;
  try {
    const bytes = await inflate(packed);
    return restoreKeyframe({ foldVersion: FOLD_VERSION, slices: [bytes.subarray(0, HEAD_BYTES), bytes.subarray(HEAD_BYTES)] });
  } catch {
    return undefined; // cut off, or of something else
  }
}
