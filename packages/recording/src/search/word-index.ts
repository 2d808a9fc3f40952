import { setImmediate as yieldToOthers } from "node:timers/promises";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { prefixesOf, type Run } from "./terms.ts";

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Postings that are written, or read, before others have their turn: some ten milliseconds. */
const POSTINGS_AT_ONCE = 100_000;
const RADIX = 36;

/**
 * Packs an index: of each term, in order, the items that have it. A line is the term, a tab, and the items' distances, to the base of 36;
 * a line break stands before each line and after the last. So a term, or a beginning of terms, is found by searching for its bytes.
 */
export async function packWords(postings: ReadonlyMap<string, readonly number[]>): Promise<Uint8Array> {
  const lines: string[] = [""];
  let written = 0;
  for (const term of [...postings.keys()].sort()) {
    const items = postings.get(term) ?? [];
    let before = 0;
    const distances = items.map((item) => {
      const distance = item - before;
      before = item;
      return distance.toString(RADIX);
    });
    lines.push(`${term}\t${distances.join(",")}`);
    written += items.length;
    if (written < POSTINGS_AT_ONCE) continue;
    written = 0;
    await yieldToOthers();
  }
  return compress(`${lines.join("\n")}\n`);
}

/** The items that have all that a query asks for, in order; those of runs without blanks may have its letters apart. */
export async function findItems(packed: Uint8Array, query: readonly Run[]): Promise<number[]> {
  const index = await decompress(packed);
  let found: Set<number> | undefined;
  for (const prefix of query.flatMap(prefixesOf)) {
    const items = await itemsOf(index, prefix);
    found = found ? new Set([...found].filter((item) => items.has(item))) : items;
    if (found.size === 0) return [];
  }
  return [...(found ?? [])].sort((a, b) => a - b);
}

async function itemsOf(index: Buffer, prefix: string): Promise<Set<number>> {
  const items = new Set<number>();
  const begin = Buffer.from(`\n${prefix}`);
  let read = 0;
  for (let at = index.indexOf(begin); at !== -1 && startsAt(index, begin, at); ) {
    const tab = index.indexOf("\t", at);
    const end = index.indexOf("\n", tab);
    let item = 0;
    for (const distance of index.toString("latin1", tab + 1, end).split(",")) {
      item += Number.parseInt(distance, RADIX);
      items.add(item);
      read++;
    }
    at = end;
    if (read < POSTINGS_AT_ONCE) continue;
    read = 0;
    await yieldToOthers();
  }
  return items;
}

const startsAt = (index: Buffer, begin: Buffer, at: number): boolean => index.subarray(at, at + begin.length).equals(begin);
