import { constants, Gunzip } from "minizlib";

/** Output of one frame that is handled in one piece: frames of real rooms are far below. */
const CHUNK_BYTES = 64 * 1024;

/**
 * Inflates gzip payloads one after the other, each as `gunzipSync` would: several members in one payload are one text, a payload
 * that is cut short, damaged, or followed by something else is refused.
 *
 * One inflater of zlib's serves all of them. Making one for each payload, as `gunzipSync` does, costs more than what it does:
 * a stream, a native handle, a buffer of 16 KB, and their collection. `node:zlib` has no public way to use one again and at once.
 */
export class Inflater {
  readonly #maxBytes: number;
  #gunzip: Gunzip | undefined;
  #error: unknown;

  /** A payload may inflate to `maxBytes`. */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Throws what zlib says of it; with the code `ERR_BUFFER_TOO_LARGE` where it inflates to too much. The next payload is none the worse. */
  inflate(payload: Uint8Array): Uint8Array {
    const gunzip = this.#ready();
    gunzip.write(Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength));
    if (this.#error !== undefined) return this.#fail();
    return gunzip.read() ?? new Uint8Array(0);
  }

  #ready(): Gunzip {
    if (this.#gunzip) {
      this.#gunzip.reset();
      return this.#gunzip;
    }
    // Finished with each write, or a payload that is cut short would look whole. (`chunkSize` is zlib's own; the types leave it out.)
    const options = { chunkSize: CHUNK_BYTES, flush: constants.Z_FINISH, maxOutputLength: this.#maxBytes };
    const gunzip = new Gunzip(options);
    gunzip.on("error", (error) => {
      this.#error = error;
    });
    this.#gunzip = gunzip;
    return gunzip;
  }

  /** What has failed once has closed itself. */
  #fail(): never {
    const error = this.#error;
    this.#gunzip = undefined;
    this.#error = undefined;
    throw error;
  }
}
