import type { RoomMessage } from "../wire/message.ts";

/** One message that a script said, as a test needs it to know what must have arrived. */
export interface TruthMessage {
  readonly msgId: string;
  readonly type: RoomMessage["type"];
  readonly createTimeMs: number;
  readonly userId: string | undefined;
  /** Messages of one gift streak to the host have the same; undefined for everything else. */
  readonly streak: string | undefined;
  /** Likes of this message, or a streak's items so far; 1 otherwise. */
  readonly count: number;
  /** Diamonds that one item of the gift is worth. */
  readonly diamondsEach: number;
  /** The room's likes so far; only a like message says it. */
  readonly likesTotal: number;
}

export interface TruthTotals {
  readonly messages: number;
  readonly chats: number;
  readonly joins: number;
  readonly follows: number;
  readonly shares: number;
  readonly subscribes: number;
  readonly questions: number;
  /** Items: a streak of five is five. */
  readonly gifts: number;
  readonly diamonds: number;
  /** The room's own total. */
  readonly likes: number;
  /** What the like messages themselves add up to. */
  readonly likesObserved: number;
  readonly uniqueViewers: number;
}

export interface Gap {
  readonly fromMs: number;
  readonly toMs: number;
}

export function truthOf(message: RoomMessage): TruthMessage {
  const user = "user" in message ? message.user : undefined;
  const isGift = message.type === "gift";
  return {
    msgId: message.msgId,
    type: message.type,
    createTimeMs: message.createTimeMs,
    userId: user?.id,
    streak:
      isGift && !message.toUser && !message.toMember ? `${message.user.id} ${message.gift.id} ${message.groupId}` : undefined,
    count: isGift ? message.repeatCount : message.type === "like" ? message.count : 1,
    diamondsEach: isGift ? message.gift.diamonds : 0,
    likesTotal: message.type === "like" ? message.total : 0,
  };
}

/**
 * What exact counting of these messages gives, in whatever order and however often they came. Follows and subscriptions are of
 * people, and a message of stickers is a chat.
 *
 * A streak counts as its highest message, whether or not its end came: what is booked when it is closed for idleness.
 */
export function totalsOf(messages: Iterable<TruthMessage>): TruthTotals {
  const seen = new Set<string>();
  const users = new Set<string>();
  const streaks = new Map<string, TruthMessage>();
  const counts = new Map<string, number>();
  const people = new Set<string>();
  let likes = 0;
  let likesObserved = 0;
  for (const message of messages) {
    if (seen.has(message.msgId)) continue;
    seen.add(message.msgId);
    counts.set(message.type, (counts.get(message.type) ?? 0) + 1);
    if (message.type === "follow" || message.type === "subscribe")
      people.add(`${message.type} ${message.userId ?? message.msgId}`);
    if (message.userId) users.add(message.userId);
    likes = Math.max(likes, message.likesTotal);
    if (message.type === "like") likesObserved += message.count;
    const { streak } = message;
    if (streak !== undefined && message.count >= (streaks.get(streak)?.count ?? 0)) streaks.set(streak, message);
  }
  const booked = [...streaks.values()];
  const of = (type: RoomMessage["type"]): number => counts.get(type) ?? 0;
  const peopleWho = (type: "follow" | "subscribe"): number => [...people].filter((one) => one.startsWith(type)).length;
  return {
    messages: seen.size,
    chats: of("chat") + of("emote"),
    joins: of("member"),
    follows: peopleWho("follow"),
    shares: of("share"),
    subscribes: peopleWho("subscribe"),
    questions: of("question"),
    gifts: booked.reduce((sum, { count }) => sum + count, 0),
    diamonds: booked.reduce((sum, { count, diamondsEach }) => sum + count * diamondsEach, 0),
    likes,
    likesObserved,
    uniqueViewers: users.size,
  };
}

/**
 * Messages that did not arrive and that no declared gap excuses. None, if everything is right.
 *
 * @param slackMs how far the clocks of the gap and of the messages may differ
 */
export function unexcused(
  messages: Iterable<TruthMessage>,
  arrived: ReadonlySet<string>,
  gaps: readonly Gap[],
  slackMs = 0,
): TruthMessage[] {
  const isExcused = ({ createTimeMs }: TruthMessage): boolean =>
    gaps.some(({ fromMs, toMs }) => createTimeMs >= fromMs - slackMs && createTimeMs <= toMs + slackMs);
  return [...messages].filter((message) => !arrived.has(message.msgId) && !isExcused(message));
}
