/**
 * Runs one task after the other, in the order in which they came, at most `maxWaiting` of them waiting. A task that fails is
 * reported to `onError`, and the next one runs.
 */
export class CommandQueue {
  readonly #maxWaiting: number;
  readonly #onError: (error: unknown) => void;
  /** Undefined while nothing waits: idle sockets hold nothing. */
  #waiting: (() => Promise<void>)[] | undefined;
  #isRunning = false;

  constructor(maxWaiting: number, onError: (error: unknown) => void) {
    this.#maxWaiting = maxWaiting;
    this.#onError = onError;
  }

  /** False when too many wait: the task is not run. */
  add(task: () => Promise<void>): boolean {
    this.#waiting ??= [];
    if (this.#waiting.length >= this.#maxWaiting) return false;
    this.#waiting.push(task);
    if (!this.#isRunning) void this.#run();
    return true;
  }

  /** Forgets the tasks that wait. */
  clear(): void {
    this.#waiting = undefined;
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    for (let task = this.#waiting?.shift(); task; task = this.#waiting?.shift()) {
      try {
        await task();
      } catch (error) {
        this.#onError(error);
      }
    }
    this.#waiting = undefined;
    this.#isRunning = false;
  }
}
