import { z } from "zod";
import { gapReasons, userSchema } from "./event.ts";
import { type MetricName, metricsSchema } from "./metrics.ts";

const ms = z.number().int().nonnegative();
const count = z.number().int().nonnegative();

/** What changed in the metrics since the last such insight; absolute values. A snapshot carries them all. */
export const metricsInsightSchema = z.object({ type: z.literal("metrics"), ...metricsSchema.partial().shape });
/** The top gifters, best first, at most ten; sent whole when it changed. */
export const leaderboardSchema = z.object({
  type: z.literal("leaderboard"),
  atMs: ms,
  gifters: z.array(z.object({ user: userSchema, diamonds: count, gifts: count })),
});
/** Why a question has its priority. */
export const questionReasons = [
  "qna",
  "asksCreator",
  "questionMark",
  "questionWord",
  "fullSentence",
  "askedByMany",
  "subscriber",
  "topGifter",
  "short",
  "rhetorical",
  "spamLike",
] as const;
export type QuestionReason = (typeof questionReasons)[number];
/**
 * A question waits for an answer. Said again, with the same id, when others ask the same: `count` and `priority` are
 * absolute, so that the last one said holds. Fields after `user` are absent in entries before 0.2.
 */
export const questionDetectedSchema = z.object({
  type: z.literal("questionDetected"),
  /** Follows from the event that caused it, so there is one such question however often it is said. */
  id: z.string(),
  eventId: z.string(),
  atMs: ms,
  text: z.string(),
  priority: z.number().int().min(1).max(5),
  user: userSchema.optional(),
  reasons: z.array(z.enum(questionReasons)).optional(),
  /** How often it was asked, near-duplicates included. */
  count: z.number().int().positive().optional(),
  lastAtMs: ms.optional(),
  language: z.string().optional(),
});
export type QuestionDetected = z.infer<typeof questionDetectedSchema>;

/** What a message that people read is made of; a catalogue words it in their language. */
const params = z.record(z.string(), z.union([z.string(), z.number()]));
export type Params = z.infer<typeof params>;

/** Not in logs: the plain dialect adds it, the batched one leaves it to the client. */
const readable = {
  /** Its sentence in the desk's language. */
  text: z.string().optional(),
};

/** One part of a score: what was measured, and how many of at most `max` points it gives. Parts add up to the score. */
const scorePart = z.object({ code: z.string(), value: z.number(), points: z.number(), max: z.number() });
const score = z.object({ value: z.number().min(0).max(100), parts: z.array(scorePart) });
export type ScorePart = z.infer<typeof scorePart>;
/** A risk or a chance: what raises it, each 0…1, the strongest first, and what can be done, the best first. */
const outlook = z.object({
  value: z.number().min(0).max(100),
  factors: z.array(z.object({ code: z.string(), strength: z.number().min(0).max(1), value: z.number() })),
  actions: z.array(z.string()),
});
export const trendWords = ["rising", "steady", "falling"] as const;
export const scoresSchema = z.object({
  type: z.literal("scores"),
  atMs: ms,
  /** Whether a minute was seen: before it, scores say little. */
  isWarm: z.boolean(),
  entertainment: z.number().min(0).max(100),
  engagement: score,
  reception: score,
  energy: score,
  retention: score,
  churnRisk: outlook,
  monetization: outlook,
  trend: z.object({ word: z.enum(trendWords), points: z.number() }),
});
export type Scores = z.infer<typeof scoresSchema>;

const rising = z.object({
  text: z.string(),
  /** Messages with it in the last two minutes. */
  count,
  /** How far above its own baseline, in standard deviations of a Poisson process. */
  rise: z.number(),
});
/** What the chat of the last minutes is about; sent whole when it changed, at most every ten seconds. */
export const conversationSchema = z.object({
  type: z.literal("conversation"),
  atMs: ms,
  /** Messages of the last five minutes by mood. */
  moods: z.object({ positive: count, neutral: count, negative: count }),
  languages: z.array(z.object({ language: z.string(), chats: count, share: z.number().min(0).max(1) })),
  words: z.array(rising),
  emoji: z.array(rising),
  topics: z.array(
    z.object({ words: z.array(z.string()), chats: count, share: z.number().min(0).max(1), sentiment: z.number().min(-1).max(1) }),
  ),
  /** One message that many send, folded. */
  waves: z.array(z.object({ text: z.string(), count, people: count, sinceMs: ms, lastAtMs: ms })),
});
export type Conversation = z.infer<typeof conversationSchema>;

