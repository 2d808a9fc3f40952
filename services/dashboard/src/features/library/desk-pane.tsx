import type { RecordingSummary } from "@frontrow/sdk/client";
import ArrowLeft from "lucide-react/icons/arrow-left";
import { useCommands, useView } from "../../live/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Switch } from "../../ui/field.tsx";
import { ExportRow } from "./export-row.tsx";
import { ImportZone } from "./import-zone.tsx";
import styles from "./library.module.css";
import { Problem } from "./problem.tsx";
import { useExports } from "./use-exports.ts";
import { recordingName } from "./words.ts";

interface DeskPaneProps {
  readonly recordings: readonly RecordingSummary[];
  readonly onBack: (() => void) | undefined;
  readonly onChoose: (recordingId: string) => void;
}

/** What concerns all recordings of the desk: whether more are made, what comes in, and what goes out. */
export function DeskPane({ recordings, onBack, onChoose }: DeskPaneProps) {
  const { exports, failure, retry } = useExports();
  const names = new Map(recordings.map((recording) => [recording.recordingId, recordingName(recording)]));
  return (
    <div className={styles["detail"]}>
      {onBack ? (
        <Button look="quiet" className={styles["back"] ?? ""} onClick={onBack}>
          <ArrowLeft size={16} aria-hidden="true" />
          All recordings
        </Button>
      ) : (
        <p className={styles["facts"]}>Choose a recording to see what it was, to replay it, or to export it.</p>
      )}
      <section>
        <h3>What is recorded</h3>
        <RecordingSetting />
      </section>
      <section>
        <h3>Import</h3>
        <ImportZone onImported={onChoose} />
      </section>
      <section>
        <h3>Exports</h3>
        <Problem failure={failure} what="Exports do not come just now." onRetry={retry} />
        {exports.length > 0 ? (
          <ul className={styles["exports"]} aria-label="Exports of this desk">
            {exports.map((one) => (
              <ExportRow key={one.exportId} one={one} of={names.get(one.recordingId) ?? "a recording that is gone"} />
            ))}
          </ul>
        ) : failure ? null : (
          <p className={styles["facts"]}>None. Choose a recording, then “Export…”; files stay here for a day.</p>
        )}
      </section>
    </div>
  );
}

function RecordingSetting() {
  const { setRecording } = useCommands();
  const records = useView((view) => view.desk?.records ?? true);
  return (
    <Switch
      label="Record what this desk watches"
      note="Everything that is shown is kept on the server of this Frontrow, for this desk, so that it can be replayed. Off, nothing more is kept; what is recorded stays."
      isOn={records}
      onChange={(next) => setRecording({ records: next })}
    />
  );
}
