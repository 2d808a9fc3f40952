import { useState } from "react";
import { useCalmView } from "../../live/use-view.tsx";
import { Blank } from "../../ui/panel.tsx";
import { useWords } from "../use-words.ts";
import { heldQueue } from "./held-order.ts";
import { QuestionRow } from "./question-row.tsx";
import styles from "./questions.module.css";
import { Response } from "./response.tsx";
import { SettledQuestions } from "./settled-questions.tsx";
import { useAtWork } from "./use-at-work.ts";
import { useQuestionKeys } from "./use-question-keys.ts";
import { useQuestionQueue } from "./use-question-queue.ts";
import { useSettling } from "./use-settling.ts";
import { hasWaitedLong, waitedText } from "./waited.ts";

/** So many rows are enough to work on; what is less urgent comes up by itself. */
const MOST_ROWS = 60;

/**
 * The questions that wait for an answer, the most urgent first; what is settled is folded below. While somebody is at work in
 * it, nothing in it moves.
 */
export function QuestionQueue({ onShowInChat }: { onShowInChat: (eventId: string) => void }) {
  const queue = useQuestionQueue();
  const nowMs = useCalmView((view) => view.broadcast?.metrics.atMs ?? 0);
  const { words } = useWords();
  const [list, setList] = useState<HTMLElement | null>(null);
  const [held, setHeld] = useState<readonly string[]>([]);
  const hold = () => setHeld(heldQueue(queue.questions, undefined).rows.map(({ id }) => id));
  const isHeld = useAtWork(list, hold);
  const { rows, unseen } = heldQueue(queue.questions, isHeld ? held : undefined);
  const { settling, said } = useSettling();
  const onKey = useQuestionKeys(settling);
  const settled = queue.questions.filter(({ status }) => status !== "pending");

  if (queue.questions.length === 0) {
    return <Blank>No questions yet. They are picked out of the chat by themselves, the most urgent first.</Blank>;
  }
  return (
    <div className={styles["queue"]}>
      <Response queue={queue} />
      <section ref={setList} className={styles["scroller"]} aria-label="Questions, most urgent first" onKeyDown={onKey}>
        {rows.length === 0 ? <p className={styles["none"]}>Every question is settled.</p> : null}
        <ol>
          {rows.slice(0, MOST_ROWS).map((question) => (
            <li key={question.id} className={styles["item"]}>
              <QuestionRow
                question={question}
                waited={waitedText((question.settledAtMs ?? nowMs) - question.atMs)}
                hasWaitedLong={question.status === "pending" && hasWaitedLong(nowMs - question.atMs, question.priority)}
                reasons={words ? (question.reasons ?? []).map((reason) => words.name(reason)).join(" · ") : ""}
                settling={settling}
                onShowInChat={onShowInChat}
              />
            </li>
          ))}
        </ol>
        {rows.length > MOST_ROWS ? <p className={styles["none"]}>{rows.length - MOST_ROWS} less urgent ones follow.</p> : null}
        <SettledQuestions questions={settled} onReopen={settling.reopen} />
      </section>
      {unseen > 0 ? (
        <button type="button" className={styles["unseen"]} onClick={hold}>
          {unseen} new
        </button>
      ) : null}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}
