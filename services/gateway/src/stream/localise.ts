import type { Language } from "@frontrow/protocol/desk";
import type { LiveEvent } from "@frontrow/protocol/event";
import type { Insight } from "@frontrow/protocol/insight";
import { wordsOf } from "@frontrow/words/all";

/** An insight in the plain dialect: with `text` and `reason` if a person is to read it. */
export type LocalisedInsight = Insight & { readonly text?: string; readonly reason?: string };

/** Whether the plain dialect gives this item a text in the reader's language. */
export const isLocalised = ({ type }: LiveEvent | Insight): boolean =>
  type === "automatedPrompt" || type === "spike" || type === "moment";

/** The item as a reader of this language gets it in the plain dialect: the same object if it has no text. */
export function localise(item: LiveEvent | Insight, language: Language): LiveEvent | LocalisedInsight {
  switch (item.type) {
    case "automatedPrompt":
      return { ...item, ...wordsOf(language).prompt(item) };
    case "spike":
    case "moment":
      return { ...item, text: wordsOf(language).moment(item) };
    default:
      return item;
  }
}
