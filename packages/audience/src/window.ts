/**
 * Sums over the last minutes of event time, in a ring of buckets: several sums (lanes) share one ring. Bounded, exact to a
 * bucket, and independent of the order within a bucket. Cost of moving on is the buckets passed, at most the ring.
 */
export interface Window {
  readonly bucketMs: number;
  readonly buckets: number;
  /** Number of the newest bucket since 1970; 0 before the first. */
  head: number;
  /** Lane after lane, each a ring. */
  readonly values: Float64Array;
  readonly sums: Float64Array;
}

export const createWindow = (lanes: number, buckets: number, bucketMs: number): Window => ({
  bucketMs,
  buckets,
  head: 0,
  values: new Float64Array(lanes * buckets),
  sums: new Float64Array(lanes),
});

/** Moves on to event time `atMs`: what falls out behind is taken off the sums. */
export function advanceWindow(window: Window, atMs: number): void {
  const bucket = Math.floor(atMs / window.bucketMs);
  if (bucket <= window.head) return;
  if (bucket - window.head >= window.buckets) {
    window.values.fill(0);
    window.sums.fill(0);
  } else {
    for (let passed = window.head + 1; passed <= bucket; passed++) clearBucket(window, passed);
  }
  window.head = bucket;
}

/** Adds to a lane at event time `atMs`; what is older than the window adds nothing. */
export function addToWindow(window: Window, lane: number, atMs: number, amount: number): void {
  advanceWindow(window, atMs);
  const bucket = Math.floor(atMs / window.bucketMs);
  if (window.head - bucket >= window.buckets) return;
  const slot = lane * window.buckets + (bucket % window.buckets);
  window.values[slot] = (window.values[slot] as number) + amount;
  window.sums[lane] = (window.sums[lane] as number) + amount;
}

export const sumOf = (window: Window, lane: number): number => window.sums[lane] as number;

/**
 * What a lane holds in `buckets` neighbouring buckets, the newest of which is `ago` before the head (0: the head itself).
 * Whoever asks for more than the ring holds gets what it holds.
 */
export function windowSum(window: Window, lane: number, ago: number, buckets: number): number {
  const { values, head } = window;
  const size = window.buckets;
  // A bucket before 1970 is empty: a window that has not begun has none.
  const count = Math.min(buckets, size - ago, head - ago + 1);
  const first = lane * size;
  let slot = (head - ago) % size;
  let sum = 0;
  for (let counted = 0; counted < count; counted++) {
    sum += values[first + slot] as number;
    slot = slot === 0 ? size - 1 : slot - 1;
  }
  return sum;
}

function clearBucket(window: Window, bucket: number): void {
  const slot = bucket % window.buckets;
  for (let lane = 0; lane < window.sums.length; lane++) {
    const at = lane * window.buckets + slot;
    window.sums[lane] = (window.sums[lane] as number) - (window.values[at] as number);
    window.values[at] = 0;
  }
}
