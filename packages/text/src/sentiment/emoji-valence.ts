import { lazy } from "../lazy.ts";
import { emojiValence, emoticonValence } from "../lexicons/emoji.ts";
import { wordMap } from "../lexicons/word-map.ts";
import type { Tokens } from "../tokenizer.ts";

/** Sum of the valences of emoji and emoticons; the same one again adds ever less, as ten hearts are not ten times one. */
export function valenceOfEmoji({ emoji, punctuation }: Tokens): number {
  if (emoji.length === 0 && punctuation.length === 0) return 0;
  const { emojis, emoticons } = tables();
  let sum = 0;
  let repeats = 0;
  let before = "";
  for (let at = 0; at < emoji.length; at++) {
    const one = emoji[at] as string;
    repeats = one === before ? repeats + 1 : 0;
    before = one;
    if (repeats < 3) sum += ((emojis.get(one) ?? 0) / 10) * (1 - repeats * 0.3);
  }
  for (let at = 0; at < punctuation.length; at++) sum += emoticonValenceOf(punctuation[at] as string, emoticons) / 10;
  return sum;
}

/** A face may stand behind other marks: "...:)", "!!:(". */
function emoticonValenceOf(mark: string, emoticons: ReadonlyMap<string, number>): number {
  for (let from = 0; from < mark.length - 1; from++) {
    const tenths = emoticons.get(from === 0 ? mark : mark.slice(from));
    if (tenths !== undefined) return tenths;
  }
  return 0;
}

const tables = lazy(() => ({ emojis: wordMap(emojiValence), emoticons: wordMap(emoticonValence) }));
