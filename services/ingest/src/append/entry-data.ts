import type { Append } from "@frontrow/redis/log";

/**
 * From here on items are made into bytes one by one. V8 keeps a text that has a single emoji in two bytes a character, however long it
 * is, and takes some 4 µs an item to make that into UTF-8; most items have none. A small entry is cheaper as text: the Redis client
 * copies bytes once more (docs/performance-history.md).
 */
const BYTES_FROM_CHARACTERS = 8 * 1024;
/** UTF-8 takes at most three bytes for a character of JavaScript's. */
const MAX_BYTES_A_CHARACTER = 3;

/** Of all sessions: packing is done with it before anything else runs. */
let scratch: Buffer = Buffer.alloc(0);

/** Packs items, each of them JSON: as text, or a large entry as its bytes. */
export function packEntryData(items: readonly string[]): Append["data"] {
  let characters = 1 + items.length;
  for (const json of items) characters += json.length;
  return characters < BYTES_FROM_CHARACTERS ? textOf(items) : bytesOf(items, characters);
}

/** Joined with its brackets, so that V8 copies it once: brackets around what was joined are a rope, which it copies when it is sent. */
function textOf(items: readonly string[]): string {
  if (items.length < 2) return `[${items.join()}]`;
  const all = items.slice();
  all[0] = `[${all[0]}`;
  all[all.length - 1] += "]";
  return all.join(",");
}

function bytesOf(items: readonly string[], characters: number): Buffer {
  const most = characters * MAX_BYTES_A_CHARACTER;
  if (scratch.length < most) scratch = Buffer.allocUnsafeSlow(most);
  let length = 0;
  for (const json of items) {
    length += scratch.write(length === 0 ? "[" : ",", length);
    length += scratch.write(json, length);
  }
  length += scratch.write("]", length);
  return Buffer.from(scratch.subarray(0, length));
}
