import type { ViewerStats } from "@frontrow/protocol/insight";

export interface PointsPart {
  readonly name: string;
  readonly points: number;
}

/** What a person may be told to add up: rounding, and a second of watching between the two numbers. */
const CLOSE_ENOUGH = 1;

/**
 * What a viewer's engagement points are made of, by the formula in `docs/metrics.md`; parts that give nothing are left out.
 * Undefined when they do not add up to the points, because the server counts by another formula than this page knows.
 */
export function pointsParts(viewer: ViewerStats): readonly PointsPart[] | undefined {
  const parts = [
    { name: "time watched", points: viewer.watchMs / 60_000 },
    { name: "messages", points: 4 * Math.sqrt(viewer.chats) },
    { name: "likes", points: Math.sqrt(viewer.likes) },
    { name: "shares", points: 6 * Math.sqrt(viewer.shares) },
    { name: "followed", points: viewer.followed ? 10 : 0 },
    { name: "subscribed", points: viewer.subscribed ? 20 : 0 },
    { name: "diamonds", points: 8 * Math.log2(1 + viewer.diamonds) },
  ];
  const sum = parts.reduce((total, { points }) => total + points, 0);
  return Math.abs(sum - viewer.points) <= CLOSE_ENOUGH ? parts.filter(({ points }) => points > 0) : undefined;
}
