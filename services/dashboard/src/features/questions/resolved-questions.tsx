import type { QueuedQuestion } from "@frontrow/protocol/question-queue";
import Undo2 from "lucide-react/icons/undo-2";
import { Button } from "../../ui/button.tsx";
import { shownText } from "../chat/pieces.ts";
import styles from "./questions.module.css";

/** Questions that can be taken back, the newest: what is older was over long ago. */
const MAX_SHOWN = 50;

/** What was answered or ignored, newest first, folded below what waits. */
export function ResolvedQuestions(props: {
  readonly questions: readonly QueuedQuestion[];
  /** Undefined where it cannot be taken back. */
  readonly onReopen: ((id: string) => void) | undefined;
}) {
  const { questions, onReopen } = props;
  if (questions.length === 0) return null;
  return (
    <details className={styles["folded"]} data-testid="settled-questions">
      <summary>{questions.length} settled</summary>
      <ol>
        {questions.slice(0, MAX_SHOWN).map(({ id, text, status }) =>
          status === "pending" ? null : (
            <li key={id} className={styles["past"]}>
              <span className={styles["pastText"]} dir="auto" title={text}>
                {shownText(text)}
              </span>
              <Resolution status={status} what={text} onUndo={onReopen && (() => onReopen(id))} />
            </li>
          ),
        )}
      </ol>
    </details>
  );
}

interface ResolutionProps {
  readonly status: "answered" | "ignored";
  /** What was resolved, for whom the button alone says too little. */
  readonly what: string;
  readonly onUndo: (() => void) | undefined;
}

/** What became of a question, and the way back. */
export const Resolution = ({ status, what, onUndo }: ResolutionProps) => (
  <div className={styles["resolution"]}>
    <span data-status={status}>{status === "answered" ? "Answered" : "Ignored"}</span>
    {onUndo ? (
      <Button look="quiet" className={styles["undo"]} onClick={onUndo} aria-label={`Undo: ${what}`}>
        <Undo2 size={15} aria-hidden="true" />
        Undo
      </Button>
    ) : null}
  </div>
);
