import type { ContentOf, MessageOf } from "./message.ts";
import { writeIdentity, writeImage, writeUser } from "./parts.ts";
import type { ProtoWriter } from "./proto-writer.ts";

export function writeChat(writer: ProtoWriter, chat: ContentOf<"chat">): void {
  writeUser(writer, 2, chat.user);
  writer.string(3, chat.text);
  for (const { id, imageUrl, at } of chat.stickers ?? []) {
    writer.message(13, (sticker) => sticker.int(1, at).message(2, (emote) => writeEmoteModel(emote, id, imageUrl)));
  }
  writer.string(14, chat.language);
  writeIdentity(writer, 18, chat.user);
}

export function writeEmote(writer: ProtoWriter, emote: ContentOf<"emote">): void {
  writeUser(writer, 2, emote.user);
  for (const id of emote.emoteIds) writer.message(3, (part) => writeEmoteModel(part, id, emote.imageUrl));
  writeIdentity(writer, 5, emote.user);
}

function writeEmoteModel(writer: ProtoWriter, id: string, imageUrl: string | undefined): void {
  writer.string(1, id);
  if (imageUrl) writer.message(2, (image) => writeImage(image, imageUrl));
}

export function writeQuestion(writer: ProtoWriter, question: MessageOf<"question">): void {
  writer.message(2, (data) => {
    data.int(1, question.questionId).string(2, question.text).int(4, question.createTimeMs);
    writeUser(data, 5, question.user);
  });
}

export function writeCaption(writer: ProtoWriter, caption: MessageOf<"caption">): void {
  writer
    .int(2, caption.createTimeMs)
    .int(3, 2000)
    .message(4, (content) => content.string(1, caption.language).string(2, caption.text))
    .int(5, caption.sentenceId)
    .int(6, 1)
    .bool(7, !caption.isPartial);
}

export function writeIntro(writer: ProtoWriter, intro: ContentOf<"intro">): void {
  writer.string(4, intro.text);
  writeUser(writer, 5, intro.user);
  writer.string(8, intro.language);
}

const FAN_CAME = 11;

export function writeBarrage(writer: ProtoWriter, barrage: ContentOf<"barrage">): void {
  const { kind, level, given } = barrage;
  writer.int(3, kind);
  writer.message(5, (content) => content.string(1, barrage.key).string(2, barrage.text)).int(6, 4000);
  writeUser(writer, 50, barrage.user);
  if (level !== undefined) writer.message(kind === FAN_CAME ? 101 : 100, (grade) => grade.int(1, level));
  if (given !== undefined) writer.message(102, (gift) => gift.int(1, given));
}
