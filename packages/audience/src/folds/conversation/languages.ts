import type { Conversation } from "@frontrow/protocol/insight";
import { addToWindow, advanceWindow, createWindow, sumOf, type Window } from "../../window.ts";

const BUCKETS = 30;
export const PAGE_MS = 30_000;
const MAX_LANGUAGES = 32;
const UNDETERMINED = "und";
const SHOWN = 12;

/** Messages of the last fifteen minutes by language, exact to half a minute. */
export type LanguagesState = Map<string, Window>;

export function countLanguage(languages: LanguagesState, language: string, atMs: number): void {
  const name = languages.has(language) || languages.size < MAX_LANGUAGES ? language : UNDETERMINED;
  let window = languages.get(name);
  if (!window) {
    window = createWindow(1, BUCKETS, PAGE_MS);
    languages.set(name, window);
  }
  addToWindow(window, 0, atMs, 1);
}

/** Event time has come to `atMs`: languages that nobody wrote any more are forgotten. */
export function forgetLanguages(languages: LanguagesState, atMs: number): void {
  for (const [language, window] of languages) {
    advanceWindow(window, atMs);
    if (sumOf(window, 0) === 0) languages.delete(language);
  }
}

/** The most written first. */
export function languagesOf(languages: LanguagesState): Conversation["languages"] {
  const counted = [...languages].map(([language, window]) => ({ language, chats: sumOf(window, 0) }));
  const all = counted.reduce((sum, { chats }) => sum + chats, 0);
  return counted
    .sort((a, b) => b.chats - a.chats || (a.language < b.language ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ language, chats }) => ({ language, chats, share: Math.round((chats / all) * 1_000) / 1_000 }));
}
