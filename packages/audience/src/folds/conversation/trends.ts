import type { Conversation } from "@frontrow/protocol/insight";
import { hashOf, mixed } from "../../hash.ts";
import { PAGE_MS } from "./languages.ts";

const MINUTE_MS = 60_000;
/** The last two minutes, the open half minute included … */
const RECENT_PAGES = 4;
/** … are compared with the fifteen to eighteen before, kept in spans of three minutes. */
const CHAPTER_MS = 180_000;
const BASELINE_CHAPTERS = 5;
/** Of less, no rate is taken. */
const LEAST_BASELINE_MS = MINUTE_MS;
const LEAST_COUNT = 3;
const LEAST_RISE = 2;

const kinds = ["words", "emoji"] as const;
type Kind = (typeof kinds)[number];
/** Different ones that a page (a quarter of them) and a chapter hold; those that come first are the frequent ones. */
const MAX_TERMS: Record<Kind, number> = { words: 1_200, emoji: 200 };
const SHOWN: Record<Kind, number> = { words: 10, emoji: 6 };
/** Of what one person said in a minute, so much is remembered; a minute with more counts no more. */
const MAX_HEARD = 12_000;
const MAX_CHARS = 40;

/** How many said a word or an emoji, in a span of event time that begins at `fromMs`. */
interface Page extends Record<Kind, Map<string, number>> {
  readonly fromMs: number;
}

/** Which words and emoji people said of late, and before. A person counts once a minute for each. */
export interface TrendsState {
  recent: Page[];
  before: Page[];
  /** Who said what in this minute, as hashes. */
  heard: Set<number>;
  minute: number;
}

/** The words and emoji of one message that counted. */
export type Terms = Readonly<Record<Kind, readonly string[]>>;

export const createTrends = (): TrendsState => ({ recent: [], before: [], heard: new Set(), minute: 0 });
const createPage = (fromMs: number): Page => ({ fromMs, words: new Map(), emoji: new Map() });

/** Counts what somebody said, and tells what of it counted. */
export function countTerms(state: TrendsState, atMs: number, person: number, said: Terms): Terms {
  const minute = Math.floor(atMs / MINUTE_MS);
  if (minute !== state.minute) {
    state.minute = minute;
    if (state.heard.size > 0) state.heard = new Set();
  }
  const page = openPage(state, atMs);
  return {
    words: countKind(state, page, "words", person, said.words),
    emoji: countKind(state, page, "emoji", person, said.emoji),
  };
}

/** Takes back what was counted at `atMs`, within the last minute: it turned out to be part of a wave. */
export function uncountTerms(state: TrendsState, atMs: number, counted: Terms): void {
  const page = state.recent.findLast(({ fromMs }) => fromMs <= atMs);
  if (!page) return;
  for (const kind of kinds) for (const term of counted[kind]) subtract(page[kind], term);
}

/** Half a minute is over: at its end, when something was said in the last fifteen minutes. */
export function turnPage(state: TrendsState, atMs: number): void {
  state.recent.push(createPage(atMs));
  if (state.recent.length > RECENT_PAGES) addToBaseline(state, state.recent.shift() as Page);
  const oldestMs = baselineFromMs(recentFromMs(atMs));
  while (state.before[0] && state.before[0].fromMs < oldestMs) state.before.shift();
}

/**
 * What was said far more in the last two minutes than its own rate before lets expect: by `(n − e) / √(e + 1)`, near the
 * standard deviations of a Poisson process, with at least three people or minutes. The strongest first.
 */
export function risingOf(state: TrendsState, kind: Kind, span: { sinceMs: number; untilMs: number }): Conversation["words"] {
  const fromMs = recentFromMs(span.untilMs - 1);
  const baselineMs = Math.max(LEAST_BASELINE_MS, fromMs - Math.max(span.sinceMs, baselineFromMs(fromMs)));
  const share = (span.untilMs - Math.max(span.sinceMs, fromMs)) / baselineMs;
  return [...countsOf(state.recent, kind)]
    .filter(([, count]) => count >= LEAST_COUNT)
    .map(([text, count]) => ({ text, count, rise: deviations(count, countOf(state.before, kind, text) * share) }))
    .filter(({ rise }) => rise >= LEAST_RISE)
    .sort((a, b) => b.rise - a.rise || b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, SHOWN[kind]);
}

const deviations = (count: number, expected: number): number =>
  Math.round(((count - expected) / Math.sqrt(expected + 1)) * 10) / 10;

/** Where the pages of the last two minutes begin, and where the baseline before them does. */
const recentFromMs = (atMs: number): number => (Math.floor(atMs / PAGE_MS) - RECENT_PAGES + 1) * PAGE_MS;
const baselineFromMs = (fromMs: number): number => (Math.floor(fromMs / CHAPTER_MS) - BASELINE_CHAPTERS) * CHAPTER_MS;

function openPage({ recent }: TrendsState, atMs: number): Page {
  const open = recent.at(-1);
  if (open) return open;
  const first = createPage(Math.floor(atMs / PAGE_MS) * PAGE_MS);
  recent.push(first);
  return first;
}

function countKind({ heard }: TrendsState, page: Page, kind: Kind, person: number, said: readonly string[]): readonly string[] {
  let counted = 0;
  let fresh = said;
  for (const term of said) {
    if (isNews(heard, person, term) && add(page[kind], term, 1, MAX_TERMS[kind] / RECENT_PAGES)) {
      if (fresh !== said) (fresh as string[]).push(term);
      counted++;
    } else if (fresh === said) fresh = said.slice(0, counted);
  }
  return fresh; // as a rule all of it: then the event's own list, and no copy
}

function isNews(heard: Set<number>, person: number, term: string): boolean {
  const known = heard.size;
  if (term.length > MAX_CHARS || known >= MAX_HEARD) return false;
  // 31 bits: V8 keeps such numbers in place.
  return heard.add(mixed(person, hashOf(term)) >>> 1).size > known;
}

function addToBaseline({ before }: TrendsState, page: Page): void {
  const fromMs = Math.floor(page.fromMs / CHAPTER_MS) * CHAPTER_MS;
  let chapter = before.at(-1);
  if (chapter?.fromMs !== fromMs) {
    chapter = createPage(fromMs);
    before.push(chapter);
  }
  for (const kind of kinds) for (const [term, count] of page[kind]) add(chapter[kind], term, count, MAX_TERMS[kind]);
}

/** Whether there was room for it. */
function add(counts: Map<string, number>, term: string, count: number, most: number): boolean {
  const before = counts.get(term);
  if (before === undefined && counts.size >= most) return false;
  counts.set(term, (before ?? 0) + count);
  return true;
}

function subtract(counts: Map<string, number>, term: string): void {
  const left = (counts.get(term) ?? 0) - 1;
  if (left > 0) counts.set(term, left);
  else counts.delete(term);
}

function countsOf(pages: readonly Page[], kind: Kind): Map<string, number> {
  const sums = new Map<string, number>();
  for (const page of pages) for (const [term, count] of page[kind]) sums.set(term, (sums.get(term) ?? 0) + count);
  return sums;
}

const countOf = (pages: readonly Page[], kind: Kind, term: string): number =>
  pages.reduce((sum, page) => sum + (page[kind].get(term) ?? 0), 0);
