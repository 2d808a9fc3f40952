import { z } from "zod";
import { deskStateSchema, languages, questionId } from "./desk/desk.ts";
import { replayFields } from "./desk/replay.ts";
import { errorCodeSchema } from "./errors.ts";
import { MAX_NAMED } from "./handle.ts";
import { explanationSchema } from "./insight/explanation.ts";
import {
  gifterSchema,
  leaderboardSchema,
  questionDetectedSchema,
  roomSchema,
  scoresSchema,
  viewerStatsSchema,
  viewerUpdateSchema,
} from "./insight/insight.ts";
import { metricsSchema } from "./insight/metrics.ts";
import { libraryRoutes } from "./library/routes.ts";
import { epochMs } from "./numbers.ts";
import { recordingSummarySchema } from "./recording.ts";
import { setModeShape } from "./socket/command.ts";

/** RFC 9457 problem document: every error of the HTTP interface. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  code: errorCodeSchema,
  /** Of a limit: when to try again. The Retry-After header says the same in seconds from now. */
  retryAtMs: z.number().int().optional(),
});
export type Problem = z.infer<typeof problemSchema>;

const deskCreated = z.object({ deskId: z.string(), token: z.string(), desk: deskStateSchema });
const sessionMetrics = z.object({
  session: z.string(),
  metrics: metricsSchema.partial(),
  leaderboard: leaderboardSchema.omit({ type: true }).optional(),
});

const session = z.string();
/** Event time that the list in an answer is as of: mostly now, seconds ago where nobody could be asked to write it. Of a replay absent. */
const listAtMs = epochMs.optional();
const sessionViewers = z.object({
  session,
  summary: viewerUpdateSchema.omit({ type: true, ranking: true }).optional(),
  viewers: z.array(viewerStatsSchema),
  atMs: listAtMs,
});
const sessionQuestions = z.object({
  session,
  questions: z.array(
    questionDetectedSchema.extend({ status: z.enum(["pending", "answered", "ignored"]), settledAtMs: z.number().optional() }),
  ),
  pending: z.number(),
  answered: z.number(),
  ignored: z.number(),
  /** Answered of all but the ignored, 0…1. */
  responseRate: z.number().optional(),
  averageResponseMs: z.number().optional(),
  atMs: listAtMs,
});
const sessionGifts = z.object({
  session,
  gifts: z.number(),
  diamonds: z.number(),
  leaderboard: leaderboardSchema.omit({ type: true }),
  /** Who gave, best first, at most five hundred. Pictures are those of the leaderboard. */
  gifters: z.array(gifterSchema),
  atMs: listAtMs,
  guestGifts: z.number(),
  guestDiamonds: z.number(),
  /** Who received gifts on stage beside the host, most diamonds first. */
  guests: roomSchema.shape.guests,
});
const sessionExplanation = z.object({
  session,
  /** Of a total. */
  explanation: explanationSchema.optional(),
  /** Of a score: what all of them are made of. */
  scores: scoresSchema.omit({ type: true }).optional(),
});

interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly summary: string;
  /** Whether the desk's token is demanded, as `Authorization: Bearer`. */
  readonly auth: boolean;
  /** What is demanded of the path's parameters, beyond that the desk exists. */
  readonly params?: z.ZodObject;
  /** Its query: strings. */
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly ok: { readonly status: number; readonly schema?: z.ZodType };
}

