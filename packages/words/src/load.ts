import type { Language } from "@frontrow/protocol/desk";
import type { Catalogue } from "./catalogue.ts";
import type { Words } from "./words.ts";

/**
 * The words of a language, for a page: the library and one catalogue arrive when they are first asked for. Rejects when they
 * cannot be fetched; ask again then.
 */
export async function loadWords(language: Language): Promise<Words> {
  const [{ createWords }, { default: catalogue }] = await Promise.all([import("./words.ts"), catalogues[language]()]);
  return createWords(language, catalogue);
}

const catalogues: Record<Language, () => Promise<{ default: Catalogue }>> = {
  en: () => import("./messages/en.json", { with: { type: "json" } }),
  fr: () => import("./messages/fr.json", { with: { type: "json" } }),
  es: () => import("./messages/es.json", { with: { type: "json" } }),
  de: () => import("./messages/de.json", { with: { type: "json" } }),
  pt: () => import("./messages/pt.json", { with: { type: "json" } }),
  it: () => import("./messages/it.json", { with: { type: "json" } }),
  id: () => import("./messages/id.json", { with: { type: "json" } }),
};
