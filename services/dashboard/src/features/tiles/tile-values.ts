import type { CountedRate, Metrics } from "@frontrow/protocol/metrics";
import { countedSince } from "../../live/counted-since.ts";
import { hoursMinutes, spoken } from "../../ui/format.ts";

export interface TileSpec {
  /** A total that is also counted a minute. */
  readonly metric: Exclude<CountedRate, "joins" | "subscribes">;
  readonly label: string;
  /** The room's own total, as TikTok reports it: what we did not see does not lessen it. */
  readonly isRoomTotal?: boolean;
}

/** In the order of the eye: what a creator looks at first comes first. */
export const tiles: readonly TileSpec[] = [
  { metric: "chats", label: "Messages" },
  { metric: "likes", label: "Likes", isRoomTotal: true },
  { metric: "gifts", label: "Gifts" },
  { metric: "diamonds", label: "Diamonds" },
  { metric: "follows", label: "Follows" },
  { metric: "shares", label: "Shares" },
];

/** Ratio to the baseline, up or down, from which a tile shows an arrow. */
const CLEARLY = 1.25;
/** Time that must have been seen before there is a baseline. */
const LEAST_MS = 3 * 60_000;

export interface TileValue {
  readonly total: number | undefined;
  /** In the last minute. Longer means are shown with what the number is made of. */
  readonly perMinute: number | undefined;
  /** The last minute against the last fifteen; undefined when they are about the same, or too little was seen. */
  readonly trend: "up" | "down" | undefined;
  /** Something may be missing, so the total is "at least". */
  readonly isAtLeast: boolean;
}

export function tileValue({ metric, isRoomTotal }: TileSpec, metrics: Partial<Metrics>): TileValue {
  const perMinute = metrics[`${metric}PerMinute`];
  const seenMs = (metrics.atMs ?? 0) - (metrics.sinceMs ?? 0);
  return {
    total: metrics[metric],
    perMinute,
    trend: seenMs < LEAST_MS ? undefined : trendOf(perMinute, metrics[`${metric}PerMinute15m`]),
    isAtLeast: !isRoomTotal && ((metrics.gapMs ?? 0) > 0 || countedSince(metrics)?.isLate === true),
  };
}

/** Single events swing a small rate: below one a minute there is no trend in it. */
function trendOf(now: number | undefined, baseline: number | undefined): TileValue["trend"] {
  if (now === undefined || baseline === undefined || Math.max(now, baseline) < 1) return undefined;
  return now > baseline * CLEARLY ? "up" : now < baseline / CLEARLY ? "down" : undefined;
}

/** Why totals are "at least", in words; nothing when they are whole. */
export function missingText(metrics: Partial<Metrics>): string {
  const counted = countedSince(metrics);
  const reasons = [
    ...(counted?.isLate ? [`counted since ${hoursMinutes(counted.sinceMs)}`] : []),
    ...(metrics.gapMs ? [`${spoken(metrics.gapMs)} of the broadcast could not be seen`] : []),
  ];
  return reasons.length === 0 ? "" : `at least: ${reasons.join(", ")}`;
}
