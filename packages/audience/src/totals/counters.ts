/** Totals that are sums of single events, late ones included. */
export interface CountersState {
  chats: number;
  /** The room's own total: the highest it reported, as messages may overtake each other. */
  likes: number;
  /** Likes whose sender we saw: TikTok does not send them all. */
  likesObserved: number;
  shares: number;
  follows: number;
  joins: number;
  subscribes: number;
}

export const createCounters = (): CountersState => ({
  chats: 0,
  likes: 0,
  likesObserved: 0,
  shares: 0,
  follows: 0,
  joins: 0,
  subscribes: 0,
});

export function countLike(state: CountersState, like: { readonly count: number; readonly total: number }): void {
  state.likes = Math.max(state.likes, like.total);
  state.likesObserved += like.count;
}
