import { BinaryReader } from "@bufbuild/protobuf/wire";
import type { ChatBody, GiftBody, LikeBody, MemberBody, MessageBodies, SocialBody } from "../messages.ts";
import { LENGTH_DELIMITED, readFields, VARINT } from "./fields.ts";
import { endOf, int64, readCommon, readIdentity, readUser } from "./lean-parts.ts";

// The five messages that make up nine tenths of a room, read with the fields that we use. The generated decoder makes
// objects of some three hundred fields of each; these are checked against it, byte for byte of what they have in common.

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const chatTypes = { 1: LENGTH_DELIMITED, 2: LENGTH_DELIMITED, 3: LENGTH_DELIMITED, 14: LENGTH_DELIMITED, 18: LENGTH_DELIMITED };
function decodeChat(bytes: Uint8Array): ChatBody {
  const reader = readerOf(bytes);
  const chat: Mutable<ChatBody> = { content: "", contentLanguage: "" };
  readFields(reader, reader.len, chatTypes, (field) => {
    if (field === 1) chat.common = readCommon(reader, endOf(reader));
    else if (field === 2) chat.user = readUser(reader, endOf(reader));
    else if (field === 3) chat.content = reader.string();
    else if (field === 14) chat.contentLanguage = reader.string();
    else chat.userIdentity = readIdentity(reader, endOf(reader));
  });
  return chat;
}

const likeTypes = { 1: LENGTH_DELIMITED, 2: VARINT, 3: VARINT, 5: LENGTH_DELIMITED };
function decodeLike(bytes: Uint8Array): LikeBody {
  const reader = readerOf(bytes);
  const like: Mutable<LikeBody> = { count: 0, total: "0" };
  readFields(reader, reader.len, likeTypes, (field) => {
    if (field === 1) like.common = readCommon(reader, endOf(reader));
    else if (field === 2) like.count = reader.int32();
    else if (field === 3) like.total = int64(reader);
    else like.user = readUser(reader, endOf(reader));
  });
  return like;
}

const memberTypes = { 1: LENGTH_DELIMITED, 2: LENGTH_DELIMITED, 10: VARINT };
function decodeMember(bytes: Uint8Array): MemberBody {
  const reader = readerOf(bytes);
  const member: Mutable<MemberBody> = { action: 0 };
  readFields(reader, reader.len, memberTypes, (field) => {
    if (field === 1) member.common = readCommon(reader, endOf(reader));
    else if (field === 2) member.user = readUser(reader, endOf(reader));
    else member.action = reader.int32();
  });
  return member;
}

const socialTypes = { 1: LENGTH_DELIMITED, 2: LENGTH_DELIMITED, 4: VARINT };
function decodeSocial(bytes: Uint8Array): SocialBody {
  const reader = readerOf(bytes);
  const social: Mutable<SocialBody> = { action: "0" };
  readFields(reader, reader.len, socialTypes, (field) => {
    if (field === 1) social.common = readCommon(reader, endOf(reader));
    else if (field === 2) social.user = readUser(reader, endOf(reader));
    else social.action = int64(reader);
  });
  return social;
}

const giftMessageTypes = {
  1: LENGTH_DELIMITED,
  2: VARINT,
  5: VARINT,
  7: LENGTH_DELIMITED,
  9: VARINT,
  11: VARINT,
  15: LENGTH_DELIMITED,
  32: LENGTH_DELIMITED,
};
function decodeGift(bytes: Uint8Array): GiftBody {
  const reader = readerOf(bytes);
  const gift: Mutable<GiftBody> = { giftId: "0", repeatCount: 0, repeatEnd: 0, groupId: "0" };
  readFields(reader, reader.len, giftMessageTypes, (field) => {
    if (field === 1) gift.common = readCommon(reader, endOf(reader));
    else if (field === 2) gift.giftId = int64(reader);
    else if (field === 5) gift.repeatCount = reader.int32();
    else if (field === 7) gift.user = readUser(reader, endOf(reader));
    else if (field === 9) gift.repeatEnd = reader.int32();
    else if (field === 11) gift.groupId = int64(reader);
    else if (field === 15) gift.gift = readGiftItself(reader, endOf(reader));
    else gift.userIdentity = readIdentity(reader, endOf(reader));
  });
  return gift;
}

const giftTypes = { 11: VARINT, 12: VARINT, 16: LENGTH_DELIMITED };
function readGiftItself(reader: BinaryReader, end: number): NonNullable<GiftBody["gift"]> {
  const gift = { type: 0, diamondCount: 0, name: "" };
  readFields(reader, end, giftTypes, (field) => {
    if (field === 11) gift.type = reader.int32();
    else if (field === 12) gift.diamondCount = reader.int32();
    else gift.name = reader.string();
  });
  return gift;
}

const readerOf = (bytes: Uint8Array): BinaryReader => new BinaryReader(bytes as Uint8Array<ArrayBuffer>);

type Lean = "WebcastChatMessage" | "WebcastLikeMessage" | "WebcastMemberMessage" | "WebcastSocialMessage" | "WebcastGiftMessage";

export const leanDecoders: { readonly [M in Lean]: { decode(bytes: Uint8Array): MessageBodies[M] } } = {
  WebcastChatMessage: { decode: decodeChat },
  WebcastLikeMessage: { decode: decodeLike },
  WebcastMemberMessage: { decode: decodeMember },
  WebcastSocialMessage: { decode: decodeSocial },
  WebcastGiftMessage: { decode: decodeGift },
};
