/** Events back to which a repetition is still recognised; up to twice as many. A history batch is some dozens. */
export const SEEN_EVENTS = 1_000;

/**
 * The ids of a session's last events, so that what TikTok sends twice (a frame, or history after a reconnect) counts once.
 *
 * Bounded by count, not by time: in a quiet room history reaches back for hours, in a busy one for seconds. Two sets that
 * replace each other forget in one step; deleting the oldest id of one set, each time, would walk over its tombstones.
 */
export class SeenWindow {
  readonly #size: number;
  #young = new Set<string>();
  #old = new Set<string>();

  constructor(size = SEEN_EVENTS) {
    this.#size = size;
  }

  /** Whether this id was added among the last ones. */
  has(id: string): boolean {
    return this.#young.has(id) || this.#old.has(id);
  }

  /** Adds an id; true when it is new. */
  add(id: string): boolean {
    if (this.has(id)) return false;
    if (this.#young.size >= this.#size) {
      this.#old = this.#young;
      this.#young = new Set();
    }
    this.#young.add(id);
    return true;
  }
}
