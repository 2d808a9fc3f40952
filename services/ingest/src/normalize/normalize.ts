import type { Annotation, EventOf, LiveEvent } from "@frontrow/protocol/event";
import type { SourceMessage } from "../source/messages.ts";
import type { EventBase, IgnoreReason } from "./outcome.ts";
import { battleOf, captionOf, controlOf, deletionOf, envelopeOf, goalOf, pinOf } from "./room-events.ts";
import { userOf } from "./user.ts";
import { sentAtMsOf, textOf } from "./values.ts";
import { emoteOf, giftOf, likeOf, memberOf, roomUserOf, socialOf, subscribeOf } from "./viewer-events.ts";

/** Says what a text means; see `annotate` in `@frontrow/text`. `hint`: its language as TikTok believes it. */
export type Annotate = (text: string, hint: string) => Annotation;

/**
 * What a message means in our words, or why it means nothing to us. Pure: `atMs` is its event time, `annotate` a function.
 *
 * @example
 * normalize(rose, 1700000000000, annotate) // { type: "gift", name: "Rose", count: 1, diamonds: 1, … }
 */
export function normalize(message: SourceMessage, atMs: number, annotate: Annotate): LiveEvent | IgnoreReason {
  const base: EventBase = { id: message.id, atMs, sentAtMs: sentAtMsOf(message.body.common?.createTime, atMs) };
  switch (message.method) {
    case "WebcastChatMessage":
      return chatOf(base, message.body, annotate);
    case "WebcastGiftMessage":
      return giftOf(base, message.body);
    case "WebcastLikeMessage":
      return likeOf(base, message.body);
    case "WebcastMemberMessage":
      return memberOf(base, message.body);
    case "WebcastRoomUserSeqMessage":
      return roomUserOf(base, message.body);
    case "WebcastSocialMessage":
      return socialOf(base, message.body);
    case "WebcastControlMessage":
      return controlOf(base, message.body);
    case "WebcastSubNotifyMessage":
      return subscribeOf(base, message.body);
    case "WebcastQuestionNewMessage":
      return questionOf(base, message.body, annotate);
    case "WebcastCaptionMessage":
      return captionOf(base, message.body);
    case "WebcastEmoteChatMessage":
      return emoteOf(base, message.body);
    case "WebcastImDeleteMessage":
      return deletionOf(base, message.body);
    case "WebcastEnvelopeMessage":
      return envelopeOf(base, message.body);
    case "WebcastLinkMicBattle":
    case "WebcastLinkMicArmies":
      return battleOf(base, message);
    case "WebcastGoalUpdateMessage":
      return goalOf(base, message.body);
    case "WebcastRoomPinMessage":
      return pinOf(base, message.body);
  }
}

type BodyOf<M extends SourceMessage["method"]> = Extract<SourceMessage, { method: M }>["body"];

function chatOf(base: EventBase, body: BodyOf<"WebcastChatMessage">, annotate: Annotate): EventOf<"chat"> | IgnoreReason {
  const text = textOf(body.content);
  if (!text) return "emptyText";
  const user = userOf(body.user, body.userIdentity);
  return { type: "chat", ...base, user, text, ...annotate(text, body.contentLanguage) };
}

function questionOf(
  base: EventBase,
  body: BodyOf<"WebcastQuestionNewMessage">,
  annotate: Annotate,
): EventOf<"question"> | IgnoreReason {
  const text = textOf(body.data?.content);
  if (!text) return "emptyText";
  return { type: "question", ...base, user: userOf(body.data?.user), text, ...annotate(text, "") };
}
