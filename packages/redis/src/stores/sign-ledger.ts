import type { RedisClient } from "../client/client.ts";
import { retryUntilAnswered } from "../client/retry.ts";
import { defineScript, oneOf } from "../define-script.ts";
import { keys } from "../keys.ts";

/** What we allow ourselves of an account of the sign service; 0 is any number. Windows begin at full minutes, hours and days of UTC. */
export interface SignQuota {
  readonly perMinute: number;
  readonly perHour: number;
  readonly perDay: number;
}

/** Calls left in a window of the service's, and when it begins anew. */
export interface CallsLeft {
  readonly calls: number;
  readonly resetMs: number;
}

const windows = ["minute", "hour", "day"] as const;
export type SignWindow = (typeof windows)[number];

/** What the service says it allows the account, window by window; `left` is missing where it did not say when that ends. */
export type AccountLimits = Partial<Record<SignWindow, { readonly max: number; readonly left?: CallsLeft }>>;

/** When the breaker opens, and for how long. */
export interface BreakerLimits {
  /** Different creators that must fail in the same way, with no success in between. */
  readonly creators: number;
  readonly openMs: number;
  readonly maxOpenMs: number;
}

export const defaultBreaker: BreakerLimits = { creators: 3, openMs: 15_000, maxOpenMs: 300_000 };

export type Permit =
  | { readonly outcome: "granted" /** The one call that finds out whether the service is back. */; readonly isProbe: boolean }
  /** Ask again at `retryAtMs` by Redis' clock, which is `waitMs` from now. */
  | {
      readonly outcome: "wait";
      readonly why: "limit" | "breaker" /** It is our own budget that is spent, not what the service allows. */;
      readonly isOurs: boolean;
      readonly retryAtMs: number;
      readonly waitMs: number;
    };

export interface SignUsage {
  readonly minute: number;
  readonly hour: number;
  readonly day: number;
  readonly breaker: "closed" | "open";
  readonly pausedUntilMs: number | undefined;
}

/**
 * The calls of the sign service that all workers make together: what it allows the account, the pauses it asks for, our own
 * budget, and a breaker for the case that it fails for everybody. One ledger an account.
 */
export interface SignLedger {
  /** Asks for one call. What is granted counts, whether or not it is made. */
  reserve(): Promise<Permit>;
  /** The connection that the call was for stands. */
  succeeded(): Promise<void>;
  /** The service said "later": nobody calls before. */
  limited(retryAfterMs: number): Promise<void>;
  /** The call, or the connection it was for, failed in this way. Answers whether the breaker is open now. */
  failed(kind: string, creator: string): Promise<"closed" | "open">;
  /** The service said what it allows the account. */
  noteLimits(limits: AccountLimits): Promise<void>;
  /** An answer of the service said what is left, of a window that it did not name. */
  noteLeft(left: CallsLeft): Promise<void>;
  usage(): Promise<SignUsage>;
}

/** Time after which a probe that reports nothing is given up: its worker is gone. */
const PROBE_MS = 45_000;
/** Longer than the longest window. */
const LEDGER_KEPT_MS = 2 * 86_400_000;
/** Time after which the account's limits are not believed any more: whoever asked for them is gone, perhaps with the key. */
const LIMITS_BELIEVED_MS = 2 * 3_600_000;
/** The service rounds to seconds, and answers take time. */
const SAME_WINDOW_MS = 2_000;

export function createSignLedger(
  client: RedisClient,
  account: string,
  quota: SignQuota,
  breaker: BreakerLimits = defaultBreaker,
): SignLedger {
  const report = (result: Report) => reportCall(client, { account, ...result });
  return {
    reserve: () => reserveCall(client, { account, quota }),
    async succeeded() {
      await report({ result: "ok", args: [] });
    },
    async limited(retryAfterMs) {
      await report({ result: "limited", args: [Math.ceil(retryAfterMs)] });
    },
    async failed(kind, creator) {
      const args = [kind, creator, breaker.creators, breaker.openMs, breaker.maxOpenMs];
      return (await report({ result: "failed", args })) === "open" ? "open" : "closed";
    },
    async noteLimits(limits) {
      await noteAccountLimits(client, { account, limits });
    },
    async noteLeft(left) {
      await noteCallsLeft(client, { account, left });
    },
    async usage() {
      const [held, [seconds]] = await Promise.all([
        retryUntilAnswered(client, () => client.hgetall(keys.sign(account))),
        retryUntilAnswered(client, () => client.time()),
      ]);
      return usageOf(held, Number(seconds) * 1000);
    },
  };
}

interface Report {
  readonly result: "ok" | "limited" | "failed";
  readonly args: (string | number)[];
}

const reserveCall = defineScript("reserve-sign-call.lua", {
  keys: ({ account }: { account: string; quota: SignQuota }) => [keys.sign(account)],
  args: ({ quota }) => [quota.perMinute, quota.perHour, quota.perDay, PROBE_MS, LEDGER_KEPT_MS],
  reply(raw): Permit {
    const [word, detail, wait, now, ours] = raw as [string, string, string, string, string?];
    const outcome = oneOf("granted", "wait")(word);
    if (outcome === "granted") return { outcome, isProbe: detail === "probe" };
    const waitMs = Number(wait);
    return { outcome, why: oneOf("limit", "breaker")(detail), isOurs: ours === "ours", waitMs, retryAtMs: Number(now) + waitMs };
  },
});

const reportCall = defineScript("report-sign-call.lua", {
  keys: ({ account }: Report & { account: string }) => [keys.sign(account)],
  args: ({ result, args }) => [result, ...args],
  reply: oneOf("closed", "paused", "open"),
});

const noteAccountLimits = defineScript("note-sign-limits.lua", {
  keys: ({ account }: { account: string; limits: AccountLimits }) => [keys.sign(account)],
  args: ({ limits }) => {
    const ofWindow = (window: SignWindow) => {
      const { max, left } = limits[window] ?? {};
      return [window, max ?? "", left?.calls ?? "", left ? Math.ceil(left.resetMs) : ""];
    };
    return [LEDGER_KEPT_MS, LIMITS_BELIEVED_MS, ...windows.flatMap(ofWindow)];
  },
  reply: oneOf("noted"),
});

const noteCallsLeft = defineScript("note-sign-remaining.lua", {
  keys: ({ account }: { account: string; left: CallsLeft }) => [keys.sign(account)],
  args: ({ left }) => [LEDGER_KEPT_MS, left.calls, Math.ceil(left.resetMs), SAME_WINDOW_MS],
  reply: oneOf("noted"),
});

const WINDOWS_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

function usageOf(held: Record<string, string>, nowMs: number): SignUsage {
  const used = (window: keyof typeof WINDOWS_MS): number =>
    Number(held[window]) === nowMs - (nowMs % WINDOWS_MS[window]) ? Number(held[`${window}Calls`]) : 0;
  const paused = Number(held["pausedUntil"] ?? 0);
  return {
    minute: used("minute"),
    hour: used("hour"),
    day: used("day"),
    breaker: held["openUntil"] ? "open" : "closed",
    pausedUntilMs: paused > nowMs ? paused : undefined,
  };
}
