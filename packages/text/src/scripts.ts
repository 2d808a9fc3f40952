/** Writing systems that we tell apart. `other` is no letter: space, marks, digits, control. Real scripts start at `latin`. */
export const Script = {
  other: 0,
  emoji: 1,
  latin: 2,
  greek: 3,
  cyrillic: 4,
  hebrew: 5,
  arabic: 6,
  devanagari: 7,
  bengali: 8,
  tamil: 9,
  thai: 10,
  hangul: 11,
  kana: 12,
  han: 13,
  unknown: 14,
  count: 15,
} as const;

/**
 * Whether any letters are of a script without spaces between words, or of Korean, whose particles are inside its words: there
 * patterns over the text and character n-grams stand for words. `letters` counts those of each script.
 */
export const isUnsegmented = (letters: Uint16Array): boolean =>
  (letters[Script.han] as number) +
    (letters[Script.kana] as number) +
    (letters[Script.thai] as number) +
    (letters[Script.hangul] as number) >
  0;

type Range = readonly [from: number, to: number, script: number];

// Ends are inclusive, in UTF-16 code units. High surrogates stand for the planes that matter: emoji, and rare Han.
const RANGES: readonly Range[] = [
  [0x41, 0x5a, Script.latin],
  [0x61, 0x7a, Script.latin],
  [0xa9, 0xa9, Script.emoji],
  [0xaa, 0xaa, Script.latin],
  [0xae, 0xae, Script.emoji],
  [0xb5, 0xb5, Script.latin],
  [0xba, 0xba, Script.latin],
  [0xc0, 0xd6, Script.latin],
  [0xd8, 0xf6, Script.latin],
  [0xf8, 0x24f, Script.latin],
  [0x250, 0x2af, Script.unknown],
  [0x370, 0x3ff, Script.greek],
  [0x400, 0x52f, Script.cyrillic],
  [0x530, 0x58f, Script.unknown],
  [0x5d0, 0x5f2, Script.hebrew],
  [0x620, 0x65f, Script.arabic],
  [0x66e, 0x6d3, Script.arabic],
  [0x6d5, 0x6ef, Script.arabic],
  [0x6fa, 0x6ff, Script.arabic],
  [0x750, 0x77f, Script.arabic],
  [0x900, 0x963, Script.devanagari],
  [0x971, 0x97f, Script.devanagari],
  [0x980, 0x9e3, Script.bengali],
  [0xa00, 0xb7f, Script.unknown],
  [0xb80, 0xbff, Script.tamil],
  [0xc00, 0xdff, Script.unknown],
  [0xe00, 0xe3a, Script.thai],
  [0xe40, 0xe4e, Script.thai],
  [0xe80, 0x10ff, Script.unknown],
  [0x1100, 0x11ff, Script.hangul],
  [0x1200, 0x1cff, Script.unknown],
  [0x1e00, 0x1eff, Script.latin],
  [0x1f00, 0x1fff, Script.greek],
  [0x203c, 0x203c, Script.emoji],
  [0x2049, 0x2049, Script.emoji],
  [0x2122, 0x2122, Script.emoji],
  [0x2139, 0x2139, Script.emoji],
  [0x2194, 0x21aa, Script.emoji],
  [0x231a, 0x23ff, Script.emoji],
  [0x24c2, 0x24c2, Script.emoji],
  [0x25aa, 0x27bf, Script.emoji],
  [0x2934, 0x2935, Script.emoji],
  [0x2b05, 0x2b55, Script.emoji],
  [0x3030, 0x3030, Script.emoji],
  [0x303d, 0x303d, Script.emoji],
  [0x3040, 0x30ff, Script.kana],
  [0x31f0, 0x31ff, Script.kana],
  [0x3130, 0x318f, Script.hangul],
  [0x3297, 0x3299, Script.emoji],
  [0x3400, 0x4dbf, Script.han],
  [0x4e00, 0x9fff, Script.han],
  [0xa000, 0xabff, Script.unknown],
  [0xac00, 0xd7af, Script.hangul],
  [0xd83c, 0xd83e, Script.emoji],
  [0xd840, 0xd87f, Script.han],
  [0xdc00, 0xdfff, Script.other],
  [0xf900, 0xfaff, Script.han],
  [0xfb50, 0xfdff, Script.arabic],
  [0xfe70, 0xfefc, Script.arabic],
  [0xff21, 0xff3a, Script.latin],
  [0xff41, 0xff5a, Script.latin],
  [0xff66, 0xff9d, Script.kana],
];

let table: Uint8Array | undefined;

/** Script of each UTF-16 code unit; past its end, as `NaN` is, there is no script. */
export function scriptTable(): Uint8Array {
  table ??= makeTable();
  return table;
}

function makeTable(): Uint8Array {
  const made = new Uint8Array(65_536);
  for (const [from, to, script] of RANGES) made.fill(script, from, to + 1);
  return made;
}
