interface Planned<T> {
  readonly atMs: number;
  readonly item: T;
}

/** What is planned, by time: a binary heap, as a busy room has thousands of streaks under way. */
export class Agenda<T> {
  readonly #heap: Planned<T>[] = [];

  /** When the next is due; never, if nothing is planned. */
  get nextAtMs(): number {
    return this.#heap[0]?.atMs ?? Number.POSITIVE_INFINITY;
  }

  get size(): number {
    return this.#heap.length;
  }

  plan(atMs: number, item: T): void {
    const heap = this.#heap;
    const planned = { atMs, item };
    let at = heap.push(planned) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent] as Planned<T>;
      if (above.atMs <= atMs) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = planned;
  }

  /** Takes the next one off. */
  take(): Planned<T> | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first && last && heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(planned: Planned<T>): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= heap.length) break;
      const right = left + 1;
      const child = right < heap.length && this.#at(right).atMs < this.#at(left).atMs ? right : left;
      if (this.#at(child).atMs >= planned.atMs) break;
      heap[at] = this.#at(child);
      at = child;
    }
    heap[at] = planned;
  }

  #at(index: number): Planned<T> {
    return this.#heap[index] as Planned<T>;
  }
}
