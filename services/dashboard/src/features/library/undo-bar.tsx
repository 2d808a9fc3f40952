import type { RecordingSummary } from "@frontrow/sdk/client";
import X from "lucide-react/icons/x";
import { Button } from "../../ui/button.tsx";
import styles from "./library.module.css";
import { Problem } from "./problem.tsx";
import { useAction } from "./use-action.ts";
import { recordingName } from "./words.ts";

interface UndoBarProps {
  /** What was deleted here last. */
  readonly recording: RecordingSummary | undefined;
  readonly onDone: () => void;
}

/** The way back from a deletion, at hand as long as nobody waves it off; the row has it for an hour. */
export function UndoBar({ recording, onDone }: UndoBarProps) {
  const { run, isBusy, failure } = useAction();
  const isDeleted = recording?.deletedAtMs !== undefined;
  return (
    <div role="status" className={styles["undo"]}>
      {recording && isDeleted ? (
        <div className={styles["undoBar"]}>
          <p>
            Deleted: <bdi>{recordingName(recording)}</bdi>
          </p>
          <Button
            look="quiet"
            aria-busy={isBusy}
            onClick={async () => {
              if (await run((library) => library.restore(recording.recordingId))) onDone();
            }}
          >
            Undo
          </Button>
          <button type="button" className={styles["play"]} aria-label="Dismiss" onClick={onDone}>
            <X size={16} aria-hidden="true" />
          </button>
          <Problem failure={failure} what="It could not be restored." />
        </div>
      ) : null}
    </div>
  );
}
