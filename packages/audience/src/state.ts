import { type ConversationState, createConversation } from "./conversation/conversation.ts";
import { createSentiment, type SentimentState } from "./conversation/sentiment.ts";
import { createMoments, type MomentsState } from "./moments/moments.ts";
import { createPrompts, type PromptsState } from "./prompts/prompts.ts";
import { createQuestions, type QuestionsState } from "./questions/questions.ts";
import { createPause, type PauseState } from "./room/pause.ts";
import { createRoom, type RoomState } from "./room/room.ts";
import { createScores, type ScoresState } from "./scores/scores.ts";
import { type CountersState, createCounters } from "./totals/counters.ts";
import { createExplanations, type ExplanationsState } from "./totals/explanations.ts";
import { createGaps, type GapsState } from "./totals/gaps.ts";
import { createGifters, type GiftersState } from "./totals/gifters.ts";
import { createGifts, type GiftsState } from "./totals/gifts.ts";
import { createLeaderboard, type LeaderboardState } from "./totals/leaderboard.ts";
import { type ConcurrentViewersState, createConcurrentViewers } from "./viewers/concurrent-viewers.ts";
import { createViewerCount, type ViewerCountState } from "./viewers/viewer-count.ts";
import { createViewers, type ViewersState } from "./viewers/viewers.ts";
import { type ActivityState, createActivity } from "./windows/activity.ts";
import { createTimeSeries, type TimeSeriesState } from "./windows/time-series.ts";

/** Version of the state's shape and meaning. Raise it when a keyframe of the fold before would not lead to the same metrics. */
export const FOLD_VERSION = 5;

/**
 * The fold's whole state of one session. Whoever created it owns it, and only `foldItems` changes it. Plain data throughout
 * (numbers, strings, arrays, maps, typed arrays), because a keyframe is its serialisation and nothing else.
 */
export interface FoldState {
  /** Event time of the first item; 0 before it. */
  sinceMs: number;
  /** Event time of the last item folded. Never goes back. */
  nowMs: number;
  /** When the open evaluation interval ends; 0 before the first item. */
  intervalEndMs: number;
  /** False before `sourceOpened`, and from `sourceClosed` until the source is opened again. */
  isSourceOpen: boolean;
  /** When the source was closed last; 0 before. */
  closedAtMs: number;
  /** When the broadcast began by TikTok's word; 0 where that is not known. */
  startedAtMs: number;
  readonly pause: PauseState;
  readonly room: RoomState;
  readonly counters: CountersState;
  readonly gifts: GiftsState;
  readonly leaderboard: LeaderboardState;
  readonly gifters: GiftersState;
  readonly gaps: GapsState;
  readonly explanations: ExplanationsState;
  readonly viewerCount: ViewerCountState;
  readonly viewers: ViewersState;
  readonly concurrentViewers: ConcurrentViewersState;
  readonly activity: ActivityState;
  readonly timeSeries: TimeSeriesState;
  readonly sentiment: SentimentState;
  readonly conversation: ConversationState;
  readonly questions: QuestionsState;
  readonly scores: ScoresState;
  readonly moments: MomentsState;
  readonly prompts: PromptsState;
}

/** The state of a session of which nothing has been folded. */
export const createFold = (): FoldState => ({
  sinceMs: 0,
  nowMs: 0,
  intervalEndMs: 0,
  isSourceOpen: false,
  closedAtMs: 0,
  startedAtMs: 0,
  pause: createPause(),
  room: createRoom(),
  counters: createCounters(),
  gifts: createGifts(),
  leaderboard: createLeaderboard(),
  gifters: createGifters(),
  gaps: createGaps(),
  explanations: createExplanations(),
  viewerCount: createViewerCount(),
  viewers: createViewers(),
  concurrentViewers: createConcurrentViewers(),
  activity: createActivity(),
  timeSeries: createTimeSeries(),
  sentiment: createSentiment(),
  conversation: createConversation(),
  questions: createQuestions(),
  scores: createScores(),
  moments: createMoments(),
  prompts: createPrompts(),
});
