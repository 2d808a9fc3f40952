import Captions from "lucide-react/icons/captions";
import type { Caption } from "../../live/caption.ts";
import { shownText } from "../chat/pieces.ts";
import styles from "./stage.module.css";

/** What the host says, as TikTok writes it down: two lines, or one, of which the end is seen, so that nothing around it moves. */
export const CaptionLine = ({ caption: { text, language }, isShort }: { caption: Caption; isShort: boolean }) => (
  <div className={styles["caption"]} data-testid="caption" data-short={isShort || undefined}>
    <Captions size={16} role="img" aria-label="The host says" />
    <div className={styles["captionText"]}>
      <p dir="auto" lang={language || undefined}>
        {shownText(text)}
      </p>
    </div>
  </div>
);
