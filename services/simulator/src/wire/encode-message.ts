import { writeArmies, writeBattle } from "./encode-battle.ts";
import { writeFollow, writeLike, writeMember, writeRoomUser, writeShare, writeSubscribe } from "./encode-crowd.ts";
import { writeEnvelope, writeGift } from "./encode-gift.ts";
import { writeControl, writeDelete, writeGoal, writePin } from "./encode-room.ts";
import { writeBarrage, writeCaption, writeChat, writeEmote, writeIntro, writeQuestion } from "./encode-talk.ts";
import type { MessageType, RoomMessage } from "./message.ts";
import { type Common, writeCommon } from "./parts.ts";
import { ProtoWriter } from "./proto-writer.ts";

const METHODS = {
  chat: "WebcastChatMessage",
  gift: "WebcastGiftMessage",
  like: "WebcastLikeMessage",
  member: "WebcastMemberMessage",
  roomUser: "WebcastRoomUserSeqMessage",
  follow: "WebcastSocialMessage",
  share: "WebcastSocialMessage",
  subscribe: "WebcastSubNotifyMessage",
  question: "WebcastQuestionNewMessage",
  emote: "WebcastEmoteChatMessage",
  caption: "WebcastCaptionMessage",
  delete: "WebcastImDeleteMessage",
  envelope: "WebcastEnvelopeMessage",
  battle: "WebcastLinkMicBattle",
  armies: "WebcastLinkMicArmies",
  goal: "WebcastGoalUpdateMessage",
  pin: "WebcastRoomPinMessage",
  barrage: "WebcastBarrageMessage",
  intro: "WebcastLiveIntroMessage",
  control: "WebcastControlMessage",
} as const satisfies Record<Exclude<MessageType, "raw">, string>;

/** Which text a viewer's app shows; follows and shares are told apart by it. */
const DISPLAY: Partial<Record<MessageType, { key: string; pattern: string }>> = {
  follow: { key: "pm_main_follow_message_viewer_2", pattern: "{0:user} followed the LIVE creator" },
  share: { key: "pm_mt_guidance_share", pattern: "{0:user} shared the LIVE" },
  like: { key: "pm_mt_msg_viewer", pattern: "{0:user} liked the LIVE" },
  member: { key: "live_room_enter_toast", pattern: "{0:user} joined" },
  gift: { key: "webcast_aweme_gift_send_message", pattern: "{0:user} sent {1:gift} {2:string}" },
};

/** Encoding is synchronous, so one writer serves all messages and keeps its buffer. */
const scratch = new ProtoWriter(4096);

/** TikTok's name of the message type. */
export const methodOf = (message: RoomMessage): string => (message.type === "raw" ? message.method : METHODS[message.type]);

/** One message as TikTok puts it into a batch (`BaseProtoMessage`): its method, its payload, its id. */
export function encodeMessage(message: RoomMessage, roomId: string, options: { isHistory?: boolean } = {}): Buffer {
  const method = methodOf(message);
  const writer = scratch.reset().string(1, method);
  if (message.type === "raw") writer.bytes(2, message.payload);
  else writer.message(2, (payload) => writePayload(payload, message, method, roomId));
  return writer.int(3, message.msgId).int(5, 0).bool(6, options.isHistory).finish();
}

function writePayload(writer: ProtoWriter, message: RoomMessage, method: string, roomId: string): void {
  const display = DISPLAY[message.type];
  const common: Common = {
    method,
    msgId: message.msgId,
    roomId,
    createTimeMs: message.createTimeMs,
    displayKey: display?.key,
    displayPattern: display?.pattern,
  };
  writeCommon(writer, common);
  writeContent(writer, message, roomId);
}

function writeContent(writer: ProtoWriter, message: RoomMessage, roomId: string): void {
  switch (message.type) {
    case "chat":
      return writeChat(writer, message);
    case "gift":
      return writeGift(writer, message);
    case "like":
      return writeLike(writer, message);
    case "member":
      return writeMember(writer, message);
    case "roomUser":
      return writeRoomUser(writer, message);
    case "follow":
      return writeFollow(writer, message);
    case "share":
      return writeShare(writer, message);
    case "subscribe":
      return writeSubscribe(writer, message);
    case "question":
      return writeQuestion(writer, message, message.createTimeMs);
    case "emote":
      return writeEmote(writer, message);
    case "caption":
      return writeCaption(writer, message, message.createTimeMs);
    case "delete":
      return writeDelete(writer, message);
    case "envelope":
      return writeEnvelope(writer, message, message.createTimeMs, roomId);
    case "battle":
      return writeBattle(writer, message);
    case "armies":
      return writeArmies(writer, message, message.createTimeMs);
    case "goal":
      return writeGoal(writer, message);
    case "pin":
      return writePin(writer, message, message.createTimeMs, (pinned) =>
        writePayload(pinned, message.pinned, METHODS.chat, roomId),
      );
    case "barrage":
      return writeBarrage(writer, message);
    case "intro":
      return writeIntro(writer, message);
    case "control":
      return writeControl(writer, message);
    case "raw":
      return;
  }
}
