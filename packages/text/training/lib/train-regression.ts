import { seededRandom } from "@frontrow/testkit/random";
import { bucketOf } from "../../src/model/feature-buffer.ts";
import { lengthShare } from "../../src/model/linear-model.ts";
import { shuffle } from "./shuffle.ts";
import type { Trained } from "./train-linear.ts";

/** One row: hashes of its features and the number to predict. */
export interface Sample {
  readonly hashes: Int32Array;
  readonly target: number;
  /** How much it counts; 1 by default. */
  readonly weight?: number;
  /** Samples of another source have a mean of their own, which the model need not explain. */
  readonly isForeign?: boolean;
}

export interface RegressionOptions {
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  /** Pull of every touched weight to zero at each step. */
  readonly l2: number;
  readonly seed: number;
}

/** Least squares by AdaGrad, one sample at a time. */
export function trainRegression(samples: readonly Sample[], { bits, epochs, rate, l2, seed }: RegressionOptions): Trained {
  const weights = new Float32Array(2 ** bits);
  const squares = new Float32Array(2 ** bits).fill(0.1);
  const biases = new Float64Array(1);
  let foreign = 0;
  const random = seededRandom(seed);
  const order = samples.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const index of shuffle(order, random)) {
      const { hashes, target, weight = 1, isForeign = false } = samples[index] as Sample;
      const share = lengthShare(hashes.length);
      const bias = isForeign ? foreign : (biases[0] as number);
      const error = (bias + sumOf(weights, hashes, bits) * share - target) * weight;
      if (isForeign) foreign -= BIAS_RATE * error;
      else biases[0] = bias - BIAS_RATE * error;
      for (const hash of hashes) {
        const cell = bucketOf(hash, bits);
        const gradient = error * share + l2 * (weights[cell] as number);
        const square = (squares[cell] as number) + gradient * gradient;
        squares[cell] = square;
        weights[cell] = (weights[cell] as number) - (rate * gradient) / Math.sqrt(square);
      }
    }
  }
  return { labels: ["value"], bits, weights, biases };
}

const BIAS_RATE = 0.01;

export const predict = ({ weights, biases, bits }: Trained, hashes: Int32Array): number =>
  (biases[0] as number) + sumOf(weights, hashes, bits) * lengthShare(hashes.length);

function sumOf(weights: Float32Array, hashes: Int32Array, bits: number): number {
  let sum = 0;
  for (const hash of hashes) sum += weights[bucketOf(hash, bits)] as number;
  return sum;
}
