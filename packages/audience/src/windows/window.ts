/**
 * Sums over the last minutes of event time: a ring of buckets, which several series (lanes) share. Bounded, exact to a bucket, and
 * independent of the order within a bucket. Advancing costs the buckets that are passed, at most the whole ring.
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

/** Advances to event time `atMs`: buckets that leave the window are subtracted from the sums. */
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

/** Adds to a lane at event time `atMs`. What is older than the window is ignored. */
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
 * Sum of a lane over `buckets` neighbouring buckets, the newest of which is `ago` before the head (0: the head itself). Of a range
 * that is longer than the ring, what the ring holds.
 */
export function windowSum(window: Window, lane: number, ago: number, buckets: number): number {
  const { values, head } = window;
  const size = window.buckets;
  // Buckets before 1970 are empty: a window that has not begun has no head.
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
