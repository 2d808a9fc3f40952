import type { Report } from "@frontrow/protocol/library/report";
import ArrowLeft from "lucide-react/icons/arrow-left";
import { useEffect } from "react";
import { useLibrary } from "../../live/use-library.ts";
import { useView } from "../../live/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import { Bar } from "../../ui/skeleton.tsx";
import { reasonOf } from "../connection/sentence.ts";
import { handleText } from "../people/name.ts";
import { closeReport } from "./open-report.ts";
import styles from "./report.module.css";
import { ReportView } from "./report-view.tsx";

/** How soon a report is asked for again: while it is made, and while more is recorded. */
const MAKING_MS = 2_000;
const GROWING_MS = 10_000;

/** How a broadcast went, on a page of its own. */
export default function ReportPage({ recordingId }: { recordingId: string }) {
  // Nothing can be asked for before the desk is known.
  const isDeskKnown = useView((view) => view.desk !== undefined);
  const { answer, retry, refresh } = useLibrary(isDeskKnown ? recordingId : undefined, "recordings", (library) =>
    library.report(recordingId),
  );
  const told = answer.state === "ready" ? answer.value : undefined;
  const report = told?.state === "ready" ? told.report : undefined;
  const againMs = told?.state === "making" ? MAKING_MS : report?.isGrowing ? GROWING_MS : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is asked again once.
  useEffect(() => {
    if (againMs === undefined) return;
    const timer = setTimeout(refresh, againMs);
    return () => clearTimeout(timer);
  }, [told, againMs]);
  useTitle(report);

  return (
    <main className={styles["page"]} data-testid="report" data-state={told?.state ?? answer.state}>
      <div className={styles["sheet"]}>
        <Button look="quiet" className={styles["back"]} onClick={closeReport}>
          <ArrowLeft size={17} aria-hidden="true" />
          Back
        </Button>
        {report ? <ReportView report={report} /> : null}
        {told?.state === "making" || answer.state === "loading" ? <Making isAsked={told?.state === "making"} /> : null}
        {answer.state === "failed" ? <Failed code={answer.code} message={answer.message} onRetry={retry} /> : null}
      </div>
    </main>
  );
}

/** The report in its shape, and what it is waited for. */
const Making = ({ isAsked }: { isAsked: boolean }) => (
  <div aria-busy="true">
    <h1 className={styles["heading"]}>Report</h1>
    <p role="status" className={styles["waiting"]}>
      {isAsked ? "The recording is being read for its report. This page asks again by itself." : "Reading the report."}
    </p>
    <div className={styles["figures"]} aria-hidden="true">
      {Array.from({ length: 10 }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars have no identity; they are a picture.
        <div key={at}>
          <Bar width="60%" height={10} />
          <Bar width="45%" height={22} style={{ marginTop: 8 }} />
        </div>
      ))}
    </div>
    <Bar width="100%" height={220} style={{ borderRadius: 12 }} />
  </div>
);

const failures: Readonly<Record<string, string>> = {
  RECORDING_NOT_FOUND:
    "This desk holds no such recording. It may have been deleted, or its time is over; a recording belongs to the desk that watched the broadcast.",
  RECORDING_DAMAGED: "Nothing of this recording can be read, so there is no report of it.",
  RECORDING_UNAVAILABLE: "The place where recordings are kept does not answer. Try again in a moment.",
  FORBIDDEN: "This page may not read that report any more. Reload it.",
  DESK_NOT_FOUND: "This desk is not there any more, and its recordings neither. Go back to begin anew.",
};

const Failed = ({ code, message, onRetry }: { code: string; message: string; onRetry: () => void }) => (
  <div role="alert" className={styles["failed"]}>
    <h1 className={styles["heading"]}>Report</h1>
    <p>{failures[code] ?? reasonOf(code as Parameters<typeof reasonOf>[0]) ?? "The report does not come just now."}</p>
    <Button onClick={onRetry}>Try again</Button>
    <Details
      facts={[
        ["Code", code],
        ["Message", message],
      ]}
    />
  </div>
);

function useTitle(report: Report | undefined): void {
  const title = `Report${report ? ` of ${handleText(report.broadcast.handle)}` : ""} – Frontrow`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
