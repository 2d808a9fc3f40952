import type { QuestionQueue as Queue } from "@frontrow/protocol/question-queue";
import { useState } from "react";
import { useCalmView } from "../../live/view-store.ts";
import { exact, spoken } from "../../ui/format.ts";
import { Blank } from "../../ui/panel.tsx";
import { percent } from "../languages/segments.ts";
import { useWords } from "../use-words.ts";
import { heldQueue } from "./held-order.ts";
import { useQuestionKeys } from "./question-keys.ts";
import { QuestionRow } from "./question-row.tsx";
import styles from "./questions.module.css";
import { ResolvedQuestions } from "./resolved-questions.tsx";
import { useInteraction } from "./use-interaction.ts";
import { useCanAnswer, useQuestionActions } from "./use-question-actions.ts";
import { useQuestionQueue } from "./use-question-queue.ts";
import { hasWaitedLong, waitedText } from "./waiting-time.ts";

/** Rows in the list, the most urgent: what is less urgent comes up by itself. */
const MAX_ROWS = 60;

/**
 * The questions that wait for an answer, the most urgent first; what is resolved is folded below. While somebody uses
 * it, nothing in it moves.
 */
export function QuestionQueue({ onShowInChat }: { onShowInChat: (eventId: string) => void }) {
  const queue = useQuestionQueue();
  const nowMs = useCalmView((view) => view.broadcast?.metrics.atMs ?? 0);
  const { words } = useWords();
  const [list, setList] = useState<HTMLElement | null>(null);
  const [held, setHeld] = useState<readonly string[]>([]);
  const hold = () => setHeld(heldQueue(queue.questions, undefined).rows.map(({ id }) => id));
  const isHeld = useInteraction(list, hold);
  const { rows, unseen } = heldQueue(queue.questions, isHeld ? held : undefined);
  const { actions, announcement } = useQuestionActions();
  const canAnswer = useCanAnswer();
  const onKey = useQuestionKeys(canAnswer ? actions : undefined);
  const resolved = queue.questions.filter(({ status }) => status !== "pending");

  if (queue.questions.length === 0) {
    return <Blank>No questions yet. They are picked out of the chat by themselves, the most urgent first.</Blank>;
  }
  return (
    <div className={styles["queue"]}>
      <Response queue={queue} />
      <section ref={setList} className={styles["scroller"]} aria-label="Questions, most urgent first" onKeyDown={onKey}>
        {rows.length === 0 ? <p className={styles["none"]}>Every question is settled.</p> : null}
        <ol>
          {rows.slice(0, MAX_ROWS).map((question) => (
            <li key={question.id} className={styles["item"]}>
              <QuestionRow
                question={question}
                waited={waitedText((question.settledAtMs ?? nowMs) - question.atMs)}
                hasWaitedLong={question.status === "pending" && hasWaitedLong(nowMs - question.atMs, question.priority)}
                reasons={words ? (question.reasons ?? []).map((reason) => words.name(reason)).join(" · ") : ""}
                actions={canAnswer ? actions : undefined}
                onShowInChat={onShowInChat}
              />
            </li>
          ))}
        </ol>
        {rows.length > MAX_ROWS ? <p className={styles["none"]}>{rows.length - MAX_ROWS} less urgent ones follow.</p> : null}
        <ResolvedQuestions questions={resolved} onReopen={canAnswer ? actions.reopen : undefined} />
      </section>
      {unseen > 0 ? (
        <button type="button" className={styles["unseen"]} onClick={hold}>
          {unseen} new
        </button>
      ) : null}
      <p className="visually-hidden" role="status">
        {announcement}
      </p>
    </div>
  );
}

/** How this desk keeps up: how many wait, how many were answered, how soon. One line, whose places do not move. */
const Response = ({ queue }: { queue: Queue }) => (
  <dl className={styles["response"]} data-testid="question-response">
    <Fact name="waiting" value={exact(queue.pending)} />
    <Fact name="answered" value={queue.responseRate === undefined ? "–" : percent(queue.responseRate)} />
    <Fact name="time to answer" value={queue.averageResponseMs === undefined ? "–" : spoken(queue.averageResponseMs)} />
  </dl>
);

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
