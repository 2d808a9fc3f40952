import { fnv1a } from "@frontrow/runtime/hash";
import { seededRandom } from "@frontrow/runtime/random";

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
  const unit = seededRandom(hashOf(seed));
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

/** A number of 32 bits for a text. One round of mixing: seeds that differ in their last letter must not start alike. */
export function hashOf(text: string): number {
  let hash = fnv1a(text);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
