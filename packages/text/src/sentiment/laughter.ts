/**
 * Whether a word is a laugh, however long and in whatever script: "hahaha", "jajaj", "kkkk", "wkwkwk", "rsrs", "хаха",
 * "ههههه", "خخخخ", "ㅋㅋㅋ", "lol", "xd".
 */
export function isLaughter(word: string): boolean {
  const { length } = word;
  if (length < 2) return false;
  if (INITIALS.test(word)) return true;
  if (length < 3) return false;
  const first = word.charCodeAt(0);
  const second = word.charCodeAt(1);
  if (first === second) return RUNS.includes(word.charAt(0)) && repeats(word, 1);
  return length > 3 && (SYLLABLES.includes(word.slice(0, 2)) || SYLLABLES.includes(word.slice(1, 3))) && repeats(word, 2);
}

/** "lol", "lolol", "lmao", "lmfaooo", "rofl", "xd", "kek", "лол". */
const INITIALS = /^(?:l+[ou]+l+(?:[ou]+l+)*z?|l+m+f?a+o+|ro(?:t)?fl+|x+d+|kek+w?|ло+л)$/;

/** Laughs when nothing but they follow: Portuguese, Korean, Arabic. */
const RUNS = "kㅋㅎهخ";
const SYLLABLES = "ha he hi ja je ji ah ak wk rs ха хи хе ах";

/** Slips of a finger ("hahahha") are forgiven: two in three letters must repeat. */
function repeats(word: string, period: number): boolean {
  let same = 0;
  for (let at = period; at < word.length; at++) if (word.charCodeAt(at) === word.charCodeAt(at - period)) same++;
  return same * 3 >= (word.length - period) * 2;
}
