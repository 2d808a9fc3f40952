import { type DocumentName, type Documents, LIST_EVERY_MS } from "@frontrow/protocol/documents";
import { type Explained, explained } from "@frontrow/protocol/explanation";
import type { MetricName } from "@frontrow/protocol/metrics";
import { recentChats } from "./folds/chat.ts";
import { promptsOf } from "./folds/coach/coach.ts";
import { conversationOf } from "./folds/conversation/conversation.ts";
import { curvesOf } from "./folds/curves.ts";
import { leaderboardOf } from "./folds/leaderboard.ts";
import { momentsOf } from "./folds/moments/moments.ts";
import { activeViewers, newcomers, returning } from "./folds/people.ts";
import { questionsAsked } from "./folds/questions/questions.ts";
import { rankingOf } from "./folds/ranking.ts";
import { scoresOf } from "./folds/scores/scores.ts";
import { explanationOf } from "./folds/tally.ts";
import { metricsOf } from "./metrics.ts";
import type { FoldState } from "./state.ts";

const RANKING_SHOWN = 10;
const RANKING_KEPT = 50;
/** More than are told apart. */
const VIEWERS_BOUND = 2 ** 21;

export interface DocumentRule<N extends DocumentName = DocumentName> {
  /** Changes whenever the document may have: cheap to read, so that nothing is built in vain. */
  version(state: FoldState): number;
  of(state: FoldState): Documents[N];
  /** Event time between two writings of it, at least. */
  readonly everyMs: number;
}

/** What is known of a session and is no number, at the last item folded, and how often it is worth saying. */
export const documentRules: { readonly [N in DocumentName]?: DocumentRule<N> } = {
  leaderboard: {
    version: (state) => state.leaderboard.version,
    of: (state) => leaderboardOf(state.leaderboard),
    everyMs: 0,
  },
  conversation: {
    // Time alone changes it, for as long as there is anything to forget: at beats.
    version: ({ conversation, beatEndMs }) => conversation.chats + (conversation.languages.size > 0 ? beatEndMs : 0),
    of: (state) => conversationOf(state.conversation, state.chat, { ...state, untilMs: state.beatEndMs }),
    everyMs: 10_000,
  },
  viewerUpdate: {
    // Both in one number: in a sum one who acts and one who leaves would be no change.
    version: ({ tally, people }) => (tally.version + people.withdrawn) * VIEWERS_BOUND + activeViewers(people),
    of: viewerUpdateOf,
    everyMs: 10_000,
  },
  curves: {
    version: (state) => state.curves.version,
    of: (state) => curvesOf(state.curves, state.tally.gaps),
    everyMs: 30_000,
  },
  questionsAsked: {
    version: (state) => state.questions.version,
    of: (state) => questionsAsked(state.questions),
    everyMs: LIST_EVERY_MS,
  },
  scores: {
    version: (state) => state.scores.version,
    of: (state) => scoresOf(state.scores),
    everyMs: 0,
  },
  moments: {
    version: (state) => state.moments.version,
    of: (state) => momentsOf(state.moments),
    everyMs: LIST_EVERY_MS,
  },
  prompts: {
    version: (state) => state.coach.version,
    of: (state) => promptsOf(state.coach),
    everyMs: LIST_EVERY_MS,
  },
  ranking: {
    version: (state) => state.tally.version,
    of: (state) => rankingOf(state.people.ranking, state.people.table, RANKING_KEPT),
    everyMs: 30_000,
  },
  explanations: {
    version: (state) => state.tally.version,
    of: explanationsOf,
    everyMs: 5_000,
  },
};

function viewerUpdateOf({ people, nowMs }: FoldState): Documents["viewerUpdate"] {
  return {
    type: "viewerUpdate",
    atMs: nowMs,
    active: activeViewers(people),
    newcomers: newcomers(people),
    returning: returning(people),
    watchTime: [...people.watchTime],
    ranking: rankingOf(people.ranking, people.table, RANKING_SHOWN),
    newest: [...people.newest],
    back: [...people.back],
  };
}

function explanationsOf(state: FoldState): Documents["explanations"] {
  const metrics = metricsOf(state);
  const explain = (metric: Explained) =>
    explanationOf(state.tally, metric, { value: metrics[metric satisfies MetricName], atMs: state.nowMs, gapMs: metrics.gapMs });
  const explanations = Object.fromEntries(explained.map((metric) => [metric, explain(metric)]));
  // The only one that is no total: its older messages are in it no more.
  return { ...explanations, sentiment: { ...explain("sentiment"), events: recentChats(state.chat) } };
}
