/**
 * Does a task again and again, with a pause after each end, until `stop`, which waits for a task under way. A task that
 * fails is told to `onError`, and done again after the pause.
 */
export function createRepeat(task: () => Promise<void>, pauseMs: number, onError: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;

  function next(): void {
    if (stopped) return;
    timer = setTimeout(() => {
      running = task().catch(onError).finally(next);
    }, pauseMs);
    timer.unref();
  }

  return {
    start: next,
    async stop(): Promise<void> {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
