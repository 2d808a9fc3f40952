import type { DocumentName } from "@frontrow/protocol/documents";
import { explained } from "@frontrow/protocol/explanation";
import type { RouteBody } from "@frontrow/protocol/http";
import type { CreatorId, SessionId } from "@frontrow/protocol/ids";
import type { MetricName } from "@frontrow/protocol/metrics";
import { questionQueue } from "@frontrow/protocol/question-queue";
import type { CreatorStore } from "@frontrow/redis/creators";
import type { DeskRecord } from "@frontrow/redis/desks";
import type { MetricsStore, StoredMetrics } from "@frontrow/redis/metrics-store";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { refusal } from "./problem.ts";
import { pathOf } from "./server.ts";

interface Dependencies {
  readonly creators: Pick<CreatorStore, "read">;
  readonly metrics: Pick<MetricsStore, "read">;
  /** The desk that the request has the token of. */
  authorised(request: FastifyRequest): Promise<DeskRecord>;
}

interface Viewed extends StoredMetrics {
  readonly session: SessionId;
  readonly desk: DeskRecord["state"];
}

/** The session that a desk views, if it does. */
export async function sessionOf(
  { creatorId }: DeskRecord["state"],
  creators: Pick<CreatorStore, "read">,
): Promise<SessionId | undefined> {
  const status = creatorId ? await creators.read(creatorId as CreatorId) : undefined;
  return status?.sessionId as SessionId | undefined;
}

/** What can be read of the session that a desk views, as it was at the last checkpoint. */
export function registerSessionRoutes(api: FastifyInstance, { creators, metrics, authorised }: Dependencies): void {
  /** The session with the documents that are asked for. */
  async function viewed(request: FastifyRequest, documents: readonly DocumentName[]): Promise<Viewed> {
    const { state: desk } = await authorised(request);
    const session = await sessionOf(desk, creators);
    const stored = session ? await metrics.read(session, documents) : undefined;
    if (!session || !stored) throw refusal("SESSION_NOT_FOUND");
    return { ...stored, session, desk };
  }

  api.get(pathOf("readMetrics"), async (request): Promise<RouteBody<"readMetrics">> => {
    const { session, metrics, documents } = await viewed(request, ["leaderboard"]);
    const { leaderboard } = documents;
    return { session, metrics, ...(leaderboard ? { leaderboard: untyped(leaderboard) } : {}) };
  });

  api.get(pathOf("readViewers"), async (request): Promise<RouteBody<"readViewers">> => {
    const { session, documents } = await viewed(request, ["viewerUpdate", "ranking"]);
    const { viewerUpdate, ranking = [] } = documents;
    if (!viewerUpdate) return { session, viewers: ranking };
    const { type: _type, ranking: _best, ...summary } = viewerUpdate;
    return { session, summary, viewers: ranking };
  });

  api.get(pathOf("readGifts"), async (request): Promise<RouteBody<"readGifts">> => {
    const { session, metrics, documents } = await viewed(request, ["leaderboard"]);
    const { gifts = 0, diamonds = 0, atMs = 0 } = metrics;
    const { leaderboard } = documents;
    return { session, gifts, diamonds, leaderboard: leaderboard ? untyped(leaderboard) : { atMs, gifters: [] } };
  });

  api.get(pathOf("readQuestions"), async (request): Promise<RouteBody<"readQuestions">> => {
    const { session, desk, metrics, documents } = await viewed(request, ["questionsAsked"]);
    const of = { session, distinct: metrics.questions ?? 0 };
    const { questions, ...queue } = questionQueue(documents.questionsAsked ?? [], desk.answers, of);
    return { session, questions: [...questions], ...queue };
  });

  api.get(pathOf("explain"), async (request): Promise<RouteBody<"explain">> => {
    const metric = (request.params as { metric: string }).metric;
    const total = explained.find((name) => name === metric);
    if (!total && !isScore(metric)) throw refusal("NOT_FOUND", `ask for one of ${[...explained, ...scoreNames].join(", ")}`);
    const { session, documents } = await viewed(request, [total ? "explanations" : "scores"]);
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

/** As routes say it: without the type that marks it among insights. */
function untyped<T extends { readonly type: string }>({ type: _type, ...rest }: T): Omit<T, "type"> {
  return rest;
}
