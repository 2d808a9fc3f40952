import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { FoldItem } from "@frontrow/audience/fold";
import type { RecordedItem } from "@frontrow/recording/recording";
import { endLine, headLine } from "./file-lines.ts";
import type { Format } from "./format.ts";

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/**
 * All of a recording: a line that says whose it is, then an item a line, and a line that says how many, in gzip members, one after the other. They are those of the
 * recording, passed through as they are; one with a text that moderation removed is packed again without it.
 */
export const recording: Format = {
  extension: "ndjson.gz",
  needs: { passes: 1, removed: true },
  async *write(source) {
    let written = 0;
    yield compress(headLine(source.recording.broadcast));
    for await (const { item, next, packed, items } of source.packed()) {
      if (packed) written += next - item;
      else written += items.length;
      if (packed && source.removed.isEmpty) yield packed;
      else {
        const given = items ?? (await unpacked(packed, item));
        const shown = given.map((one) => source.removed.textOf(one));
        const isUntouched = shown.every((text, at) => text === given[at]?.text);
        yield packed && isUntouched ? packed : compress(`${shown.join("\n")}\n`);
      }
    }
    yield compress(endLine(written));
  },
};

type PackedItem = Pick<RecordedItem, "item" | "text" | "value">;

async function unpacked(packed: Uint8Array, first: number): Promise<readonly PackedItem[]> {
  const texts = (await decompress(packed)).toString().split("\n").slice(0, -1);
  return texts.map((text, at) => ({ item: first + at, text, value: JSON.parse(text) as FoldItem }));
}