/** What we saw of one viewer in this broadcast. Likes and watch time are at least so much. */
export const viewerStatsSchema = z.object({
  user: userSchema,
  /** Engagement points: the formula is in `docs/metrics.md`. */
  points: z.number().nonnegative(),
  firstSeenMs: ms,
  lastSeenMs: ms,
  watchMs: ms,
  visits: count,
  chats: count,
  likes: count,
  shares: count,
  gifts: count,
  diamonds: count,
  followed: z.boolean(),
  subscribed: z.boolean(),
});
export type ViewerStats = z.infer<typeof viewerStatsSchema>;
/** The audience as people; sent whole when it changed, at most every ten seconds. */
export const viewerUpdateSchema = z.object({
  type: z.literal("viewerUpdate"),
  atMs: ms,
  /** Seen in the last five minutes; of them, arrived in these; came back after an absence. */
  active: count,
  newcomers: count,
  returning: count,
  /** Viewers by watch time: under 5, 5–15, 15–30, over 30 minutes. */
  watchTime: z.tuple([count, count, count, count]),
  /** Most engaged first, at most ten. */
  ranking: z.array(viewerStatsSchema),
  /** Who arrived or came back last, newest first, at most ten each. */
  newest: z.array(userSchema),
  back: z.array(userSchema),
});
export type ViewerUpdate = z.infer<typeof viewerUpdateSchema>;

/** What can be drawn over time, by the metric's own name. */
export const curveNames = [
  "viewers",
  "chatsPerMinute",
  "likesPerMinute",
  "diamondsPerMinute",
  "sentiment",
  "entertainment",
] as const satisfies MetricName[];
export type CurveName = (typeof curveNames)[number];
/** How metrics went in the last hour, for who begins to look; not said while a broadcast goes on. */
export const curvesSchema = z.object({
  type: z.literal("curves"),
  /** The first point's moment; the others follow at this distance. */
  fromMs: ms,
  stepMs: ms,
  values: z.record(z.enum(curveNames), z.array(z.number())),
  gaps: z.array(z.object({ fromMs: ms, toMs: ms, reason: z.enum(gapReasons) })),
});
export type Curves = z.infer<typeof curvesSchema>;

export const spikeLanes = ["chats", "likes", "gifts", "diamonds", "shares", "follows", "joins"] as const;
/** The audience did far more, or less, than it had done before: which of its doings, how much, and since when. */
export const spikeSchema = z.object({
  type: z.literal("spike"),
  /** Follows from its moment. */
  id: z.string(),
  kind: z.enum(["spike", "lull"]),
  atMs: ms,
  fromMs: ms,
  toMs: ms,
  /** The strongest first: what happened from `fromMs` to `toMs`, and what is usual in such a span. */
  lanes: z.array(z.object({ lane: z.enum(spikeLanes), value: z.number(), baseline: z.number(), deviations: z.number() })),
  /** Battles raise everything: this one is no more than that. */
  duringBattle: z.boolean(),
  ...readable,
});
export type Spike = z.infer<typeof spikeSchema>;

export const momentKinds = ["milestone", "raid", "battleOpened", "battleFinished", "firstGift", "firstChat", "topGift"] as const;
/** Something worth remembering at one moment; `params` are what its sentence needs. */
export const momentSchema = z.object({
  type: z.literal("moment"),
  id: z.string(),
  kind: z.enum(momentKinds),
  atMs: ms,
  eventId: z.string().optional(),
  user: userSchema.optional(),
  params,
  ...readable,
});
export type Moment = z.infer<typeof momentSchema>;

export const promptTriggers = [
  "quietChat",
  "energyDrop",
  "giftMomentum",
  "openQuestion",
  "greetNewcomers",
  "welcomeBack",
  "milestoneNear",
  "moodTurning",
  "raid",
  "thankGifter",
] as const;
export type PromptTrigger = (typeof promptTriggers)[number];
/** What the creator could say or do now: a trigger with what its sentence needs, worded in each desk's language. */
export const automatedPromptSchema = z.object({
  type: z.literal("automatedPrompt"),
  /** Follows from its trigger and moment. */
  id: z.string(),
  trigger: z.enum(promptTriggers),
  /** 5 is the most urgent. */
  priority: z.number().int().min(1).max(5),
  atMs: ms,
  /** No longer worth saying after this. */
  untilMs: ms,
  /** The question it is about: a desk that has answered it is not told. */
  questionId: z.string().optional(),
  params,
  ...readable,
  /** Likewise, why it is said. */
  reason: z.string().optional(),
});
export type AutomatedPrompt = z.infer<typeof automatedPromptSchema>;

export const insightSchema = z.discriminatedUnion("type", [
  metricsInsightSchema,
  leaderboardSchema,
  questionDetectedSchema,
  scoresSchema,
  conversationSchema,
  viewerUpdateSchema,
  spikeSchema,
  momentSchema,
  automatedPromptSchema,
  curvesSchema,
]);
/** What the fold concludes. */
export type Insight = z.infer<typeof insightSchema>;
export type InsightOf<T extends Insight["type"]> = Extract<Insight, { type: T }>;
export type Leaderboard = z.infer<typeof leaderboardSchema>;
