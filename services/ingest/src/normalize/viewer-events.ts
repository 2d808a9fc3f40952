import type { EventOf } from "@frontrow/protocol/event";
import type { EmoteBody, GiftBody, LikeBody, MemberBody, RoomUserBody, SocialBody, SubscribeBody } from "../source/messages.ts";
import type { EventBase, IgnoreReason } from "./outcome.ts";
import { userOf } from "./user.ts";
import { countOf, idTextOf, nameOf, productOf, textOf } from "./values.ts";

// What viewers do, apart from talking.

/** A gift of this type may be sent again and again while the viewer keeps tapping. */
const STREAKABLE = 1;

export function giftOf(base: EventBase, body: GiftBody): EventOf<"gift"> {
  const user = userOf(body.user, body.userIdentity);
  const giftId = idTextOf(body.giftId);
  const isStreakable = body.gift?.type === STREAKABLE;
  // At least one: the message itself is a gift.
  const count = Math.max(1, countOf(body.repeatCount));
  const diamondsEach = countOf(body.gift?.diamondCount);
  return {
    type: "gift",
    ...base,
    user,
    giftId,
    name: nameOf(body.gift?.name),
    count,
    diamondsEach,
    diamonds: productOf(count, diamondsEach),
    streakId: isStreakable ? `${user?.id ?? ""}:${giftId}:${idTextOf(body.groupId)}` : base.id,
    streakOpen: isStreakable && countOf(body.repeatEnd) === 0,
  };
}

export const likeOf = (base: EventBase, body: LikeBody): EventOf<"like"> => ({
  type: "like",
  ...base,
  user: userOf(body.user),
  count: countOf(body.count),
  total: countOf(body.total),
});

const SUBSCRIBED = 3;

/** A viewer who came in, or one who subscribed: TikTok has one message for both. */
export function memberOf(base: EventBase, body: MemberBody): EventOf<"member"> | EventOf<"subscribe"> {
  const user = userOf(body.user);
  return body.action === SUBSCRIBED ? { type: "subscribe", ...base, user, months: 0 } : { type: "member", ...base, user };
}

export const subscribeOf = (base: EventBase, body: SubscribeBody): EventOf<"subscribe"> => ({
  type: "subscribe",
  ...base,
  user: userOf(body.user),
  months: countOf(body.subMonth),
});

export const roomUserOf = (base: EventBase, body: RoomUserBody): EventOf<"roomUser"> => ({
  type: "roomUser",
  ...base,
  viewers: countOf(body.total),
});

const FOLLOWED = 1;
const SHARED = 3;

/** The text's key says what it is; where it is missing, the action does. */
export function socialOf(base: EventBase, body: SocialBody): EventOf<"follow"> | EventOf<"share"> | IgnoreReason {
  const key = body.common?.displayText?.key ?? "";
  const action = countOf(body.action);
  const user = userOf(body.user);
  if (key.includes("follow") || (!key && action === FOLLOWED)) return { type: "follow", ...base, user };
  if (key.includes("share") || action === SHARED) return { type: "share", ...base, user };
  return "otherSocial";
}

/** More emotes than this are not shown by anybody. */
const MAX_EMOTES = 32;

export const emoteOf = (base: EventBase, body: EmoteBody): EventOf<"emote"> => ({
  type: "emote",
  ...base,
  user: userOf(body.user, body.userIdentity),
  emoteIds: body.emoteList.slice(0, MAX_EMOTES).map((emote) => textOf(emote.emoteId)),
});
