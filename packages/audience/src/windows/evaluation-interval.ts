/**
 * Length of an evaluation interval. What compares windows (means, scores, moments, prompts) is evaluated at the end of each such
 * interval of event time, on everything that happened before it. So neither the order of events within an interval, nor how
 * entries were divided, nor when somebody read a metric makes a difference.
 */
export const INTERVAL_MS = 5_000;

/** The end of the interval that contains `atMs`; a moment on the boundary begins the next one. */
export const intervalEndAfter = (atMs: number): number => (Math.floor(atMs / INTERVAL_MS) + 1) * INTERVAL_MS;
