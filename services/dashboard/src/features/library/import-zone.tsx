import Upload from "lucide-react/icons/upload";
import { type DragEvent, useId, useState } from "react";
import { useCommands } from "../../live/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { fileSize } from "./export-kinds.ts";
import { cancelImport, dismissImport, type Import, importFile, useImport } from "./import-store.ts";
import styles from "./library.module.css";
import { Problem } from "./problem.tsx";

/** Takes a file that was exported, chosen or dropped, and says how far it is. */
export function ImportZone({ onImported }: { readonly onImported: (recordingId: string) => void }) {
  const { library } = useCommands();
  const current = useImport();
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file) void importFile(file, library);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way beside the button in it.
    <div
      className={styles["import"]}
      data-testid="import"
      data-state={current.state}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      {current.state === "sending" ? (
        <Sending {...current} />
      ) : (
        <>
          <p id={`${id}-note`} className={styles["facts"]}>
            Drop a file here that was exported as “Everything, to import again”, from this Frontrow or another one.
          </p>
          <label className={styles["choose"]}>
            <Upload size={16} aria-hidden="true" />
            Import a file
            <input
              type="file"
              className="visually-hidden"
              accept=".ndjson,.jsonl,.gz,application/gzip,application/x-ndjson"
              aria-describedby={`${id}-note`}
              onChange={({ target }) => {
                take(target.files?.[0]);
                // The same file again is another try.
                target.value = "";
              }}
            />
          </label>
        </>
      )}
      {current.state === "done" ? (
        <div role="status" className={styles["imported"]}>
          <p>
            <bdi>{current.fileName}</bdi> is imported.
          </p>
          <Button look="quiet" onClick={() => onImported(current.recordingId)}>
            Show it
          </Button>
        </div>
      ) : null}
      {current.state === "failed" ? (
        <>
          <Problem failure={current.failure} what={`${current.fileName} is not imported.`} saysMessage />
          <Button look="quiet" onClick={dismissImport}>
            Dismiss
          </Button>
        </>
      ) : null}
    </div>
  );
}

function Sending({ fileName, sent, total }: Extract<Import, { state: "sending" }>) {
  const isSent = sent >= total;
  return (
    <>
      <strong>
        <bdi>{fileName}</bdi>
      </strong>
      <progress max={Math.max(1, total)} value={isSent ? undefined : sent} aria-label={`${fileName}: how much is sent`} />
      <p className={styles["facts"]} aria-live="off">
        {isSent ? "All is sent. Frontrow reads it." : `${fileSize(sent)} of ${fileSize(total)} sent`}
      </p>
      <Button onClick={cancelImport}>Cancel</Button>
    </>
  );
}
