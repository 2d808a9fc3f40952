import { z } from "zod";
import { count, epochMs } from "../numbers.ts";

export const userSchema = z.object({
  id: z.string(),
  handle: z.string(),
  nickname: z.string(),
  avatarUrl: z.string(),
  isFollower: z.boolean(),
  isSubscriber: z.boolean(),
  isModerator: z.boolean(),
  gifterLevel: count,
  /** Level in the creator's fan club; absent for who is not in it. */
  fanLevel: count.optional(),
  /** The creator. */
  isHost: z.literal(true).optional(),
});
export type User = z.infer<typeof userSchema>;

/** Somebody whom a message names beside its sender: who receives a gift, a guest on stage, a host of a battle. */
export const personSchema = userSchema.pick({ id: true, handle: true, nickname: true, avatarUrl: true });
export type Person = z.infer<typeof personSchema>;

/** A sticker: in a message's text before character `at`, or after the text where it has no place. */
export const emoteImageSchema = z.object({ id: z.string(), imageUrl: z.string(), at: count.optional() });
export type EmoteImage = z.infer<typeof emoteImageSchema>;

const base = {
  /** TikTok's message id, or a hash of the payload where TikTok sends none; unique in a session. */
  id: z.string(),
  /** Event time: the session's clock at receipt. Never goes back within a log and epoch. */
  atMs: epochMs,
  /** TikTok's clock. */
  sentAtMs: epochMs,
  /** Sent again or late by TikTok (history on connect): counts in totals and text, never in rates, windows or moments. */
  late: z.literal(true).optional(),
};
const byUser = { ...base, user: userSchema.optional() };

const questionPriority = z.number().int().min(0).max(5);

/** What the text annotator found; ranges are in the docstring of `annotate` in `@frontrow/text`. */
export const annotationSchema = z.object({
  language: z.string(),
  sentiment: z.number().min(-1).max(1),
  question: z.boolean(),
  questionPriority,
  toxicity: z.number().min(0).max(1),
  spam: z.number().min(0).max(1),
  /** At most five words that say what it is about; absent where there are none. */
  keywords: z.array(z.string()).optional(),
});
export type Annotation = z.infer<typeof annotationSchema>;

