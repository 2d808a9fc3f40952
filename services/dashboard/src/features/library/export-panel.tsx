import type { ExportKind } from "@frontrow/protocol/library/export";
import type { RecordingSummary } from "@frontrow/sdk/client";
import Download from "lucide-react/icons/download";
import { useState } from "react";
import { useStore } from "zustand";
import { exportGroups, framesOf } from "./export-kinds.ts";
import { ExportRow } from "./export-row.tsx";
import { frameRate, framesFor } from "./frame-rate.ts";
import styles from "./library.module.css";
import { Problem } from "./problem.tsx";
import { useAction } from "./use-action.ts";
import { useExports } from "./use-exports.ts";

/** What a recording can be exported as, while that is asked for; and its exports, as long as there are some. */
export function ExportPanel({ recording, isOpen }: { readonly recording: RecordingSummary; readonly isOpen: boolean }) {
  const { recordingId } = recording;
  const { exports, failure: listFailure, retry } = useExports();
  const { run, isBusy, failure } = useAction();
  const [begun, setBegun] = useState<ExportKind>();
  const rate = useStore(frameRate);
  const own = exports.filter((each) => each.recordingId === recordingId);
  const begin = (kind: ExportKind) => {
    setBegun(kind);
    void run((library) => library.exportAs(recordingId, kind, framesFor(kind)));
  };
  return (
    <>
      {isOpen || own.length > 0 ? <Problem failure={listFailure} what="Exports do not come just now." onRetry={retry} /> : null}
      {own.length > 0 && !isOpen ? (
        <ul className={styles["exports"]} aria-label="Exports of this recording">
          {own.map((one) => (
            <ExportRow key={one.exportId} one={one} />
          ))}
        </ul>
      ) : null}
      {isOpen ? (
        <section className={styles["kinds"]} aria-label="Export as">
          <Problem failure={failure} what="The export did not begin." />
          {exportGroups.map(({ title, choices }) => (
            <div key={title}>
              <h3 className={styles["label"]}>{title}</h3>
              {choices.some(({ hasFrames }) => hasFrames) ? (
                <label className={styles["frames"]}>
                  Frames per second of the video
                  <select
                    value={rate}
                    onChange={({ target }) =>
                      frameRate.setState(framesOf.find((each) => String(each) === target.value) ?? 30, true)
                    }
                  >
                    {framesOf.map((each) => (
                      <option key={each}>{each}</option>
                    ))}
                  </select>
                </label>
              ) : null}
              <ul>
                {choices.map(({ kind, name, note }) => (
                  <li key={kind}>
                    <button
                      type="button"
                      className={styles["kind"]}
                      data-testid="export-kind"
                      data-kind={kind}
                      aria-busy={isBusy && begun === kind}
                      onClick={() => begin(kind)}
                    >
                      <Download size={16} aria-hidden="true" />
                      <span>
                        {name}
                        <small>{note}</small>
                      </span>
                    </button>
                    {/* In its place: what begins moves nothing above it. */}
                    <ul>
                      {own
                        .filter((one) => one.kind === kind)
                        .map((one) => (
                          <ExportRow key={one.exportId} one={one} isBare />
                        ))}
                    </ul>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ) : null}
    </>
  );
}
