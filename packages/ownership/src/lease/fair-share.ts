/** What one worker has, and could have at most. */
export interface Load {
  readonly owned: number;
  readonly capacity: number;
}

/**
 * How much a worker owns above its fair share; 0 when it has no more than its share or is close to it.
 *
 * The share is the level to which everything owned would fill the workers, none above its capacity. Being a tenth of it
 * (or one) above it does not count: moving has a price, and the others' figures are a moment old.
 *
 * @example
 * surplusOf({ owned: 200, capacity: 500 }, [{ owned: 0, capacity: 500 }]) // 100
 * surplusOf({ owned: 200, capacity: 500 }, [{ owned: 0, capacity: 50 }]) // 50
 */
export function surplusOf(mine: Load, others: readonly Load[]): number {
  const level = levelOf([mine, ...others]);
  const surplus = mine.owned - Math.ceil(Math.min(level, mine.capacity));
  return surplus > Math.max(1, level / 10) ? surplus : 0;
}

/** Fills the workers with the smallest capacity first; who is full leaves the rest to the others. */
function levelOf(loads: readonly Load[]): number {
  let left = loads.reduce((sum, { owned }) => sum + owned, 0);
  const byCapacity = [...loads].sort((a, b) => a.capacity - b.capacity);
  for (const [index, { capacity }] of byCapacity.entries()) {
    const level = left / (byCapacity.length - index);
    if (level <= capacity) return level;
    left -= capacity;
  }
  return Number.POSITIVE_INFINITY;
}
