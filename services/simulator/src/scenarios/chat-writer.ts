import type { Language } from "./language.ts";
import { phrasesOf } from "./phrases/all.ts";
import type { Occasion } from "./phrases/phrases.ts";
import type { Random } from "./random.ts";

export interface Moment {
  /** −1 sour … 1 delighted. */
  readonly mood: number;
  /** The share of chat that asks something. */
  readonly asking: number;
  readonly host: string;
  /** Somebody else who is there. */
  readonly other: string;
}

const TAILS = ["🔥", "❤️", "😂", "😭", "🙏", "👏", "✨", "💀", "🥰", "😍", "!!", "!!!", "..", "🫶🏽"];

/** One line of chat, as a viewer in this mood would write it, and what made them write. */
export function writeChat(random: Random, language: Language, moment: Moment): { text: string; occasion: Occasion } {
  const occasion = occasionOf(random, moment);
  return { occasion, text: writeFor(random, language, occasion, { host: moment.host, name: moment.other }) };
}

/** A line for one occasion. */
export function writeFor(
  random: Random,
  language: Language,
  occasion: Occasion,
  slots: { host?: string; name?: string; gift?: string },
): string {
  const phrase = random
    .pick(phrasesOf[language][occasion])
    .replace("{host}", () => slots.host ?? "")
    .replace("{name}", () => slots.name ?? "")
    .replace("{gift}", () => slots.gift ?? "");
  return occasion === "ask" || occasion === "askBare" || occasion === "spam" ? phrase : decorate(random, phrase);
}

function occasionOf(random: Random, { mood, asking }: Moment): Occasion {
  if (random.chance(asking)) return random.chance(0.6) ? "ask" : "askBare";
  const good = Math.max(0, mood);
  const bad = Math.max(0, -mood);
  return random.weighted<Occasion>([
    ["chatter", 40],
    ["greet", 14],
    ["praise", 12 + 25 * good],
    ["hype", 3 + 40 * good],
    ["laugh", 9 + 8 * good],
    ["sour", 1.5 + 60 * bad],
    ["rude", 0.4 + 8 * bad],
    ["bye", 2 + 6 * bad],
    ["spam", 1],
  ]);
}

/** People stretch, shout and add emoji. */
function decorate(random: Random, phrase: string): string {
  let text = phrase;
  if (random.chance(0.08)) text = text.replace(/([aeiouáéíóúñ])(?=[^aeiou]*$)/u, (vowel) => vowel.repeat(random.between(2, 5)));
  if (random.chance(0.05)) text = text.toUpperCase();
  if (random.chance(0.2)) text += ` ${random.pick(TAILS).repeat(random.between(1, 3))}`;
  return text;
}
