import { type ActivityState, createActivity } from "./activity.ts";
import { type ChatState, createChat } from "./folds/chat.ts";
import { type CoachState, createCoach } from "./folds/coach/coach.ts";
import { type ConversationState, createConversation } from "./folds/conversation/conversation.ts";
import { type CurvesState, createCurves } from "./folds/curves.ts";
import { createGaps, type GapsState } from "./folds/gaps.ts";
import { createGifts, type GiftsState } from "./folds/gifts.ts";
import { createLeaderboard, type LeaderboardState } from "./folds/leaderboard.ts";
import { createLikes, type LikesState } from "./folds/likes.ts";
import { createMoments, type MomentsState } from "./folds/moments/moments.ts";
import { createPeople, type PeopleState } from "./folds/people.ts";
import { createQuestions, type QuestionsState } from "./folds/questions/questions.ts";
import { createScores, type ScoresState } from "./folds/scores/scores.ts";
import { createSocial, type SocialState } from "./folds/social.ts";
import { createTally, type TallyState } from "./folds/tally.ts";
import { createViewers, type ViewersState } from "./folds/viewers.ts";

/** Grows when a keyframe of the fold before could not be folded on to the same metrics. */
export const FOLD_VERSION = 3;

/**
 * All that the fold knows of a session. Whoever made it owns it; only `foldItems` changes it. Plain data through and
 * through (numbers, strings, arrays, maps, typed arrays), because a keyframe is this and nothing else.
 */
export interface FoldState {
  /** When we began to watch; 0 before the first item. */
  sinceMs: number;
  /** Event time: of the last item folded. Never goes back. */
  nowMs: number;
  /** When the beat that is open ends; 0 before the first item. */
  beatEndMs: number;
  /** A source is there; false after `sourceClosed`, until it is opened again. */
  isSourceOpen: boolean;
  /** When it was closed last; 0 before. */
  closedAtMs: number;
  readonly activity: ActivityState;
  readonly chat: ChatState;
  readonly conversation: ConversationState;
  readonly gifts: GiftsState;
  readonly likes: LikesState;
  readonly viewers: ViewersState;
  readonly people: PeopleState;
  readonly questions: QuestionsState;
  readonly social: SocialState;
  readonly leaderboard: LeaderboardState;
  readonly gaps: GapsState;
  readonly tally: TallyState;
  readonly curves: CurvesState;
  readonly scores: ScoresState;
  readonly moments: MomentsState;
  readonly coach: CoachState;
}

/** A session of which nothing is known yet, whatever it may grow to. */
export const createFold = (): FoldState => ({
  sinceMs: 0,
  nowMs: 0,
  beatEndMs: 0,
  isSourceOpen: false,
  closedAtMs: 0,
  activity: createActivity(),
  chat: createChat(),
  conversation: createConversation(),
  gifts: createGifts(),
  likes: createLikes(),
  viewers: createViewers(),
  people: createPeople(),
  questions: createQuestions(),
  social: createSocial(),
  leaderboard: createLeaderboard(),
  gaps: createGaps(),
  tally: createTally(),
  curves: createCurves(),
  scores: createScores(),
  moments: createMoments(),
  coach: createCoach(),
});
