import type { EmoteImage } from "@frontrow/protocol/event";
import type { ChatBody, WireEmote } from "../source/messages.ts";
import { textOf } from "./values.ts";

/** More stickers than this are not shown by anybody. */
export const MAX_EMOTES = 32;

/** The stickers of a chat message. A place outside of its text is none. */
export function emotesOf(emotes: NonNullable<ChatBody["emotes"]>, text: string): EmoteImage[] {
  const images: EmoteImage[] = [];
  for (const { index, emote } of emotes.slice(0, MAX_EMOTES)) {
    if (!emote) continue;
    const hasPlace = text !== "" && index >= 0 && index <= text.length;
    images.push({ ...imageOf(emote), ...(hasPlace && { at: index }) });
  }
  return images;
}

/** A sticker without its place. */
export const imageOf = ({ emoteId, image }: WireEmote): EmoteImage => ({
  id: textOf(emoteId),
  imageUrl: textOf(image?.urlList[0]),
});
