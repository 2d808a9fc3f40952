import FileText from "lucide-react/icons/file-text";
import { useMemo } from "react";
import { useShownRecording } from "../../live/use-library.ts";
import { useCalmView } from "../../live/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/panel.tsx";
import { answeredSession, useAnswers } from "../questions/optimistic-answers.ts";
import { openReport } from "../report/open-report.ts";
import { useWords } from "../use-words.ts";
import styles from "./summary.module.css";
import { summaryOf } from "./summary.ts";

/** The end of a broadcast: what it was, in the place where its viewers were counted. */
export function SummaryPanel() {
  const broadcast = useCalmView((view) => view.broadcast);
  const answers = useAnswers();
  const session = useCalmView(answeredSession);
  const { words } = useWords();
  const recordingId = useShownRecording();
  const facts = useMemo(
    () => (broadcast && session ? summaryOf({ ...broadcast, session }, answers, words) : []),
    [broadcast, session, answers, words],
  );
  return (
    <Panel title="How it went" phase="final" skeleton={null} className={styles["panel"]}>
      <dl className={styles["facts"]} data-testid="summary">
        {facts.map(({ name, short, full, isSentence }) => (
          <div key={name} data-sentence={isSentence}>
            <dt>{name}</dt>
            <dd title={full}>
              <bdi>{short}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {recordingId ? (
        <Button className={styles["report"]} onClick={() => openReport(recordingId)}>
          <FileText size={16} aria-hidden="true" />
          Read the report
        </Button>
      ) : null}
    </Panel>
  );
}
