/** The median of `values`, which it sorts in place; of an even number the mean of the two in the middle; 0 of none. */
export function medianOf(values: number[]): number {
  if (values.length === 0) return 0;
  values.sort((a, b) => a - b);
  const middle = values.length >> 1;
  const upper = values[middle] as number;
  return values.length % 2 === 1 ? upper : (upper + (values[middle - 1] as number)) / 2;
}

/**
 * Median absolute deviation about `median`: a measure of spread that outliers do not move, as long as they are less than half of
 * the values (Hampel 1974). Times 1.4826 it estimates the standard deviation of a normal distribution.
 */
export const medianDeviation = (values: readonly number[], median: number): number =>
  medianOf(values.map((value) => Math.abs(value - median)));

/**
 * Diminishing returns, 0 … 1: one half at `half`, never 1. The Michaelis–Menten curve (1913; Hill's with exponent 1): rises with
 * `x`, falls with `half`, and needs no ceiling, which one broadcast would always exceed and another never reach.
 */
export const saturated = (x: number, half: number): number => (x <= 0 ? 0 : x / (x + half));

/** 0 … 1, one half at 0: turns an unbounded change into a share. */
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

export const within01 = (x: number): number => Math.min(1, Math.max(0, x));

/** Noisy-or (Pearl 1988): the probability that at least one of several independent causes, each sufficient with its strength, acts. */
export const noisyOr = (strengths: readonly number[]): number =>
  1 - strengths.reduce((none, strength) => none * (1 - strength), 1);

export const toTenths = (x: number): number => Math.round(x * 10) / 10 || 0; // −0 is 0
export const toThousandths = (x: number): number => Math.round(x * 1_000) / 1_000 || 0;
