import type { WordGroups } from "./word-map.ts";

/**
 * What one language says of moods. Words are separated by white space, in lower case and with their accents; each is known
 * without them too. `stem*` stands for all words that begin so, `two_words` for a phrase. A word that is listed exactly wins
 * over a stem, a longer stem over a shorter one, and the value 0 says that a word means nothing though a stem claims it.
 */
export interface Lexicon {
  /** Valence in tenths of VADER's scale, −40 … 40. */
  readonly valence: WordGroups;
  /** Turn round what follows within three words. */
  readonly negations: string;
  /** Turn round the word before them: "j'aime pas". */
  readonly trailing?: string;
  readonly boosters: string;
  readonly dampers: string;
  /** What follows them is what was meant. */
  readonly but: string;
}
