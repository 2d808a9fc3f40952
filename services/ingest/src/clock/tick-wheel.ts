/** Slots that a second is cut into, so that thousands of members are not all called in one moment. */
const SLOTS = 10;

/** Calls each member once a second, from one timer: a hashed timing wheel with one lap a second. */
export interface TickWheel<T> {
  add(member: T): void;
  delete(member: T): void;
  start(): void;
  stop(): void;
}

export function createTickWheel<T>(onSecond: (member: T) => void): TickWheel<T> {
  const slots = Array.from({ length: SLOTS }, () => new Set<T>());
  let position = 0;
  let timer: NodeJS.Timeout | undefined;
  const advance = () => {
    position = (position + 1) % SLOTS;
    for (const member of slots[position] ?? []) onSecond(member);
  };
  return {
    add(member) {
      const emptiest = slots.reduce((least, slot) => (slot.size < least.size ? slot : least));
      emptiest.add(member);
    },
    delete(member) {
      for (const slot of slots) slot.delete(member);
    },
    start() {
      timer ??= setInterval(advance, 1_000 / SLOTS);
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
