/**
 * Streaks that are over, and what of each is booked: so that an end said twice, or late growth, is not counted anew. In two
 * generations, of which the older is forgotten as a whole: each is known for 10 to 20 minutes of event time, and forgetting
 * costs nothing. (One map with the oldest deleted first costs V8 a walk over all that it has deleted, at each look.)
 */
export interface EndedStreaks {
  /** Number of the current generation since 1970. */
  generation: number;
  current: Map<string, number>;
  previous: Map<string, number>;
}

const GENERATION_MS = 600_000;
/** A generation with so many is over before its time. */
const MAX_STREAKS = 10_000;

export const createEndedStreaks = (): EndedStreaks => ({ generation: 0, current: new Map(), previous: new Map() });

/** Items of this streak that are booked; 0 when it is not known. */
export const bookedOf = (ended: EndedStreaks, id: string): number => ended.current.get(id) ?? ended.previous.get(id) ?? 0;

export function rememberEnded(ended: EndedStreaks, id: string, booked: number, atMs: number): void {
  forgetEnded(ended, atMs);
  if (ended.current.size >= MAX_STREAKS) next(ended);
  ended.current.set(id, booked);
}

/** Event time has come to `atMs`. */
export function forgetEnded(ended: EndedStreaks, atMs: number): void {
  const generation = Math.floor(atMs / GENERATION_MS);
  if (generation <= ended.generation) return;
  if (generation > ended.generation + 1) next(ended);
  next(ended);
  ended.generation = generation;
}

function next(ended: EndedStreaks): void {
  ended.previous = ended.current;
  ended.current = new Map();
}
