import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { FrontrowError } from "@frontrow/protocol/errors";

export interface ImportBounds {
  /** Of the file, and of what it unpacks to. */
  readonly fileBytes: number;
  readonly unpackedBytes: number;
  readonly lineBytes: number;
  readonly items: number;
}

/** More than a day of the busiest room. A file that unpacks to more than it may is refused where it does, not after. */
export const IMPORT_BOUNDS: ImportBounds = {
  fileBytes: 256 * 1024 * 1024,
  unpackedBytes: 2 * 1024 * 1024 * 1024,
  lineBytes: 256 * 1024,
  items: 2_000_000,
};

export const unreadable = (line: number, what: string, cause?: unknown): FrontrowError =>
  new FrontrowError("RECORDING_UNREADABLE", `line ${line}: ${what}`, { cause });

const tooLarge = (what: string): FrontrowError => new FrontrowError("TOO_LARGE", what);

/** The lines of a file, gzip or not, in groups as they come, each with its number. Memory: one line, and what zlib works with. */
export async function* linesOf(
  file: AsyncIterable<Uint8Array>,
  bounds: ImportBounds,
): AsyncGenerator<{ readonly first: number; readonly lines: readonly string[] }> {
  let rest: Uint8Array = new Uint8Array();
  let next = 1;
  let unpacked = 0;
  try {
    for await (const chunk of unpack(counted(file, bounds.fileBytes))) {
      unpacked += chunk.byteLength;
      if (unpacked > bounds.unpackedBytes) throw tooLarge("the file unpacks to more than 2 GB");
      const end = chunk.lastIndexOf(LINE_FEED);
      const whole = end < 0 ? new Uint8Array() : Buffer.concat([rest, chunk.subarray(0, end)]);
      rest = end < 0 ? Buffer.concat([rest, chunk]) : chunk.subarray(end + 1);
      if (rest.byteLength > bounds.lineBytes) throw unreadable(next + linesIn(whole, end), LONG);
      if (end < 0) continue;
      const lines = textOf(whole, next).split("\n");
      const long = lines.findIndex((line) => line.length > bounds.lineBytes);
      if (long >= 0) throw unreadable(next + long, LONG);
      yield { first: next, lines };
      next += lines.length;
    }
  } catch (error) {
    // zlib's: cut off, or other bytes than were packed.
    if ((error as NodeJS.ErrnoException).code?.startsWith("Z_"))
      throw unreadable(next, "the file is cut off here, or was changed", error);
    throw error;
  }
  if (rest.byteLength > 0) throw unreadable(next, "the file is cut off here");
}

const LINE_FEED = 10;
const LONG = "it is longer than any that Frontrow writes";

const linesIn = (whole: Uint8Array, end: number): number =>
  end < 0 ? 0 : whole.reduce((lines, byte) => lines + (byte === LINE_FEED ? 1 : 0), 1);

function textOf(bytes: Uint8Array, line: number): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw unreadable(line, "what follows is no UTF-8", cause);
  }
}

async function* counted(file: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of file) {
    bytes += chunk.byteLength;
    if (bytes > most) throw tooLarge("the file is larger than 256 MB");
    yield chunk;
  }
}

/** By what the file begins with, whatever it is called: browsers guess. */
async function* unpack(file: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array = new Uint8Array();
  while (head.byteLength < 2) {
    const { value, done } = await file.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  const all = joined(head, file);
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* all;
    return;
  }
  const gunzip = createGunzip();
  const feeding = pipeline(all, gunzip);
  // What goes wrong there is thrown by the loop.
  feeding.catch(() => {});
  for await (const chunk of gunzip) yield chunk as Uint8Array;
  await feeding;
}

async function* joined(head: Uint8Array, file: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.byteLength > 0) yield head;
  yield* file;
}
