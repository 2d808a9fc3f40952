import { compareIds, isOrdered, type Place } from "./place.ts";

/** Messages back to which a repetition is recognised by its id; up to twice as many. */
export const SEEN_MESSAGES = 1_000;

/** Up to here, in TikTok's order, everything was seen and is forgotten; by ids and by times, each undefined until it is known. */
export interface Mark {
  readonly id?: string | undefined;
  readonly sentAtMs?: number | undefined;
}

/**
 * The last messages of one type, so that what TikTok sends again (a frame, or history after a reconnect) counts once: each
 * of the last ones by its id, and all before them by a mark in TikTok's order.
 *
 * Two maps that replace each other forget in one step; deleting the oldest id of one map, each time, would walk over its
 * tombstones.
 */
export class SeenWindow {
  readonly #size: number;
  #young = new Map<string, number | undefined>();
  #old = new Map<string, number | undefined>();
  #mark: Mark;
  #last: Place | undefined;

  constructor(size = SEEN_MESSAGES, mark: Mark = {}) {
    this.#size = size;
    this.#mark = mark;
  }

  get mark(): Mark {
    return this.#mark;
  }

  /** What was added last. */
  get last(): Place | undefined {
    return this.#last;
  }

  /** Whether this id was added among the last ones. */
  has(id: string): boolean {
    return this.#young.has(id) || this.#old.has(id);
  }

  /** Adds a message; true when its id is new. */
  add(id: string, sentAtMs?: number): boolean {
    if (this.has(id)) return false;
    this.addNew(id, sentAtMs);
    return true;
  }

  /** Adds a message whose id is known to be new. */
  addNew(id: string, sentAtMs?: number): void {
    if (this.#young.size >= this.#size) {
      this.#mark = markAfter(this.#mark, columnsOf(this.#old), columnsOf(this.#young));
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(id, sentAtMs);
    this.#last = { id, sentAtMs };
  }

  /** The last `count` messages, oldest first, and the mark that stands for all before them. */
  newest(count: number): { readonly ids: string[]; readonly times: (number | undefined)[]; readonly mark: Mark } {
    const ids = [...this.#old.keys(), ...this.#young.keys()];
    const times = [...this.#old.values(), ...this.#young.values()];
    const forgotten = { ids: ids.slice(0, -count), times: times.slice(0, -count) };
    const kept = { ids: ids.slice(-count), times: times.slice(-count) };
    return { ...kept, mark: markAfter(this.#mark, forgotten, kept) };
  }
}

/** Messages in the order in which they were added: the id of each, and its time by TikTok's clock. */
interface Columns {
  readonly ids: readonly string[];
  readonly times: readonly (number | undefined)[];
}

const columnsOf = (messages: ReadonlyMap<string, number | undefined>): Columns => ({
  ids: [...messages.keys()],
  times: [...messages.values()],
});

/**
 * The mark once `forgotten` is forgotten: their last in TikTok's order, unless most of those that came after them, and are
 * kept, stand before it. One that is far ahead would otherwise declare everything seen that is still to come.
 */
function markAfter(mark: Mark, forgotten: Columns, kept: Columns): Mark {
  if (forgotten.ids.length === 0) return mark;
  const idsOf = ({ ids }: Columns) => ids.filter(isOrdered);
  const timesOf = ({ times }: Columns) => times.filter((time) => time !== undefined);
  return {
    id: latest(mark.id, idsOf(forgotten), idsOf(kept), compareIds),
    sentAtMs: latest(mark.sentAtMs, timesOf(forgotten), timesOf(kept), (one, other) => one - other),
  };
}

function latest<T>(before: T | undefined, forgotten: T[], kept: T[], compare: (one: T, other: T) => number): T | undefined {
  const bound = kept.toSorted(compare)[Math.floor(kept.length / 2)];
  let found = before;
  for (const each of forgotten) {
    if (bound !== undefined && compare(each, bound) > 0) continue;
    if (found === undefined || compare(each, found) > 0) found = each;
  }
  return found;
}
