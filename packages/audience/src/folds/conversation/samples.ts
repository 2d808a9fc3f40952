import { PAGE_MS } from "./languages.ts";

/** Half minutes that are kept, the open one included: five minutes. */
const PAGES = 10;
/** Messages that are kept of each. */
const SAMPLE = 24;

/** What is kept of one message. */
export interface Said {
  /** Follows from its id: those with the smallest ranks are kept, so it is chance which, and not the order. */
  readonly rank: number;
  /** As `readMessage` gives it: 0 for a message like no other. */
  readonly key: number;
  readonly words: readonly string[];
  /** In thousandths. */
  readonly mood: number;
}
interface SamplePage {
  readonly fromMs: number;
  /** Messages with a word that counted, of which `said` is a sample. */
  messages: number;
  said: Said[];
  /** Ranks from here on are not kept. */
  limit: number;
}

/** A fair sample of the messages of the last five minutes that say something: all of them while there are few. */
export type SamplesState = SamplePage[];

export function sample(pages: SamplesState, atMs: number, said: Said): void {
  let page = pages.at(-1);
  if (!page) {
    page = createPage(Math.floor(atMs / PAGE_MS) * PAGE_MS);
    pages.push(page);
  }
  page.messages++;
  if (said.rank >= page.limit) return;
  page.said.push(said);
  if (page.said.length < SAMPLE * 2) return;
  page.said = smallest(page.said);
  page.limit = page.said.at(-1)?.rank ?? 0;
}

/** Half a minute is over. */
export function turnSamples(pages: SamplesState, atMs: number): void {
  pages.push(createPage(atMs));
  if (pages.length > PAGES) pages.shift();
}

/** Takes out messages that turned out to be one wave: so many of them, said at these moments within the last minute. */
export function unsample(pages: SamplesState, key: number, moments: readonly number[]): void {
  for (const page of pages.slice(-3)) page.said = page.said.filter((said) => said.key !== key);
  for (const atMs of moments) {
    const page = pages.findLast(({ fromMs }) => fromMs <= atMs);
    if (page) page.messages = Math.max(page.said.length, page.messages - 1);
  }
}

/** Moderation took the messages with these ranks off the screen: what is kept stands for the others. */
export function withdrawSamples(pages: SamplesState, ranks: ReadonlySet<number>): void {
  for (const page of pages) {
    const left = page.said.filter(({ rank }) => !ranks.has(rank));
    page.messages -= page.said.length - left.length;
    page.said = left;
  }
}

/** What is kept, and how many messages each stands for. */
export const sampled = (pages: SamplesState): { readonly said: Said; readonly stands: number }[] =>
  pages.flatMap(({ said, messages }) => {
    const kept = said.length > SAMPLE ? smallest(said) : said;
    return kept.map((one) => ({ said: one, stands: messages / kept.length }));
  });

const createPage = (fromMs: number): SamplePage => ({ fromMs, messages: 0, said: [], limit: 2 ** 32 });

const smallest = (said: readonly Said[]): Said[] => said.toSorted((a, b) => a.rank - b.rank).slice(0, SAMPLE);
