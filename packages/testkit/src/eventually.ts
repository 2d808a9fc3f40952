/**
 * Waits until `check` stops throwing and gives its value; fails with the last error after `timeoutMs`.
 * Waiting on a condition, not for a time.
 *
 * Ten seconds, for who waits longer may see a repair where a test means the thing itself: a log's sweep, a poll of statuses, an
 * order that BullMQ gives back come after ten seconds, fifteen, thirty.
 */
export async function eventually<T>(check: () => T | Promise<T>, timeoutMs = 10_000, pauseMs = 20): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
