/**
 * Streaks that have ended, with the items booked of each, so that a repeated end or late growth is not counted again. Kept in two
 * generations, the older of which is dropped as a whole: each streak is known for 10 to 20 minutes of event time, and expiry costs
 * nothing. (Deleting the oldest of one map makes V8 walk over everything that was deleted, at each look-up.)
 */
export interface EndedStreaks {
  /** Number of the current generation since 1970. */
  generation: number;
  current: Map<string, number>;
  previous: Map<string, number>;
}

const GENERATION_MS = 600_000;
/** Size at which a generation ends before its time. */
const MAX_STREAKS = 10_000;

export const createEndedStreaks = (): EndedStreaks => ({ generation: 0, current: new Map(), previous: new Map() });

/** Items of a streak that are booked already; 0 when it is not known. */
export const bookedCount = (ended: EndedStreaks, id: string): number => ended.current.get(id) ?? ended.previous.get(id) ?? 0;

export function rememberEnded(ended: EndedStreaks, id: string, booked: number, atMs: number): void {
  expireEndedStreaks(ended, atMs);
  if (ended.current.size >= MAX_STREAKS) rotate(ended);
  ended.current.set(id, booked);
}

/** Advances to event time `atMs`. */
export function expireEndedStreaks(ended: EndedStreaks, atMs: number): void {
  const generation = Math.floor(atMs / GENERATION_MS);
  if (generation <= ended.generation) return;
  if (generation > ended.generation + 1) rotate(ended);
  rotate(ended);
  ended.generation = generation;
}

function rotate(ended: EndedStreaks): void {
  ended.previous = ended.current;
  ended.current = new Map();
}
