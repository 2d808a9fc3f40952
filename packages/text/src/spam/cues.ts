import { lazy } from "../lazy.ts";
import { phraseAt, phraseTable } from "../lexicons/phrase-table.ts";
import { Ad, spamPhrases, spamWords, unsegmentedSpam } from "../lexicons/spam-words.ts";
import { wordSet } from "../lexicons/word-map.ts";
import { isUnsegmented } from "../scripts.ts";
import type { Tokens } from "../tokenizer.ts";

/** Cues of advertising and flooding in any language, by rules and lists. */
export interface SpamCues {
  /** A bit for each cue that was seen. */
  readonly cues: number;
  /** Weights of the cues of advertising in English, 0 … 1.4, which the model learned to weigh better. */
  readonly advertising: number;
  /** Weights of what the model has not seen: flooding, and advertising in other languages; 0 … 1.8. */
  readonly unlearned: number;
}

export const SPAM_CUE_COUNT = 15;

/** Bits of the cues that weigh nothing by themselves: people also speak of money, of their own songs, and ask each other to look. */
export const HINTS = (1 << 9) | (1 << 10) | (1 << 11);

export function spamCuesOf(tokens: Tokens): SpamCues {
  const { words, text } = tokens;
  let cues = 0;
  const found = (bit: number, is: boolean, weight: number): number => {
    if (!is) return 0;
    cues |= 1 << bit;
    return weight;
  };
  const said = adWordsOf(words);
  const speaks = words.length > 1 && (tokens.links > 0 || text.includes("$") || (said & Ad.opener) !== 0);
  const share = words.length < 6 ? 1 : new Set(words).size / words.length;
  const advertising =
    found(0, tokens.links > 0 || (text.includes(".") && LINK.test(text)), 0.6) +
    found(1, speaks && PROMOTION.test(text), 0.5) +
    found(2, speaks && CONTACT.test(text), 0.3);
  const unlearned =
    found(3, tokens.mentions > 3, 0.3) +
    found(4, tokens.longestRun >= 12, 0.25) +
    found(5, share < 0.34, 0.5) +
    found(6, share >= 0.34 && share < 0.5, 0.25) +
    found(7, tokens.emoji.length > 15, 0.2) +
    found(8, tokens.digits >= 9, 0.2) +
    found(14, advertises(tokens, said), 0.6);
  // Hints and signs for the model alone.
  found(9, speaks && MONEY.test(text), 0);
  found(10, speaks && OWN_WORK.test(text), 0);
  found(11, speaks && APPEAL.test(text), 0);
  found(12, (text.includes("&") || text.includes("<")) && MARKUP.test(text), 0);
  found(13, tokens.digits >= 9 && PHONE.test(text), 0);
  return { cues, advertising, unlearned };
}

/** What the words are to advertising, all their bits together; `PHRASE` where two and more are advertising by themselves. */
function adWordsOf(words: readonly string[]): number {
  const { bits, phrases } = tables();
  let said = 0;
  for (let at = 0; at < words.length; at++) {
    const bit = bits.get(words[at] as string);
    if (bit === undefined) continue;
    said |= bit & ~PHRASE;
    if (bit & PHRASE && phraseAt(phrases.get(words[at] as string) ?? [], words, at) !== 0) said |= PHRASE;
  }
  return said;
}
/** Of a word: a phrase may begin with it. */
const PHRASE = 1 << 20;

/** Advertising by our lists, in any language: an appeal, or an offer of goods, money to be earned, somebody to be written to. */
function advertises({ words, letters, digits, links, text }: Tokens, said: number): boolean {
  const says = (bits: number): boolean => (said & bits) === bits;
  if (says(PHRASE) || (says(Ad.appeal) && words.length > 1)) return true;
  if (says(Ad.offer | Ad.goods) || says(Ad.own | Ad.place) || says(Ad.earn | Ad.money)) return true;
  if (says(Ad.contact) && (says(Ad.reach) || says(Ad.offer) || says(Ad.goods) || says(Ad.money) || digits >= PHONE_DIGITS))
    return true;
  return (links > 0 && says(Ad.place)) || (isUnsegmented(letters) && unsegmentedSpam.test(text));
}
const PHONE_DIGITS = 7;

const tables = lazy(() => {
  const phrases = phraseTable([[1, spamPhrases]]);
  const bits = new Map<string, number>();
  const add = (word: string, bit: number) => bits.set(word, (bits.get(word) ?? 0) | bit);
  for (const [bit, words] of [...spamWords, [Ad.opener, OPENERS] as const])
    for (const word of wordSet(words.trim())) add(word, bit);
  for (const word of phrases.keys()) add(word, PHRASE);
  return { bits, phrases };
});

/** One of the patterns below may begin with such a word: one look instead of five long patterns for most messages. */
const OPENERS = `subscribe subscribers sub sub4sub f4f follow check my our on link free earn make cash cashapp giveaway give crypto bitcoin
  investment promo promocode discount click come thumb thumbs share vote please visit work mine me we dollar dollars usd money paid
  income profit per salary prize prizes donate donation fund funds funding sponsor plz pls sign signup petition join watch listen
  support chance spread copy repost download install app win whats whatsapp telegram discord onlyfans paypal venmo snap snapchat
  email mail instagram soundcloud facebook`;

// Bounded gaps only (no nested repetition), so hostile text costs no more than its length.
const LINK = /\.(?:com|net|org)\b|href=/i;
const PROMOTION =
  /\b(?:subscribe|subscribers|sub (?:4|for) sub|sub4sub|f4f|follow (?:4|for) follow|follow me|follow back|check (?:out )?(?:my|our|this)|(?:my|our) (?:channel|page|profile|store|live|music|video|videos|song|songs|cover|covers)|on my channel|link in bio|free (?:gift|coins|diamonds|followers|money|robux|iphone|gift cards?)|earn (?:money|\$)|make money|cash ?app|giveaway|give-away|crypto|bitcoin|investment|promo ?code|discount|click (?:here|the link)|come (?:to )?my live|thumbs? (?:this )?up (?:so|if)|share (?:this )?(?:with|on)|vote for|please (?:help|visit|like|share|watch)|visit my|work (?:at|from) home)\b/i;
const MONEY =
  /\$ ?\d|\b(?:dollars?|usd|money|cash|paid|income|profit|per (?:hour|day|week|month)|salary|prizes?|donat(?:e|ion)|fund(?:s|ing)?|sponsor)\b/i;
const OWN_WORK =
  /\b(?:my|our|mine|me|we)\b[^.!?]{0,40}\b(?:channel|videos?|songs?|covers?|music|page|remix(?:es)?|raps?|rapper|album|mixtape|content|band|beats?|talent|dream|subs|views|fans?)\b/i;
const APPEAL =
  /\b(?:please|plz|pls|sign up|signup|petition|join|vote|visit|click|watch|listen|check|support|give (?:it|me|us|my) a|chance|thumbs? up|share|spread|copy and paste|repost|download|install|app|free|win)\b/i;
const MARKUP = /&(?:lt|gt|amp|quot);|<\w|\bhref\b|\\ufeff/i;
const PHONE = /\+?\d{9}/;
const CONTACT =
  /\b(?:whats ?app|telegram|t\.me|wa\.me|discord\.gg|onlyfans|paypal|venmo|snap(?:chat)?[:@ ]|e-?mail me|instagram|soundcloud|facebook)\b/i;
