/** Seeded randomness: the same seed gives the same sequence, on every machine. */
export interface Random {
  /** In [0, 1). */
  unit(): number;
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** By weight; weights need no common sum. */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  /** A waiting time with this mean (exponential: as arrivals that know nothing of each other). */
  wait(mean: number): number;
  /** Around 0 with deviation 1. */
  normal(): number;
}

/** @param seed any text */
export function createRandom(seed: string): Random {
  let state = hashOf(seed);
  // mulberry32: 32 bits of state are plenty for an audience, and it is fast.
  const unit = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <T>(items: readonly T[]): T => items[Math.floor(unit() * items.length)] as T;
  return {
    unit,
    pick,
    between: (min, max) => min + Math.floor(unit() * (max - min + 1)),
    chance: (probability) => unit() < probability,
    weighted(items) {
      let rest = unit() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        rest -= weight;
        if (rest < 0) return item;
      }
      return (items.at(-1) as (typeof items)[number])[0];
    },
    wait: (mean) => -Math.log(1 - unit()) * mean,
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
  };
}

/** A number of 32 bits for a text (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // One round of mixing: seeds that differ in their last letter must not start alike.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
