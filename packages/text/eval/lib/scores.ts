/** Share of rows whose prediction is the truth. */
export const accuracy = (pairs: readonly Pair[]): number =>
  pairs.length === 0 ? 0 : pairs.filter(([truth, said]) => truth === said).length / pairs.length;

export type Pair = readonly [truth: unknown, said: unknown];

/** Precision, recall and their harmonic mean for one class against the rest. */
export function f1(pairs: readonly Pair[], positive: unknown): { precision: number; recall: number; f1: number } {
  let hits = 0;
  let said = 0;
  let real = 0;
  for (const [truth, prediction] of pairs) {
    if (prediction === positive) said++;
    if (truth === positive) real++;
    if (truth === positive && prediction === positive) hits++;
  }
  const precision = said === 0 ? 0 : hits / said;
  const recall = real === 0 ? 0 : hits / real;
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** Mean F1 over the classes that occur in the truth. */
export const macroF1 = (pairs: readonly Pair[]): number =>
  mean([...new Set(pairs.map(([truth]) => truth))].map((of) => f1(pairs, of).f1));

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);

/** Pearson's correlation. */
export function pearson(pairs: readonly (readonly [number, number])[]): number {
  const meanX = mean(pairs.map(([x]) => x));
  const meanY = mean(pairs.map(([, y]) => y));
  let both = 0;
  let xs = 0;
  let ys = 0;
  for (const [x, y] of pairs) {
    both += (x - meanX) * (y - meanY);
    xs += (x - meanX) ** 2;
    ys += (y - meanY) ** 2;
  }
  return xs === 0 || ys === 0 ? 0 : both / Math.sqrt(xs * ys);
}

export { groupBy } from "../../training/lib/group-by.ts";
