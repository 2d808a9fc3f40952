import type { RedisClient } from "@frontrow/redis/client";
import { createRateLimit } from "@frontrow/redis/rate-limits";

/** The checks at TikTok that all workers make together, whether creators are live. */
export interface CheckBudget {
  /** Spends one check; gives the milliseconds after which there may be one, or 0. `first`: nothing is known of this creator yet. */
  spend(check: "first" | "again"): Promise<number>;
}

/** Part of the budget that repeated checks may spend. Each creator is checked again at its own pace, so none takes it all. */
const AGAIN_SHARE = 0.8;
const ALL = "all";

export function createCheckBudget(client: RedisClient, perMinute: number): CheckBudget {
  const limitOf = (name: string, count: number) =>
    createRateLimit(client, name, { count: Math.max(1, Math.floor(count)), windowMs: 60_000 });
  const all = limitOf("checks", perMinute);
  const again = limitOf("checks-again", perMinute * AGAIN_SHARE);
  return {
    async spend(check) {
      for (const limit of check === "again" ? [again, all] : [all]) {
        const spent = await limit.spend(ALL);
        if (!spent.ok) return Math.max(1, spent.retryAtMs - Date.now());
      }
      return 0;
    },
  };
}

/** Where nobody minds being asked. */
export const unlimitedChecks: CheckBudget = { spend: async () => 0 };
