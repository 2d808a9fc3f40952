import { withEmojiForCodes } from "@frontrow/protocol/emoji-codes";
import type { EmoteImage } from "@frontrow/protocol/event";
import { characterBegin, withoutStackedMarks } from "@frontrow/words/clean-text";

/** A part of a message: words, or a sticker. */
export type Piece = string | EmoteImage;

/** Stickers that one message shows: more is a picture book. */
const MAX_EMOTES = 20;

/** What strangers wrote as it is drawn: TikTok's codes are the emoji that they stand for, and marks stay on their lines. */
export const shownText = (text: string): string => withEmojiForCodes(withoutStackedMarks(text));

/** A message in the order in which it is drawn: stickers in their places in the text, those without a place after it. */
export function piecesOf(text: string, emotes: readonly EmoteImage[]): readonly Piece[] {
  if (emotes.length === 0) return text === "" ? [] : [shownText(text)];
  const placed = emotes
    .slice(0, MAX_EMOTES)
    .map((emote) => ({ emote, at: characterBegin(text, emote.at ?? text.length) }))
    .sort((a, b) => a.at - b.at);
  const pieces: Piece[] = [];
  let from = 0;
  for (const { emote, at } of placed) {
    if (at > from) pieces.push(shownText(text.slice(from, at)));
    pieces.push(emote);
    from = Math.max(from, at);
  }
  return from < text.length ? [...pieces, shownText(text.slice(from))] : pieces;
}
