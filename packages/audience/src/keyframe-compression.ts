import { promisify } from "node:util";
import { constants, deflateRaw, inflateRaw } from "node:zlib";

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

// In zlib's own threads: a large keyframe must not hold up the other sessions.

export const compressSlices = (slices: readonly Uint8Array[]): Promise<Uint8Array[]> =>
  Promise.all(slices.map((slice) => deflate(slice, { level: constants.Z_BEST_SPEED })));

export const decompressSlices = (slices: readonly Uint8Array[]): Promise<Uint8Array[]> =>
  Promise.all(slices.map((slice) => inflate(slice)));
