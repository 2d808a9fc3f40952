import { CoachFailure } from "./coach-model.ts";

const FIRST_MS = 1_000;

/**
 * How long to wait before the next try: twice as long after each, half of it by chance so that jobs that failed together do not
 * come back together, and no less than the endpoint asked for.
 */
export function backOffMs(tries: number, error: unknown, random: () => number = Math.random): number {
  const span = FIRST_MS * 2 ** Math.max(0, tries - 1);
  const asked = error instanceof CoachFailure ? (error.retryAfterMs ?? 0) : 0;
  return Math.max(asked, Math.round(span * (0.5 + random() / 2)));
}
