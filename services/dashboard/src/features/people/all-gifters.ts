import type { Leaderboard } from "@frontrow/protocol/insight";

type Gifters = Leaderboard["gifters"];

/** All gifters, best first. The list of all is written more seldom, and without pictures: of the `best`, who are newer, it takes these. */
export function allGifters(all: Gifters, best: Gifters): Gifters {
  const byId = new Map([...all, ...best].map((gifter) => [gifter.user.id, gifter]));
  return [...byId.values()].sort((a, b) => b.diamonds - a.diamonds);
}
