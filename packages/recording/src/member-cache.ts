import type { RecordedItem } from "./recorded-item.ts";

/** A decoded item takes some four times its JSON: the text itself, and the object with its strings. */
const BYTES_A_CHARACTER = 4;
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

/** Decoded members, for all readers of a process: many replays of one recording read it once. The one not used for longest goes. */
export class MemberCache {
  readonly #maxBytes: number;
  readonly #members = new Map<string, { readonly items: readonly RecordedItem[]; readonly bytes: number }>();
  #bytes = 0;

  constructor(maxBytes = DEFAULT_MAX_BYTES) {
    this.#maxBytes = maxBytes;
  }

  get(key: string): readonly RecordedItem[] | undefined {
    const member = this.#members.get(key);
    if (!member) return undefined;
    this.#members.delete(key);
    this.#members.set(key, member);
    return member.items;
  }

  set(key: string, items: readonly RecordedItem[]): void {
    if (this.#members.has(key)) return;
    const bytes = BYTES_A_CHARACTER * items.reduce((sum, { text }) => sum + text.length, 0);
    this.#members.set(key, { items, bytes });
    this.#bytes += bytes;
    for (const [oldest, { bytes: freed }] of this.#members) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#members.delete(oldest);
      this.#bytes -= freed;
    }
  }
}
