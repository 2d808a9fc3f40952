import type { Piece } from "./pieces.ts";
import { Sticker } from "./sticker.tsx";

/** The words and stickers of a message, in their order. */
export const MessagePieces = ({ pieces, stickerSize }: { pieces: readonly Piece[]; stickerSize: number }) =>
  pieces.map((piece, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a message never change places.
    typeof piece === "string" ? piece : <Sticker key={place} emote={piece} size={stickerSize} />,
  );
