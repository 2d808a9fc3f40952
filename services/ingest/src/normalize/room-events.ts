import type { EventOf } from "@frontrow/protocol/event";
import type {
  CaptionBody,
  ControlBody,
  DeleteBody,
  EnvelopeBody,
  GoalBody,
  PinBody,
  SourceMessage,
  WireNumber,
} from "../source/messages.ts";
import type { Host } from "./host.ts";
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

export function captionOf(base: EventBase, body: CaptionBody): EventOf<"caption"> | IgnoreReason {
  const text = textOf(body.content.map((part) => part.content).join(" "));
  if (!text) return "emptyText";
  return { type: "caption", ...base, text, language: textOf(body.content[0]?.lang) };
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

const HIDDEN = 2;

export function envelopeOf(base: EventBase, body: EnvelopeBody): EventOf<"envelope"> | IgnoreReason {
  const info = body.envelopeInfo;
  if (!info) return "emptyMessage";
  if (body.display === HIDDEN) return "envelopeHidden";
  const id = idTextOf(info.sendUserId);
  const user = { ...NOBODY, id, nickname: nameOf(info.sendUserName), avatarUrl: textOf(info.sendUserAvatar?.urlList[0]) };
  return {
    type: "envelope",
    ...base,
    user: id ? user : undefined,
    envelopeId: textOf(info.envelopeId),
    diamonds: countOf(info.diamondCount),
    people: countOf(info.peopleCount),
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

type BattleMessage = Extract<SourceMessage, { method: "WebcastLinkMicBattle" | "WebcastLinkMicArmies" }>;

/** Invitations and refusals are talk between hosts; a battle opens, has scores, and finishes. */
const battleStates: Readonly<Record<number, EventOf<"battle">["state"]>> = { 4: "open", 5: "finish", 6: "finish" };
/** Hosts of a battle; a team battle has some more. */
const MAX_HOSTS = 32;

export function battleOf(base: EventBase, { method, body }: BattleMessage): EventOf<"battle"> | IgnoreReason {
  const battleId = idTextOf(body.battleId);
  if (method === "WebcastLinkMicArmies") {
    return { type: "battle", ...base, battleId, state: "score", scores: scoresOf(body.armies, (army) => army.hostscore) };
  }
  const state = battleStates[body.action];
  if (!state) return "battleTalk";
  return { type: "battle", ...base, battleId, state, scores: scoresOf(body.battleResult, (result) => result.score) };
}

function scoresOf<T>(byHost: Readonly<Record<string, T>>, scoreOf: (value: T) => WireNumber): EventOf<"battle">["scores"] {
  const hosts = Object.entries(byHost).slice(0, MAX_HOSTS);
  return hosts.map(([hostId, value]) => ({ hostId: idTextOf(hostId), score: countOf(scoreOf(value)) }));
}

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

export function pinOf(base: EventBase, body: PinBody, host: Host): EventOf<"pin"> | IgnoreReason {
  if (body.action === UNPINNED) return "unpinned";
  const { chatMessage, operator } = body;
  const pinnedId = idTextOf(body.pinMsgId) || idTextOf(chatMessage?.common?.msgId);
  const user = userOf(chatMessage?.user, host, chatMessage?.userIdentity) ?? userOf(operator, host);
  return { type: "pin", ...base, user, pinnedId, text: textOf(chatMessage?.content) };
}
