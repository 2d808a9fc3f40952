/**
 * A generator of numbers in [0, 1) that are the same for the same seed, on every machine: mulberry32, 32 bits of state.
 * For simulated audiences, loads and tests, never for secrets. Seeds that are equal modulo 2^32 are the same seed.
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
