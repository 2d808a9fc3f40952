import type { Insight } from "@frontrow/protocol/insight";
import { recentChats } from "./folds/chat.ts";
import { beatCoach } from "./folds/coach/coach.ts";
import { topicsOf } from "./folds/conversation/topics.ts";
import { newGifters } from "./folds/moments/gifting.ts";
import { nearestDone } from "./folds/moments/milestones.ts";
import { beatMoments } from "./folds/moments/moments.ts";
import { beatCrowd } from "./folds/scores/crowd.ts";
import { beatScores } from "./folds/scores/scores.ts";
import { viewersTold } from "./folds/viewers.ts";
import type { FoldState } from "./state.ts";

/**
 * At the end of each beat: moments first, as scores and prompts are about them too. While there is no source nothing is
 * concluded, and what was concluded holds.
 */
export function conclude(state: FoldState, endMs: number, insights: Insight[]): void {
  const { scores, moments, viewers } = state;
  beatCrowd(scores.crowd, endMs, state.isSourceOpen, viewersTold(viewers, endMs));
  if (!state.isSourceOpen) return;
  const totals = totalsOf(state);
  beatMoments(moments, { activity: state.activity, crowd: scores.crowd, totals, viewers: scores.crowd.last }, endMs, insights);
  const chances = { newGifters: newGifters(moments.gifting, endMs), nearest: nearestDone(moments.milestones, totals) };
  beatScores(scores, state, chances, endMs);
  const topic = () => topicsOf(state.conversation.samples, recentChats(state.chat))[0]?.words[0];
  const { sinceMs, activity, chat, people, questions } = state;
  const seen = {
    nowMs: endMs,
    sinceMs,
    activity,
    chat,
    people,
    questions,
    moments,
    scores,
    totals,
    viewersNow: scores.crowd.last,
    topic,
  };
  beatCoach(state.coach, seen, insights);
}

const totalsOf = ({ likes, gifts, social, people, viewers }: FoldState) => ({
  likes: likes.total,
  diamonds: gifts.diamonds,
  follows: social.follows,
  uniqueViewers: people.table.size,
  viewers: viewers.peak,
});
