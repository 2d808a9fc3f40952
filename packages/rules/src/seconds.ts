/** A number at the end of each of the last seconds of event time; it holds until it changes. Memory is bounded by the seconds kept. */
export class Seconds {
  readonly #values: Float64Array;
  #head: number;

  /** `head`: the second that is under way; `kept`: how far back is asked. */
  constructor(head: number, kept: number, first: number) {
    this.#head = head;
    this.#values = new Float64Array(kept + 1).fill(first);
  }

  /** The value at the end of a second, one of those kept, or that of the one under way so far. */
  at(second: number): number {
    return this.#values[this.#slot(second)] ?? Number.NaN;
  }

  set(value: number): void {
    this.#values[this.#slot(this.#head)] = value;
  }

  /** The next second is under way. */
  moveTo(second: number): void {
    const value = this.at(this.#head);
    const from = Math.max(this.#head + 1, second - this.#values.length + 1);
    for (let each = from; each <= second; each += 1) this.#values[this.#slot(each)] = value;
    this.#head = second;
  }

  #slot(second: number): number {
    const { length } = this.#values;
    return ((second % length) + length) % length;
  }
}
