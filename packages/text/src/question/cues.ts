import { isName } from "../language/names.ts";
import { isNonLexical } from "../language/non-lexical.ts";
import { isUnsegmented } from "../scripts.ts";
import type { Tokens } from "../tokenizer.ts";
import { questionWords } from "./question-words.ts";

/** Linguistic cues of a question, as rules see them; the model for texts without a question mark is given them too. */
export interface QuestionCues {
  /** Index of the first word that is not a greeting or a filler. */
  readonly first: number;
  /** A question word opens it ("where are you from"), and no exclamation ("what a ride"). */
  readonly opens: boolean;
  /** The word that opens it opens as many exclamations: "que hora es", but "que lixo". */
  readonly opensWeakly: boolean;
  /** It opens like an exclamation: "what a", "que linda". */
  readonly exclaims: boolean;
  /** A verb before its subject: "are you", "bist du". */
  readonly inverts: boolean;
  /** Two words that open questions: "anyone know", "de onde". */
  readonly phrase: boolean;
  /** A particle or tag at the end: "… mi", "… huh". */
  readonly tag: boolean;
  /** A particle that nothing but questions have, wherever it stands: the Turkish "mi" and its forms. */
  readonly particle: boolean;
  /** It says what who writes wants or does, and no question word follows: "I wanna …". */
  readonly declares: boolean;
  /** A particle or question word of a script without spaces, or of Korean. */
  readonly unsegmented: boolean;
  /** A question word stands further on: "tell me what". */
  readonly inside: boolean;
  /** The same in a language where it belongs there: "Paris'te kaç kişi …". */
  readonly inPlace: boolean;
  /** It speaks to the reader: "you", "tu", "kak". */
  readonly addresses: boolean;
}

export function questionCues({ words, letters, text }: Tokens, language: string): QuestionCues {
  const lists = questionWords();
  const first = beginningOf(words, lists.asking.get(language));
  const word = words[first] ?? "";
  const next = words[first + 1] ?? "";
  const own = lists.asking.get(language);
  const asking = own?.has(word) || english().has(word);
  const inside = asksInside(words, first, own);
  const exclaims = asking === true && (lists.exclaims.has(next) || isHowExclamation(words, first));
  return {
    first,
    opens: (asking === true && !exclaims) || (lists.prepositions.has(word) && own?.has(next) === true),
    opensWeakly: asking === true && !exclaims && (lists.weak.has(word) || CLAUSES.test(`${word} ${next}`)),
    exclaims,
    inverts: lists.auxiliaries.has(word) && lists.subjects.has(next) && !IMPERATIVES.test(`${word} ${next}`),
    phrase: next !== "" && lists.openings.has(`${word} ${next}`),
    tag: words.length > first + 1 && lists.endings.has(words[words.length - 1] as string),
    particle: language === "tr" && hasTurkishParticle(words),
    declares: DECLARING.has(word) && A_TO_Z.test(next) && !asksInside(words, first + 1, english()),
    unsegmented: isUnsegmented(letters) && DENSE.test(text),
    addresses: addresses(words),
    inside,
    inPlace: inside && lists.inPlace.has(language),
  };
}

/** "when you smile", "what i like", "which is": clauses of statements as often as questions. */
const CLAUSES =
  /^(?:when (?:i|you|u|we|they|he|she|it|the)|(?:what|where|how|who|why|which|whom) i|which (?:is|are|was|i)|who (?:is|are) (?:so|very))$/;

/** "do it", "have the best day": orders and wishes, not a verb before its subject. */
const IMPERATIVES = /^(?:do|have|don't|may|can't) (?:it|this|that|these|those|the|your|ur|my|any|god)$/;

/** People ask in English in any chat, and its question words are no words of other languages but "was", which is none here. */
const english = (): ReadonlySet<string> => questionWords().asking.get("en") as ReadonlySet<string>;

const DENSE =
  /(?:吗|嗎|呢|么|ですか|ますか|でしょうか|かな|の|까|까요|나요|니|은데|ไหม|มั้ย|หรือ|หรอ|รึเปล่า)[\s!~?？。.]*$|什么|什麼|怎么|怎麼|为什么|為什麼|哪|谁|多少|多大|多久|多长|几[岁点个年月天次]|何[时處处人种]|如何|为何|為何|是否|是不是|有没有|なぜ|なん[でのて]|(?:どこ|いつ|だれ|誰|どっち|何)(?!で?も)|どう(?!も|ぞ)|いくら(?!でも)|뭐|어디|언제(?!나)|왜|누구|누가|어떻게|몇|얼마|무슨|อะไร|ทำไม|ที่ไหน|เมื่อไหร่|เท่าไหร่|ใคร|ยังไง|อันไหน/u;

