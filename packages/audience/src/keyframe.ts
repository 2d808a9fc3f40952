import { deserialize, serialize } from "node:v8";
import { FOLD_VERSION, type FoldState } from "./state.ts";

/** The fold's whole state as bytes, in slices small enough that sending one delays nobody. */
export interface Keyframe {
  readonly foldVersion: number;
  readonly slices: readonly Uint8Array[];
}

const SLICE_BYTES = 64 * 1024;
/** The first slice: the number of bytes that follow. */
const LENGTH_BYTES = 4;

/**
 * Takes a keyframe: a copy, which later folding does not change. In V8's serialisation format, which knows maps and typed arrays, and
 * copies the table of 100,000 viewers in one go.
 */
export function takeKeyframe(state: FoldState): Keyframe {
  const bytes = serialize(state);
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, bytes.byteLength);
  const slices: Uint8Array[] = [length];
  for (let at = 0; at < bytes.byteLength; at += SLICE_BYTES) slices.push(bytes.subarray(at, at + SLICE_BYTES));
  return { foldVersion: FOLD_VERSION, slices };
}

/** The state in a keyframe; undefined when the keyframe is of another version of the fold, or incomplete. */
export function restoreKeyframe({ foldVersion, slices }: Keyframe): FoldState | undefined {
  const [length, ...rest] = slices;
  if (foldVersion !== FOLD_VERSION || length?.byteLength !== LENGTH_BYTES) return undefined;
  const bytes = Buffer.concat(rest);
  if (bytes.byteLength !== new DataView(length.buffer, length.byteOffset).getUint32(0)) return undefined;
  try {
    return deserialize(bytes) as FoldState;
  } catch {
    return undefined; // written by a newer V8: the caller folds the log again
  }
}
