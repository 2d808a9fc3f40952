import type { Needs, Source } from "./source.ts";

/** One way to write a recording. */
export interface Format {
  /** Of the file's name, without a point. */
  readonly extension: string;
  readonly needs: Needs;
  /** The file, in pieces. Text is UTF-8. */
  write(source: Source): AsyncIterable<string | Uint8Array>;
}
