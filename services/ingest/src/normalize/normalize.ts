import type { EventOf, LiveEvent } from "@frontrow/protocol/event";
import type { SourceMessage } from "../source/messages.ts";
import { barrageOf } from "./barrage.ts";
import { armiesOf, battleOf } from "./battle.ts";
import type { NormalizeContext } from "./context.ts";
import { giftOf } from "./gift.ts";
import type { EventBase, IgnoreReason } from "./outcome.ts";
import { captionOf, controlOf, deletionOf, envelopeOf, goalOf, pinOf, pollOf } from "./room-events.ts";
import { guestOf } from "./stage.ts";
import { emotesOf } from "./stickers.ts";
import { userOf } from "./user.ts";
import { sentAtMsOf, textOf } from "./values.ts";
import { emoteOf, likeOf, memberOf, roomUserOf, socialOf, subscribeOf } from "./viewer-events.ts";

/**
 * What a message means in our words, or why it means nothing to us. `atMs` is its event time. Knows no clock and no network:
 * the same messages in the same order, with a new context, give the same events.
 *
 * @example
 * normalize(rose, 1700000000000, createContext(annotate, { handle: "ann" })) // { type: "gift", name: "Rose", count: 1, diamonds: 1, … }
 */
export function normalize(message: SourceMessage, atMs: number, context: NormalizeContext): LiveEvent | IgnoreReason {
  const base: EventBase = { id: message.id, atMs, sentAtMs: sentAtMsOf(message.body.common?.createTime, atMs) };
  const { host } = context;
  switch (message.method) {
    case "WebcastChatMessage":
      return chatOf(base, message.body, context);
    case "WebcastGiftMessage":
      return giftOf(base, message.body, context);
    case "WebcastLikeMessage":
      return likeOf(base, message.body, host);
    case "WebcastMemberMessage":
      return memberOf(base, message.body, host);
    case "WebcastRoomUserSeqMessage":
      return roomUserOf(base, message.body);
    case "WebcastSocialMessage":
      return socialOf(base, message.body, host);
    case "WebcastControlMessage":
      return controlOf(base, message.body);
    case "WebcastSubNotifyMessage":
      return subscribeOf(base, message.body, host);
    case "WebcastQuestionNewMessage":
      return questionOf(base, message.body, context);
    case "WebcastCaptionMessage":
      return captionOf(base, message.body);
    case "WebcastEmoteChatMessage":
      return emoteOf(base, message.body, host);
    case "WebcastImDeleteMessage":
      return deletionOf(base, message.body);
    case "WebcastEnvelopeMessage":
      return envelopeOf(base, message.body, host);
    case "WebcastLinkMicBattle":
      return battleOf(base, message.body, host);
    case "WebcastLinkMicArmies":
      return armiesOf(base, message.body, host);
    case "WebcastGoalUpdateMessage":
      return goalOf(base, message.body);
    case "WebcastRoomPinMessage":
      return pinOf(base, message.body, host);
    case "WebcastBarrageMessage":
      return barrageOf(base, message.body, host);
    case "WebcastPollMessage":
      return pollOf(base, message.body);
    case "WebcastLinkMessage":
    case "WebcastLinkLayerMessage":
      return guestOf(base, message, host);
  }
}

type BodyOf<M extends SourceMessage["method"]> = Extract<SourceMessage, { method: M }>["body"];

function chatOf(
  base: EventBase,
  body: BodyOf<"WebcastChatMessage">,
  { annotate, host }: NormalizeContext,
): EventOf<"chat"> | IgnoreReason {
  const text = textOf(body.content);
  const emotes = emotesOf(body.emotes ?? [], text);
  if (!text && emotes.length === 0) return "emptyText";
  const user = userOf(body.user, host, body.userIdentity);
  return { type: "chat", ...base, user, text, ...(emotes.length > 0 && { emotes }), ...annotate(text, body.contentLanguage) };
}

function questionOf(
  base: EventBase,
  body: BodyOf<"WebcastQuestionNewMessage">,
  { annotate, host }: NormalizeContext,
): EventOf<"question"> | IgnoreReason {
  const text = textOf(body.data?.content);
  if (!text) return "emptyText";
  return { type: "question", ...base, user: userOf(body.data?.user, host), text, ...annotate(text, "") };
}
