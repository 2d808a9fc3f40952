import type { ContentOf, Gift, MessageOf } from "./message.ts";
import { writeIdentity, writeImage, writeUser } from "./parts.ts";
import type { ProtoWriter } from "./proto-writer.ts";

const STREAKABLE = 1;
const ONE_OFF = 2;

export function writeGift(writer: ProtoWriter, sent: ContentOf<"gift">): void {
  const { gift } = sent;
  writer.int(2, gift.id).int(4, 1).int(5, sent.repeatCount).int(6, sent.repeatCount);
  writeUser(writer, 7, sent.user);
  writeUser(writer, 8, sent.toUser);
  writer.int(9, sent.repeatEnd ? 1 : 0).int(11, sent.groupId);
  if (!sent.isBrief) writeDetails(writer, gift);
  writer.int(17, 1);
  writeIdentity(writer, 32, sent.user);
  const { toMember } = sent;
  if (toMember) writer.string(45, toMember.id).int(46, toMember.id).string(47, toMember.nickname);
}

function writeDetails(writer: ProtoWriter, gift: Gift): void {
  const { imageUrl } = gift;
  writer.message(15, (part) => {
    if (imageUrl) part.message(1, (image) => writeImage(image, imageUrl));
    part
      .string(2, `Sent ${gift.name}`)
      .int(4, 1000)
      .int(5, gift.id)
      .bool(10, gift.combo ?? gift.streakable)
      .int(11, gift.streakable ? STREAKABLE : ONE_OFF)
      .int(12, gift.diamonds)
      .string(16, gift.name);
  });
}

const USER_DIAMONDS = 1;

export function writeEnvelope(writer: ProtoWriter, envelope: MessageOf<"envelope">, roomId: string): void {
  writer
    .message(2, (info) =>
      info
        .string(1, envelope.envelopeId)
        .int(2, envelope.businessType ?? USER_DIAMONDS)
        .string(4, envelope.user.nickname)
        .int(5, envelope.diamonds)
        .int(6, envelope.people)
        .int(7, Math.floor(envelope.createTimeMs / 1000) + 60)
        .string(8, envelope.user.id)
        .string(10, String(envelope.createTimeMs))
        .string(11, roomId),
    )
    .int(3, envelope.hidden ? 2 : 1);
}
