import type { RecordingSummary } from "@frontrow/sdk/client";
import Pin from "lucide-react/icons/pin";
import styles from "./library.module.css";

/** What is special about a recording, by word and shape. */
export const Badges = ({ recording: { isPinned, isGrowing, isSample, deletedAtMs } }: { recording: RecordingSummary }) => (
  <span className={styles["badges"]}>
    {deletedAtMs === undefined ? null : (
      <span className={styles["badge"]} data-tone="watch">
        deleted
      </span>
    )}
    {isPinned ? (
      <span className={styles["badge"]} data-tone="accent">
        <Pin size={12} aria-hidden="true" />
        pinned
      </span>
    ) : null}
    {isGrowing ? (
      <span className={styles["badge"]} data-tone="good">
        goes on
      </span>
    ) : null}
    {isSample ? <span className={styles["badge"]}>sample</span> : null}
  </span>
);
