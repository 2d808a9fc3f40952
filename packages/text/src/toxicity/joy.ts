import { EXPLETIVES } from "../lexicons/insults.ts";
import { compoundScore } from "../sentiment/compound.ts";
import type { Tokens } from "../tokenizer.ts";
import type { Profanity } from "./profanity.ts";

/** From this mood on swearing is joy. */
const GLAD = 0.4;

/**
 * Whether a message swears for joy or in wonder: all that is rude in it are expletives, and it is glad without them, as "shit" is no blame in "shit
 * that's so good". To whom it speaks, only exclamations ("holy shit you're good") say nothing of.
 */
export function isJoy(tokens: Tokens, { isExpletiveOnly, isTargeted }: Profanity): boolean {
  if (!isExpletiveOnly) return false;
  const exclaimed = exclamationsIn(tokens.words);
  const isExclaimed = tokens.words.every((word, at) => exclaimed.has(at) || !expletives.has(word));
  const isSaidAside = (at: number): boolean => exclaimed.has(at) || (!isTargeted && expletives.has(tokens.words[at] as string));
  const mood = Math.max(compoundScore(tokens, "en"), compoundScore(without(tokens, isSaidAside), "en"));
  return mood >= GLAD || (isExclaimed && !isTargeted && mood === 0);
}

const expletives = new Set(EXPLETIVES.split(" "));

/** Two or three words that exclaim, whatever of: "holy shit", "fuck yeah", "no fucking way". */
const EXCLAMATIONS =
  /^(?:holy (?:shit|fuck|fucking|hell|damn)|(?:hell|fuck|damn|shit) (?:yeah|yes|yea|yass|yep)|no fucking? way|my fucking? god)$/;

/** Indices of the words of exclamations. */
function exclamationsIn(words: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = 0; at + 1 < words.length; at++) {
    for (const size of [2, 3]) {
      if (!EXCLAMATIONS.test(words.slice(at, at + size).join(" "))) continue;
      for (let each = at; each < at + size; each++) found.add(each);
    }
  }
  return found;
}

/** A message without some of its words; of capitals nothing is known then. */
function without(tokens: Tokens, isLeftOut: (at: number) => boolean): Tokens {
  const kept = tokens.words.map((_, at) => at).filter((at) => !isLeftOut(at));
  return {
    ...tokens,
    words: kept.map((at) => tokens.words[at] as string),
    allCaps: 0,
    camelCase: 0,
    clauses: tokens.clauses.map((clause) => kept.filter((at) => at < clause).length).filter((clause) => clause > 0),
  };
}
