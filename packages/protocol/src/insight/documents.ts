import { z } from "zod";
import { explained, explanationSchema } from "./explanation.ts";
import {
  automatedPromptSchema,
  conversationSchema,
  curvesSchema,
  gifterSchema,
  type Insight,
  leaderboardSchema,
  momentSchema,
  questionDetectedSchema,
  replayStateSchema,
  roomSchema,
  scoresSchema,
  spikeSchema,
  viewerStatsSchema,
  viewerUpdateSchema,
} from "./insight.ts";

/**
 * What is known of a session beyond numbers. Each is a field of the metrics' hash, as JSON, written whole; no name is that of
 * a metric. A screen begins from them, and later insights replace them.
 */
export const documentSchemas = {
  leaderboard: leaderboardSchema,
  scores: scoresSchema,
  conversation: conversationSchema,
  viewerUpdate: viewerUpdateSchema,
  room: roomSchema,
  /** The gifters, best first, at most five hundred. */
  gifters: z.array(gifterSchema),
  curves: curvesSchema,
  /** The questions that matter most, oldest first, at most fifty. */
  questionsAsked: z.array(questionDetectedSchema),
  /** The last spikes and moments, oldest first, at most a hundred; first chats are not among them. */
  moments: z.array(z.discriminatedUnion("type", [spikeSchema, momentSchema])),
  /** The last prompts, oldest first, at most twenty. */
  prompts: z.array(automatedPromptSchema),
  /** The most engaged viewers, best first, at most fifty. */
  ranking: z.array(viewerStatsSchema),
  explanations: z.partialRecord(z.enum(explained), explanationSchema),
  /** Of a replay session: where it stands. */
  replayState: replayStateSchema,
} as const;
export type DocumentName = keyof typeof documentSchemas;
export const documentNames = Object.keys(documentSchemas) as readonly DocumentName[];
export type Documents = { [N in DocumentName]: z.infer<(typeof documentSchemas)[N]> };

/** Documents that are insights too, sent whole each time they are written. The others are only read on demand. */
export const boards = [
  "leaderboard",
  "scores",
  "conversation",
  "viewerUpdate",
  "room",
  "replayState",
] as const satisfies DocumentName[];
export type BoardName = (typeof boards)[number];
export const isBoard = (name: string): name is BoardName => (boards as readonly string[]).includes(name);

/** Documents whose items are insights of their own, so that the whole list may be written more seldom. */
export const lists = ["questionsAsked", "moments", "prompts"] as const satisfies DocumentName[];
/** Minimum interval between two writes of a list of a replay. */
export const LIST_EVERY_MS = 5_000;

/** Documents that nobody is sent: of a live session they are written when somebody asks for them, or has not for long. */
export const onDemandDocuments = [...lists, "curves", "ranking", "gifters", "explanations"] as const satisfies DocumentName[];
export type OnDemandDocument = (typeof onDemandDocuments)[number];
export const isOnDemand = (name: string): name is OnDemandDocument => (onDemandDocuments as readonly string[]).includes(name);

/** The documents as the insights that carry the same, in an order in which they can be folded. */
export function insightsIn(documents: Partial<Documents>): Insight[] {
  const {
    replayState,
    curves,
    scores,
    conversation,
    viewerUpdate,
    room,
    questionsAsked = [],
    moments = [],
    prompts = [],
  } = documents;
  const boards = [replayState, curves, scores, conversation, viewerUpdate, room].filter((board) => board !== undefined);
  return [...boards, ...questionsAsked, ...moments, ...prompts];
}
