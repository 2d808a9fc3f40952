/** Members of one slot share a write to Redis: the fewer slots, the fewer writes. */
const SLOT_MS = 50;
/** A lap is 3.2 s: longer than any delay that is asked for. */
const SLOTS = 64;

/** Calls members when their time has come, all from one timer: a hashed timing wheel. A member has one time, the last that was set. */
export interface PlayWheel<T> {
  schedule(member: T, delayMs: number): void;
  delete(member: T): void;
  start(): void;
  stop(): void;
}

export function createPlayWheel<T>(onTime: (member: T) => void): PlayWheel<T> {
  const slots = Array.from({ length: SLOTS }, () => new Set<T>());
  const slotOf = new Map<T, number>();
  let position = 0;
  let startedMs = 0;
  let timer: NodeJS.Timeout | undefined;

  const remove = (member: T): void => {
    const slot = slotOf.get(member);
    if (slot !== undefined) slots[slot]?.delete(member);
    slotOf.delete(member);
  };
  /** Catches up with the clock, at most a lap: a timer that is late must not make every replay late from then on. */
  const advance = (): void => {
    const turns = Math.floor((performance.now() - startedMs) / SLOT_MS) - position;
    if (turns > SLOTS) position += turns - SLOTS;
    for (let turn = 0; turn < Math.min(turns, SLOTS); turn++) {
      position++;
      for (const member of [...(slots[position % SLOTS] ?? [])]) {
        remove(member);
        onTime(member);
      }
    }
  };
  return {
    schedule(member, delayMs) {
      remove(member);
      const ahead = Math.min(SLOTS - 1, Math.max(1, Math.ceil(delayMs / SLOT_MS)));
      const slot = (position + ahead) % SLOTS;
      slots[slot]?.add(member);
      slotOf.set(member, slot);
    },
    delete: remove,
    start() {
      startedMs = performance.now();
      position = 0;
      timer ??= setInterval(advance, SLOT_MS);
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
