/** The middle of `values`, which it sorts; of an even number the mean of the two in the middle; 0 of none. */
export function medianOf(values: number[]): number {
  if (values.length === 0) return 0;
  values.sort((a, b) => a - b);
  const middle = values.length >> 1;
  const upper = values[middle] as number;
  return values.length % 2 === 1 ? upper : (upper + (values[middle - 1] as number)) / 2;
}

/**
 * Median absolute deviation from their median: spread that half of the values may be wild without moving it (Hampel 1974).
 * Times 1.4826 it is the standard deviation of a normal distribution.
 */
export const medianDeviation = (values: readonly number[], median: number): number =>
  medianOf(values.map((value) => Math.abs(value - median)));
