/** Memory that all sessions of a process share while Redis is away, counted in characters. */
export interface MemoryQuota {
  /** Reserves an amount. False when less than that is left; then nothing is reserved. */
  reserve(characters: number): boolean;
  release(characters: number): void;
  used(): number;
}

export function createMemoryQuota(totalCharacters: number): MemoryQuota {
  let used = 0;
  return {
    reserve(characters) {
      if (used + characters > totalCharacters) return false;
      used += characters;
      return true;
    },
    release(characters) {
      used -= characters;
    },
    used: () => used,
  };
}
