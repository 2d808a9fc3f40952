import { AdaptiveInterval } from "@frontrow/runtime/adaptive-interval";

/**
 * Whatever is in it, an entry costs Redis, its fold and its gateways some 100 µs together: at this rate a tenth of a core
 * (docs/performance-history.md).
 */
const MANY_ENTRIES_PER_SECOND = 1_000;

/**
 * Minimum interval between two entries of a log, one for all sessions of a process. It delays only sessions that are said
 * something more often than that; TikTok's frames of most rooms come less often.
 */
export const createFlushInterval = (): AdaptiveInterval =>
  new AdaptiveInterval({ shortestMs: 50, manyPerSecond: MANY_ENTRIES_PER_SECOND });
