import { writeArmies, writeBattle } from "./encode-battle.ts";
import { writeFollow, writeLike, writeMember, writeRoomUser, writeShare, writeSubscribe } from "./encode-crowd.ts";
import { writeEnvelope, writeGift } from "./encode-gift.ts";
import { writeControl, writeDelete, writeGoal, writeGuest, writePin, writePoll, writeStage } from "./encode-room.ts";
import { writeBarrage, writeCaption, writeChat, writeEmote, writeIntro, writeQuestion } from "./encode-talk.ts";
import type { MessageOf, MessageType, RoomMessage } from "./message.ts";
import { writeCommon } from "./parts.ts";
import { ProtoWriter } from "./proto-writer.ts";

type MappedType = Exclude<MessageType, "raw">;
type MappedMessage = Exclude<RoomMessage, MessageOf<"raw">>;

interface Encoding<T extends MappedType> {
  /** TikTok's name of the message. */
  readonly method: string;
  /** Which text a viewer's app shows: a follow and a share are told apart by nothing else. */
  readonly display?: { readonly key: string; readonly pattern: string };
  readonly write: (writer: ProtoWriter, message: MessageOf<T>, roomId: string) => void;
}

const ENCODINGS: { readonly [T in MappedType]: Encoding<T> } = {
  chat: { method: "WebcastChatMessage", write: writeChat },
  emote: { method: "WebcastEmoteChatMessage", write: writeEmote },
  question: { method: "WebcastQuestionNewMessage", write: writeQuestion },
  caption: { method: "WebcastCaptionMessage", write: writeCaption },
  intro: { method: "WebcastLiveIntroMessage", write: writeIntro },
  barrage: { method: "WebcastBarrageMessage", write: writeBarrage },
  gift: {
    method: "WebcastGiftMessage",
    display: { key: "webcast_aweme_gift_send_message", pattern: "{0:user} sent {1:gift} {2:string}" },
    write: writeGift,
  },
  envelope: { method: "WebcastEnvelopeMessage", write: writeEnvelope },
  like: {
    method: "WebcastLikeMessage",
    display: { key: "pm_mt_msg_viewer", pattern: "{0:user} liked the LIVE" },
    write: writeLike,
  },
  member: {
    method: "WebcastMemberMessage",
    display: { key: "live_room_enter_toast", pattern: "{0:user} joined" },
    write: writeMember,
  },
  roomUser: { method: "WebcastRoomUserSeqMessage", write: writeRoomUser },
  follow: {
    method: "WebcastSocialMessage",
    display: { key: "pm_main_follow_message_viewer_2", pattern: "{0:user} followed the LIVE creator" },
    write: writeFollow,
  },
  share: {
    method: "WebcastSocialMessage",
    display: { key: "pm_mt_guidance_share", pattern: "{0:user} shared the LIVE" },
    write: writeShare,
  },
  subscribe: { method: "WebcastSubNotifyMessage", write: writeSubscribe },
  battle: { method: "WebcastLinkMicBattle", write: writeBattle },
  armies: { method: "WebcastLinkMicArmies", write: writeArmies },
  goal: { method: "WebcastGoalUpdateMessage", write: writeGoal },
  delete: { method: "WebcastImDeleteMessage", write: writeDelete },
  guest: { method: "WebcastLinkMessage", write: writeGuest },
  stage: { method: "WebcastLinkLayerMessage", write: writeStage },
  poll: { method: "WebcastPollMessage", write: writePoll },
  control: { method: "WebcastControlMessage", write: writeControl },
  pin: {
    method: "WebcastRoomPinMessage",
    write: (writer, pin, roomId) => writePin(writer, pin, (pinned) => writePayload(pinned, pin.pinned, roomId)),
  },
};

/** Encoding is synchronous, so one writer serves all messages and keeps its buffer. */
const scratch = new ProtoWriter(4096);

/** One message as TikTok puts it into a batch (`BaseProtoMessage`): its method, its payload, its id. */
export function encodeMessage(message: RoomMessage, roomId: string, options: { isHistory?: boolean } = {}): Buffer {
  const writer = scratch.reset();
  if (message.type === "raw") writer.string(1, message.method).bytes(2, message.payload);
  else writer.string(1, ENCODINGS[message.type].method).message(2, (payload) => writePayload(payload, message, roomId));
  return writer.int(3, message.msgId).bool(6, options.isHistory).finish();
}

function writePayload(writer: ProtoWriter, message: MappedMessage, roomId: string): void {
  // The table pairs each type with its own writer; the compiler cannot follow that through a lookup.
  const { method, display, write } = ENCODINGS[message.type] as Encoding<MappedType>;
  writeCommon(writer, { method, display, msgId: message.msgId, roomId, createTimeMs: message.createTimeMs });
  write(writer, message as never, roomId);
}
