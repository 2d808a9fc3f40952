/** The middle of the values; between two of them for an even number. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

/** The one whose value is in the middle; of an even number the larger of two. */
export const medianBy = <T>(all: readonly T[], measure: (one: T) => number): T =>
  [...all].sort((a, b) => measure(a) - measure(b))[Math.floor(all.length / 2)] as T;

/** The value below which a share `q` of the values lies; NaN of none. */
export const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
};
