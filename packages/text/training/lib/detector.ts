import { bestThreshold } from "./best-threshold.ts";
import { crossValidated } from "./cross-validation.ts";
import { type Example, scoreOf, type Trained, type TrainOptions, trainLinear } from "./train-linear.ts";

/** A row for a model that finds something, beside rules that have a say of their own. */
export interface DetectorRow extends Example {
  readonly text: string;
  readonly set: string;
  readonly label: 0 | 1;
  /** What the annotator finds when the model says no, and when it says yes. */
  readonly ifNo: boolean;
  readonly ifYes: boolean;
}

export interface Detector {
  readonly trained: Trained;
  readonly threshold: number;
}

/** What was found of each row, beside the row. */
export type Found = readonly (readonly [row: DetectorRow, isFound: boolean])[];

/** Trains a detector whose threshold is where `worth` of what it finds is best, in cross-validation on these rows alone. */
export function trainDetector(rows: readonly DetectorRow[], options: TrainOptions, worth: (found: Found) => number): Detector {
  const scores = crossValidated(rows, (seen) => {
    const trained = trainLinear(seen, options);
    return (row) => scoreOf(trained, row);
  });
  const threshold = bestThreshold((at) => worth(rows.map((row, index) => [row, isFound(row, scores[index] as number, at)])));
  return { trained: trainLinear(rows, options), threshold };
}

/** What the whole recipe, its threshold among it, finds of rows that it has not seen. */
export function crossValidatedFinds(rows: readonly DetectorRow[], options: TrainOptions, worth: (found: Found) => number): Found {
  const found = crossValidated(rows, (seen) => {
    const { trained, threshold } = trainDetector(seen, options, worth);
    return (row) => isFound(row, scoreOf(trained, row), threshold);
  });
  return rows.map((row, at) => [row, found[at] as boolean]);
}

const isFound = ({ ifNo, ifYes }: DetectorRow, score: number, threshold: number): boolean => (score > threshold ? ifYes : ifNo);

/** The part of what was found that is of some sets. */
export const ofSets = (found: Found, ...sets: readonly string[]): Found => found.filter(([{ set }]) => sets.includes(set));

/** The share of harmless rows in which something was found. */
export function accusedShare(found: Found): number {
  const harmless = found.filter(([{ label }]) => label === 0);
  return harmless.filter(([, isAccused]) => isAccused).length / (harmless.length || 1);
}
