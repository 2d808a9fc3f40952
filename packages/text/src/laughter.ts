import { LetterPairs } from "./letter-pairs.ts";

/**
 * Whether a word, in lower case, is a laugh, however long and in whatever script: "hahaha", "jajaj", "kkkk", "wkwkwk", "rsrs", "www",
 * "хаха", "ههههه", "ㅋㅋㅋ", "哈哈哈", "ฮ่าๆ", or the initials of one: "lol", "lmfao", "xd", "mdr".
 */
export function isLaughter(word: string): boolean {
  const { length } = word;
  if (length < 2) return false;
  if (
    isAscii(word)
      ? MAY_BEGIN.begins(word) && INITIALS.test(word)
      : OTHERS_MAY_BEGIN.includes(word.charAt(0)) && OTHER_SCRIPTS.test(word)
  )
    return true;
  if (length < 3) return false;
  const first = word.charCodeAt(0);
  const second = word.charCodeAt(1);
  if (first === second) return RUNS.includes(word.charAt(0)) && repeats(word, 1);
  return length > 3 && repeats(word, 2) && (SYLLABLES.has(word.slice(0, 2)) || SYLLABLES.has(word.slice(1, 3)));
}

/** What such initials begin with: most words need no pattern. */
const MAY_BEGIN = new LetterPairs("l[loum] ro x[dxptr] ke m[mduw] p[tp] a[wok] hu b[wa]");

/** "lol", "lolol", "lmao", "lmfaooo", "rofl", "xd", "kek", "mdr". */
const INITIALS =
  /^(?:l+[ou]+l+(?:[ou]+l+)*z?|l+m+f?a+o+|ro(?:t)?fl+(?:mao+)?|x+d+|x+p?t?dr+|kek+w?|m+d+r+|p+t+d+r+|(?:aw?o?k){2,}|(?:hu+e+){2,}h?|bw?a+h+a+h+a+h*|m[uw]a+h+a+h+a+h*)$/;

/** Laughs of scripts without our letters, and Korean tears, which are typed as the laughs are. */
const OTHER_SCRIPTS =
  /^(?:[ㅋㅎㅠㅜ]{2,}|[하히헤호]{2,}|[哈呵嘿嘻笑草ｗ]{2,}|あ?[はへひほ]{2,}ｗ*|ふ{2,}|ハ{2,}|(?:ฮ่?า|ฮ่ะ|ฮิ){1,}ๆ*|(?:ฮ่?า){2,}ๆ*|[אח]*ח{3,}|ه[اه]+ه*[اه]+|خ{3,}|(?:हा|ही|हे){2,}|(?:হা|হি){2,}|(?:ஹா){2,}|[ахе]*(?:ха|хе|хи|ах){2,}х?|ха+х|х{3,}|х+д+|л+о+л+|[αχ]*(?:χα){2,}χ?|[ху]+)$/;

/** What these begin with. */
const OTHERS_MAY_BEGIN = "ㅋㅎㅠㅜ하히헤호哈呵嘿嘻笑草ｗあはへひほふハฮאחهخहহஹахелуαχ";

/** Laughs when nothing but they follow: Portuguese, Japanese, Turkish; Arabic. */
const RUNS = "kwhjهخ";
const SYLLABLES = new Set("ha he hi ho ja je ji jo ah eh ak wk kw rs hu xi ху ха хи хе ах ок".split(" "));

const isAscii = (word: string): boolean => word.charCodeAt(0) < 0x80;

/** Slips of a finger ("hahahha") are forgiven: two in three letters must repeat. */
function repeats(word: string, period: number): boolean {
  let same = 0;
  for (let at = period; at < word.length; at++) if (word.charCodeAt(at) === word.charCodeAt(at - period)) same++;
  return same * 3 >= (word.length - period) * 2;
}
