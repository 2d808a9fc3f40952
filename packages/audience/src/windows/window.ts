/** Buckets of a window that has just begun. */
const FIRST_BUCKETS = 8;

/**
 * Sums over the last minutes of event time: a ring of buckets, which several series (lanes) share. Bounded, exact to a bucket, and
 * independent of the order within a bucket. The ring is as large as the time that has been seen needs, and doubles up to what the
 * window looks back: most sessions of a worker that has thousands are short, or quiet.
 */
export interface Window {
  readonly bucketMs: number;
  /** How many buckets it looks back, the newest included. */
  readonly buckets: number;
  /** Number of the newest bucket since 1970; 0 before the first. */
  head: number;
  /** The oldest bucket that may hold anything. */
  first: number;
  /** Buckets that `values` has room for. */
  capacity: number;
  /** Lane after lane, each a ring. */
  values: Float64Array;
  readonly sums: Float64Array;
}

export function createWindow(lanes: number, buckets: number, bucketMs: number): Window {
  const capacity = Math.min(buckets, FIRST_BUCKETS);
  const values = new Float64Array(lanes * capacity);
  return { bucketMs, buckets, head: 0, first: 0, capacity, values, sums: new Float64Array(lanes) };
}

/** Advances to event time `atMs`: buckets that leave the window are subtracted from the sums. */
export function advanceWindow(window: Window, atMs: number): void {
  const bucket = Math.floor(atMs / window.bucketMs);
  if (bucket <= window.head) return;
  if (bucket - window.head >= window.buckets) {
    window.values.fill(0);
    window.sums.fill(0);
    window.first = bucket;
  } else {
    makeRoom(window, bucket - window.first + 1);
    for (; window.first <= bucket - window.capacity; window.first++) clearBucket(window, window.first);
  }
  window.head = bucket;
}

/** Adds to a lane at event time `atMs`. What is older than the window is ignored. */
export function addToWindow(window: Window, lane: number, atMs: number, amount: number): void {
  advanceWindow(window, atMs);
  const bucket = Math.floor(atMs / window.bucketMs);
  if (window.head - bucket >= window.buckets) return;
  if (bucket < window.first) {
    makeRoom(window, window.head - bucket + 1);
    window.first = bucket;
  }
  const slot = lane * window.capacity + (bucket % window.capacity);
  window.values[slot] = (window.values[slot] as number) + amount;
  window.sums[lane] = (window.sums[lane] as number) + amount;
}

export const sumOf = (window: Window, lane: number): number => window.sums[lane] as number;

/**
 * Sum of a lane over `buckets` neighbouring buckets, the newest of which is `ago` before the head (0: the head itself). Of a range
 * that is longer than the window, what the window holds.
 */
export function windowSum({ values, head, first, capacity }: Window, lane: number, ago: number, buckets: number): number {
  const newest = head - ago;
  const count = Math.min(buckets, newest - first + 1);
  const from = lane * capacity;
  let slot = newest % capacity;
  let sum = 0;
  for (let counted = 0; counted < count; counted++) {
    sum += values[from + slot] as number;
    slot = slot === 0 ? capacity - 1 : slot - 1;
  }
  return sum;
}

function clearBucket(window: Window, bucket: number): void {
  const slot = bucket % window.capacity;
  for (let lane = 0; lane < window.sums.length; lane++) {
    const at = lane * window.capacity + slot;
    window.sums[lane] = (window.sums[lane] as number) - (window.values[at] as number);
    window.values[at] = 0;
  }
}

/** Enlarges the ring for so many buckets, at most as many as the window looks back. */
function makeRoom(window: Window, buckets: number): void {
  const { capacity, values, sums, first, head } = window;
  if (buckets <= capacity || capacity === window.buckets) return;
  let larger = capacity;
  while (larger < Math.min(buckets, window.buckets)) larger = Math.min(2 * larger, window.buckets);
  window.values = new Float64Array(sums.length * larger);
  window.capacity = larger;
  for (let lane = 0; lane < sums.length; lane++) {
    for (let bucket = first; bucket <= head; bucket++) {
      window.values[lane * larger + (bucket % larger)] = values[lane * capacity + (bucket % capacity)] as number;
    }
  }
}
