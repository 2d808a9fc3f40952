import CircleHelp from "lucide-react/icons/circle-question-mark";
import Frown from "lucide-react/icons/frown";
import Smile from "lucide-react/icons/smile";
import Sparkle from "lucide-react/icons/sparkle";
import { memo, useState } from "react";
import type { ChatRow } from "../../live/chat-log.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { exact, hoursMinutes, hoursMinutesSeconds } from "../../ui/format.ts";
import { moodOf } from "../mood/mood.ts";
import { nameOf } from "../people/name.ts";
import { Person } from "../people/person.tsx";
import styles from "./chat.module.css";
import type { FoldedRow } from "./fold-repeats.ts";

/** What is longer folds: one viewer must not fill the screen. */
const FOLD_AT = 170;

/** One message: who, what, its mood at the edge and as a sign, and a chip when it is a question. */
export const ChatRowView = memo(function ChatRowView({ row, repeats }: { row: ChatRow; repeats?: FoldedRow | undefined }) {
  const mood = moodOf(row.sentiment);
  return (
    <article
      className={styles["row"]}
      data-testid="chat-row"
      data-id={row.id}
      data-mood={mood}
      data-question={row.isQuestion || undefined}
      data-count={repeats && repeats.count > 1 ? repeats.count : undefined}
    >
      <span className={styles["avatar"]}>
        <Avatar url={row.user?.avatarUrl} name={nameOf(row.user)} size={28} />
      </span>
      <div className={styles["body"]}>
        <header className={styles["author"]}>
          <Person user={row.user} />
          {row.isQuestion && !row.isRemoved ? (
            <span className={styles["chip"]}>
              <CircleHelp size={12} strokeWidth={2.4} aria-hidden="true" />
              <span>Question</span>
            </span>
          ) : null}
          {row.isFirst && !row.isRemoved ? (
            <span className={styles["first"]} title="First message in this broadcast">
              <Sparkle size={12} strokeWidth={2.4} aria-hidden="true" />
              <span>First</span>
            </span>
          ) : null}
          <time className={styles["time"]} dateTime={new Date(row.atMs).toISOString()} title={hoursMinutesSeconds(row.atMs)}>
            {hoursMinutes(row.atMs)}
          </time>
        </header>
        {row.isRemoved ? <p className={styles["removed"]}>Removed by TikTok's moderation</p> : <Text text={row.text} />}
        {repeats && repeats.count > 1 ? <Repeats {...repeats} /> : null}
      </div>
      <span className={styles["mood"]}>
        {mood === "good" ? <Smile size={16} role="img" aria-label="friendly" /> : null}
        {mood === "bad" ? <Frown size={16} role="img" aria-label="unfriendly" /> : null}
      </span>
    </article>
  );
});

/** How often the same was said since, and by how many. It counts up in its place. */
const Repeats = ({ count, people }: FoldedRow) => (
  <p className={styles["repeats"]}>
    <strong>
      <span aria-hidden="true">×</span>
      <span className="visually-hidden">said </span>
      {exact(count)}
      <span className="visually-hidden"> times</span>
    </strong>{" "}
    {people > 1 ? `from ${exact(people)} people` : "from one person"}
  </p>
);

/** Links in it are dead text: what strangers write is never a way out of the page. */
function Text({ text }: { text: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const isLong = text.length > FOLD_AT;
  return (
    <p className={styles["text"]} dir="auto">
      {isLong && !isOpen ? `${text.slice(0, FOLD_AT)}… ` : text}
      {isLong ? (
        <button type="button" className={styles["fold"]} onClick={() => setIsOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? "less" : "more"}
        </button>
      ) : null}
    </p>
  );
}
