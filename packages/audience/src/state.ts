import { type ChatState, createChat } from "./folds/chat.ts";
import { createGaps, type GapsState } from "./folds/gaps.ts";
import { createGifts, type GiftsState } from "./folds/gifts.ts";
import { createLeaderboard, type LeaderboardState } from "./folds/leaderboard.ts";
import { createLikes, type LikesState } from "./folds/likes.ts";
import { createSocial, type SocialState } from "./folds/social.ts";
import { createViewers, type ViewersState } from "./folds/viewers.ts";
import { createIdSet, type IdSet } from "./id-set.ts";
import { createRates } from "./rates.ts";
import type { Window } from "./window.ts";

/** Grows when a keyframe of the fold before could not be folded on to the same metrics. */
export const FOLD_VERSION = 1;

/** All that the fold knows of a session. Whoever made it owns it; only `foldItems` changes it. */
export interface FoldState {
  /** When we began to watch; 0 before the first item. */
  sinceMs: number;
  /** Event time: of the last item folded. Never goes back. */
  nowMs: number;
  /** A source is there; false after `sourceClosed`, until it is opened again. */
  isSourceOpen: boolean;
  readonly chat: ChatState;
  readonly gifts: GiftsState;
  readonly likes: LikesState;
  readonly viewers: ViewersState;
  readonly social: SocialState;
  readonly leaderboard: LeaderboardState;
  readonly gaps: GapsState;
  readonly rates: Window;
  /** Everybody of whom we saw an event. */
  readonly seen: { ids: IdSet };
}

/** A session of which nothing is known yet: about 6 KB, whatever it may grow to. */
export const createFold = (): FoldState => ({
  sinceMs: 0,
  nowMs: 0,
  isSourceOpen: false,
  chat: createChat(),
  gifts: createGifts(),
  likes: createLikes(),
  viewers: createViewers(),
  social: createSocial(),
  leaderboard: createLeaderboard(),
  gaps: createGaps(),
  rates: createRates(),
  seen: { ids: createIdSet() },
});
