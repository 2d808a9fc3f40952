import type { Language } from "@frontrow/protocol/desk";
import { IntlMessageFormat } from "intl-messageformat";

/** The arguments that a message may name; it reads no more of them than it names. */
export type Values = object;
/** Fills in messages of a catalogue. */
export type Fill = (message: string, values: Values) => string;

/** Each message is parsed when it is first said. Values are only ever text to it: what they hold is never parsed. */
export function createFill(language: Language): Fill {
  const parsed = new Map<string, IntlMessageFormat>();
  return (message, values) => {
    const known = parsed.get(message) ?? new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
    parsed.set(message, known);
    return String(known.format(values as Record<string, string | number>));
  };
}
