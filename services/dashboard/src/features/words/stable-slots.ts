/** What rises, with how far. */
export interface Rising {
  readonly text: string;
  readonly rise: number;
}

/** Factor by which a newcomer must rise more than what it replaces: less would make words jump. */
const REPLACE_FACTOR = 1.5;

/**
 * `rising` in slots that do not jump: what is still there keeps its slot, what is new takes a free one, and once all `places` are
 * taken only what rises clearly more than the least of them gets in. `shown` is what this returned before.
 */
export function stableSlots<R extends Rising>(shown: readonly Rising[], rising: readonly R[], places: number): readonly R[] {
  const now = new Map(rising.map((each) => [each.text, each]));
  const slots = shown.slice(0, places).map(({ text }) => now.get(text));
  for (const slot of slots) if (slot) now.delete(slot.text);
  for (const newcomer of [...now.values()].sort((a, b) => b.rise - a.rise)) {
    const free = slots.indexOf(undefined);
    if (free >= 0) slots[free] = newcomer;
    else if (slots.length < places) slots.push(newcomer);
    else {
      const least = slots.reduce((low, slot, at) => ((slot?.rise ?? 0) < (slots[low]?.rise ?? 0) ? at : low), 0);
      if (newcomer.rise <= (slots[least]?.rise ?? 0) * REPLACE_FACTOR) break;
      slots[least] = newcomer;
    }
  }
  return slots.filter((slot) => slot !== undefined);
}
