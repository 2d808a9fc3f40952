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

function clearBucket(window: Window, bucket: number): void {
  const slot = bucket % window.buckets;
  for (let lane = 0; lane < window.sums.length; lane++) {
    const at = lane * window.buckets + slot;
    window.sums[lane] = (window.sums[lane] as number) - (window.values[at] as number);
    window.values[at] = 0;
  }
}

export interface SavedWindow {
  readonly head: number;
  /** Slot and value of what is not zero, alternating: most sessions are quiet. */
  readonly values: readonly number[];
}

export const saveWindow = (window: Window): SavedWindow => ({
  head: window.head,
  values: [...window.values].flatMap((value, slot) => (value === 0 ? [] : [slot, value])),
});

export function restoreWindow(window: Window, saved: SavedWindow): void {
  window.head = saved.head;
  for (let at = 0; at + 1 < saved.values.length; at += 2) {
    const slot = saved.values[at] as number;
    const value = saved.values[at + 1] as number;
    const lane = Math.floor(slot / window.buckets);
    window.values[slot] = value;
    window.sums[lane] = (window.sums[lane] as number) + value;
  }
}
