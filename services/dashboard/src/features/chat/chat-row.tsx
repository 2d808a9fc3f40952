import { characterEnd, cleanLine } from "@frontrow/words/clean-text";
import CircleHelp from "lucide-react/icons/circle-question-mark";
import Frown from "lucide-react/icons/frown";
import Gem from "lucide-react/icons/gem";
import Heart from "lucide-react/icons/heart";
import LogIn from "lucide-react/icons/log-in";
import Smile from "lucide-react/icons/smile";
import Sparkle from "lucide-react/icons/sparkle";
import { memo, useState } from "react";
import type { ChatRow, Entrance } from "../../live/chat-log.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { exact } from "../../ui/format.ts";
import { moodOf } from "../mood/mood.ts";
import { nameOf } from "../people/name.ts";
import { NameButton, Person } from "../people/person.tsx";
import { SeekTime } from "../replay/seek-time.tsx";
import styles from "./chat.module.css";
import type { FoldedRow } from "./fold-repeats.ts";
import { MessagePieces } from "./message-pieces.tsx";
import { piecesOf } from "./pieces.ts";

/** What is longer folds: one viewer must not fill the screen. */
const FOLD_AT = 170;
/** Edge of a sticker, in pixels: among words, and alone. */
const STICKER = 24;
const LONE_STICKER = 44;

/** One message: who, what, its mood at the edge and as a sign, and a chip when it is a question. */
export const ChatRowView = memo(function ChatRowView({ row, repeats }: { row: ChatRow; repeats?: FoldedRow | undefined }) {
  const mood = moodOf(row.sentiment);
  if (row.entrance) return <Arrival row={row} entrance={row.entrance} />;
  return (
    <article
      className={styles["row"]}
      data-testid="chat-row"
      data-id={row.id}
      data-mood={mood}
      data-host={row.user?.isHost}
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
          <SeekTime atMs={row.atMs} eventId={row.id} className={styles["time"]} />
        </header>
        {row.isRemoved ? (
          <p className={styles["removed"]}>Removed by TikTok's moderation</p>
        ) : (
          <Text text={row.text} emotes={row.emotes} />
        )}
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
function Text({ text, emotes }: Pick<ChatRow, "text" | "emotes">) {
  const [isOpen, setIsOpen] = useState(false);
  const end = characterEnd(text, FOLD_AT);
  const isLong = end < text.length;
  const isFolded = isLong && !isOpen;
  // Stickers without a place follow the text, folded or not.
  const pieces = isFolded
    ? piecesOf(
        `${text.slice(0, end)}… `,
        emotes.filter(({ at }) => at === undefined || at < end),
      )
    : piecesOf(text, emotes);
  return (
    <p className={styles["text"]} dir="auto">
      <MessagePieces pieces={pieces} stickerSize={text === "" ? LONE_STICKER : STICKER} />
      {isLong ? (
        <button type="button" className={styles["fold"]} onClick={() => setIsOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? "less" : "more"}
        </button>
      ) : null}
      {pieces.length === 0 || (emotes.length === 0 && cleanLine(text) === "") ? (
        <span className={styles["removed"]}>a message of nothing that can be seen</span>
      ) : null}
    </p>
  );
}

const entrances: Record<Entrance["kind"], { readonly Icon: typeof Gem; readonly words: (level: number) => string }> = {
  gifterLevel: { Icon: Gem, words: (level) => (level > 0 ? `came in · gifter level ${level}` : "came in · a big gifter") },
  fanClub: { Icon: Heart, words: (level) => (level > 0 ? `came in · fan club level ${level}` : "came in · from the fan club") },
  superFan: { Icon: Heart, words: (level) => (level > 0 ? `came in · super fan, level ${level}` : "came in · super fan") },
  other: { Icon: LogIn, words: () => "came in" },
};

/** Somebody whom the host may want to greet: big gifters and the fan club, as TikTok announces them. */
const Arrival = ({ row, entrance: { kind, level } }: { row: ChatRow; entrance: Entrance }) => {
  const { Icon, words } = entrances[kind];
  return (
    <article className={styles["arrival"]} data-testid="arrival-row" data-id={row.id} data-kind={kind}>
      <Icon size={15} strokeWidth={2.2} aria-hidden="true" />
      <NameButton user={row.user} />
      <span className={styles["arrivalWords"]}>{words(level)}</span>
      <SeekTime atMs={row.atMs} eventId={row.id} className={styles["time"]} />
    </article>
  );
};
