import { arabic } from "./arabic.ts";
import { chatValence } from "./chat.ts";
import { emoteValence } from "./emotes.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { indonesian } from "./indonesian.ts";
import { italian } from "./italian.ts";
import type { Lexicon } from "./lexicon.ts";
import { type LexiconTable, lexiconTable, unsegmentedTable } from "./lexicon-table.ts";
import { moreHindi, moreRussian, moreTurkish } from "./more-words.ts";
import { dutch, hindi, russian, turkish } from "./others.ts";
import { portuguese } from "./portuguese.ts";
import { tagalog, vietnamese } from "./south-east-asian.ts";
import { spanish } from "./spanish.ts";
import { unsegmentedLexicons } from "./unsegmented.ts";
import type { WordGroups } from "./word-map.ts";

const withMore = (lexicon: Lexicon, more: WordGroups): Lexicon => ({ ...lexicon, valence: [...more, ...lexicon.valence] });

export const lexicons: ReadonlyMap<string, Lexicon> = new Map([
  ["ar", arabic],
  ["de", german],
  ["en", english],
  ["es", spanish],
  ["fr", french],
  ["hi", withMore(hindi, moreHindi)],
  ["id", indonesian],
  ["it", italian],
  ["nl", dutch],
  ["pt", portuguese],
  ["ru", withMore(russian, moreRussian)],
  ["tl", tagalog],
  ["tr", withMore(turkish, moreTurkish)],
  ["vi", vietnamese],
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

/** Words of a language in a script without spaces, beside which its texts may have words of the former; none for other languages. */
export function unsegmentedTableOf(language: string): LexiconTable | undefined {
  const lexicon = unsegmentedLexicons[language];
  if (!lexicon) return undefined;
  let table = unsegmentedTables.get(language);
  if (!table) {
    table = unsegmentedTable(lexicon);
    unsegmentedTables.set(language, table);
  }
  return table;
}
const unsegmentedTables = new Map<string, LexiconTable>();

/** English, and languages of which we know no words: people mix English into them. */
export const isEnglish = (language: string): boolean =>
  language === "en" || !(lexicons.has(language) || language in unsegmentedLexicons);
