import { seededRandom } from "@frontrow/testkit/random";
import { bucketOf, type FeatureBuffer } from "../../src/model/feature-buffer.ts";
import { lengthShare, type ModelParts } from "../../src/model/linear-model.ts";
import { shuffle } from "./shuffle.ts";

/** One row to learn from: hashes of its features, and its label's index; for a yes-or-no model 1 or 0. */
export interface Example {
  readonly hashes: Int32Array;
  readonly label: number;
  /** How much it counts; 1 by default. */
  readonly weight?: number;
}

export interface TrainOptions {
  /** One label: logistic regression, yes or no. More: softmax regression. */
  readonly labels: readonly string[];
  /** 2^bits buckets. */
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  /** What each feature's gradients are thought to have come to before: more makes rare features learn slower. */
  readonly damping: number;
  /** Pull of every touched weight to zero at each step. */
  readonly l2: number;
  readonly seed: number;
}

/** Trained weights before they are made int8. */
export interface Trained {
  readonly labels: readonly string[];
  readonly bits: number;
  readonly weights: Float32Array;
  readonly biases: Float64Array;
}

export const exampleOf = (buffer: FeatureBuffer, label: number, weight = 1): Example => ({
  hashes: buffer.hashes.slice(0, buffer.length),
  label,
  weight,
});

/** Logistic or softmax regression by AdaGrad, one example at a time, in an order that the seed decides. */
export function trainLinear(examples: readonly Example[], options: TrainOptions): Trained {
  const { labels, bits, epochs, rate, l2 } = options;
  const classes = labels.length;
  const weights = new Float32Array(classes * 2 ** bits);
  const squares = new Float32Array(weights.length).fill(options.damping);
  const biases = new Float64Array(classes);
  const biasSquares = new Float64Array(classes).fill(1);
  const order = examples.map((_, index) => index);
  const random = seededRandom(options.seed);
  const scores = new Float64Array(classes);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const index of shuffle(order, random)) {
      const { hashes, label, weight = 1 } = examples[index] as Example;
      const share = lengthShare(hashes.length);
      scoresInto(scores, { weights, biases, classes, bits }, hashes);
      const gradients = errors(scores, label, weight);
      for (let at = 0; at < classes; at++) {
        const gradient = gradients[at] as number;
        biasSquares[at] = (biasSquares[at] as number) + gradient * gradient;
        biases[at] = (biases[at] as number) - (rate * gradient) / Math.sqrt(biasSquares[at] as number);
      }
      for (const hash of hashes) {
        const row = bucketOf(hash, bits) * classes;
        for (let at = 0; at < classes; at++) {
          const cell = row + at;
          const gradient = (gradients[at] as number) * share + l2 * (weights[cell] as number);
          const square = (squares[cell] as number) + gradient * gradient;
          squares[cell] = square;
          weights[cell] = (weights[cell] as number) - (rate * gradient) / Math.sqrt(square);
        }
      }
    }
  }
  return { labels, bits, weights, biases };
}

/** Score of the first label for an example, by the weights as trained. */
export const scoreOf = (trained: Trained, example: Example): number => scoresOf(trained, example)[0] as number;

/** Index of the label whose score is highest. */
export function labelOf(trained: Trained, example: Example): number {
  const scores = scoresOf(trained, example);
  return scores.indexOf(Math.max(...scores));
}

const scoresOf = ({ labels, weights, biases, bits }: Trained, { hashes }: Example): Float64Array =>
  scoresInto(new Float64Array(labels.length), { weights, biases, classes: labels.length, bits }, hashes);

/** Makes weights int8, each class by its own scale. `threshold` is taken from the first bias: above it becomes above 0. */
export function quantise({ labels, bits, weights, biases }: Trained, threshold = 0): ModelParts {
  const classes = labels.length;
  const scales = Float32Array.from({ length: classes }, (_, label) => {
    let largest = 0;
    for (let at = label; at < weights.length; at += classes) largest = Math.max(largest, Math.abs(weights[at] as number));
    return largest / 127 || 1;
  });
  const small = Int8Array.from(weights, (weight, at) => Math.round(weight / (scales[at % classes] as number)));
  return {
    labels,
    bits,
    scales,
    weights: small,
    biases: Float32Array.from(biases, (bias, at) => bias - (at === 0 ? threshold : 0)),
  };
}

interface Weights {
  readonly weights: Float32Array;
  readonly biases: Float64Array;
  readonly classes: number;
  readonly bits: number;
}

function scoresInto(scores: Float64Array, { weights, biases, classes, bits }: Weights, hashes: Int32Array): Float64Array {
  scores.fill(0);
  for (const hash of hashes) {
    const row = bucketOf(hash, bits) * classes;
    for (let at = 0; at < classes; at++) scores[at] = (scores[at] as number) + (weights[row + at] as number);
  }
  const share = lengthShare(hashes.length);
  for (let at = 0; at < classes; at++) scores[at] = (biases[at] as number) + (scores[at] as number) * share;
  return scores;
}

/** Turns scores into the gradient of the loss, in place. */
function errors(scores: Float64Array, label: number, weight: number): Float64Array {
  if (scores.length === 1) {
    scores[0] = (1 / (1 + Math.exp(-(scores[0] as number))) - label) * weight;
    return scores;
  }
  const highest = Math.max(...scores);
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    scores[at] = Math.exp((scores[at] as number) - highest);
    sum += scores[at] as number;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = ((scores[at] as number) / sum - (at === label ? 1 : 0)) * weight;
  return scores;
}
