import { z } from "zod";
import { creatorStates } from "../creator.ts";
import { coachLimitSchema, deskData, deskModes, deskStateSchema, languages } from "../desk/desk.ts";
import { errorCodeSchema } from "../errors.ts";
import { insightSchema, leaderboardSchema, momentSchema, spikeSchema } from "../insight/insight.ts";
import { metricsSchema } from "../insight/metrics.ts";
import { entryKinds } from "../log/entry.ts";
import { liveEventSchema } from "../log/event.ts";

const at = z.number().int().nonnegative();

/**
 * What the server says of a desk and its source, in both dialects, one message a frame: `{type, data, pos?}`.
 * In the plain dialect each event and insight is such a message too (`type` the item's, `data` the item without it).
 */
export const serverMessages = {
  /** First message on a socket. `sessionId` is the desk's id, as older clients call it. */
  sessionCreated: z.object({
    sessionId: z.string(),
    resumeToken: z.string(),
    protocol: z.number(),
    serverTimeMs: at,
    desk: deskStateSchema,
  }),
  /** Answer to `resume`. Recovered: what was missed follows, exactly once and in order; if not, the desk's state and a snapshot. */
  resumed: z.object({
    recovered: z.boolean(),
    sessionId: z.string().optional(),
    desk: deskStateSchema.optional(),
    serverTimeMs: at.optional(),
  }),
  /** What the source is doing while it is not live yet; `state` is what a person should read. */
  connectionProgress: z.object({
    username: z.string(),
    state: z.enum(creatorStates),
    code: errorCodeSchema.optional(),
    retryAtMs: at.optional(),
  }),
  usernameChanged: z.object({ username: z.string() }),
  usernameChangeError: z.object({ error: z.string(), code: errorCodeSchema }),
  /** The source is live, and this is the session that the desk views from here on. */
  connected: z.object({ username: z.string(), session: z.string(), epoch: z.number(), roomId: z.string() }),
  disconnected: z.object({ username: z.string(), reason: z.enum(["ended", "dropped", "command", "reaped"]) }),
  connectionError: z.object({ username: z.string(), code: errorCodeSchema, message: z.string(), retryAtMs: at.optional() }),
  streamDisconnected: z.object({ username: z.string().optional() }),
  /** Who streams, and what: after `connected`, and when it changes. */
  sessionInfo: z.object({
    session: z.string(),
    username: z.string(),
    roomId: z.string(),
    /** The creator's name at TikTok now, when it is no longer `username`. */
    renamedTo: z.string().optional(),
    nickname: z.string().optional(),
    avatarUrl: z.string().optional(),
    title: z.string().optional(),
    sinceMs: at,
  }),
  /** To all members. What is on the screen is over; in REPLAY a snapshot of the replay follows, in LIVE one of the broadcast, if there is one. */
  modeChanged: z.object({
    mode: z.enum(deskModes),
    session: z.string().optional(),
    epoch: z.number().optional(),
    replay: deskStateSchema.shape.replay,
  }),
  recordingSet: z.object({ records: z.boolean() }),
  /** What is read over HTTP is another now: of one recording, where one is named. */
  dataChanged: z.object({ data: z.enum(deskData), recordingId: z.string().optional() }),
  /** Something happened in the broadcast that the desk watches, while it views a replay. */
  liveAlert: z.object({ session: z.string(), username: z.string(), moment: z.union([spikeSchema, momentSchema]) }),
  /** The last events of the viewed session, oldest first, then what follows is new. Replaces whatever was on the screen. */
  history: z.object({ session: z.string(), epoch: z.number(), items: z.array(liveEventSchema) }),
  /** All metrics in a snapshot; only what changed later. */
  metrics: metricsSchema.partial(),
  leaderboard: leaderboardSchema.omit({ type: true }),
  /** Stands for all that was concluded before: comes with a snapshot, in an order in which it can be folded. */
  insights: z.object({ items: z.array(insightSchema) }),
  questionAnswered: z.object({ questionId: z.string(), atMs: at }),
  questionIgnored: z.object({ questionId: z.string(), atMs: at }),
  questionReopened: z.object({ questionId: z.string(), atMs: at }),
  coachSet: z.object({ usesModel: z.boolean() }),
  /** A budget of the language model is spent: rules word the prompts until `retryAtMs`. */
  coachLimited: coachLimitSchema.extend({ code: z.literal("RATE_LIMITED"), message: z.string() }),
  promptWorded: z.object({ promptId: z.string(), text: z.string(), language: z.enum(languages) }),
  languageSet: z.object({ language: z.enum(languages) }),
  /** While output is `behind`, likes, joins and viewer counts come only folded into `metrics`; `folded` events were so far. */
  lagging: z.object({ folded: z.number().int().nonnegative(), behind: z.boolean().optional() }),
  test: z.literal("pong"),
  /** `retryAtMs`: of a limit, when to try again. */
  error: z.object({
    code: errorCodeSchema,
    message: z.string(),
    commandId: z.string().optional(),
    retryAtMs: at.optional(),
  }),
} as const;
export type ServerMessageType = keyof typeof serverMessages;
export type ServerMessageData = { [T in ServerMessageType]: z.infer<(typeof serverMessages)[T]> };
export type ServerMessage = {
  [T in ServerMessageType]: { type: T; data: ServerMessageData[T]; pos?: string };
}[ServerMessageType];

/** One log entry a frame: the batched dialect's form of events, insights and desk facts. */
export const entryFrameSchema = z.object({
  log: z.string(),
  epoch: z.number(),
  id: z.string(),
  stamp: z.string(),
  kind: z.enum(entryKinds),
  items: z.array(z.union([liveEventSchema, insightSchema, z.looseObject({ type: z.string() })])),
});
export type EntryFrame = z.infer<typeof entryFrameSchema>;
