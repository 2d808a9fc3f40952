import type { QuestionQueue } from "@frontrow/protocol/question-queue";
import { exact, spoken } from "../../ui/format.ts";
import { percent } from "../languages/segments.ts";
import styles from "./questions.module.css";

/** How this desk keeps up: how many wait, how many were answered, how soon. One line, whose places do not move. */
export const Response = ({ queue }: { queue: QuestionQueue }) => (
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
