import type { BackTest, RuleCondition } from "@frontrow/protocol/library/rule";
import type { RecordingSummary } from "@frontrow/sdk/client";
import type { NewRule } from "@frontrow/sdk/library";
import Play from "lucide-react/icons/play";
import { useEffect, useState } from "react";
import { useCommands } from "../../live/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { clock, dayAndTime, exact } from "../../ui/format.ts";
import { Problem } from "../library/problem.tsx";
import { useReplayOf } from "../library/use-replay-of.ts";
import { recordingName } from "../library/words.ts";
import styles from "./rules.module.css";
import { useBackTest } from "./use-back-test.ts";
import { foundText } from "./words.ts";

/** Time before a ring from which it is replayed: what led to it belongs to it. */
const LEAD_MS = 5_000;
/** Rings of a broadcast that are listed at once. */
const LISTED = 20;

interface BackTestPanelProps {
  /** What is written in the form; another one makes what was found untrue. */
  readonly meant: RuleCondition | undefined;
  readonly quietMs: number;
  /** The rule to try; undefined, and said, where it is not complete. */
  readonly ruleOf: () => NewRule | undefined;
  readonly onReplay: () => void;
}

/** What the rule would have done in the desk's last broadcasts: how often, and each ring a way to its moment. */
export function BackTestPanel({ meant, quietMs, ruleOf, onReplay }: BackTestPanelProps) {
  const { trial, begin } = useBackTest(JSON.stringify([meant, quietMs]));
  const tried = () => {
    const rule = ruleOf();
    if (rule) void begin(rule);
  };
  return (
    <section className={styles["trial"]} aria-label="Trial">
      <Button onClick={tried} aria-busy={trial.state === "running"}>
        Try it on your last broadcasts
      </Button>
      <div role="status">
        {trial.state === "running" ? <Progress done={trial.done} total={trial.total} /> : null}
        {trial.state === "done" ? <p data-testid="back-test">{summaryOf(trial.recordings)}</p> : null}
      </div>
      {trial.state === "done" ? <Found recordings={trial.recordings} onReplay={onReplay} /> : null}
      {trial.state === "failed" ? (
        <Problem failure={trial.failure} what="The rule could not be tried." onRetry={tried} saysMessage />
      ) : null}
    </section>
  );
}

const Progress = ({ done, total }: { done: number; total: number }) => (
  <p className={styles["progress"]}>
    <progress aria-label="Reading your broadcasts" {...(total > 0 ? { value: done, max: total } : {})} />
    <span>{total > 0 ? `${Math.floor((100 * done) / total)} %` : "…"}</span>
  </p>
);

function summaryOf(recordings: BackTest["recordings"]): string {
  if (recordings.length === 0)
    return "Nothing is recorded yet. What this desk watches is recorded by itself; then a rule can be tried on it.";
  return foundText(
    recordings.reduce((sum, { rings }) => sum + rings, 0),
    recordings.length,
  );
}

function Found({ recordings, onReplay }: { recordings: BackTest["recordings"]; onReplay: () => void }) {
  const { recordings: list } = useCommands();
  const [known, setKnown] = useState<readonly RecordingSummary[]>([]);
  const { asked, refusal, replay } = useReplayOf(onReplay);
  useEffect(() => {
    let isWanted = true;
    list().then(
      (all) => isWanted && setKnown(all),
      // Without them broadcasts have no names; their rings are there.
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [list]);
  return (
    <>
      <Problem failure={refusal} what="It cannot be replayed." />
      {recordings.map(({ recordingId, rings, first }) => {
        const of = known.find((each) => each.recordingId === recordingId);
        return (
          <details key={recordingId} className={styles["broadcast"]} open={rings > 0 && recordings.length === 1}>
            <summary>
              <span className={styles["what"]}>
                <bdi>{of ? recordingName(of) : "A broadcast"}</bdi>
                {of ? <span className={styles["note"]}>{dayAndTime(of.fromMs)}</span> : null}
              </span>
              <strong>{exact(rings)} ×</strong>
            </summary>
            <ul>
              {first.slice(0, LISTED).map(({ atMs, eventId, text }) => (
                <li key={`${atMs} ${eventId} ${text}`}>
                  <button
                    type="button"
                    className={styles["ring"]}
                    data-testid="ring"
                    data-at={atMs}
                    aria-busy={asked === recordingId}
                    onClick={() => replay(recordingId, atMs - LEAD_MS)}
                  >
                    <Play size={14} aria-hidden="true" />
                    <span className={styles["at"]}>{of ? clock(atMs - of.fromMs) : dayAndTime(atMs)}</span>
                    <bdi>{text}</bdi>
                  </button>
                </li>
              ))}
            </ul>
            {rings > LISTED ? <p className={styles["note"]}>and {exact(rings - Math.min(LISTED, first.length))} more</p> : null}
          </details>
        );
      })}
    </>
  );
}
