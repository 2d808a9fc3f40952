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
  const aside = wordsAside(tokens.words);
  const isSaidAside = (at: number): boolean => aside.has(at) || (!isTargeted && expletives.has(tokens.words[at] as string));
  return Math.max(compoundScore(tokens, "en"), compoundScore(without(tokens, isSaidAside), "en")) >= GLAD;
}

/**
 * What a message says beside exclamations ("holy shit"), swear words that only strengthen ("dope as fuck", "bad ass outfit"), and slang that marvels at
 * a thing ("that was nasty"): what is rude in it besides is as rude without them. None where nothing is said so.
 */
export function besideAsides(tokens: Tokens): Tokens | undefined {
  const aside = wordsAside(tokens.words);
  return aside.size === 0 ? undefined : without(tokens, (at) => aside.has(at));
}

const expletives = new Set(EXPLETIVES.split(" "));

const THING =
  "(?:shot|beat|drop|bass|bassline|riff|solo|verse|bars|hook|flow|song|track|voice|note|move|moves|play|save|goal|dunk|aim|combo|clip|edit|transition|fit|outfit|makeup|art)";
/** Slang for what is astonishing. */
const ASTONISHING = "(?:nasty|filthy|sick|insane|crazy|wicked|savage|wild|dirty|mental|unreal)";

/** What is said aside, whatever else is said; what follows parts it from what is meant ("fuck that was close", "fuck that guy"). */
const ASIDE = new RegExp(
  `(?<= )(?:${[
    "(?:holy|oh) (?:shit|fuck|fucking|hell|damn)",
    "(?:hell|fuck|damn|shit) (?:yeah|yes|yea|yass|yep)",
    "(?:no|my|lets|let's) fuckin?g? (?:way|god|go+)",
    // Wonder at a thing: what is asked of somebody ("what the fuck is wrong with you") is none.
    "(?:wtf|(?:what|how) the (?:fuck|hell|shit))(?= (?:(?:that|this) (?:was|is)|how did) )",
    `(?:fuck|shit|damn|goddamn|fucking hell)(?= (?:i|im|i'm|(?:that|this) (?:was|is)|thats|that's|that \\S+ ${THING}|my (?!life)|just|got) )`,
    // What only strengthens praise, or says how large a thing is.
    "(?<=(?:bad|sick|crazy|big|cute|pretty|dope|hard|long|good|wild|clean|nice|smooth|cool|fine|grown|real|weird|huge) )ass",
    "(?<=(?:dope|cool|funny|smooth|savage|hard|good|cute|hot|cold|clean|crazy|fire|fun|tired|hungry|nice|beautiful|fast|strong) )as (?:fuck|hell|shit)",
    "(?:fucking|fuckin)(?= (?:legend|king|queen|goat|genius|beast|love|loved|adore|amazing|great|good|perfect|beautiful|brilliant) )",
    "(?<=(?:this|that|some good|some wild|the good) )shit(?= (?:is|was|so|slaps|bangs|goes|hits|fire|right) )",
    "(?:im|i'm) (?:fucking )?(?:crying|screaming|dying|dead|shaking|sobbing|obsessed|weak)",
    // Praise as one says it to a friend.
    "(?:yas+|slay+|killing it|werk|work it|go off) bitch",
    "(?:you |u )?(?:absolute|crazy|beautiful|glorious|magnificent|lucky|mad) (?:fucking )?(?:son of a bitch|bastard|motherfucker|fucker|mf)(?= (?:you|u) )",
    // Slang for a thing that is good.
    `(?:that|this|it|thats|that's|its|it's|(?:that |this )?${THING})(?: was| is)?(?: so| fucking| just| actually| straight| absolutely)? ${ASTONISHING}`,
    `(?:disgusting|${ASTONISHING}) (?:ass )?${THING}`,
    "disgusting in the best way",
  ].join("|")})(?= )`,
  "g",
);

/** Indices of the words that are said aside. */
function wordsAside(words: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  const said = ` ${words.join(" ")} `;
  for (const { 0: aside, index } of said.matchAll(ASIDE)) {
    const first = said.slice(1, index).split(" ").length - 1;
    for (let at = first; at < first + aside.split(" ").length; at++) found.add(at);
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
