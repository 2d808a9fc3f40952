/**
 * Does one task after the other; `add` answers false when too many wait. A task that fails is its owner's affair, and the
 * next one goes on.
 */
export class SerialTasks {
  readonly #most: number;
  readonly #owner: { onError(error: unknown): void };
  #waiting: (() => Promise<void>)[] | undefined;
  #running = false;

  constructor(most: number, owner: { onError(error: unknown): void }) {
    this.#most = most;
    this.#owner = owner;
  }

  add(task: () => Promise<void>): boolean {
    this.#waiting ??= [];
    if (this.#waiting.length >= this.#most) return false;
    this.#waiting.push(task);
    if (!this.#running) void this.#run();
    return true;
  }

  clear(): void {
    this.#waiting = undefined;
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let task = this.#waiting?.shift(); task; task = this.#waiting?.shift()) {
      try {
        await task();
      } catch (error) {
        this.#owner.onError(error);
      }
    }
    // A quiet socket holds nothing.
    this.#waiting = undefined;
    this.#running = false;
  }
}
