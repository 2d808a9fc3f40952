/** Runs so many tasks at once at most; the others wait their turn. */
export function createLimit(atOnce: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running < atOnce) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      // The place passes on, so that nobody slips in between.
      if (next) next();
      else running -= 1;
    }
  };
}
