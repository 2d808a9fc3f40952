/** Into so many parts a second is cut, so that thousands of members are not all called in one moment. */
const SLICES = 10;

/** Calls each member once a second, from one timer. */
export interface SecondHand<T> {
  add(member: T): void;
  delete(member: T): void;
  start(): void;
  stop(): void;
}

export function createSecondHand<T>(tell: (member: T) => void): SecondHand<T> {
  const slices = Array.from({ length: SLICES }, () => new Set<T>());
  let next = 0;
  let timer: NodeJS.Timeout | undefined;
  const turn = () => {
    next = (next + 1) % SLICES;
    for (const member of slices[next] ?? []) tell(member);
  };
  return {
    add(member) {
      const emptiest = slices.reduce((least, slice) => (slice.size < least.size ? slice : least));
      emptiest.add(member);
    },
    delete(member) {
      for (const slice of slices) slice.delete(member);
    },
    start() {
      timer ??= setInterval(turn, 1_000 / SLICES);
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
