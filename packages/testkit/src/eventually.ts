/**
 * Waits until `check` stops throwing and gives its value; fails with the last error after `timeoutMs`.
 * Waiting on a condition, not for a time.
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
