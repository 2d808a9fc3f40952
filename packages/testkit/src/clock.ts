/** A clock that stands until it is turned by hand, with the timers that hang on it. */
export interface TestClock {
  now(): number;
  /** Turns the clock; timers that fall due run on the way, in their order, each at its own time. */
  advance(ms: number): void;
  /** Runs `task` once the clock was turned so far; the function that it gives takes it back. */
  after(ms: number, task: () => void): () => void;
}

export function createTestClock(startMs = 0): TestClock {
  let now = startMs;
  const timers = new Set<{ atMs: number; task: () => void }>();
  const nextDue = (untilMs: number) => [...timers].filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0];
  return {
    now: () => now,
    advance(ms) {
      const until = now + ms;
      for (let timer = nextDue(until); timer; timer = nextDue(until)) {
        timers.delete(timer);
        now = timer.atMs;
        timer.task();
      }
      now = until;
    },
    after(ms, task) {
      const timer = { atMs: now + ms, task };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  };
}
