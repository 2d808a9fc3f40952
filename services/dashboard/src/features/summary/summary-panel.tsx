import { useMemo } from "react";
import { useCalmView } from "../../live/use-view.tsx";
import { Panel } from "../../ui/panel.tsx";
import styles from "./summary.module.css";
import { summaryOf } from "./summary.ts";

/** The end of a broadcast: what it was, in the place where its viewers were counted. */
export function SummaryPanel() {
  const broadcast = useCalmView((view) => view.broadcast);
  const facts = useMemo(() => (broadcast ? summaryOf(broadcast) : []), [broadcast]);
  return (
    <Panel title="How it went" phase="final" skeleton={null} className={styles["panel"]}>
      <dl className={styles["facts"]} data-testid="summary">
        {facts.map(({ name, short, full }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd title={full}>
              <bdi>{short}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
