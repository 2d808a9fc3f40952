import type { QueuedQuestion } from "@frontrow/protocol/question-queue";
import Check from "lucide-react/icons/check";
import X from "lucide-react/icons/x";
import { memo } from "react";
import { IconButton } from "../../ui/button.tsx";
import { exact } from "../../ui/format.ts";
import { Tip } from "../../ui/tip.tsx";
import { shownText } from "../chat/pieces.ts";
import { languageName } from "../languages/segments.ts";
import { Person } from "../people/person.tsx";
import { SeekTime } from "../replay/seek-time.tsx";
import { PriorityMark } from "./priority-mark.tsx";
import styles from "./questions.module.css";
import { Resolution } from "./resolved-questions.tsx";
import type { QuestionActions } from "./use-question-actions.ts";

interface QuestionRowProps {
  readonly question: QueuedQuestion;
  /** How long it has waited, in words. */
  readonly waited: string;
  readonly hasWaitedLong: boolean;
  /** Why it has its priority, in words; nothing while they are not here. */
  readonly reasons: string;
  /** Undefined where nothing can be done. */
  readonly actions: QuestionActions | undefined;
  readonly onShowInChat: (eventId: string) => void;
}

/** One question: how urgent, who, what, how long, and what to do about it. */
export const QuestionRow = memo(function QuestionRow(props: QuestionRowProps) {
  const { question, waited, hasWaitedLong, reasons, actions, onShowInChat } = props;
  const { id, eventId, text, user, count = 1, language, status } = question;
  return (
    <article className={styles["row"]} data-testid="question-row" data-id={id} data-status={status}>
      <PriorityMark priority={question.priority} />
      <div className={styles["body"]}>
        <Tip text={<Why priority={question.priority} reasons={reasons} />}>
          <button type="button" className={styles["text"]} data-question={id} onClick={() => onShowInChat(eventId)}>
            <span dir="auto" lang={language === "und" ? undefined : language}>
              {shownText(text)}
            </span>
          </button>
        </Tip>
        <p className={styles["facts"]}>
          <Person user={user} />
          {count > 1 ? <strong className={styles["count"]}>×{exact(count)} asked</strong> : null}
          <span className={styles["waited"]} data-long={hasWaitedLong || undefined}>
            {waited}
          </span>
          <SeekTime atMs={question.atMs} eventId={eventId} className={styles["asked"]} />
          {language && language !== "und" ? (
            <abbr className={styles["language"]} title={languageName(language, "en")}>
              {language}
            </abbr>
          ) : null}
        </p>
      </div>
      {status !== "pending" ? (
        <Resolution status={status} what={text} onUndo={actions && (() => actions.reopen(id))} />
      ) : actions ? (
        <div className={styles["actions"]}>
          <IconButton
            label="Answered"
            className={styles["answer"]}
            icon={<Check size={18} aria-hidden="true" />}
            onClick={() => actions.answer(id)}
          />
          <IconButton label="Ignore" icon={<X size={18} aria-hidden="true" />} onClick={() => actions.ignore(id)} />
        </div>
      ) : null}
    </article>
  );
});

const Why = ({ priority, reasons }: { priority: number; reasons: string }) => (
  <>
    Priority {priority} of 5{reasons ? `: ${reasons}` : ""}. Click to see it in the chat.
  </>
);
