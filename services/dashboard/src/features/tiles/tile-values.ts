import type { MetricName, Metrics } from "@frontrow/protocol/metrics";

export interface TileSpec {
  readonly metric: MetricName;
  readonly label: string;
  /** The same, per minute, when it is counted. */
  readonly rate?: MetricName;
  /** The room's own total, told by TikTok: what we did not see does not lessen it. */
  readonly isRoomTotal?: boolean;
}

/** In the order of the eye: what a creator looks at first comes first. */
export const tiles: readonly TileSpec[] = [
  { metric: "chats", label: "Messages", rate: "chatsPerMinute" },
  { metric: "likes", label: "Likes", rate: "likesPerMinute", isRoomTotal: true },
  { metric: "gifts", label: "Gifts", rate: "giftsPerMinute" },
  { metric: "diamonds", label: "Diamonds", rate: "diamondsPerMinute" },
  { metric: "follows", label: "Follows", rate: "followsPerMinute" },
  { metric: "shares", label: "Shares", rate: "sharesPerMinute" },
];

export interface TileValue {
  readonly total: number | undefined;
  readonly perMinute: number | undefined;
  /** Something may be missing, so the total is "at least". */
  readonly isAtLeast: boolean;
}

export const tileValue = (spec: TileSpec, metrics: Partial<Metrics>): TileValue => ({
  total: metrics[spec.metric],
  perMinute: spec.rate === undefined ? undefined : metrics[spec.rate],
  isAtLeast: !spec.isRoomTotal && (metrics.gapMs ?? 0) > 0,
});
