import type { Annotation } from "@frontrow/protocol/event";
import { annotate } from "@frontrow/text/annotate";
import { LRUCache } from "lru-cache";
import type { Annotate } from "./context.ts";

/** What the log keeps of an annotation: what can be found again from the text, or is nothing, is left out. */
export const annotateChat: Annotate = (text, hint) => {
  const { language, sentiment, question, questionPriority, toxicity, spam, keywords } = annotate(
    text,
    hint ? { language: hint } : undefined,
  );
  const kept: Annotation = { language, sentiment, question, questionPriority, toxicity, spam };
  if (keywords.length > 0) kept.keywords = keywords;
  return kept;
};

/** Upper bounds of what is remembered, in all and of one text. */
export interface AnnotationCacheLimits {
  readonly entries: number;
  readonly characters: number;
  readonly textCharacters: number;
}

/** Some megabytes for all broadcasts that a process owns; TikTok's own limit for a comment is 150 characters. */
const CACHE_LIMITS: AnnotationCacheLimits = { entries: 20_000, characters: 1_000_000, textCharacters: 200 };

/**
 * The same, remembered: rooms say the same things again and again. The same text with the same hint gives the same object,
 * which is frozen. `onLookUp` is told whether it was remembered.
 */
export function createCachedAnnotate(onLookUp: (isHit: boolean) => void = () => {}, limits = CACHE_LIMITS): Annotate {
  const cache = new LRUCache<string, ReturnType<Annotate>>({
    max: limits.entries,
    maxSize: limits.characters,
    maxEntrySize: limits.textCharacters,
    sizeCalculation: (_, key) => key.length,
  });
  return (text, hint) => {
    // A text may hold anything, a hint too: its length tells where it ends.
    const key = `${hint.length} ${hint}${text}`;
    const known = cache.get(key);
    onLookUp(known !== undefined);
    if (known) return known;
    const made = annotateChat(text, hint);
    if (made.keywords) Object.freeze(made.keywords);
    cache.set(key, Object.freeze(made));
    return made;
  };
}

/** The annotation of a text that was not examined. */
export const notAnnotated: Annotate = () => ({
  language: "und",
  sentiment: 0,
  question: false,
  questionPriority: 0,
  toxicity: 0,
  spam: 0,
});
