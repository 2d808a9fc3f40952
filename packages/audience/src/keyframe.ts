import { deserialize, serialize } from "node:v8";
import { FOLD_VERSION, type FoldState } from "./state.ts";

/** The fold's whole state as bytes, in slices that are small enough to send one by one without anybody waiting. */
export interface Keyframe {
  readonly foldVersion: number;
  readonly slices: readonly Uint8Array[];
}

const SLICE_BYTES = 64 * 1024;
/** In front of the state: how many bytes it has. */
const LENGTH_BYTES = 4;

/**
 * Takes a keyframe: a copy, which later folding does not change. V8's own format knows the maps and typed arrays that the
 * state is made of, and copies a column of 100,000 viewers as it is.
 */
export function takeKeyframe(state: FoldState): Keyframe {
  const bytes = serialize(state);
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, bytes.byteLength);
  const slices: Uint8Array[] = [length];
  for (let at = 0; at < bytes.byteLength; at += SLICE_BYTES) slices.push(bytes.subarray(at, at + SLICE_BYTES));
  return { foldVersion: FOLD_VERSION, slices };
}

/** The state that a keyframe was taken of; undefined when it is of another version of the fold, or not whole. */
export function restoreKeyframe({ foldVersion, slices }: Keyframe): FoldState | undefined {
  const [length, ...rest] = slices;
  if (foldVersion !== FOLD_VERSION || length?.byteLength !== LENGTH_BYTES) return undefined;
  const bytes = Buffer.concat(rest);
  if (bytes.byteLength !== new DataView(length.buffer, length.byteOffset).getUint32(0)) return undefined;
  try {
    return deserialize(bytes) as FoldState;
  } catch {
    return undefined; // of a V8 that is newer than ours: folded again from the log
  }
}
