import type { RecordingSummary } from "@frontrow/sdk/client";
import Undo2 from "lucide-react/icons/undo-2";
import styles from "./library.module.css";
import { useAction } from "./use-action.ts";
import { recordingName } from "./words.ts";

/** Brings a deleted recording back, from its row. */
export function RestoreButton({ recording, tabIndex }: { recording: RecordingSummary; tabIndex: number }) {
  const { run, isBusy, failure } = useAction();
  return (
    <button
      type="button"
      className={styles["play"]}
      tabIndex={tabIndex}
      aria-label={`Restore ${recordingName(recording)}`}
      aria-busy={isBusy}
      data-failed={failure !== undefined || undefined}
      title={failure ? "It could not be restored. Press to try again." : "Restore"}
      onClick={() => void run((library) => library.restore(recording.recordingId))}
    >
      <Undo2 size={18} aria-hidden="true" />
    </button>
  );
}
