import type { ProtoWriter } from "./proto-writer.ts";
import type { Viewer } from "./viewer.ts";

/** What every message begins with. */
export interface Common {
  readonly method: string;
  readonly msgId: string;
  readonly roomId: string;
  readonly createTimeMs: number;
  /** The text that a viewer's app shows. */
  readonly display?: { readonly key: string; readonly pattern: string } | undefined;
}

const BADGE_MODERATOR = 1;
const BADGE_SUBSCRIBER = 4;
const BADGE_GIFTER = 8;

export function writeCommon(writer: ProtoWriter, common: Common): void {
  writer.message(1, (part) => {
    part.string(1, common.method).int(2, common.msgId).int(3, common.roomId).int(4, common.createTimeMs).bool(6, true);
    const { display } = common;
    if (display) part.message(8, (text) => text.string(1, display.key).string(2, display.pattern));
  });
}

export function writeUser(writer: ProtoWriter, field: number, user: Viewer | undefined): void {
  if (!user) return;
  writer.message(field, (part) => {
    part.int(1, user.id).string(3, user.nickname);
    const { avatarUrl } = user;
    if (avatarUrl) part.message(9, (image) => writeImage(image, avatarUrl));
    part.message(22, (info) =>
      info
        .int(1, user.following)
        .int(2, user.followers)
        .int(3, user.isFollower ? 1 : 0),
    );
    part.string(38, user.handle);
    if (user.isSubscriber) part.message(63, (info) => info.bool(2, true).bool(7, true).int(11, 1));
    writeBadges(part, user);
    if (user.fanLevel) part.message(66, (club) => club.int(2, user.fanLevel));
    part.string(1028, user.id).bool(1029, user.isFollower).bool(1090, user.isSubscriber);
    if (user.isMasked) part.message(1092, (mask) => mask.bool(1, true));
  });
}

/** What the sender is to the creator of this room. */
export function writeIdentity(writer: ProtoWriter, field: number, user: Viewer): void {
  writer.message(field, (part) =>
    part
      .bool(1, (user.gifterLevel ?? 0) > 0)
      .bool(2, user.isSubscriber)
      .bool(4, user.isFollower)
      .bool(5, user.isModerator)
      .bool(6, user.isHost),
  );
}

export function writeImage(writer: ProtoWriter, url: string): void {
  writer.string(1, url).string(2, url).int(3, 100).int(4, 100);
}

function writeBadges(writer: ProtoWriter, user: Viewer): void {
  if (user.isModerator) writeBadge(writer, BADGE_MODERATOR, "0");
  if (user.isSubscriber) writeBadge(writer, BADGE_SUBSCRIBER, "1");
  if (user.gifterLevel) writeBadge(writer, BADGE_GIFTER, String(user.gifterLevel));
}

function writeBadge(writer: ProtoWriter, scene: number, level: string): void {
  writer.message(64, (badge) =>
    badge
      .int(1, 4)
      .int(3, scene)
      .bool(11, true)
      .message(12, (extra) => extra.string(2, "0").string(5, level))
      .message(23, (combine) => combine.string(4, level)),
  );
}