/** `text` is empty when a message is nothing but stickers. */
export const chatSchema = z.object({
  ...byUser,
  type: z.literal("chat"),
  text: z.string(),
  emotes: z.array(emoteImageSchema).optional(),
  ...annotationSchema.shape,
});
export const giftSchema = z.object({
  ...byUser,
  type: z.literal("gift"),
  giftId: z.string(),
  name: z.string(),
  count,
  diamondsEach: count,
  diamonds: count,
  /**
   * The same for every message of one streak; a single gift is a streak of its own. Where TikTok names no group its last part is empty,
   * and all streaks of one viewer and gift have the same: the fold tells them apart.
   */
  streakId: z.string(),
  /** A gift counts once, when its streak is no longer open. */
  streakOpen: z.boolean(),
  /** Who receives it, when it is not the host: it is in none of the host's totals. */
  receiver: personSchema.optional(),
  imageUrl: z.string().optional(),
});
/** `count` is one viewer's burst (observed, incomplete); `total` is the room's own total. */
export const likeSchema = z.object({ ...byUser, type: z.literal("like"), count, total: count });
export const entranceKinds = ["gifterLevel", "fanClub", "superFan", "other"] as const;
/** Somebody came in. */
export const memberSchema = z.object({
  ...byUser,
  type: z.literal("member"),
  /** TikTok announced the arrival to the room, because of this. */
  entrance: z.object({ kind: z.enum(entranceKinds), level: count }).optional(),
  /** The room's viewers as this message has them; absent where it has none. */
  viewers: count.optional(),
});
export const followSchema = z.object({ ...byUser, type: z.literal("follow") });
export const shareSchema = z.object({ ...byUser, type: z.literal("share") });
export const subscribeSchema = z.object({
  ...byUser,
  type: z.literal("subscribe"),
  months: count,
  /** How many subscriptions, when `user` gave them to others. */
  given: count.optional(),
});
/** `viewers` is how many are in the room, `visitors` how many came since it began, where TikTok says it. */
export const roomUserSchema = z.object({ ...base, type: z.literal("roomUser"), viewers: count, visitors: count.optional() });
export const questionSchema = z.object({ ...byUser, type: z.literal("question"), text: z.string(), ...annotationSchema.shape });
/** A message of stickers, which counts as a chat. `emotes` are those of `emoteIds`, with their pictures. */
export const emoteSchema = z.object({
  ...byUser,
  type: z.literal("emote"),
  emoteIds: z.array(z.string()),
  emotes: z.array(emoteImageSchema).optional(),
});
export const envelopeSchema = z.object({
  ...byUser,
  type: z.literal("envelope"),
  envelopeId: z.string(),
  diamonds: count,
  people: count,
  /** When it can be opened. */
  opensAtMs: epochMs.optional(),
  /** It is gone from the screen. */
  hidden: z.literal(true).optional(),
});
export const battleSchema = z.object({
  ...base,
  type: z.literal("battle"),
  battleId: z.string(),
  state: z.enum(["open", "score", "finish"]),
  scores: z.array(z.object({ hostId: z.string(), score: count })),
  /** The host whose broadcast this is; absent where that is not known. */
  ownHostId: z.string().optional(),
  hosts: z.array(personSchema).optional(),
  /** Scores of teams, in a battle of more than two hosts. */
  teams: z.array(z.object({ teamId: z.string(), hostIds: z.array(z.string()), score: count })).optional(),
  startsAtMs: epochMs.optional(),
  endsAtMs: epochMs.optional(),
});
/** A guest came on stage, or left it. */
export const guestSchema = z.object({
  ...base,
  type: z.literal("guest"),
  /** The host, with `left`, where a list has no guests any more. */
  guest: personSchema,
  state: z.enum(["joined", "left"]),
  /** Ids of all guests on stage, where TikTok lists them: who is not among them left. */
  onStage: z.array(z.string()).optional(),
});
export const pollSchema = z.object({
  ...base,
  type: z.literal("poll"),
  pollId: z.string(),
  state: z.enum(["open", "votes", "close"]),
  title: z.string(),
  options: z.array(z.object({ text: z.string(), votes: count })),
});
/** What the host says. A caption with the same `sentenceId` replaces the one before, until it `isFinal`. */
export const captionSchema = z.object({
  ...base,
  type: z.literal("caption"),
  text: z.string(),
  language: z.string(),
  sentenceId: z.string().optional(),
  isFinal: z.boolean().optional(),
});
export const goalSchema = z.object({
  ...byUser,
  type: z.literal("goal"),
  goalId: z.string(),
  description: z.string(),
  progress: count,
  target: count,
});
export const pinSchema = z.object({
  ...byUser,
  type: z.literal("pin"),
  pinnedId: z.string(),
  text: z.string(),
  /** It was taken away. */
  unpinned: z.literal(true).optional(),
});
/** Messages and users that moderation removed from the screen. */
export const moderationSchema = z.object({
  ...base,
  type: z.literal("moderation"),
  eventIds: z.array(z.string()),
  userIds: z.array(z.string()),
});
export const streamPausedSchema = z.object({ ...base, type: z.literal("streamPaused") });
export const streamResumedSchema = z.object({ ...base, type: z.literal("streamResumed") });
export const streamEndSchema = z.object({ ...base, type: z.literal("streamEnd"), reason: z.enum(["ended", "suspended"]) });
export const gapReasons = ["upstream", "unwatched", "overflow", "failover", "trimmed", "corrupt"] as const;
/** Data between two moments of event time was lost and will not come. */
export const gapSchema = z.object({
  ...base,
  type: z.literal("gap"),
  fromMs: epochMs,
  toMs: epochMs,
  reason: z.enum(gapReasons),
});

export const liveEventSchema = z.discriminatedUnion("type", [
  chatSchema,
  giftSchema,
  likeSchema,
  memberSchema,
  followSchema,
  shareSchema,
  subscribeSchema,
  roomUserSchema,
  questionSchema,
  emoteSchema,
  envelopeSchema,
  battleSchema,
  guestSchema,
  pollSchema,
  captionSchema,
  goalSchema,
  pinSchema,
  moderationSchema,
  streamPausedSchema,
  streamResumedSchema,
  streamEndSchema,
  gapSchema,
]);
/** One domain fact of a broadcast, as it is in the log, on both dialects and in the SDK. */
export type LiveEvent = z.infer<typeof liveEventSchema>;
export type LiveEventType = LiveEvent["type"];
export type EventOf<T extends LiveEventType> = Extract<LiveEvent, { type: T }>;
export type ChatEvent = EventOf<"chat">;
export type GiftEvent = EventOf<"gift">;

/** What a session has seen so far of TikTok's messages, by type of event, for the owner that goes on: see ADR 9. */
export const seenFactSchema = z.object({
  /** Where the session begins in TikTok's order: a message id; absent while it is not known. */
  startId: z.string().optional(),
  /** When its source was opened first, in event time. */
  openedAtMs: epochMs,
  /** How far our clock is ahead of TikTok's, as the last messages have shown. */
  skewsMs: z.array(z.number()),
  types: z.record(
    z.string(),
    z.object({
      /** Up to this id and this time, in TikTok's order, everything was seen. */
      id: z.string().optional(),
      sentAtMs: z.number().optional(),
      /** The last that were seen, oldest first, and how long before `atMs` each was sent by TikTok's clock. */
      ids: z.array(z.string()),
      agesMs: z.array(z.number().nullable()),
    }),
  ),
});
export type SeenFact = z.infer<typeof seenFactSchema>;

/** Appended so that event time goes on in a quiet source, and now and then with what was seen; never forwarded to sockets. */
export const tickSchema = z.object({ type: z.literal("tick"), atMs: epochMs, seen: seenFactSchema.optional() });
export type Tick = z.infer<typeof tickSchema>;
