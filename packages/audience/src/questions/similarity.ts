import { hash32 } from "../hash.ts";
import { abbreviations, lightWords, normalizeText, questionWords, stopWords } from "./lexicon.ts";

/** A question, reduced for comparison: the hashes of its words, each once, in ascending order, and the weight of each. */
export interface Tokens {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
  /** The sum of the weights. */
  readonly weight: number;
  /** A bit set of the content words: questions without a common bit are not duplicates. */
  readonly contentMask: number;
}

const MAX_TOKENS = 24;
const Weight = { content: 4, asking: 2, light: 1 } as const;
const HANDLES_AND_LINKS = /@[\w.]+|https?:\/\/\S+/g;
// Scripts without spaces, or with agglutinated grammar: pairs of neighbouring characters stand for words.
const DENSE = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af";
const RUNS = new RegExp(`[${DENSE}]+|[^${DENSE}\\P{L}]+|\\p{N}+`, "gu");
const IS_DENSE = new RegExp(`^[${DENSE}]`, "u");
const ELONGATED = /(\p{L})\1{2,}/gu;

export function tokensOf(text: string): Tokens {
  const weights = new Map<number, number>();
  const found = termsOf(normalizeText(text).replace(HANDLES_AND_LINKS, " ").replace(ELONGATED, "$1"));
  for (const [term, weight] of found) if (weight > 0) addTerm(weights, term, weight);
  // Nothing but stop words, or no word at all: then those are its content.
  if (weights.size === 0) for (const [term] of found) addTerm(weights, term, Weight.light);
  if (weights.size === 0) addTerm(weights, text, Weight.light);
  const sorted = [...weights].sort(([a], [b]) => a - b);
  const contentMask = sorted.reduce((mask, [id, weight]) => (weight === Weight.content ? mask | (1 << (id & 31)) : mask), 0);
  const weight = sorted.reduce((sum, [, each]) => sum + each, 0);
  return { ids: sorted.map(([id]) => id), weights: sorted.map(([, each]) => each), weight, contentMask };
}

function addTerm(weights: Map<number, number>, term: string, weight: number): void {
  if (weights.size < MAX_TOKENS) weights.set(hash32(term), weight);
}

function termsOf(text: string): [term: string, weight: number][] {
  return (text.match(RUNS) ?? []).flatMap((run) => (IS_DENSE.test(run) ? pairsIn(run) : [weighted(run)]));
}

const pairsIn = (run: string): [string, number][] =>
  run.length < 3
    ? [[run, Weight.content]]
    : Array.from({ length: run.length - 1 }, (_, at) => [run.slice(at, at + 2), Weight.content]);

function weighted(word: string): [string, number] {
  const full = abbreviations.get(word) ?? word;
  if (questionWords.has(full)) return [full, Weight.asking];
  if (stopWords.has(full)) return [full, 0];
  if (lightWords.has(full) || full === "you" || full === "your") return [full, Weight.light];
  return [full.length > 3 && full.endsWith("s") ? full.slice(0, -1) : full, Weight.content];
}

/** Similarity from which two questions are duplicates. */
export const DUPLICATE_FROM = 0.7;
/** A question contained in a longer one is a duplicate when it weighs this much (two content words) … */
const CONTAINED_MIN_WEIGHT = 8;
/** … and this share of it is contained. */
const CONTAINED_SHARE = 0.9;
/** A question that weighs less than this share of another is no duplicate. */
const MIN_WEIGHT_RATIO = 0.4;

/**
 * Similarity of two questions, 0 … 1: the weighted Jaccard index of their words. A shorter question contained in a longer one counts
 * as a duplicate. Questions without a common content word are not similar, unless neither has one.
 */
export function similarity(one: Tokens, other: Tokens): number {
  if ((one.contentMask & other.contentMask) === 0 && (one.contentMask | other.contentMask) !== 0) return 0;
  const least = Math.min(one.weight, other.weight);
  if (least < Math.max(one.weight, other.weight) * MIN_WEIGHT_RATIO) return 0;
  const shared = sharedWeight(one, other);
  const isContained = least >= CONTAINED_MIN_WEIGHT && shared >= least * CONTAINED_SHARE;
  return Math.max(shared / (one.weight + other.weight - shared), isContained ? DUPLICATE_FROM : 0);
}

function sharedWeight(one: Tokens, other: Tokens): number {
  let weight = 0;
  for (let a = 0, b = 0; a < one.ids.length && b < other.ids.length; ) {
    const difference = (one.ids[a] as number) - (other.ids[b] as number);
    if (difference === 0) weight += Math.min(one.weights[a] as number, other.weights[b] as number);
    if (difference <= 0) a++;
    if (difference >= 0) b++;
  }
  return weight;
}
