import { identifyLanguage } from "../language/language.ts";
import { tokenize } from "../tokenizer.ts";
import { type QuestionReason, questionOf } from "./question.ts";

export type { QuestionReason } from "./question.ts";

/**
 * Why a message has the `questionPriority` that `annotate` gave it; none when it asks nothing. Pure and as cheap as an
 * annotation. Give the annotation's language, where it is at hand, to be sure of the same answer.
 *
 * @example
 * questionReasons("where are you from?") // ["asksCreator", "questionWord", "questionMark", "fullSentence"]
 */
export function questionReasons(text: string, language?: string): readonly QuestionReason[] {
  const tokens = tokenize(text);
  return questionOf(tokens, language ?? identifyLanguage(tokens)).reasons;
}
