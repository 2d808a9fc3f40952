/**
 * Whether a word, in lower case, belongs to no language: a laugh ("hahaha", "kkkk", "ахаха", "www"), a cry ("aaaah"), an
 * emote's name, keys struck at random, or what chat says everywhere ("gg", "lol", "ok").
 */
export function isNonLexical(word: string): boolean {
  return isLaugh(word) || EVERYWHERE.has(word) || (word.length > 2 && PATTERNS.test(word));
}

// Two letters that people laugh with; "mama", "coco" and "papa" have two letters as well, and are words.
const LAUGHS = new Set("ah eh hi hu aj ej ij kw rs dx lo ах ех их αχ हा".split(" "));
const WORDS_ALL_THE_SAME = new Set("aja ijji".split(" "));

/** One letter again and again, or two letters of a laugh: "haha", "jejeje", "wkwk", "rsrs". */
function isLaugh(word: string): boolean {
  const length = word.length;
  const first = word.charCodeAt(0);
  let second = -1;
  for (let at = 1; at < length; at++) {
    const code = word.charCodeAt(at);
    if (code === first || code === second) continue;
    if (second !== -1) return false;
    second = code;
  }
  // A letter doubled may be a word in Han or Hangul, and a single letter is for others to judge.
  if (second === -1) return length > 2 || (length === 2 && first < 0x80);
  if (length < 3 || WORDS_ALL_THE_SAME.has(word)) return false;
  return LAUGHS.has(first < second ? String.fromCharCode(first, second) : String.fromCharCode(second, first));
}

// Keys of the left hand as bored fingers strike them, and families of emotes.
const PATTERNS =
  /^(?:[asdfghjkl]*asd[asdfghjkl]*|qwe(?:rty?)?|zxcv?b?|(?:lma|ahaha|bahaha|muaha|jaja|jsjs|ajaj|hehe|kwkw)[a-z]*|(?:wide|sad)?pe(?:epo|pe)[a-z]+|monka[a-z]+|feels[a-z]+man|pog[a-z]*|omega[a-z]{3}|kek[a-z]?|kappa[a-z]*|l[uo]l+[a-z]?|xd+|gachi[a-z]+)$/;

const EVERYWHERE = new Set(
  "lol lolol lulz rofl gg ggs ggwp wp ez ok okay okey k f w l x d p v hm hmm hmmm mm mhm ugh oof pogchamp jebaited dansgame kreygasm biblethump residentsleeper notlikethis failfish babyrage trihard seemsgood heyguys vohiyo wutface pjsalt smorc 4head copium sadge bedge madge susge okayge prayge catjam ratjam hypers weirdchamp widepeepohappy ezclap kkona 笑 草 笑笑".split(
    " ",
  ),
);
