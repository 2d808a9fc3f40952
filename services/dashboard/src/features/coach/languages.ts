import type { Language } from "@frontrow/protocol/desk";

export type { Language };

/** The languages that a desk can be spoken to in, by their own names: who looks for theirs must not read another. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: "English",
  fr: "Français",
  es: "Español",
  de: "Deutsch",
  pt: "Português",
  it: "Italiano",
  id: "Bahasa Indonesia",
};

// Not the protocol's own list: that file brings a validator along, which a browser need not load. The type keeps them the same.
export const languages = Object.keys(languageNames) as readonly Language[];
