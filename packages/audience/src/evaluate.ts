import type { Insight } from "@frontrow/protocol/insight";
import { recentMessages } from "./conversation/sentiment.ts";
import { topicsOf } from "./conversation/topics.ts";
import { newGifters } from "./moments/gifting.ts";
import { nearestProgress } from "./moments/milestones.ts";
import { detectMoments } from "./moments/moments.ts";
import { selectPrompt } from "./prompts/prompts.ts";
import { isPausedIn } from "./room/pause.ts";
import { evaluateScores } from "./scores/scores.ts";
import type { FoldState } from "./state.ts";
import { recordViewers } from "./viewers/concurrent-viewers.ts";
import { credibleViewers } from "./viewers/viewer-count.ts";

/**
 * Evaluates moments, scores and prompts at the end of an interval: moments first, because the other two depend on them. Without a
 * source, and while the host pauses, nothing is evaluated, and scores hold: a silence says nothing then.
 */
export function evaluateInsights(state: FoldState, endMs: number, insights: Insight[]): void {
  const { concurrentViewers, moments, scores } = state;
  const isObserved = state.isSourceOpen && !isPausedIn(state.pause, endMs);
  recordViewers(concurrentViewers, endMs, isObserved, credibleViewers(state.viewerCount));
  if (!isObserved) return;
  const totals = totalsOf(state);
  detectMoments(moments, { activity: state.activity, concurrentViewers, totals, hostId: state.room.hostId }, endMs, insights);
  const opportunities = {
    newGifters: newGifters(moments.gifting, endMs),
    milestoneProgress: nearestProgress(moments.milestones, totals),
  };
  evaluateScores(scores, state, opportunities, endMs);
  const topic = () => topicsOf(state.conversation.samples, recentMessages(state.sentiment))[0]?.words[0];
  const { sinceMs, activity, sentiment, viewers, questions } = state;
  const situation = {
    nowMs: endMs,
    sinceMs,
    activity,
    sentiment,
    viewers,
    questions,
    moments,
    scores,
    totals,
    viewersNow: concurrentViewers.last,
    topic,
  };
  selectPrompt(state.prompts, situation, insights);
}

const totalsOf = ({ counters, gifts, viewers, viewerCount }: FoldState) => ({
  likes: counters.likes,
  diamonds: gifts.diamonds,
  follows: counters.follows,
  uniqueViewers: viewers.table.size,
  viewers: viewerCount.peak,
});
