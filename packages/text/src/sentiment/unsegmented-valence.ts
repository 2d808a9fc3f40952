import { type LexiconTable, Role, roleOf, tenthsOf } from "../lexicons/lexicon-table.ts";
import { NEGATED } from "./word-valence.ts";

/** Characters between a negation and what it denies: "不太好听", "ไม่ค่อยสวย". */
const REACH = 3;

/**
 * Sum of the valences of the words of a text without spaces: at each place the longest word that begins there, turned round by a
 * negation right before it ("不好听", "안 예뻐") or behind it ("好きじゃない").
 */
export function valenceOfUnsegmented(text: string, table: LexiconTable): number {
  let sum = 0;
  let deniedUntil = -1;
  let last = 0;
  let lastEnd = -REACH - 1;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (CLAUSE_ENDS.includes(text.charAt(at))) {
      deniedUntil = -1;
      lastEnd = -REACH - 1;
    }
    const entry =
      code < FIRST_LETTER && code !== SPACE && code !== SIX && code !== FIVE && (code | 0x20) !== LATIN_Y
        ? 0
        : table.ofLongestAt(text, at);
    const length = Math.max(1, entry === 0 ? 0 : table.length);
    const role = roleOf(entry);
    if (role === Role.negation) deniedUntil = at + length + REACH;
    else if (role === Role.trailing && at - lastEnd <= REACH) {
      sum += last * NEGATED - last;
      last = 0;
    } else if (role === Role.valence) {
      const tenths = tenthsOf(entry);
      const valence = tenths / 10;
      // A laugh is glad whatever is denied before it.
      last = at <= deniedUntil && tenths !== LAUGH ? valence * NEGATED : valence;
      sum += last;
      lastEnd = at + length;
      deniedUntil = -1;
    }
    at += length;
  }
  return sum;
}

const CLAUSE_ENDS = ".,!?;:。，！？；：、…\n";
const FIRST_LETTER = 0x80;
/** A Korean negation may stand behind one. */
const SPACE = 0x20;
/** "666", "555" and "yyds" are words there. */
const SIX = 0x36;
const FIVE = 0x35;
const LATIN_Y = 0x79;
/** Tenths that our lists give to laughter. */
const LAUGH = 12;
