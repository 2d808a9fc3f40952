import type { EventOf, Person } from "@frontrow/protocol/event";
import type { GiftBody } from "../source/messages.ts";
import type { NormalizeContext } from "./context.ts";
import type { GiftDetails } from "./gift-memory.ts";
import type { Host } from "./host.ts";
import type { EventBase } from "./outcome.ts";
import { personOf, userOf } from "./user.ts";
import { countOf, idTextOf, nameOf, productOf, textOf } from "./values.ts";

/** A gift, as one of a streak or alone. What this message leaves out of it is taken from earlier ones. */
export function giftOf(base: EventBase, body: GiftBody, { host, gifts }: NormalizeContext): EventOf<"gift"> {
  const user = userOf(body.user, host, body.userIdentity);
  const giftId = idTextOf(body.giftId) || idTextOf(body.gift?.id);
  const details = gifts.detailsOf(giftId, detailsOf(body));
  const groupId = idTextOf(body.groupId);
  // Of a gift that nobody has described yet it is not known whether it goes on. The fold ends it when nothing follows.
  const isStreakable = details?.isStreakable ?? true;
  const sender = user?.id || nameOf(body.user?.nickname);
  const streakId = groupId || isStreakable ? `${sender}:${giftId}:${groupId}` : base.id;
  // At least one: the message itself is a gift.
  const count = Math.max(1, countOf(body.repeatCount));
  const isEnd = !isStreakable || countOf(body.repeatEnd) > 0;
  const said = receiverOf(body, host);
  const receiver = groupId
    ? gifts.receiverOf(streakId, said)
    : gifts.ungroupedReceiverOf(streakId, { atMs: base.atMs, count, isEnd }, said);
  const diamondsEach = details?.diamondsEach ?? 0;
  return {
    type: "gift",
    ...base,
    user,
    giftId,
    name: details?.name ?? "",
    count,
    diamondsEach,
    diamonds: productOf(count, diamondsEach),
    streakId,
    // A gift that is sent once says nothing of an end, and is over at once.
    streakOpen: !isEnd,
    ...(receiver && { receiver }),
    ...(details?.imageUrl && { imageUrl: details.imageUrl }),
  };
}

/** TikTok's type of gifts that make streaks; some others do too, and say so by `combo` alone. */
const STREAKABLE = 1;

function detailsOf({ gift }: GiftBody): GiftDetails | undefined {
  if (!gift) return undefined;
  return {
    name: nameOf(gift.name),
    diamondsEach: countOf(gift.diamondCount),
    imageUrl: textOf(gift.image?.urlList[0] ?? gift.icon?.urlList[0]),
    isStreakable: gift.type === STREAKABLE || gift.combo,
  };
}

/** The guest on stage for whom a gift is, or undefined: who is named, and is not the host. Either field may name the host. */
function receiverOf(body: GiftBody, host: Host): Person | undefined {
  const id = idTextOf(body.toMemberId) || idTextOf(body.toMemberIdInt);
  const nickname = nameOf(body.toMemberNickname);
  const named = personOf(body.toUser);
  const member = { id: id || nickname, handle: "", nickname, avatarUrl: "" };
  // The same person twice: the larger field has the picture.
  const isSame = named !== undefined && (id ? named.id === id : named.nickname === nickname);
  const candidates = isSame || !member.id ? [named] : [member, named];
  return candidates.find((person) => person !== undefined && !host.is(person));
}
