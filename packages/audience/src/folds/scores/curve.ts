/**
 * Points of diminishing returns: half of them at `half`, never all. The Michaelis–Menten curve (1913; Hill's with exponent 1):
 * rises with `x`, falls with `half`, needs no ceiling that one broadcast would always break and another never reach.
 */
export const saturated = (x: number, half: number): number => (x <= 0 ? 0 : x / (x + half));

/** From 0 to 1, a half at 0: how a change either way, without bound, becomes a share. */
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

export const within01 = (x: number): number => Math.min(1, Math.max(0, x));

/** Pearl's noisy or (1988): each cause alone would do with its own strength, and they do not know of each other. */
export const noisyOr = (strengths: readonly number[]): number =>
  1 - strengths.reduce((none, strength) => none * (1 - strength), 1);

export const toTenths = (x: number): number => Math.round(x * 10) / 10 || 0; // −0 is 0
export const toThousandths = (x: number): number => Math.round(x * 1_000) / 1_000 || 0;
