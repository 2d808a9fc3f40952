import type { QueuedQuestion } from "@frontrow/protocol/question-queue";
import styles from "./questions.module.css";
import { Settled } from "./settled.tsx";

/** So many can be taken back; what is older was over long ago. */
const MOST = 50;

/** What was answered or ignored, newest first, folded below what waits. */
export function SettledQuestions(props: {
  readonly questions: readonly QueuedQuestion[];
  readonly onReopen: (id: string) => void;
}) {
  const { questions, onReopen } = props;
  if (questions.length === 0) return null;
  return (
    <details className={styles["folded"]} data-testid="settled-questions">
      <summary>{questions.length} settled</summary>
      <ol>
        {questions.slice(0, MOST).map(({ id, text, status }) =>
          status === "pending" ? null : (
            <li key={id} className={styles["past"]}>
              <span className={styles["pastText"]} dir="auto" title={text}>
                {text}
              </span>
              <Settled status={status} what={text} onUndo={() => onReopen(id)} />
            </li>
          ),
        )}
      </ol>
    </details>
  );
}
