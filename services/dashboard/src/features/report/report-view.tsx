import type { Report } from "@frontrow/protocol/library/report";
import { useMemo } from "react";
import { useView } from "../../live/view-store.ts";
import { exact, hoursMinutes } from "../../ui/format.ts";
import { ViewerDialog } from "../viewers/viewer-dialog.tsx";
import { momentsOf } from "./curves.ts";
import { type Figure, figuresOf, nothingCompared, totalsOf } from "./figures.ts";
import styles from "./report.module.css";
import { Curves } from "./report-curves.tsx";
import { ReportHead } from "./report-head.tsx";
import { Moments } from "./report-moments.tsx";
import { Engaged, Staying, Supporters } from "./report-people.tsx";
import { Questions } from "./report-questions.tsx";
import { Said } from "./report-said.tsx";
import { useReplayFrom } from "./use-replay-from.ts";

/** A report, from what is glanced at to what is read. */
export function ReportView({ report }: { report: Report }) {
  const { recordingId, broadcast, facts } = report;
  const replay = useReplayFrom(recordingId);
  const moments = useMemo(() => momentsOf(facts), [facts]);
  // A card tells of the creator whom the desk watches or replays: of another one's viewers it would know nothing.
  const isOurs = useView(({ replay: viewed, source }) =>
    viewed ? viewed.told?.broadcast.handle === broadcast.handle : source.status.username === broadcast.handle,
  );
  return (
    <article aria-labelledby="report-title">
      <ReportHead report={report} replay={replay} />
      <Figures report={report} onPeak={facts.totals.peakAtMs === undefined ? undefined : replay.replayFrom} />
      <Curves facts={facts} moments={moments} />
      <div className={styles["columns"]}>
        <div>
          <Moments moments={moments} onReplay={replay.replayFrom} />
          <Questions report={report} onReplay={replay.replayFrom} />
          <Said facts={facts} />
        </div>
        <div>
          <Supporters supporters={facts.supporters} hasCards={isOurs} />
          <Staying report={report} />
          <Engaged people={facts.people} hasCards={isOurs} />
        </div>
      </div>
      <ViewerDialog />
    </article>
  );
}

function Figures({ report, onPeak }: { report: Report; onPeak: ((atMs: number) => void) | undefined }) {
  const figures = useMemo(() => figuresOf(report), [report]);
  const reason = nothingCompared(report);
  const { peakAtMs } = report.facts.totals;
  return (
    <section aria-label="Figures">
      <dl className={styles["figures"]}>
        {figures.map((figure) => (
          <div key={figure.name} data-testid="report-figure" data-name={figure.name} data-value={comparedValue(report, figure)}>
            <dt>{figure.label}</dt>
            <dd>
              <span className={styles["value"]} title={figure.full}>
                {figure.isAtLeast ? <AtLeast /> : null}
                {figure.short}
              </span>
              {figure.name === "peakViewers" && peakAtMs !== undefined && onPeak ? (
                <button type="button" className={styles["at"]} title="Replay from here" onClick={() => onPeak(peakAtMs)}>
                  at {hoursMinutes(peakAtMs)}
                </button>
              ) : null}
              {reason === undefined ? <span className={styles["compared"]}>{figure.compared}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
      {reason === undefined ? null : <p className={styles["note"]}>{reason}</p>}
      <ul className={styles["totals"]}>
        {totalsOf(report).map(([label, value]) => (
          <li key={label} data-testid="report-total" data-name={label} data-value={value}>
            <strong>{exact(value)}</strong> {value === 1 ? label.slice(0, -1) : label}
          </li>
        ))}
      </ul>
    </section>
  );
}

const comparedValue = ({ comparison }: Report, { name }: Figure) => comparison.values.find((each) => each.name === name)?.value;

const AtLeast = () => (
  <span className={styles["mark"]} title="At least: not all of it can be seen">
    <span aria-hidden="true">≥</span>
    <span className="visually-hidden">at least </span>
  </span>
);
