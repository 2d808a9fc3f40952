import type { LiveEventType, SeenFact } from "@frontrow/protocol/event";
import { compareIds, isOrdered, type Place } from "./place.ts";
import { SeenWindow } from "./seen-window.ts";

/** Messages of each type that are remembered by their id, up to twice as many. History batches are some dozens. */
const SEEN_PER_TYPE = 500;
/** Of each type so many are named in a log, again and again, for the owner that goes on. */
const TOLD_PER_TYPE = 100;

/**
 * What was seen in a session, type by type: a gift is not forgotten because a thousand likes came after it, and how far a
 * type has come says nothing of the others, which another frame may hold.
 */
export class SeenMessages {
  readonly #byType = new Map<LiveEventType, SeenWindow>();
  /** No id in TikTok's order that was added stands behind this one: mostly the last message's, behind which the next one stands. */
  #furthestId = "";

  static restore(fact: SeenFact | undefined, atMs: number): SeenMessages {
    const seen = new SeenMessages();
    for (const [type, { ids, agesMs, ...mark }] of Object.entries(fact?.types ?? {})) {
      const window = new SeenWindow(SEEN_PER_TYPE, mark);
      for (const [index, id] of ids.entries()) {
        const ageMs = agesMs[index] ?? undefined;
        seen.#addTo(window, id, ageMs === undefined ? undefined : atMs - ageMs);
      }
      seen.#byType.set(type as LiveEventType, window);
    }
    return seen;
  }

  /** Whether one of these ids was seen lately, as whatever. */
  has(ids: readonly string[]): boolean {
    for (const id of ids) if (!this.#isAhead(id) && this.#isInWindow(id)) return true;
    return false;
  }

  /** `ids`: the message's own, and what else names the thing that it is about. */
  add(type: LiveEventType, ids: readonly string[], sentAtMs: number | undefined): void {
    let window = this.#byType.get(type);
    if (!window) {
      window = new SeenWindow(SEEN_PER_TYPE);
      this.#byType.set(type, window);
    }
    const [id, ...others] = ids;
    for (const other of others) this.#addTo(window, other);
    if (id !== undefined) this.#addTo(window, id, sentAtMs);
  }

  of(type: LiveEventType): SeenWindow | undefined {
    return this.#byType.get(type);
  }

  /** The message that was seen last of each of these types. */
  lastOf(types: readonly LiveEventType[]): Place[] {
    return types.flatMap((type) => this.#byType.get(type)?.last ?? []);
  }

  /** All of it in few words; `restore` understands them. */
  toFact(atMs: number): SeenFact["types"] {
    return Object.fromEntries(
      Array.from(this.#byType, ([type, window]) => {
        const { ids, times, mark } = window.newest(TOLD_PER_TYPE);
        const agesMs = times.map((sentAtMs) => (sentAtMs === undefined ? null : atMs - sentAtMs));
        return [type, { ...mark, ids, agesMs }];
      }),
    );
  }

  #isInWindow(id: string): boolean {
    for (const window of this.#byType.values()) if (window.has(id)) return true;
    return false;
  }

  /** Whether it stands behind all that were added: then it is none of them. */
  #isAhead(id: string): boolean {
    return compareIds(id, this.#furthestId) > 0 && isOrdered(id);
  }

  #addTo(window: SeenWindow, id: string, sentAtMs?: number): void {
    if (!this.#isAhead(id)) {
      window.add(id, sentAtMs);
      return;
    }
    this.#furthestId = id;
    window.addNew(id, sentAtMs);
  }
}
