import type { ContentOf } from "./message.ts";
import { writeUser } from "./parts.ts";
import type { ProtoWriter } from "./proto-writer.ts";

const JOINED = 1;

export function writeLike(writer: ProtoWriter, like: ContentOf<"like">): void {
  writer.int(2, like.count).int(3, like.total);
  writeUser(writer, 5, like.user);
}

export function writeMember(writer: ProtoWriter, member: ContentOf<"member">): void {
  writeUser(writer, 2, member.user);
  writer
    .int(3, member.memberCount)
    .int(9, 1)
    .int(10, member.action ?? JOINED)
    .int(12, member.user.id);
}

export function writeRoomUser(writer: ProtoWriter, seen: ContentOf<"roomUser">): void {
  seen.top.forEach(({ user, score }, index) => {
    writer.message(2, (rank) => {
      rank.int(1, score);
      writeUser(rank, 2, user);
      rank.int(3, index + 1);
    });
  });
  writer.int(3, seen.viewers).string(4, String(seen.viewers)).int(6, seen.viewers).int(7, seen.viewersEver);
}

const SOCIAL_FOLLOW = 1;
const SOCIAL_SHARE = 3;

export function writeFollow(writer: ProtoWriter, follow: ContentOf<"follow">): void {
  writeUser(writer, 2, follow.user);
  writer.int(4, SOCIAL_FOLLOW).int(6, follow.followCount);
}

export function writeShare(writer: ProtoWriter, share: ContentOf<"share">): void {
  writeUser(writer, 2, share.user);
  writer.int(3, 1).int(4, SOCIAL_SHARE).string(5, "-1").int(8, share.shareCount);
}

export function writeSubscribe(writer: ProtoWriter, subscribe: ContentOf<"subscribe">): void {
  writeUser(writer, 2, subscribe.user);
  writer.int(4, subscribe.months).int(5, 1).int(8, 1);
}
