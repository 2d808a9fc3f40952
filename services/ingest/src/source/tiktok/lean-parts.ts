import type { BinaryReader } from "@bufbuild/protobuf/wire";
import type { Common, WireBadge, WireIdentity, WireUser } from "../messages.ts";
import { LENGTH_DELIMITED, readFields, VARINT } from "./fields.ts";

// What nearly every message holds, with the fields that we read of it. Numbers are those of TikTok's schema.

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A 64-bit number as decimal text. */
export const int64 = (reader: BinaryReader): string => String(reader.int64());

/** The end of a message that begins here with its length. */
export const endOf = (reader: BinaryReader): number => {
  const length = reader.uint32();
  return reader.pos + length;
};

const commonTypes = { 2: VARINT, 4: VARINT, 8: LENGTH_DELIMITED };
export function readCommon(reader: BinaryReader, end: number): Common {
  const common: Mutable<Common> = { msgId: "0", createTime: "0" };
  readFields(reader, end, commonTypes, (field) => {
    if (field === 2) common.msgId = int64(reader);
    else if (field === 4) common.createTime = int64(reader);
    else common.displayText = { key: readOneText(reader, endOf(reader), 1) };
  });
  return common;
}

const userTypes = {
  1: VARINT,
  3: LENGTH_DELIMITED,
  9: LENGTH_DELIMITED,
  22: LENGTH_DELIMITED,
  38: LENGTH_DELIMITED,
  63: LENGTH_DELIMITED,
  64: LENGTH_DELIMITED,
  1028: LENGTH_DELIMITED,
  1029: VARINT,
  1090: VARINT,
};
const NO_BADGES: readonly WireBadge[] = [];

/** Of some seventy fields these ten: most of a message's bytes, and of the time to decode it, are its user. */
export function readUser(reader: BinaryReader, end: number): WireUser {
  const badges: WireBadge[] = [];
  const user: Mutable<WireUser> = {
    id: "0",
    idStr: "",
    displayId: "",
    nickname: "",
    isFollower: false,
    isSubscribe: false,
    badgeList: NO_BADGES,
  };
  readFields(reader, end, userTypes, (field) => {
    switch (field) {
      case 1:
        user.id = int64(reader);
        return;
      case 3:
        user.nickname = reader.string();
        return;
      case 9:
        user.avatarThumb = { urlList: readTexts(reader, endOf(reader), 1) };
        return;
      case 22:
        user.followInfo = { followStatus: readOneInt64(reader, endOf(reader), 3) };
        return;
      case 38:
        user.displayId = reader.string();
        return;
      case 63:
        user.subscribeInfo = readSubscribeInfo(reader, endOf(reader));
        return;
      case 64:
        badges.push(readBadge(reader, endOf(reader)));
        user.badgeList = badges;
        return;
      case 1028:
        user.idStr = reader.string();
        return;
      case 1029:
        user.isFollower = reader.bool();
        return;
      default:
        user.isSubscribe = reader.bool();
    }
  });
  return user;
}

const identityTypes = { 2: VARINT, 3: VARINT, 4: VARINT, 5: VARINT };
export function readIdentity(reader: BinaryReader, end: number): WireIdentity {
  const identity: Mutable<WireIdentity> = {
    isSubscriberOfAnchor: false,
    isMutualFollowingWithAnchor: false,
    isFollowerOfAnchor: false,
    isModeratorOfAnchor: false,
  };
  readFields(reader, end, identityTypes, (field) => {
    if (field === 2) identity.isSubscriberOfAnchor = reader.bool();
    else if (field === 3) identity.isMutualFollowingWithAnchor = reader.bool();
    else if (field === 4) identity.isFollowerOfAnchor = reader.bool();
    else identity.isModeratorOfAnchor = reader.bool();
  });
  return identity;
}

const subscribeTypes = { 2: VARINT, 7: VARINT };
function readSubscribeInfo(reader: BinaryReader, end: number): NonNullable<WireUser["subscribeInfo"]> {
  const info = { isSubscribe: false, isSubscribedToAnchor: false };
  readFields(reader, end, subscribeTypes, (field) => {
    if (field === 2) info.isSubscribe = reader.bool();
    else info.isSubscribedToAnchor = reader.bool();
  });
  return info;
}

const badgeTypes = { 3: VARINT, 12: LENGTH_DELIMITED };
function readBadge(reader: BinaryReader, end: number): WireBadge {
  const badge: Mutable<WireBadge> = { sceneType: 0 };
  readFields(reader, end, badgeTypes, (field) => {
    if (field === 3) badge.sceneType = reader.int32();
    else badge.privilegeLogExtra = { level: readOneText(reader, endOf(reader), 5) };
  });
  return badge;
}

/** One text of a message of which nothing else matters. */
function readOneText(reader: BinaryReader, end: number, wanted: number): string {
  return readTexts(reader, end, wanted).at(-1) ?? "";
}

function readTexts(reader: BinaryReader, end: number, wanted: number): string[] {
  const texts: string[] = [];
  readFields(reader, end, { [wanted]: LENGTH_DELIMITED }, () => texts.push(reader.string()));
  return texts;
}

function readOneInt64(reader: BinaryReader, end: number, wanted: number): string {
  let value = "0";
  readFields(reader, end, { [wanted]: VARINT }, () => {
    value = int64(reader);
  });
  return value;
}
