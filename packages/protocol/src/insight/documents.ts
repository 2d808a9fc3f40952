import { z } from "zod";
import { explained, explanationSchema } from "./explanation.ts";
import {
  automatedPromptSchema,
  conversationSchema,
  curvesSchema,
  type Insight,
  leaderboardSchema,
  momentSchema,
  questionDetectedSchema,
  scoresSchema,
  spikeSchema,
  viewerStatsSchema,
  viewerUpdateSchema,
} from "./insight.ts";

/**
 * What is known of a session and is no number: beside the metrics, each a field of their hash, as JSON, written whole.
 * Who begins to look starts from them; what insights say later replaces it. No name is a metric's: they share a hash.
 */
export const documentSchemas = {
  leaderboard: leaderboardSchema,
  scores: scoresSchema,
  conversation: conversationSchema,
  viewerUpdate: viewerUpdateSchema,
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
} as const;
export type DocumentName = keyof typeof documentSchemas;
export const documentNames = Object.keys(documentSchemas) as readonly DocumentName[];
export type Documents = { [N in DocumentName]: z.infer<(typeof documentSchemas)[N]> };

/** These are said as insights too, whole, whenever they were written anew; the others are read by who wants them. */
export const boards = ["leaderboard", "scores", "conversation", "viewerUpdate"] as const satisfies DocumentName[];
export type BoardName = (typeof boards)[number];
export const isBoard = (name: string): name is BoardName => (boards as readonly string[]).includes(name);

/** The others that were said one by one, too: whole they are written more seldom, this much event time apart at least. */
export const lists = ["questionsAsked", "moments", "prompts"] as const satisfies DocumentName[];
export const LIST_EVERY_MS = 5_000;

/** The documents as the insights that would have said them, in an order in which they can be folded. */
export function insightsIn(documents: Partial<Documents>): Insight[] {
  const { curves, scores, conversation, viewerUpdate, questionsAsked = [], moments = [], prompts = [] } = documents;
  const boards = [curves, scores, conversation, viewerUpdate].filter((board) => board !== undefined);
  return [...boards, ...questionsAsked, ...moments, ...prompts];
}
