import { FeatureBuffer } from "./feature-buffer.ts";
import type { LinearModel } from "./linear-model.ts";

/** So many words are kept twice, those of late and those before them: about 2 MB with 17 languages. */
const KEPT_WORDS = 8192;

/** A longer part of a string keeps the whole string in memory, in V8: a megabyte for a word. */
const MAX_KEPT_CHARS = 12;

/**
 * What each word adds to the scores of a model, kept for the words of late: chat says the same few thousand words again and
 * again, and fetching the weights of a word's characters from all over a large table is most of the work. It remembers
 * nothing that changes an answer.
 */
export class WordSums {
  readonly #model: LinearModel;
  readonly #addFeatures: AddWordFeatures;
  readonly #labels: number;
  readonly #buffer = new FeatureBuffer(256);
  readonly #sums: Int32Array;
  readonly #total: Int32Array;
  #late: Kept;
  #before: Kept;

  constructor(model: LinearModel, addFeatures: AddWordFeatures) {
    this.#model = model;
    this.#addFeatures = addFeatures;
    this.#labels = model.labels.length;
    this.#sums = new Int32Array(this.#labels);
    this.#total = new Int32Array(this.#labels);
    this.#late = keptWords(this.#labels);
    this.#before = keptWords(this.#labels);
  }

  /**
   * A score for each label of the model, of words and of what `rest` holds beside them. The array is the model's own.
   */
  scores(words: readonly string[], rest?: FeatureBuffer): Float64Array {
    this.#total.fill(0);
    let features = 0;
    if (rest !== undefined) {
      this.#model.addSums(rest, this.#total);
      features = rest.length;
    }
    for (const word of words) features += this.#add(this.#late, word) || this.#add(this.#before, word) || this.#addNew(word);
    return this.#model.scoresOfSums(this.#total, features);
  }

  /** Adds a kept word's sums and gives its number of features, 0 when it is not kept. */
  #add({ places, sums, features }: Kept, word: string): number {
    const place = places.get(word);
    if (place === undefined) return 0;
    const from = place * this.#labels;
    for (let at = 0; at < this.#labels; at++) this.#total[at] = (this.#total[at] as number) + (sums[from + at] as number);
    return features[place] as number;
  }

  #addNew(word: string): number {
    this.#addFeatures(this.#buffer.clear(), word);
    if (word.length > MAX_KEPT_CHARS) this.#model.addSums(this.#buffer, this.#total);
    else this.#keep(word);
    return this.#buffer.length;
  }

  #keep(word: string): void {
    if (this.#late.places.size >= KEPT_WORDS) {
      const oldest = this.#before;
      oldest.places.clear();
      this.#before = this.#late;
      this.#late = oldest;
    }
    this.#model.addSums(this.#buffer, this.#sums.fill(0));
    const { places, sums, features } = this.#late;
    const place = places.size;
    sums.set(this.#sums, place * this.#labels);
    features[place] = this.#buffer.length;
    places.set(word, place);
    this.#add(this.#late, word);
  }
}

/** Adds the features of one word, always the same for the same word, and no more than 64 for one of 12 characters. */
export type AddWordFeatures = (buffer: FeatureBuffer, word: string) => void;

/** A kept word has 12 characters at most, so sums of int8 weights fit in 16 bits. */
interface Kept {
  readonly places: Map<string, number>;
  readonly sums: Int16Array;
  readonly features: Uint8Array;
}

const keptWords = (labels: number): Kept => ({
  places: new Map(),
  sums: new Int16Array(KEPT_WORDS * labels),
  features: new Uint8Array(KEPT_WORDS),
});
