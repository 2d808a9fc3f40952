import type { Language } from "@frontrow/protocol/desk";
import type { Catalogue } from "./catalogue.ts";
import de from "./messages/de.json" with { type: "json" };
import en from "./messages/en.json" with { type: "json" };
import es from "./messages/es.json" with { type: "json" };
import fr from "./messages/fr.json" with { type: "json" };
import id from "./messages/id.json" with { type: "json" };
import it from "./messages/it.json" with { type: "json" };
import pt from "./messages/pt.json" with { type: "json" };
import { createWords, type Words } from "./words.ts";

const catalogues: Record<Language, Catalogue> = { en, fr, es, de, pt, it, id };
const made = new Map<Language, Words>();

/** The words of a language, for a server: all catalogues are in memory, a language is set up at its first use. */
export function wordsOf(language: Language): Words {
  const words = made.get(language) ?? createWords(language, catalogues[language]);
  made.set(language, words);
  return words;
}
