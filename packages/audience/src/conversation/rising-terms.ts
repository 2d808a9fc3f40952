import type { Conversation } from "@frontrow/protocol/insight";
import { combineHashes, hash32 } from "../hash.ts";
import { HALF_MINUTE_MS } from "./languages.ts";

const MINUTE_MS = 60_000;
/** The last two minutes, the open half minute included … */
const RECENT_BUCKETS = 4;
/** … are compared with the fifteen to eighteen minutes before, kept in buckets of three minutes. */
const BASELINE_BUCKET_MS = 180_000;
const BASELINE_BUCKETS = 5;
/** Shortest baseline of which a rate is taken. */
const LEAST_BASELINE_MS = MINUTE_MS;
const LEAST_COUNT = 3;
const LEAST_RISE = 2;

const kinds = ["words", "emoji"] as const;
type Kind = (typeof kinds)[number];
/** Different terms in a baseline bucket; a recent bucket holds a quarter. The first to come are kept: they are the frequent ones. */
const MAX_TERMS: Record<Kind, number> = { words: 1_200, emoji: 200 };
const SHOWN: Record<Kind, number> = { words: 10, emoji: 6 };
/** Pairs of sender and term that are remembered in a minute, so that each counts once; further ones do not count. */
const MAX_SAID = 12_000;
const MAX_CHARS = 40;

/** Counts of words and emoji in a span of event time that begins at `fromMs`. */
interface Bucket extends Record<Kind, Map<string, number>> {
  readonly fromMs: number;
}

/** Counts of words and emoji, recent and before. A sender counts once a minute for each. */
export interface RisingTermsState {
  recent: Bucket[];
  baseline: Bucket[];
  /** Hashes of the pairs of sender and term of this minute. */
  said: Set<number>;
  minute: number;
}

/** The words and emoji of one message that counted. */
export type Terms = Readonly<Record<Kind, readonly string[]>>;

export const createRisingTerms = (): RisingTermsState => ({ recent: [], baseline: [], said: new Set(), minute: 0 });
const createBucket = (fromMs: number): Bucket => ({ fromMs, words: new Map(), emoji: new Map() });

/** Counts the terms of a message, and returns those that counted. */
export function countTerms(state: RisingTermsState, atMs: number, sender: number, terms: Terms): Terms {
  const minute = Math.floor(atMs / MINUTE_MS);
  if (minute !== state.minute) {
    state.minute = minute;
    if (state.said.size > 0) state.said = new Set();
  }
  const bucket = openBucket(state, atMs);
  return {
    words: countKind(state, bucket, "words", sender, terms.words),
    emoji: countKind(state, bucket, "emoji", sender, terms.emoji),
  };
}

/** Takes back what was counted at `atMs`, within the last minute: the message was part of a burst. */
export function uncountTerms(state: RisingTermsState, atMs: number, counted: Terms): void {
  const bucket = state.recent.findLast(({ fromMs }) => fromMs <= atMs);
  if (!bucket) return;
  for (const kind of kinds) for (const term of counted[kind]) subtract(bucket[kind], term);
}

/** Begins the next half minute, and moves the oldest recent one into the baseline. */
export function rotateTerms(state: RisingTermsState, atMs: number): void {
  state.recent.push(createBucket(atMs));
  if (state.recent.length > RECENT_BUCKETS) addToBaseline(state, state.recent.shift() as Bucket);
  const oldestMs = baselineFromMs(recentFromMs(atMs));
  while (state.baseline[0] && state.baseline[0].fromMs < oldestMs) state.baseline.shift();
}

/**
 * Terms that were said far more often in the last two minutes than their own rate before predicts, the strongest first. The rise is
 * `(n − e) / √(e + 1)`: about the number of standard deviations of a Poisson process. At least three senders or minutes.
 */
