import { FrontrowRequestError, type RecordingSummary } from "@frontrow/sdk/client";
import { cleanText } from "@frontrow/words/clean-text";
import { useEffect, useEffectEvent, useState } from "react";
import { useCommands, useView } from "../../live/view-store.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Switch } from "../../ui/field.tsx";
import { dayAndTime, spoken } from "../../ui/format.ts";
import { RowsSkeleton } from "../../ui/skeleton.tsx";
import { replayReasonOf } from "../connection/sentence.ts";
import { handleText } from "../people/name.ts";
import styles from "./recordings.module.css";

type Answer =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly code: string; readonly message: string }
  | { readonly state: "listed"; readonly recordings: readonly RecordingSummary[] };

/** What this desk can replay, and whether what it watches is recorded. */
export default function RecordingsDialog({ onClose }: { onClose: () => void }) {
  const { setMode, recordings: ask } = useCommands();
  const replay = useView((view) => view.replay?.view);
  const refusal = useView((view) => view.replayRefusal);
  const [answer, setAnswer] = useState<Answer>({ state: "loading" });
  const [attempt, setAttempt] = useState(0);
  const [openedIn] = useState(replay);
  const [chosen, setChosen] = useState<string>();

  const load = useEffectEvent((take: (answer: Answer) => void) => {
    ask().then(
      (recordings) => take({ state: "listed", recordings }),
      (error: unknown) => {
        const code = error instanceof FrontrowRequestError ? error.code : "UNKNOWN";
        take({ state: "failed", code, message: String((error as Error | undefined)?.message) });
      },
    );
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again.
  useEffect(() => {
    let isWanted = true;
    load((next) => {
      if (isWanted) setAnswer(next);
    });
    return () => {
      isWanted = false;
    };
  }, [attempt]);
  // It is closed by what was asked for, so that a refusal is read where it was asked.
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (replay && replay.session !== openedIn?.session) close();
  }, [replay, openedIn]);

  return (
    <Dialog title={<h2 id="recordings-title">Replay</h2>} aria-labelledby="recordings-title" onClose={onClose}>
      {chosen && refusal ? (
        <div role="alert" className={styles["refused"]}>
          <p>{replayReasonOf(refusal.code)}</p>
          <Details
            facts={[
              ["Code", refusal.code],
              ["Message", refusal.message],
            ]}
          />
        </div>
      ) : null}
      {answer.state === "loading" ? <RowsSkeleton rows={3} /> : null}
      {answer.state === "failed" ? (
        <div role="alert" className={styles["refused"]}>
          <p>The list of recordings does not come just now.</p>
          <Button
            onClick={() => {
              setAnswer({ state: "loading" });
              setAttempt(attempt + 1);
            }}
          >
            Try again
          </Button>
          <Details
            facts={[
              ["Code", answer.code],
              ["Message", answer.message],
            ]}
          />
        </div>
      ) : null}
      {answer.state === "listed" ? (
        <List
          recordings={answer.recordings}
          chosen={refusal ? undefined : chosen}
          onChoose={(recordingId) => {
            setChosen(recordingId);
            setMode({ mode: "REPLAY", recordingId });
          }}
        />
      ) : null}
      <RecordingSetting />
    </Dialog>
  );
}

interface ListProps {
  readonly recordings: readonly RecordingSummary[];
  /** What was asked for and does not play yet. */
  readonly chosen: string | undefined;
  readonly onChoose: (recordingId: string) => void;
}

const List = ({ recordings, chosen, onChoose }: ListProps) => (
  <>
    {recordings.every(({ isSample }) => isSample) ? (
      <p className={styles["none"]}>Nothing is recorded yet. What this desk watches is recorded by itself, and appears here.</p>
    ) : null}
    <ul className={styles["list"]}>
      {recordings.map(({ recordingId, broadcast, fromMs, toMs, isGrowing, isSample }) => (
        <li key={recordingId}>
          <button
            type="button"
            className={styles["row"]}
            data-testid="recording-row"
            data-id={recordingId}
            aria-busy={recordingId === chosen}
            onClick={() => onChoose(recordingId)}
          >
            <Avatar url={broadcast.avatarUrl} name={broadcast.nickname || broadcast.handle} size={36} />
            <span className={styles["what"]}>
              <strong>
                <bdi>{cleanText(broadcast.nickname || handleText(broadcast.handle), 60)}</bdi>
              </strong>
              <span className={styles["facts"]}>
                {broadcast.title ? <bdi className={styles["title"]}>{cleanText(broadcast.title, 80)}</bdi> : null}
                <span>
                  {isSample ? "" : `${dayAndTime(fromMs)} · `}
                  {spoken(toMs - fromMs)}
                </span>
              </span>
            </span>
            {isGrowing ? <span className={styles["growing"]}>goes on</span> : null}
            {isSample ? <span className={styles["sample"]}>sample</span> : null}
          </button>
        </li>
      ))}
    </ul>
  </>
);

function RecordingSetting() {
  const { setRecording } = useCommands();
  const records = useView((view) => view.desk?.records ?? true);
  return (
    <div className={styles["setting"]}>
      <Switch
        label="Record what this desk watches"
        note="Everything that is shown is kept on the server of this Frontrow, for this desk, so that it can be replayed. Off, nothing more is kept; what is recorded stays."
        isOn={records}
        onChange={(next) => setRecording({ records: next })}
      />
    </div>
  );
}
