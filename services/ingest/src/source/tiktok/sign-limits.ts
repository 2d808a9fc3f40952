import type { AccountLimits, CallsLeft, SignWindow } from "@frontrow/redis/sign-ledger";
import { z } from "zod";

/** When to ask again, by the headers alone; a minute when they say nothing. */
const DEFAULT_RETRY_AFTER_MS = 60_000;

/** An hour at most: a day's limit is better asked about again than slept through by mistake. */
const MAX_RETRY_AFTER_MS = 3_600_000;

/** A moment that lies further ahead than the window is long is nonsense; clocks differ by so much. */
const CLOCKS_DIFFER_MS = 30_000;
const LENGTH_MS: Readonly<Record<SignWindow, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** The `retry-after` of an answer, or its `x-ratelimit-reset`. */
export function retryAfterMs(headers: Headers, nowMs = Date.now()): number {
  const after = secondsIn(headers, "retry-after");
  const wait = after === undefined ? resetMs(headers, nowMs) : after * 1000;
  if (wait === undefined || wait <= 0) return DEFAULT_RETRY_AFTER_MS;
  return Math.min(MAX_RETRY_AFTER_MS, Math.ceil(wait));
}

/**
 * How many calls an answer says are left, in a window that it does not name; undefined where it says nothing, or nonsense:
 * then the service's own refusal is the limit. Nothing that an answer says keeps us away for more than an hour.
 */
export function callsLeftOf(headers: Headers, nowMs = Date.now()): CallsLeft | undefined {
  const calls = secondsIn(headers, "x-ratelimit-remaining");
  const reset = resetMs(headers, nowMs);
  if (!isCount(calls) || reset === undefined || reset <= 0 || reset > LENGTH_MS.day + CLOCKS_DIFFER_MS) return undefined;
  return { calls, resetMs: Math.min(MAX_RETRY_AFTER_MS, reset) };
}

/** `x-ratelimit-reset` is in seconds, and a moment when it is too large for a span. */
function resetMs(headers: Headers, nowMs: number): number | undefined {
  const reset = secondsIn(headers, "x-ratelimit-reset");
  return reset !== undefined && reset > 1e9 ? reset * 1000 - nowMs : reset && reset * 1000;
}

function secondsIn(headers: Headers, name: string): number | undefined {
  const text = headers.get(name);
  return text && /^\d{1,12}(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

const windowSchema = z.object({ max: z.unknown(), remaining: z.unknown(), reset_at: z.unknown() }).partial().catch({});
const limitsSchema = z.object({ minute: windowSchema, hour: windowSchema, day: windowSchema }).partial();

/**
 * What `GET /accounts/me/rate_limits` says the account may do, as far as it makes sense. A window that makes none has no limit
 * here, and what is left is believed only together with the moment when there is more.
 */
export function accountLimitsOf(answer: unknown, nowMs = Date.now()): AccountLimits {
  const said = limitsSchema.safeParse(answer).data ?? {};
  const limits: AccountLimits = {};
  for (const window of ["minute", "hour", "day"] as const) {
    const { max, remaining, reset_at } = said[window] ?? {};
    if (!isCount(max) || max === 0) continue;
    const reset = typeof reset_at === "string" ? Date.parse(reset_at) - nowMs : Number.NaN;
    const isLeftKnown = isCount(remaining) && reset > 0 && reset <= LENGTH_MS[window] + CLOCKS_DIFFER_MS;
    limits[window] = { max, ...(isLeftKnown && { left: { calls: Math.min(remaining, max), resetMs: reset } }) };
  }
  return limits;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
