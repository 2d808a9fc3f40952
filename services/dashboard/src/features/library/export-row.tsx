import type { RecordingExport } from "@frontrow/protocol/library/export";
import X from "lucide-react/icons/x";
import { useServerNow } from "../../live/server-clock.ts";
import { Button } from "../../ui/button.tsx";
import { exportName, exportProgress, exportShare, exportUntil, fileSize, leftOutText } from "./export-kinds.ts";
import { framesFor } from "./frame-rate.ts";
import styles from "./library.module.css";
import { Problem } from "./problem.tsx";
import { useAction } from "./use-action.ts";
import { libraryReasonOf } from "./words.ts";

interface ExportRowProps {
  readonly one: RecordingExport;
  /** What it is of, where that is not plain from the place. */
  readonly of?: string | undefined;
  /** What it is stands beside it. */
  readonly isBare?: boolean;
}

/** An export: how far it is, then the way to its file; of one that failed why, and the way to try again. */
export function ExportRow({ one, of, isBare }: ExportRowProps) {
  const { exportId, recordingId, kind, state, fileName, bytes, leftOut, code, untilMs } = one;
  const { run, isBusy, failure } = useAction();
  const nowMs = useServerNow();
  const name = exportName(kind);
  const isUnderWay = state === "waiting" || state === "running";
  const remove = () => void run((library) => library.removeExport(exportId));
  return (
    <li className={styles["export"]} data-bare={isBare || undefined} data-testid="export-row" data-kind={kind} data-state={state}>
      <div className={styles["exportWhat"]}>
        <strong className={isBare ? "visually-hidden" : undefined}>{name}</strong>
        {of ? <bdi className={styles["facts"]}>{of}</bdi> : null}
        {isUnderWay ? (
          <>
            <progress max={1} value={exportShare(one)} aria-label={`${name}: how far it is`} />
            <span className={styles["facts"]}>{exportProgress(one)}</span>
          </>
        ) : null}
        {state === "ready" ? (
          <span className={styles["facts"]} role="status">
            <bdi>{fileName}</bdi>
            {bytes === undefined ? "" : ` · ${fileSize(bytes)}`} · {exportUntil(untilMs, nowMs)}
            {leftOut ? ` · ${leftOutText(leftOut)}` : ""}
          </span>
        ) : null}
        {state === "failed" ? (
          <span className={styles["failed"]} role="alert">
            It failed. {libraryReasonOf(code ?? "")} <code>{code}</code>
          </span>
        ) : null}
        <Problem failure={failure} what="That could not be done." />
      </div>
      {state === "ready" ? (
        <Button
          look="primary"
          aria-busy={isBusy}
          onClick={() =>
            void run(async (library) => {
              const { path } = await library.download(exportId);
              save(path, fileName ?? "");
            })
          }
        >
          Download
        </Button>
      ) : null}
      {state === "failed" ? (
        <Button
          aria-busy={isBusy}
          onClick={() =>
            void run(async (library) => {
              await library.exportAs(recordingId, kind, framesFor(kind));
              await library.removeExport(exportId);
            })
          }
        >
          Try again
        </Button>
      ) : null}
      {isUnderWay ? (
        <Button aria-busy={isBusy} onClick={remove}>
          Cancel
        </Button>
      ) : (
        <button type="button" className={styles["play"]} aria-label={`Remove ${name}`} aria-busy={isBusy} onClick={remove}>
          <X size={16} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}

/** The browser's own download: it has a progress of its own, and goes on when the page is gone. */
function save(path: string, fileName: string): void {
  const link = document.createElement("a");
  link.href = path;
  link.download = fileName;
  link.click();
}
