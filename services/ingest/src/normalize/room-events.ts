import type { EventOf } from "@frontrow/protocol/event";
import type { CaptionBody, ControlBody, DeleteBody, EnvelopeBody, GoalBody, PinBody, PollBody } from "../source/messages.ts";
import type { Host } from "./host.ts";
import { isHidden } from "./identity.ts";
import type { EventBase, IgnoreReason } from "./outcome.ts";
import { userOf } from "./user.ts";
import { countOf, idTextOf, nameOf, textOf } from "./values.ts";

// What happens to the broadcast itself.

type StreamEvent = EventOf<"streamPaused"> | EventOf<"streamResumed"> | EventOf<"streamEnd">;

export function controlOf(base: EventBase, body: ControlBody): StreamEvent | IgnoreReason {
  switch (body.action) {
    case 1:
      return { type: "streamPaused", ...base };
    case 2:
      return { type: "streamResumed", ...base };
    case 3:
      return { type: "streamEnd", ...base, reason: "ended" };
    case 4:
      return { type: "streamEnd", ...base, reason: "suspended" };
    default:
      return "otherControl";
  }
}

/** In the first of its languages: the others are translations. */
export function captionOf(base: EventBase, body: CaptionBody): EventOf<"caption"> | IgnoreReason {
  const lang = body.content[0]?.lang ?? "";
  const text = textOf(
    body.content
      .filter((part) => part.lang === lang)
      .map((part) => part.content)
      .join(" "),
  );
  if (!text) return "emptyText";
  const sentenceId = idTextOf(body.sentenceId);
  return {
    type: "caption",
    ...base,
    text,
    language: textOf(lang),
    ...(sentenceId && { sentenceId }),
    isFinal: body.definite,
  };
}

/** Longer lists come from mass deletions; the first are the ones that can still be on a screen. */
const MAX_DELETED = 1_000;

export function deletionOf(base: EventBase, body: DeleteBody): EventOf<"moderation"> | IgnoreReason {
  const idsOf = (ids: readonly string[]) => ids.slice(0, MAX_DELETED).map(idTextOf).filter(Boolean);
  const eventIds = idsOf(body.deleteMsgIds);
  const userIds = idsOf(body.deleteUserIds);
  if (eventIds.length === 0 && userIds.length === 0) return "emptyMessage";
  return { type: "moderation", ...base, eventIds, userIds };
}

/** Diamonds of a viewer and of the platform, and where TikTok does not say. Others hold coupons, tickets or promotions. */
const DIAMOND_CHESTS = [0, 1, 2];

export function envelopeOf(base: EventBase, body: EnvelopeBody, host: Host): EventOf<"envelope"> | IgnoreReason {
  const info = body.envelopeInfo;
  if (!info) return "emptyMessage";
  if (!DIAMOND_CHESTS.includes(info.businessType)) return "otherEnvelope";
  const id = info.senderEnigmaInfo?.isEnigmaMaskOn ? "" : idTextOf(info.sendUserId);
  const person = { id, handle: "", nickname: nameOf(info.sendUserName), avatarUrl: textOf(info.sendUserAvatar?.urlList[0]) };
  const opensAtMs = countOf(info.unpackAt) * 1000;
  return {
    type: "envelope",
    ...base,
    user: id ? { ...NOBODY, ...person, ...(host.is(person) && { isHost: true }) } : undefined,
    envelopeId: textOf(info.envelopeId),
    diamonds: countOf(info.diamondCount),
    people: countOf(info.peopleCount),
    ...(opensAtMs > 0 && { opensAtMs }),
    ...(isHidden(body) && { hidden: true }),
  };
}

/** What a message leaves open that names a viewer without saying more. */
const NOBODY = {
  id: "",
  handle: "",
  nickname: "",
  avatarUrl: "",
  isFollower: false,
  isSubscriber: false,
  isModerator: false,
  gifterLevel: 0,
};

export function goalOf(base: EventBase, body: GoalBody): EventOf<"goal"> | IgnoreReason {
  if (!body.goal) return "emptyMessage";
  const [first] = body.goal.subGoals;
  const id = idTextOf(body.contributorId);
  const handle = nameOf(body.contributorDisplayId);
  const avatarUrl = textOf(body.contributorAvatar?.urlList[0]);
  return {
    type: "goal",
    ...base,
    user: id ? { ...NOBODY, id, handle, avatarUrl } : undefined,
    goalId: idTextOf(body.goal.id),
    description: textOf(body.goal.description),
    progress: countOf(first?.progress),
    target: countOf(first?.target),
  };
}

const UNPINNED = 2;

export function pinOf(base: EventBase, body: PinBody, host: Host): EventOf<"pin"> {
  const { chatMessage, operator } = body;
  const pinnedId = idTextOf(body.pinMsgId) || idTextOf(chatMessage?.common?.msgId);
  const user = userOf(chatMessage?.user, host, chatMessage?.userIdentity) ?? userOf(operator, host);
  const text = textOf(chatMessage?.content);
  return { type: "pin", ...base, user, pinnedId, text, ...(body.action === UNPINNED && { unpinned: true }) };
}

/** More answers than a poll can have. */
const MAX_OPTIONS = 32;

export function pollOf(base: EventBase, body: PollBody): EventOf<"poll"> | IgnoreReason {
  const { startContent, updateVotesContent, endContent } = body;
  const content = endContent ?? updateVotesContent ?? startContent;
  if (!content) return "emptyMessage";
  const options = content.optionList.toSorted((one, other) => one.optionIdx - other.optionIdx).slice(0, MAX_OPTIONS);
  return {
    type: "poll",
    ...base,
    pollId: idTextOf(body.pollId),
    state: endContent ? "close" : updateVotesContent ? "votes" : "open",
    title: textOf(startContent?.title || body.pollBasicInfo?.title),
    options: options.map(({ displayContent, votes }) => ({ text: textOf(displayContent), votes: countOf(votes) })),
  };
}
