import type { SpokenPrompt, Words } from "@frontrow/words/words";
import type { Wording } from "../../live/view-state.ts";

/**
 * What a prompt says, and why. A language model's sentence replaces the rule's as soon as it is here, when it is in the language
 * that the desk is spoken to in now; the reason stays the rule's, because it is a fact and not a matter of style.
 */
export function promptWords(prompt: SpokenPrompt, words: Words, wordings: readonly Wording[]) {
  const rule = words.prompt(prompt);
  const own = wordings.find(({ promptId, language }) => promptId === prompt.id && language === words.language);
  return own ? { ...rule, text: own.text } : rule;
}
