/**
 * Streaks that have ended, with what is known of each, so that a repeated end or late growth is not counted again. Kept in two
 * generations, the older of which is dropped as a whole: each streak is known for 10 to 20 minutes of event time, and expiry costs
 * nothing. (Deleting the oldest of one map makes V8 walk over everything that was deleted, at each look-up.)
 */
export interface EndedStreaks<T> {
  /** Number of the current generation since 1970. */
  generation: number;
  current: Map<string, T>;
  previous: Map<string, T>;
}

const GENERATION_MS = 600_000;
/** Size at which a generation ends before its time. */
const MAX_STREAKS = 10_000;

export const createEndedStreaks = <T>(): EndedStreaks<T> => ({ generation: 0, current: new Map(), previous: new Map() });

/** What is known of a streak that has ended. */
export const endedStreak = <T>(ended: EndedStreaks<T>, id: string): T | undefined =>
  ended.current.get(id) ?? ended.previous.get(id);

export function rememberEnded<T>(ended: EndedStreaks<T>, id: string, known: T, atMs: number): void {
  expireEndedStreaks(ended, atMs);
  if (ended.current.size >= MAX_STREAKS) rotate(ended);
  ended.current.set(id, known);
}

/** Advances to event time `atMs`. */
export function expireEndedStreaks<T>(ended: EndedStreaks<T>, atMs: number): void {
  const generation = Math.floor(atMs / GENERATION_MS);
  if (generation <= ended.generation) return;
  if (generation > ended.generation + 1) rotate(ended);
  rotate(ended);
  ended.generation = generation;
}

function rotate<T>(ended: EndedStreaks<T>): void {
  ended.previous = ended.current;
  ended.current = new Map();
}
