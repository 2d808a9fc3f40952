import { FeatureBuffer } from "./feature-buffer.ts";
import type { LinearModel } from "./linear-model.ts";

/** Words of a generation; two are kept, the young and the old one: about 2 MB with 17 languages. */
const CACHED_WORDS = 8192;

/** Longest word that is cached: in V8 a longer slice keeps the whole string in memory, a megabyte for a word. */
const MAX_CACHED_CHARS = 12;

/**
 * A cache of what each word adds to the scores of a model, in two generations: chat says the same few thousand words again
 * and again, and fetching the weights of a word's n-grams from all over a large table is most of the work. It changes the
 * time an answer takes, never the answer.
 */
export class WordScoreCache {
  readonly #model: LinearModel;
  readonly #addFeatures: AddWordFeatures;
  readonly #labels: number;
  readonly #buffer = new FeatureBuffer(256);
  readonly #sums: Int32Array;
  readonly #total: Int32Array;
  #young: CachedWords;
  #old: CachedWords;

  constructor(model: LinearModel, addFeatures: AddWordFeatures) {
    this.#model = model;
    this.#addFeatures = addFeatures;
    this.#labels = model.labels.length;
    this.#sums = new Int32Array(this.#labels);
    this.#total = new Int32Array(this.#labels);
    this.#young = emptyGeneration(this.#labels);
    this.#old = emptyGeneration(this.#labels);
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
    for (const word of words) features += this.#add(this.#young, word) || this.#add(this.#old, word) || this.#addNew(word);
    return this.#model.scoresOfSums(this.#total, features);
  }

  /** Adds a cached word's sums and gives its number of features, 0 when it is not cached. */
  #add({ places, sums, features }: CachedWords, word: string): number {
    const place = places.get(word);
    if (place === undefined) return 0;
    const from = place * this.#labels;
    for (let at = 0; at < this.#labels; at++) this.#total[at] = (this.#total[at] as number) + (sums[from + at] as number);
    return features[place] as number;
  }

  #addNew(word: string): number {
    this.#addFeatures(this.#buffer.clear(), word);
    if (word.length > MAX_CACHED_CHARS) this.#model.addSums(this.#buffer, this.#total);
    else this.#cache(word);
    return this.#buffer.length;
  }

  #cache(word: string): void {
    if (this.#young.places.size >= CACHED_WORDS) {
      const reused = this.#old;
      reused.places.clear();
      this.#old = this.#young;
      this.#young = reused;
    }
    this.#model.addSums(this.#buffer, this.#sums.fill(0));
    const { places, sums, features } = this.#young;
    const place = places.size;
    sums.set(this.#sums, place * this.#labels);
    features[place] = this.#buffer.length;
    places.set(word, place);
    this.#add(this.#young, word);
  }
}

/** Adds the features of one word, always the same for the same word, and no more than 64 for one of 12 characters. */
export type AddWordFeatures = (buffer: FeatureBuffer, word: string) => void;

/** A cached word has 12 characters at most, so sums of int8 weights fit in 16 bits. */
interface CachedWords {
  readonly places: Map<string, number>;
  readonly sums: Int16Array;
  readonly features: Uint8Array;
}

const emptyGeneration = (labels: number): CachedWords => ({
  places: new Map(),
  sums: new Int16Array(CACHED_WORDS * labels),
  features: new Uint8Array(CACHED_WORDS),
});
