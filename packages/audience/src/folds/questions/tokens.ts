import { hashOf } from "../../hash.ts";
import { asking, idle, light, plain, shorthand } from "./words.ts";

/** What a question is about, for comparing: hashes of its words, each once, smallest first, and how much each weighs. */
export interface Tokens {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
  /** All of it. */
  readonly weight: number;
  /** A bit for each word of full weight: two questions that share none of these are not the same. */
  readonly heavy: number;
}

const MAX_TOKENS = 24;
const Weight = { content: 4, asking: 2, light: 1 } as const;
const HANDLES_AND_LINKS = /@[\w.]+|https?:\/\/\S+/g;
// Scripts that write no spaces, or hang their grammar onto words: what is alike in them are neighbouring characters.
const DENSE = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af";
const RUNS = new RegExp(`[${DENSE}]+|[^${DENSE}\\P{L}]+|\\p{N}+`, "gu");
const IS_DENSE = new RegExp(`^[${DENSE}]`, "u");
const ELONGATED = /(\p{L})\1{2,}/gu;

export function tokensOf(text: string): Tokens {
  const weights = new Map<number, number>();
  const found = termsOf(plain(text).replace(HANDLES_AND_LINKS, " ").replace(ELONGATED, "$1"));
  for (const [term, weight] of found) if (weight > 0) enter(weights, term, weight);
  // Nothing but little words, or no word at all: then those are what it is.
  if (weights.size === 0) for (const [term] of found) enter(weights, term, Weight.light);
  if (weights.size === 0) enter(weights, text, Weight.light);
  const sorted = [...weights].sort(([a], [b]) => a - b);
  const heavy = sorted.reduce((mask, [id, weight]) => (weight === Weight.content ? mask | (1 << (id & 31)) : mask), 0);
  const weight = sorted.reduce((sum, [, each]) => sum + each, 0);
  return { ids: sorted.map(([id]) => id), weights: sorted.map(([, each]) => each), weight, heavy };
}

function enter(weights: Map<number, number>, term: string, weight: number): void {
  if (weights.size < MAX_TOKENS) weights.set(hashOf(term), weight);
}

function termsOf(text: string): [term: string, weight: number][] {
  return (text.match(RUNS) ?? []).flatMap((run) => (IS_DENSE.test(run) ? pairsIn(run) : [weighed(run)]));
}

const pairsIn = (run: string): [string, number][] =>
  run.length < 3
    ? [[run, Weight.content]]
    : Array.from({ length: run.length - 1 }, (_, at) => [run.slice(at, at + 2), Weight.content]);

function weighed(word: string): [string, number] {
  const full = shorthand.get(word) ?? word;
  if (asking.has(full)) return [full, Weight.asking];
  if (idle.has(full)) return [full, 0];
  if (light.has(full) || full === "you" || full === "your") return [full, Weight.light];
  return [full.length > 3 && full.endsWith("s") ? full.slice(0, -1) : full, Weight.content];
}