function asksInside(words: readonly string[], first: number, asking: ReadonlySet<string> | undefined): boolean {
  if (asking === undefined) return false;
  for (let at = first + 1; at < words.length; at++) if (asking.has(words[at] as string)) return true;
  return false;
}

/** "how horrible", "how cute he is": a quality, and no verb before its subject behind it. */
function isHowExclamation(words: readonly string[], first: number): boolean {
  const quality = words[first + 1];
  if (words[first] !== "how" || quality === undefined || MEASURES.has(quality)) return false;
  const { auxiliaries, subjects } = questionWords();
  return !auxiliaries.has(quality) && !subjects.has(quality) && !auxiliaries.has(words[first + 2] as string);
}
/** "how old", "how about", "how to", "how everyone": they ask. */
const MEASURES = new Set(
  "old many much long far tall big come about often to high small fast soon hot cold deep heavy rich young late early bout r u ya yall everyone everybody everything things life your ur my his her the did so was goes does strong short loud".split(
    " ",
  ),
);

const DECLARING = new Set("i i'm im i'll i've ive i'd".split(" "));
const A_TO_Z = /^[a-z]/;

const MI = "(?:m[ıiuü](?:y[ıiuü]m|s[ıiuü]n(?:[ıiuü]z)?|y[ıiuü]z|yd[ıiuü](?:n|k|n[ıiuü]z|lar|ler)?|ym[ıiuü]ş|d[ıiuü]r)?)";
const TURKISH_PARTICLE = new RegExp(`^${MI}$`);
/** The same written to its word: "geliyormusun", "varmı", "olurmu", "güzelmi". */
const TURKISH_SUFFIX =
  /(?:.{2}(?:m[ıiuü]s[ıiuü]n(?:[ıiuü]z)?|m[ıiuü]y[ıiuü]z|m[ıiuü]yd[ıiuü])|.[ıiuü]yor(?:lar)?m[uü]|.(?:[ae]r|[ıiuü]r|c[ae][kğ]|m[ae]l[ıi]|m[ıiuü]ş)(?:l[ae]r)?m[ıiuü])$|^(?:var|yok|iyi|güzel|guzel|değil|degil|doğru|dogru|gerçek|gercek|oldu|geldi|gitti|bitti|başladı|basladi|canlı|canli|evli|bekar|türk|turk|sen|siz|bu|o|lazım|mümkün|hazır|tamam)m[ıiuü]$/;

/** Words that end as a question does and are none: "my name", "my life" as objects. */
const NO_TURKISH_SUFFIX = /^(?:kimsin|resmisin|bilmiş|isimsin|ilerimi|yerimi|terimi)$/;

function hasTurkishParticle(words: readonly string[]): boolean {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (at > 0 && TURKISH_PARTICLE.test(word)) return true;
    if (word.length > 2 && TURKISH_SUFFIX.test(word) && !NO_TURKISH_SUFFIX.test(word)) return true;
  }
  return false;
}

const MAX_FILLERS = 5;

/** Index of the word that begins what is said: behind greetings, fillers, names, and one word of any kind before a clear question. */
function beginningOf(words: readonly string[], own: ReadonlySet<string> | undefined): number {
  const { fillers, weak, auxiliaries } = questionWords();
  let at = 0;
  while (at < words.length - 1 && at < MAX_FILLERS && (fillers.has(words[at] as string) || isCalled(words[at] as string))) at++;
  const word = words[at] as string;
  const next = words[at + 1] as string;
  const asks = (one: string): boolean => (own?.has(one) === true || english().has(one)) && !weak.has(one);
  const isClear =
    at + 2 < words.length &&
    asks(next) &&
    !asks(word) &&
    (auxiliaries.has(words[at + 2] as string) || MEASURES.has(words[at + 2] as string));
  return isClear && !TELLERS.has(word) && !auxiliaries.has(word) ? at + 1 : at;
}

/** Somebody who is spoken to: a name, or that of an account; not a lone letter, which may be a word. */
const isCalled = (word: string): boolean => word.length > 2 && (isName(word) || isNonLexical(word));

/** "know how old", "idk where is", "that's what are", "guess who is": statements that quote a question. */
const TELLERS = new Set(
  "know knows knew idk dunno see like love hate remember forgot guess about that's thats is not just matter i you u he she it we they this that the and or but because cause cuz of on in at for from to with by".split(
    " ",
  ),
);

function addresses(words: readonly string[]): boolean {
  const { addressed } = questionWords();
  for (const word of words) if (addressed.has(word)) return true;
  return false;
}
