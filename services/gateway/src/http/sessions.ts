import type { DocumentName } from "@frontrow/protocol/documents";
import { explained } from "@frontrow/protocol/explanation";
import type { CreatorId, SessionId } from "@frontrow/protocol/ids";
import type { MetricName } from "@frontrow/protocol/metrics";
import { answersAt, questionQueue } from "@frontrow/protocol/question-queue";
import type { CreatorStore } from "@frontrow/redis/creators";
import type { DeskRecord } from "@frontrow/redis/desks";
import type { MetricsStore, StoredMetrics } from "@frontrow/redis/metrics-store";
import type { FastifyInstance } from "fastify";
import { questionsSession, viewedSession } from "../desk/mode.ts";
import { refusal } from "./problem.ts";
import { implement } from "./routes.ts";

export interface SessionRouteDeps {
  readonly creators: Pick<CreatorStore, "read">;
  readonly metrics: Pick<MetricsStore, "readCurrent">;
}

interface Viewed extends StoredMetrics {
  readonly session: SessionId;
}

/** The session that a desk shows in LIVE, if it does. */
export async function liveSessionOf(
  { creatorId }: DeskRecord["state"],
  creators: Pick<CreatorStore, "read">,
): Promise<SessionId | undefined> {
  const status = creatorId ? await creators.read(creatorId as CreatorId) : undefined;
  return status?.sessionId as SessionId | undefined;
}

/** What can be read of the session that a desk views, as it was at the last checkpoint. */
export function registerSessionRoutes(api: FastifyInstance, { creators, metrics }: SessionRouteDeps): void {
  /** The session with the documents that are asked for. */
  async function viewed({ state }: DeskRecord, documents: readonly DocumentName[]): Promise<Viewed> {
    const session = viewedSession(state, state.replay ? undefined : await liveSessionOf(state, creators));
    const stored = session ? await metrics.readCurrent(session, documents) : undefined;
    if (!session || !stored) throw refusal("SESSION_NOT_FOUND");
    return { ...stored, session };
  }

  implement(api, "readMetrics", async ({ desk }) => {
    const { session, metrics, documents } = await viewed(desk, ["leaderboard"]);
    const { leaderboard } = documents;
    return { session, metrics, ...(leaderboard ? { leaderboard: untyped(leaderboard) } : {}) };
  });

  implement(api, "readViewers", async ({ desk }) => {
    const { session, documents, documentsAt } = await viewed(desk, ["viewerUpdate", "ranking"]);
    const { viewerUpdate, ranking = [] } = documents;
    const answer = { session, viewers: ranking, atMs: documentsAt.ranking?.atMs };
    if (!viewerUpdate) return answer;
    const { type: _type, ranking: _best, ...summary } = viewerUpdate;
    return { ...answer, summary };
  });

  implement(api, "readGifts", async ({ desk }) => {
    const { session, metrics, documents, documentsAt } = await viewed(desk, ["leaderboard", "gifters", "room"]);
    const { gifts = 0, diamonds = 0, guestGifts = 0, guestDiamonds = 0, atMs = 0 } = metrics;
    const { leaderboard, gifters = [], room } = documents;
    const guests = room?.guests.filter((guest) => guest.gifts > 0) ?? [];
    const board = leaderboard ? untyped(leaderboard) : { atMs, gifters: [] };
    const given = { gifts, diamonds, guestGifts, guestDiamonds };
    return { session, ...given, leaderboard: board, gifters, guests, atMs: documentsAt.gifters?.atMs };
  });

  implement(api, "readQuestions", async ({ desk }) => {
    const { session, metrics, documents, documentsAt } = await viewed(desk, ["questionsAsked"]);
    const { replay } = desk.state;
    const moment = replay && { positionMs: metrics.atMs ?? 0, sinceMs: replay.sinceMs };
    const answers = moment ? answersAt(desk.state.answers, moment) : desk.state.answers;
    const of = { session: questionsSession(desk.state, session), distinct: metrics.questions ?? 0 };
    const { questions, ...queue } = questionQueue(documents.questionsAsked ?? [], answers, of);
    return { session, questions: [...questions], ...queue, atMs: documentsAt.questionsAsked?.atMs };
  });

  implement(api, "explain", async ({ desk, params: { metric } }) => {
    const total = explained.find((name) => name === metric);
    if (!total && !isScore(metric)) throw refusal("NOT_FOUND", `ask for one of ${[...explained, ...scoreNames].join(", ")}`);
    const { session, documents } = await viewed(desk, [total ? "explanations" : "scores"]);
    if (total) return { session, explanation: documents.explanations?.[total] };
    return { session, scores: documents.scores && untyped(documents.scores) };
  });
}

const scoreNames = [
  "entertainment",
  "engagement",
  "reception",
  "energy",
  "retention",
  "churnRisk",
  "monetization",
  "engagementTrend",
] as const satisfies MetricName[];
const isScore = (name: string): boolean => (scoreNames as readonly string[]).includes(name);

/** An insight as a route answers with it: without the type that tells it from other insights. */
function untyped<T extends { readonly type: string }>({ type: _type, ...rest }: T): Omit<T, "type"> {
  return rest;
}
