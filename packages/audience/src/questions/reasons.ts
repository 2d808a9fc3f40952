import type { QuestionReason } from "@frontrow/protocol/insight";
import { abbreviations, addressWords, normalizeText, questionWords } from "./lexicon.ts";

const FULL_WORDS = 5;
const FULL_CHARS = 8;
const SHORT_WORDS = 2;
const SHORT_CHARS = 4;
const MARK = /[?？؟]/;
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const DENSE = /[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;
// Question words and particles of scripts without spaces, and of Korean, where they are suffixes.
const DENSE_ASKS =
  /[吗嗎呢谁誰哪几幾]|什么|什麼|怎么|怎麼|为什|為什|多少|ですか|ますか|かな|なぜ|どこ|いつ|だれ|どう|何|뭐|어디|언제|왜|누구|어떻|몇|나요|니까|ไหม|มั้ย|อะไร|ทำไม|ที่ไหน|เมื่อไ|ใคร/;
const DENSE_ADDRESSES = /[你您]|あなた|คุณ|당신|너는/;

/** The protocol's reasons, in their order, that follow from the text alone: why it deserves an answer, or hardly does. */
export function textReasons(text: string, priority: number): QuestionReason[] {
  const normalized = normalizeText(text);
  const words = (normalized.match(WORDS) ?? []).map((word) => abbreviations.get(word) ?? word);
  const chars = words.reduce((sum, { length }) => sum + length, 0);
  const isDense = DENSE.test(normalized);
  const isShort = isDense ? chars <= SHORT_CHARS : words.length <= SHORT_WORDS;
  const reasons: [QuestionReason, boolean][] = [
    ["asksCreator", words.some((word) => addressWords.has(word)) || DENSE_ADDRESSES.test(normalized)],
    ["questionMark", MARK.test(normalized)],
    ["questionWord", words.some((word) => questionWords.has(word)) || DENSE_ASKS.test(normalized)],
    ["fullSentence", isDense ? chars >= FULL_CHARS : words.length >= FULL_WORDS],
    ["short", isShort && priority > 1],
    // The annotator's lowest priority: not asked for an answer.
    ["rhetorical", priority === 1],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}
