import { lazy } from "./lazy.ts";
import { stopWords } from "./lexicons/stop-words.ts";
import { wordSet } from "./lexicons/word-map.ts";

const MAX_KEYWORDS = 5;
const MIN_CHARS = 3;
const MAX_CHARS = 24;

/** Commonest words of any language, and sounds: no keywords. */
export const commonWords = lazy(() => wordSet(`${Object.values(stopWords).join(" ")} ${SOUNDS}`));

/** Words that say what a message is about, in order, each once. None for a text without language. */
export function keywordsOf(words: readonly string[], language: string): string[] {
  if (language === "und") return [];
  const skip = commonWords();
  const found: string[] = [];
  for (const word of words) {
    if (word.length < MIN_CHARS || word.length > MAX_CHARS || skip.has(word) || found.includes(word)) continue;
    if (isRepetition(word)) continue;
    found.push(word);
    if (found.length === MAX_KEYWORDS) break;
  }
  return found;
}

/** Small words of Indonesian chat in all their spellings, and sounds. */
const SOUNDS =
  "yang yg dengan dgn untuk utk tidak tdk gak nggak enggak ngga gk kak kakak bang abang mas mbak aja saja sih dong lah deh nya kok juga jg banget bgt bngt bnget sudah udah udh sdh belum blm lagi lg sama sm dari dri karena krn kalau kalo klo kl bisa bs mau pada dalam dlm jadi jd semua smua kita kami kalian mereka saya aku kamu kmu gue gua elu loe biar terus trus trs apa siapa gimana gmn kenapa knp tapi tp ini itu ada ga iya iyaa nih tuh haha hahaha jaja jajaja lol lmao omg kkk kkkk mdr wow yeah yes nah okay hehe xd wkwk wkwkwk bruh bro";

/** "hahaha", "aaaa", "kkkk": two different letters at most. */
function isRepetition(word: string): boolean {
  const first = word.charCodeAt(0);
  let second = -1;
  for (let at = 1; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code === first || code === second) continue;
    if (second !== -1) return false;
    second = code;
  }
  return true;
}
