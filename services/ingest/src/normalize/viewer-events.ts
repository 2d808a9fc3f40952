import type { EventOf } from "@frontrow/protocol/event";
import type { EmoteBody, LikeBody, MemberBody, RoomUserBody, SocialBody, SubscribeBody } from "../source/messages.ts";
import type { Host } from "./host.ts";
import type { EventBase, IgnoreReason } from "./outcome.ts";
import { imageOf, MAX_EMOTES } from "./stickers.ts";
import { userOf } from "./user.ts";
import { countOf, idTextOf } from "./values.ts";

// What viewers do, apart from talking.

export const likeOf = (base: EventBase, body: LikeBody, host: Host): EventOf<"like"> => ({
  type: "like",
  ...base,
  user: userOf(body.user, host),
  count: countOf(body.count),
  total: countOf(body.total),
});

const SUBSCRIBED = 3;

/** A viewer who came in, or one who subscribed: TikTok has one message for both. */
export function memberOf(base: EventBase, body: MemberBody, host: Host): EventOf<"member"> | EventOf<"subscribe"> {
  const user = userOf(body.user, host);
  if (body.action === SUBSCRIBED) return { type: "subscribe", ...base, user, months: 0 };
  const viewers = countOf(body.memberCount);
  return { type: "member", ...base, user, ...(viewers > 0 && { viewers }) };
}

const SUCCEEDED = 0;

export function subscribeOf(base: EventBase, body: SubscribeBody, host: Host): EventOf<"subscribe"> | IgnoreReason {
  if (body.messageType !== SUCCEEDED) return "otherSubscription";
  return { type: "subscribe", ...base, user: userOf(body.user, host), months: countOf(body.subMonth) };
}

export function roomUserOf(base: EventBase, body: RoomUserBody): EventOf<"roomUser"> {
  const visitors = countOf(body.totalUser);
  return { type: "roomUser", ...base, viewers: countOf(body.total), ...(visitors > 0 && { visitors }) };
}

const FOLLOWED = 1;
const SHARED = 3;

/** The text's key says what it is; where it is missing, the action does. */
export function socialOf(base: EventBase, body: SocialBody, host: Host): EventOf<"follow"> | EventOf<"share"> | IgnoreReason {
  const key = body.common?.displayText?.key ?? "";
  const action = countOf(body.action);
  const user = userOf(body.user, host);
  if (key.includes("follow") || (!key && action === FOLLOWED)) {
    const followed = idTextOf(body.targetUserId);
    const isGuests = followed !== "" && host.id !== "" && followed !== host.id;
    return isGuests ? "otherSocial" : { type: "follow", ...base, user };
  }
  if (key.includes("share") || action === SHARED) return { type: "share", ...base, user };
  return "otherSocial";
}

export function emoteOf(base: EventBase, body: EmoteBody, host: Host): EventOf<"emote"> {
  const emotes = body.emoteList.slice(0, MAX_EMOTES).map(imageOf);
  const user = userOf(body.user, host, body.userIdentity);
  return { type: "emote", ...base, user, emoteIds: emotes.map(({ id }) => id), emotes };
}