export function risingTerms(
  state: RisingTermsState,
  kind: Kind,
  span: { sinceMs: number; untilMs: number },
): Conversation["words"] {
  const fromMs = recentFromMs(span.untilMs - 1);
  const baselineMs = Math.max(LEAST_BASELINE_MS, fromMs - Math.max(span.sinceMs, baselineFromMs(fromMs)));
  const share = (span.untilMs - Math.max(span.sinceMs, fromMs)) / baselineMs;
  return [...countsOf(state.recent, kind)]
    .filter(([, count]) => count >= LEAST_COUNT)
    .map(([text, count]) => ({ text, count, rise: deviations(count, countOf(state.baseline, kind, text) * share) }))
    .filter(({ rise }) => rise >= LEAST_RISE)
    .sort((a, b) => b.rise - a.rise || b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, SHOWN[kind]);
}

const deviations = (count: number, expected: number): number =>
  Math.round(((count - expected) / Math.sqrt(expected + 1)) * 10) / 10;

/** Where the recent buckets begin, and where the baseline before them does. */
const recentFromMs = (atMs: number): number => (Math.floor(atMs / HALF_MINUTE_MS) - RECENT_BUCKETS + 1) * HALF_MINUTE_MS;
const baselineFromMs = (fromMs: number): number =>
  (Math.floor(fromMs / BASELINE_BUCKET_MS) - BASELINE_BUCKETS) * BASELINE_BUCKET_MS;

function openBucket({ recent }: RisingTermsState, atMs: number): Bucket {
  const open = recent.at(-1);
  if (open) return open;
  const first = createBucket(Math.floor(atMs / HALF_MINUTE_MS) * HALF_MINUTE_MS);
  recent.push(first);
  return first;
}

function countKind(
  { said }: RisingTermsState,
  bucket: Bucket,
  kind: Kind,
  sender: number,
  terms: readonly string[],
): readonly string[] {
  let counted = 0;
  let counting = terms;
  for (const term of terms) {
    if (isFirstThisMinute(said, sender, term) && add(bucket[kind], term, 1, MAX_TERMS[kind] / RECENT_BUCKETS)) {
      if (counting !== terms) (counting as string[]).push(term);
      counted++;
    } else if (counting === terms) counting = terms.slice(0, counted);
  }
  return counting; // usually all of them: then the event's own array, without a copy
}

function isFirstThisMinute(said: Set<number>, sender: number, term: string): boolean {
  const known = said.size;
  if (term.length > MAX_CHARS || known >= MAX_SAID) return false;
  // 31 bits: V8 stores such integers unboxed.
  return said.add(combineHashes(sender, hash32(term)) >>> 1).size > known;
}

function addToBaseline({ baseline }: RisingTermsState, bucket: Bucket): void {
  const fromMs = Math.floor(bucket.fromMs / BASELINE_BUCKET_MS) * BASELINE_BUCKET_MS;
  let target = baseline.at(-1);
  if (target?.fromMs !== fromMs) {
    target = createBucket(fromMs);
    baseline.push(target);
  }
  for (const kind of kinds) for (const [term, count] of bucket[kind]) add(target[kind], term, count, MAX_TERMS[kind]);
}

/** Adds to a count; returns false where there is no room for another term. */
function add(counts: Map<string, number>, term: string, count: number, most: number): boolean {
  const before = counts.get(term);
  if (before === undefined && counts.size >= most) return false;
  counts.set(term, (before ?? 0) + count);
  return true;
}

function subtract(counts: Map<string, number>, term: string): void {
  const remaining = (counts.get(term) ?? 0) - 1;
  if (remaining > 0) counts.set(term, remaining);
  else counts.delete(term);
}

function countsOf(buckets: readonly Bucket[], kind: Kind): Map<string, number> {
  const sums = new Map<string, number>();
  for (const bucket of buckets) for (const [term, count] of bucket[kind]) sums.set(term, (sums.get(term) ?? 0) + count);
  return sums;
}

const countOf = (buckets: readonly Bucket[], kind: Kind, term: string): number =>
  buckets.reduce((sum, bucket) => sum + (bucket[kind].get(term) ?? 0), 0);
