import { bucketOf, type FeatureBuffer } from "./feature-buffer.ts";

/**
 * A linear model over hashed features: int8 weights, 2^bits buckets × classes, with a scale and a bias for each class.
 * A score is `bias + scale × Σ weights / √features`: the root keeps a word and a sentence comparable.
 */
export class LinearModel {
  readonly labels: readonly string[];
  readonly #bits: number;
  readonly #classes: number;
  readonly #scales: Float32Array;
  readonly #biases: Float32Array;
  readonly #weights: Int8Array;
  readonly #sums: Int32Array;
  readonly #scores: Float64Array;

  constructor(parts: ModelParts) {
    this.labels = parts.labels;
    this.#bits = parts.bits;
    this.#classes = parts.labels.length;
    this.#scales = parts.scales;
    this.#biases = parts.biases;
    this.#weights = parts.weights;
    this.#sums = new Int32Array(this.#classes);
    this.#scores = new Float64Array(this.#classes);
  }

  /** A score for each label, in their order. The array is the model's own and is filled again by the next call. */
  scores(buffer: FeatureBuffer): Float64Array {
    this.addSums(buffer, this.#sums.fill(0));
    return this.scoresOfSums(this.#sums, buffer.length);
  }

  /** Adds the weights of features to a sum for each label: parts of a text may be summed apart, and kept. */
  addSums({ hashes, length }: FeatureBuffer, sums: Int32Array): void {
    const classes = this.#classes;
    const weights = this.#weights;
    for (let at = 0; at < length; at++) {
      const row = bucketOf(hashes[at] as number, this.#bits) * classes;
      for (let label = 0; label < classes; label++) {
        sums[label] = (sums[label] as number) + (weights[row + label] as number);
      }
    }
  }

  /** The scores from `sums`, the weights of `features` features added up. */
  scoresOfSums(sums: Int32Array, features: number): Float64Array {
    const share = lengthShare(features);
    for (let label = 0; label < this.#classes; label++) {
      this.#scores[label] = (this.#biases[label] as number) + (this.#scales[label] as number) * (sums[label] as number) * share;
    }
    return this.#scores;
  }

  /** The score of the first label alone: what a model of one class (yes or no) is asked. Above 0 means yes. */
  score({ hashes, length }: FeatureBuffer): number {
    const classes = this.#classes;
    const weights = this.#weights;
    let sum = 0;
    for (let at = 0; at < length; at++) sum += weights[bucketOf(hashes[at] as number, this.#bits) * classes] as number;
    return (this.#biases[0] as number) + (this.#scales[0] as number) * sum * lengthShare(length);
  }
}

/** Weight of one feature in a text that has `features` of them. */
export const lengthShare = (features: number): number => (features === 0 ? 0 : 1 / Math.sqrt(features));

/** A score as a probability, 0 … 1. */
export const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score));

export interface ModelParts {
  readonly labels: readonly string[];
  readonly bits: number;
  readonly scales: Float32Array;
  readonly biases: Float32Array;
  readonly weights: Int8Array;
}
