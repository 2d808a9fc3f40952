import type { EventOf } from "@frontrow/protocol/event";

export interface LikesState {
  /** The room's own total: the highest it has said, as messages may overtake each other. */
  total: number;
  /** Likes whose sender we saw. TikTok does not send them all. */
  observed: number;
}

export const createLikes = (): LikesState => ({ total: 0, observed: 0 });

export function foldLike(state: LikesState, like: EventOf<"like">): void {
  state.total = Math.max(state.total, like.total);
  state.observed += like.count;
}
