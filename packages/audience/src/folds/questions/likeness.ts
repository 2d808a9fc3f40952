import type { Tokens } from "./tokens.ts";

/** From here on two questions are the same one. */
export const SAME = 0.7;
/** A question that lies within a longer one is the same when it weighs this much (two words of full weight) … */
const CONTAINED_WEIGHT = 8;
/** … and nearly all of it is there. */
const CONTAINED_SHARE = 0.9;
/** One that is longer than this lets is another one. */
const LEAST_LENGTH = 0.4;

/**
 * How alike two questions are, 0 … 1: what they share of all that they weigh (Jaccard's index, weighted); the shorter one
 * inside the longer one counts as the same. Questions without a word of full weight in common are not alike, unless
 * neither has one.
 */
export function likeness(one: Tokens, other: Tokens): number {
  if ((one.heavy & other.heavy) === 0 && (one.heavy | other.heavy) !== 0) return 0;
  const least = Math.min(one.weight, other.weight);
  if (least < Math.max(one.weight, other.weight) * LEAST_LENGTH) return 0;
  const both = shared(one, other);
  const isWithin = least >= CONTAINED_WEIGHT && both >= least * CONTAINED_SHARE;
  return Math.max(both / (one.weight + other.weight - both), isWithin ? SAME : 0);
}

function shared(one: Tokens, other: Tokens): number {
  let weight = 0;
  for (let a = 0, b = 0; a < one.ids.length && b < other.ids.length; ) {
    const difference = (one.ids[a] as number) - (other.ids[b] as number);
    if (difference === 0) weight += Math.min(one.weights[a] as number, other.weights[b] as number);
    if (difference <= 0) a++;
    if (difference >= 0) b++;
  }
  return weight;
}
