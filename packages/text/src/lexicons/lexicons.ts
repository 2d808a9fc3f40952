import { arabic } from "./arabic.ts";
import { chatValence } from "./chat.ts";
import { emoteValence } from "./emotes.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { indonesian } from "./indonesian.ts";
import { italian } from "./italian.ts";
import type { Lexicon } from "./lexicon.ts";
import { type LexiconTable, lexiconTable } from "./lexicon-table.ts";
import { dutch, hindi, russian, turkish } from "./others.ts";
import { portuguese } from "./portuguese.ts";
import { spanish } from "./spanish.ts";

export const lexicons: ReadonlyMap<string, Lexicon> = new Map([
  ["ar", arabic],
  ["de", german],
  ["en", english],
  ["es", spanish],
  ["fr", french],
  ["hi", hindi],
  ["id", indonesian],
  ["it", italian],
  ["nl", dutch],
  ["pt", portuguese],
  ["ru", russian],
  ["tr", turkish],
]);

/** What is understood in every language, behind its own words. */
export const sharedValence = [chatValence, emoteValence];
const tables = new Map<string, LexiconTable>();

/** The table of a language, made when it is first asked for. Where we have none, English: it is what chat mixes in. */
export function tableOf(language: string): LexiconTable {
  const known = lexicons.has(language) ? language : "en";
  let table = tables.get(known);
  if (!table) {
    table = lexiconTable(lexicons.get(known) as Lexicon, sharedValence);
    tables.set(known, table);
  }
  return table;
}

export const isEnglish = (language: string): boolean => language === "en" || !lexicons.has(language);
