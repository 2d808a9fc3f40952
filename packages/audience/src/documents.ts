import { type DocumentName, type Documents, LIST_EVERY_MS } from "@frontrow/protocol/documents";
import { type Explained, explained } from "@frontrow/protocol/explanation";
import type { MetricName } from "@frontrow/protocol/metrics";
import { conversationOf } from "./conversation/conversation.ts";
import { recentMessages } from "./conversation/sentiment.ts";
import { metricsOf } from "./metrics.ts";
import { momentsOf } from "./moments/moments.ts";
import { promptsOf } from "./prompts/prompts.ts";
import { questionsAsked } from "./questions/questions.ts";
import { roomOf } from "./room/room.ts";
import { scoresOf } from "./scores/scores.ts";
import type { FoldState } from "./state.ts";
import { explanationOf } from "./totals/explanations.ts";
import { giftersOf } from "./totals/gifters.ts";
import { leaderboardOf } from "./totals/leaderboard.ts";
import { rankingOf } from "./viewers/ranking.ts";
import { activeViewers, newcomers, returning } from "./viewers/viewers.ts";
import { timeSeriesOf } from "./windows/time-series.ts";

const RANKING_SHOWN = 10;
const RANKING_KEPT = 50;
/** More viewers than the table can hold. */
const VIEWERS_BOUND = 2 ** 21;

export interface DocumentRule<N extends DocumentName = DocumentName> {
  /** Changes whenever the document may have changed. Cheap, so that no document is built in vain. */
  version(state: FoldState): number;
  of(state: FoldState): Documents[N];
  /** Minimum time between two writes of it, by the clock that paces documents; of a live session's that are written on demand, none. */
  readonly everyMs: number;
}

/** How each document is made of the state at the last item folded, and how often it is written at most. */
export const documentRules: { readonly [N in DocumentName]?: DocumentRule<N> } = {
  leaderboard: {
    version: (state) => state.leaderboard.version,
    of: (state) => leaderboardOf(state.leaderboard),
    everyMs: 0,
  },
  conversation: {
    // While it is not empty, time alone changes it, at the end of each interval.
    version: ({ conversation, intervalEndMs }) => conversation.chats + (conversation.languages.size > 0 ? intervalEndMs : 0),
    of: (state) => conversationOf(state.conversation, state.sentiment, { ...state, untilMs: state.intervalEndMs }),
    everyMs: 10_000,
  },
  viewerUpdate: {
    // Two numbers in one: in a sum, one viewer who acts and one who leaves would cancel out.
    version: ({ explanations, viewers }) => (explanations.version + viewers.retractions) * VIEWERS_BOUND + activeViewers(viewers),
    of: viewerUpdateOf,
    everyMs: 10_000,
  },
  room: {
    version: ({ room, moments }) => room.version + moments.battles.version,
    of: ({ room, moments }) => roomOf(room, moments.battles),
    // The score of a battle changes each second.
    everyMs: 1_000,
  },
  curves: {
    version: (state) => state.timeSeries.version,
    of: (state) => timeSeriesOf(state.timeSeries, state.explanations.gaps),
    everyMs: 30_000,
  },
  questionsAsked: {
    version: (state) => state.questions.version,
    of: (state) => questionsAsked(state.questions),
    everyMs: LIST_EVERY_MS,
  },
  scores: {
    version: (state) => state.scores.version,
    of: (state) => scoresOf(state),
    everyMs: 0,
  },
  moments: {
    version: (state) => state.moments.version,
    of: (state) => momentsOf(state.moments),
    everyMs: LIST_EVERY_MS,
  },
  prompts: {
    version: (state) => state.prompts.version,
    of: (state) => promptsOf(state.prompts),
    everyMs: LIST_EVERY_MS,
  },
  ranking: {
    version: (state) => state.explanations.version,
    of: (state) => rankingOf(state.viewers.ranking, state.viewers.table, RANKING_KEPT),
    everyMs: 30_000,
  },
  gifters: {
    version: (state) => state.gifters.version,
    of: (state) => giftersOf(state.gifters, state.leaderboard.top),
    everyMs: 30_000,
  },
  explanations: {
    version: (state) => state.explanations.version,
    of: explanationsOf,
    everyMs: 5_000,
  },
};

function viewerUpdateOf({ viewers, nowMs }: FoldState): Documents["viewerUpdate"] {
  return {
    type: "viewerUpdate",
    atMs: nowMs,
    active: activeViewers(viewers),
    newcomers: newcomers(viewers),
    returning: returning(viewers),
    watchTime: [...viewers.watchTime],
    ranking: rankingOf(viewers.ranking, viewers.table, RANKING_SHOWN),
    newest: [...viewers.newest],
    back: [...viewers.back],
  };
}

function explanationsOf(state: FoldState): Documents["explanations"] {
  const metrics = metricsOf(state);
  const explain = (metric: Explained) =>
    explanationOf(state.explanations, metric, {
      value: metrics[metric satisfies MetricName],
      atMs: state.nowMs,
      gapMs: metrics.gapMs,
    });
  const explanations = Object.fromEntries(explained.map((metric) => [metric, explain(metric)]));
  // The only one that is no total: messages older than five minutes are no longer in it.
  return { ...explanations, sentiment: { ...explain("sentiment"), events: recentMessages(state.sentiment) } };
}
