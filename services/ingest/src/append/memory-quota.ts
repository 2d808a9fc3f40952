/** An amount that many share: memory that all sessions of a process may fill while Redis is away. */
export interface Budget {
  /** Takes an amount, or nothing when so much is not left. */
  take(amount: number): boolean;
  give(amount: number): void;
  used(): number;
}

export function createBudget(total: number): Budget {
  let used = 0;
  return {
    take(amount) {
      if (used + amount > total) return false;
      used += amount;
      return true;
    },
    give(amount) {
      used -= amount;
    },
    used: () => used,
  };
}
