import type { Report } from "@frontrow/protocol/library/report";
import { useMemo } from "react";
import { hoursMinutes } from "../../ui/format.ts";
import { shownText } from "../chat/pieces.ts";
import { nameOf } from "../people/name.ts";
import { questionsOf } from "./answered.ts";
import styles from "./report.module.css";
import { Section, Some } from "./section.tsx";
import type { ReplayFrom } from "./use-replay-from.ts";

const FIRST = 8;

/** What was asked, and what the desk did about it. */
export function Questions({ report, onReplay }: { report: Report; onReplay: ReplayFrom }) {
  const { rows, summary } = useMemo(() => questionsOf(report), [report]);
  return (
    <Section title="Questions">
      <p data-testid="report-questions">{summary}</p>
      <Some all={rows} first={FIRST}>
        {(shown) => (
          <ol>
            {shown.map(({ question: { id, text, user, atMs, count = 1, status }, outcome }) => (
              <li key={id}>
                <button
                  type="button"
                  className={styles["row"]}
                  title="Replay from here"
                  data-testid="report-question"
                  data-status={status}
                  onClick={() => onReplay(atMs)}
                >
                  <time dateTime={new Date(atMs).toISOString()}>{hoursMinutes(atMs)}</time>
                  <span className={styles["sentence"]}>
                    <span dir="auto" className={styles["asked"]}>
                      {shownText(text)}
                    </span>
                    <span className={styles["outcome"]} data-status={status}>
                      <bdi>{nameOf(user)}</bdi>
                      {count > 1 ? `, asked ${count} times` : ""} · {outcome}
                    </span>
                  </span>
                </button>
              </li>
            ))}
          </ol>
        )}
      </Some>
    </Section>
  );
}
