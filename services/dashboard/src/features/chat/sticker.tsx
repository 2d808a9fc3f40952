import type { EmoteImage } from "@frontrow/protocol/event";
import StickerIcon from "lucide-react/icons/sticker";
import { Picture } from "../../ui/picture.tsx";
import styles from "./chat.module.css";

/** A sticker as its picture, or as its name where there is none. Both are as high, so that a row keeps its height. */
export const Sticker = ({ emote: { id, imageUrl }, size }: { emote: EmoteImage; size: number }) => (
  <Picture
    url={imageUrl}
    alt={`sticker ${id}`}
    width={size}
    height={size}
    className={styles["sticker"]}
    instead={
      <span className={styles["noPicture"]} style={{ lineHeight: `${size - 2}px` }} title={`Sticker ${id}`}>
        <StickerIcon size={14} aria-hidden="true" />
        Sticker <span className={styles["stickerName"]}>{id}</span>
      </span>
    }
  />
);
