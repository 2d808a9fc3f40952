import { annotate } from "@frontrow/text/annotate";
import type { Annotate } from "./context.ts";

/** What the log keeps of an annotation: what can be found again from the text, or is nothing, is left out. */
export const annotateChat: Annotate = (text, hint) => {
  const { sentimentLabel: _label, keywords, ...kept } = annotate(text, hint ? { language: hint } : undefined);
  return keywords.length > 0 ? { ...kept, keywords } : kept;
};

/** The annotation of a text that was not examined. */
export const notAnnotated: Annotate = () => ({
  language: "und",
  sentiment: 0,
  question: false,
  questionPriority: 0,
  toxicity: 0,
  spam: 0,
});
