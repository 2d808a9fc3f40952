import type { Metrics } from "@frontrow/protocol/metrics";

/** A broadcast that began this long before we did has nothing in it that we missed: the room was still filling. */
const NEGLIGIBLE_MS = 60_000;

/** Since when totals of events are counted, and whether that is from the beginning; undefined where nobody counts yet. */
export interface CountedSince {
  readonly sinceMs: number;
  /** When the broadcast began; undefined where TikTok does not say. */
  readonly startedAtMs: number | undefined;
  /** Totals miss what happened before. Never claimed where the beginning is not known. */
  readonly isLate: boolean;
}

export function countedSince({ sinceMs, startedAtMs }: Partial<Metrics>): CountedSince | undefined {
  if (!sinceMs) return undefined;
  return {
    sinceMs,
    startedAtMs: startedAtMs || undefined,
    isLate: startedAtMs !== undefined && startedAtMs > 0 && sinceMs - startedAtMs > NEGLIGIBLE_MS,
  };
}