/** The HTTP interface, under `/api/v1`. */
export const routes = {
  createDesk: {
    method: "POST",
    path: "/desks",
    summary: "Opens a desk. The token is shown this once.",
    auth: false,
    ok: { status: 201, schema: deskCreated },
  },
  readDesk: {
    method: "GET",
    path: "/desks/{deskId}",
    summary: "What the desk is and watches.",
    auth: true,
    ok: { status: 200, schema: deskStateSchema },
  },
  closeDesk: {
    method: "DELETE",
    path: "/desks/{deskId}",
    summary: "Closes the desk and ends its watch.",
    auth: true,
    ok: { status: 204 },
  },
  setSource: {
    method: "PUT",
    path: "/desks/{deskId}/source",
    summary: "Watches a creator.",
    auth: true,
    body: z.object({ username: z.string().max(MAX_NAMED) }),
    ok: { status: 200, schema: deskStateSchema },
  },
  clearSource: {
    method: "DELETE",
    path: "/desks/{deskId}/source",
    summary: "Watches nobody.",
    auth: true,
    ok: { status: 200, schema: deskStateSchema },
  },
  setMode: {
    method: "PUT",
    path: "/desks/{deskId}/mode",
    summary: "LIVE, or the replay of a recording; of the broadcast on view where none is named.",
    auth: true,
    body: z.object(setModeShape),
    ok: { status: 200, schema: deskStateSchema },
  },
  commandReplay: {
    method: "POST",
    path: "/desks/{deskId}/replay/{action}",
    summary: "Moves the replay that the desk views. `value` is that of the command `replay`.",
    auth: true,
    params: z.object({ action: replayFields.action }),
    body: z.object({ value: replayFields.value }),
    ok: { status: 202 },
  },
  listRecordings: {
    method: "GET",
    path: "/desks/{deskId}/recordings",
    summary: "What the desk can replay, newest first; samples last.",
    auth: true,
    ok: { status: 200, schema: z.object({ recordings: z.array(recordingSummarySchema) }) },
  },
  setRecording: {
    method: "PUT",
    path: "/desks/{deskId}/recording",
    summary: "Whether what the desk watches is recorded for it.",
    auth: true,
    body: z.object({ records: z.boolean() }),
    ok: { status: 200, schema: deskStateSchema },
  },
  readMetrics: {
    method: "GET",
    path: "/desks/{deskId}/metrics",
    summary: "The metrics of the session that the desk views, at their last checkpoint.",
    auth: true,
    ok: { status: 200, schema: sessionMetrics },
  },
  setLanguage: {
    method: "PUT",
    path: "/desks/{deskId}/language",
    summary: "The language that the desk is spoken to in.",
    auth: true,
    body: z.object({ language: z.enum(languages) }),
    ok: { status: 200, schema: deskStateSchema },
  },
  readViewers: {
    method: "GET",
    path: "/desks/{deskId}/viewers",
    summary: "The audience of the session that the desk views: how many, how long, and the most engaged.",
    auth: true,
    ok: { status: 200, schema: sessionViewers },
  },
  readGifts: {
    method: "GET",
    path: "/desks/{deskId}/gifts",
    summary: "What was given in the session that the desk views, by whom, and to which guests.",
    auth: true,
    ok: { status: 200, schema: sessionGifts },
  },
  readQuestions: {
    method: "GET",
    path: "/desks/{deskId}/questions",
    summary: "The questions of the session that the desk views, and what the desk did about them.",
    auth: true,
    ok: { status: 200, schema: sessionQuestions },
  },
  settleQuestion: {
    method: "PUT",
    path: "/desks/{deskId}/questions/{questionId}",
    summary: "Answers or ignores a question, or takes that back.",
    auth: true,
    params: z.object({ questionId }),
    body: z.object({ status: z.enum(["pending", "answered", "ignored"]) }),
    ok: { status: 204 },
  },
  explain: {
    method: "GET",
    path: "/desks/{deskId}/explain/{metric}",
    summary: "What a number of the session that the desk views is made of.",
    auth: true,
    params: z.object({ metric: z.string() }),
    ok: { status: 200, schema: sessionExplanation },
  },
  ...libraryRoutes,
} as const satisfies Record<string, Route>;

/** What a route answers with when all is well; nothing for a 204. */
export type RouteBody<N extends keyof typeof routes> = (typeof routes)[N]["ok"] extends { schema: infer S extends z.ZodType }
  ? z.infer<S>
  : undefined;
