/**
 * Does one task after the other; `add` answers false when too many wait. A task that fails is `onError`'s affair, and the
 * next one goes on.
 */
export function createSerialTasks(most: number, onError: (error: unknown) => void) {
  const waiting: (() => Promise<void>)[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      try {
        await task();
      } catch (error) {
        onError(error);
      }
    }
    running = false;
  }

  return {
    add(task: () => Promise<void>): boolean {
      if (waiting.length >= most) return false;
      waiting.push(task);
      if (!running) void run();
      return true;
    },
    clear(): void {
      waiting.length = 0;
    },
  };
}
