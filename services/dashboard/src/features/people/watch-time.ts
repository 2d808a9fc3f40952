import type { ViewerUpdate } from "@frontrow/protocol/insight";

const spans = ["under 5 min", "5–15 min", "15–30 min", "over 30 min"] as const;

export interface WatchSpan {
  readonly name: (typeof spans)[number];
  readonly viewers: number;
  /** Of all of whom something was seen, 0…1. */
  readonly share: number;
  /** Its bar's length, 0…1: the longest is the whole. */
  readonly length: number;
}

/** How long people stayed, at least: four bars, of which the longest fills its place. */
export function watchSpans(watchTime: ViewerUpdate["watchTime"]): readonly WatchSpan[] {
  const all = watchTime.reduce((sum, viewers) => sum + viewers, 0);
  const most = Math.max(1, ...watchTime);
  return spans.map((name, at) => {
    const viewers = watchTime[at] ?? 0;
    return { name, viewers, share: all === 0 ? 0 : viewers / all, length: viewers / most };
  });
}
