import type { Conversation } from "@frontrow/protocol/insight";
import { addToWindow, advanceWindow, createWindow, sumOf, type Window } from "../windows/window.ts";

const BUCKETS = 30;
export const HALF_MINUTE_MS = 30_000;
const MAX_LANGUAGES = 32;
const UNDETERMINED = "und";
const SHOWN = 12;

/** Messages of the last fifteen minutes by language, exact to half a minute. */
export type LanguagesState = Map<string, Window>;

export function countLanguage(languages: LanguagesState, language: string, atMs: number): void {
  const name = languages.has(language) || languages.size < MAX_LANGUAGES ? language : UNDETERMINED;
  let window = languages.get(name);
  if (!window) {
    window = createWindow(1, BUCKETS, HALF_MINUTE_MS);
    languages.set(name, window);
  }
  addToWindow(window, 0, atMs, 1);
}

/** Advances to event time `atMs`, and drops languages without a message left. */
export function expireLanguages(languages: LanguagesState, atMs: number): void {
  for (const [language, window] of languages) {
    advanceWindow(window, atMs);
    if (sumOf(window, 0) === 0) languages.delete(language);
  }
}

/** The most frequent language first. */
export function languagesOf(languages: LanguagesState): Conversation["languages"] {
  const counts = [...languages].map(([language, window]) => ({ language, chats: sumOf(window, 0) }));
  const total = counts.reduce((sum, { chats }) => sum + chats, 0);
  return counts
    .sort((a, b) => b.chats - a.chats || (a.language < b.language ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ language, chats }) => ({ language, chats, share: Math.round((chats / total) * 1_000) / 1_000 }));
}
