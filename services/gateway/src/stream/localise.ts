import type { Language } from "@frontrow/protocol/desk";
import type { LiveEvent } from "@frontrow/protocol/event";
import type { Insight } from "@frontrow/protocol/insight";
import { wordsOf } from "@frontrow/words/all";

/** An insight as the plain dialect says it: `text` and `reason` are there where somebody is to read it. */
export type Worded = Insight & { readonly text?: string; readonly reason?: string };

/** Whether the plain dialect says it in the reader's language. */
export const isWorded = ({ type }: LiveEvent | Insight): boolean =>
  type === "automatedPrompt" || type === "spike" || type === "moment";

/** The item as a reader of this language gets it in the plain dialect: the very same where there is nothing to word. */
export function worded(item: LiveEvent | Insight, language: Language): LiveEvent | Worded {
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
