import { commonWords } from "../keywords.ts";
import { Script } from "../scripts.ts";
import type { Tokens } from "../tokenizer.ts";
import { classify, type SharedScript } from "./classifier.ts";
import { isName } from "./names.ts";
import { isNonLexical } from "./non-lexical.ts";
import { isSystemLine } from "./system-line.ts";

/** Says that a text has no language: numbers, emoji, a laugh, an emote. */
export const UNDETERMINED = "und";

/** So few letters may be initials, an interjection or a name: they have a language when it is likelier than not, or a common word. */
const FEW_LETTERS = 3;
const ENOUGH = 0.5;

/**
 * The text's language (ISO 639-1), or `und`. The script decides where one language has it; where several share it, a linear
 * model over the characters of the words does. `hint`, TikTok's own guess, is noise on short text and only breaks ties.
 */
export function identifyLanguage(tokens: Tokens, hint?: string): string {
  const words = lexicalWords(tokens);
  if (words.length === 0 || isSystemLine(tokens)) return UNDETERMINED;
  const script = mainScript(tokens.letters);
  const only = ONLY[script];
  if (only !== undefined) return only;
  // No other language has kana.
  if (script === Script.han && (tokens.letters[Script.kana] as number) > 0) return "ja";
  if (script === Script.hangul) return /[가-힣]/.test(tokens.text) ? "ko" : UNDETERMINED; // ㅋㅋㅋ is a laugh
  const shared = SHARED[script];
  if (shared === undefined) return UNDETERMINED;
  if (script === Script.latin && isRomanisedHindi(words)) return "hi";
  const least = script === Script.latin && isHardlyAWord(words) ? ENOUGH : 0;
  return classify(shared, words, hint, least) ?? UNDETERMINED;
}

const ONLY: Readonly<Record<number, string>> = {
  [Script.greek]: "el",
  [Script.hebrew]: "he",
  [Script.devanagari]: "hi",
  [Script.bengali]: "bn",
  [Script.tamil]: "ta",
  [Script.thai]: "th",
  [Script.kana]: "ja",
};

const SHARED: Readonly<Record<number, SharedScript>> = {
  [Script.latin]: "latin",
  [Script.cyrillic]: "cyrillic",
  [Script.arabic]: "arabic",
  [Script.han]: "han",
};

/** Hindi as it is mostly typed, which no set of ours teaches the model: two of its words, and one in five; or one that no other language has. */
function isRomanisedHindi(words: readonly string[]): boolean {
  let found = 0;
  for (const word of words) {
    if (HINDI_ALONE.has(word)) found += words.length <= FEW_WORDS ? 2 : 1;
    else if (HINDI.has(word)) found++;
  }
  return found > 1 && found * 5 >= words.length;
}
const FEW_WORDS = 5;

/** In a short text one of these suffices. */
const HINDI_ALONE = new Set(
  `bahut bohot bhai bhaiya yaar nahi nahin accha acchi achha achhi kaise kahan kitna kitne gaana gaane awaaz aawaz bakwas bakwaas bekar bekaar ghatiya pyaar pyari sundar zabardast jabardast shandar kamaal badhiya dhanyavaad
  shukriya didi khana paani raha rahe rahi hain hoon aapki aapka aapko mujhe tumhara kaun abhi dekho bolo pagal sharam besharam dukh gussa jhooth dhokha faltu wahiyat gandi lajawab khoob mazedar maza shabash jhakaas bawaal kadak tagda namaste namaskar
  bewakoof gadha kameena nalayak ghamandi badtameez besura nafrat udaas barbaad mehnati sukoon khush gazab jordaar chhi ghinona ruko baitho karo padho`.split(
    /\s+/,
  ),
);

/** Small words of Hindi that other languages in Latin letters do not have, or hardly ever. */
const HINDI = new Set(
  `hai hain hoon nahi nahin nhi kya kyu kyun kyon bhai bahut bohot bhut mein aur tum tumhe tumhara aap aapka aapki aapko aapke mujhe mujhko mera
  meri mere tera teri tere hum humko hamara hamare hamari unke unki uska uski uske iska iski iske raha rahe rahi tha kuch kuchh koi karo karna
  karne karte karta karti sabhi yeh woh jab lekin magar accha acha achha achhi acche sirf abhi apna apne apni desh liye gaya gayi hoga hogi hota
  hoti diya kiya kaise kaisa kahan yaar yaara didi bhaiya bolo batao dekho wala wale wali unka sabko sabse bilkul zindabad jaise kyunki phir
  chahiye pyaar dost matlab kaun hu hun mast gayi jao gao lag laga kar kab kal aaj baje saal wapas dil ja aaya sabse mat band wah ji kharab bura ek number liya mera log teen dono`.split(
    /\s+/,
  ),
);

function isHardlyAWord(words: readonly string[]): boolean {
  const word = words[0] as string;
  return words.length === 1 && word.length <= FEW_LETTERS && !commonWords().has(word);
}

/** Words that belong to a language; none when only single letters, emotes and names are left. */
function lexicalWords({ words, camelCase }: Tokens): readonly string[] {
  const found: string[] = [];
  let isSaid = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    // Emotes are written "PogChamp", "monkaS", "chjbHug": a capital inside a word.
    if ((at < 31 && camelCase & (1 << at)) || isNonLexical(word)) continue;
    found.push(word);
    isSaid ||= (word.length > 1 || word.charCodeAt(0) > 0x2ff) && !isName(word);
  }
  return isSaid ? found : [];
}

/** The script that most letters have. */
function mainScript(letters: Uint16Array): number {
  let script: number = Script.other;
  let most = 0;
  for (let at: number = Script.latin; at < Script.count; at++) {
    const count = letters[at] as number;
    if (count <= most) continue;
    most = count;
    script = at;
  }
  return script;
}
