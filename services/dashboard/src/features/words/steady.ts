/** What rises, with how far. */
export interface Rising {
  readonly text: string;
  readonly rise: number;
}

/** So much more must something rise to take the place of another that still does. */
const CLEARLY = 1.5;

/**
 * What rises, in places that do not jump: whatever is still there keeps its place, what is new takes a free one, and a full
 * house only makes room for what rises clearly more than the least of it. `shown` is what this returned before.
 */
export function steady<R extends Rising>(shown: readonly Rising[], rising: readonly R[], places: number): readonly R[] {
  const now = new Map(rising.map((each) => [each.text, each]));
  const seats = shown.slice(0, places).map(({ text }) => now.get(text));
  for (const seat of seats) if (seat) now.delete(seat.text);
  for (const newcomer of [...now.values()].sort((a, b) => b.rise - a.rise)) {
    const free = seats.indexOf(undefined);
    if (free >= 0) seats[free] = newcomer;
    else if (seats.length < places) seats.push(newcomer);
    else {
      const least = seats.reduce((low, seat, at) => ((seat?.rise ?? 0) < (seats[low]?.rise ?? 0) ? at : low), 0);
      if (newcomer.rise <= (seats[least]?.rise ?? 0) * CLEARLY) break;
      seats[least] = newcomer;
    }
  }
  return seats.filter((seat) => seat !== undefined);
}
