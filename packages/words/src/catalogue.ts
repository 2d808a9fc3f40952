import type { Language } from "@frontrow/protocol/desk";
import { IntlMessageFormat } from "intl-messageformat";
import type english from "./messages/en.json";

/**
 * What `messages/<language>.json` holds: messages in ICU MessageFormat. English has every key there is, and the others have
 * the same. A trigger's `prompts` say the same in different words; the arguments a message may use are in `arguments.ts`.
 */
export type Catalogue = typeof english;

/** Formats a message of a catalogue with arguments, of which it reads only those that it names. */
export type Format = (message: string, values: object) => string;

/** Each message is parsed at its first use. Values are only ever text to it: what they hold is never parsed. */
export function createFormat(language: Language): Format {
  const parsed = new Map<string, IntlMessageFormat>();
  return (message, values) => {
    const known = parsed.get(message) ?? new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
    parsed.set(message, known);
    return String(known.format(values as Record<string, string | number>));
  };
}
