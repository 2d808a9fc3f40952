import type { ViewerStats } from "@frontrow/protocol/insight";

/** Who sent most likes of those at hand, best first. TikTok passes on only a part of the likes, so each is "at least". */
export const topLikers = (viewers: readonly ViewerStats[]): readonly ViewerStats[] =>
  viewers.filter(({ likes }) => likes > 0).toSorted((a, b) => b.likes - a.likes);
