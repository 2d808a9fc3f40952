import type { User } from "@frontrow/protocol/event";
import { useLibrary } from "../../live/use-library.ts";
import { useCommands } from "../../live/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Count } from "../../ui/count.tsx";
import { dayAndTime, exact } from "../../ui/format.ts";
import { Bar } from "../../ui/skeleton.tsx";
import { closeReport, openReport, reportIn } from "../report/open-report.ts";
import styles from "./known-viewer.module.css";
import { openViewer } from "./open-viewer.ts";
import { ViewerNotes } from "./viewer-notes.tsx";

type Known = Awaited<ReturnType<Parameters<Parameters<typeof useLibrary>[2]>[0]["viewer"]>>;

/** What the desk's recordings of this creator say of a viewer, and what the desk itself has noted. */
export function KnownViewerSection({ user: { id } }: { user: User }) {
  const { answer, retry } = useLibrary(id, "viewers", (library) => library.viewer(id));
  if (answer.state === "failed") {
    return (
      <section className={styles["known"]} aria-label="In your recordings">
        <p role="alert" className={styles["note"]}>
          What your recordings say of them could not be read.
          <Button look="quiet" onClick={retry}>
            Try again
          </Button>
        </p>
      </section>
    );
  }
  const known = answer.state === "ready" ? answer.value : undefined;
  return (
    <section className={styles["known"]} aria-labelledby="known-title" data-testid="known-viewer" aria-busy={!known}>
      <h3 id="known-title">In your recordings</h3>
      {known ? <Earlier known={known} /> : <Bar width="80%" height={16} />}
      {known ? <ViewerNotes userId={id} note={known.note ?? ""} tags={known.tags ?? []} /> : null}
      <p className={styles["private"]}>Only this desk sees this. It goes when the recordings and the desk go.</p>
    </section>
  );
}

function Earlier({ known }: { known: Known }) {
  const { broadcasts, firstSeenMs, lastSeenMs, chats, gifts, diamonds, questions, recordings } = known;
  if (broadcasts === 0) return <p className={styles["note"]}>They are in no finished recording of this creator that you hold.</p>;
  return (
    <>
      <p data-testid="known-broadcasts" data-value={broadcasts}>
        <strong>
          {exact(broadcasts)} {broadcasts === 1 ? "broadcast" : "broadcasts"}
        </strong>
        , first on {dayAndTime(firstSeenMs)}
        {broadcasts > 1 ? `, last on ${dayAndTime(lastSeenMs)}` : ""}.
      </p>
      <p className={styles["counts"]}>
        <span>{counted(chats, "message")}</span>
        <span>{counted(gifts, "gift")}</span>
        <span>
          <Count value={diamonds} /> {diamonds === 1 ? "diamond" : "diamonds"}
        </span>
        <span>{counted(questions, "question")}</span>
      </p>
      <details className={styles["recordings"]}>
        <summary>Which ones</summary>
        <ul>
          {recordings.map((appearance) => (
            <Appearance key={appearance.recordingId} {...appearance} />
          ))}
        </ul>
      </details>
    </>
  );
}

function Appearance({ recordingId, firstSeenMs, chats, gifts }: Known["recordings"][number]) {
  const { setMode } = useCommands();
  const leave = () => {
    openViewer(undefined);
    if (reportIn(location.search) !== undefined) closeReport();
  };
  const when = dayAndTime(firstSeenMs);
  return (
    <li data-testid="known-recording" data-id={recordingId}>
      <span className={styles["when"]}>
        {when}
        <span className={styles["did"]}>
          {counted(chats, "message")}
          {gifts > 0 ? `, ${counted(gifts, "gift")}` : ""}
        </span>
      </span>
      <Button
        look="quiet"
        aria-label={`Replay of ${when}, from when they came`}
        onClick={() => {
          leave();
          setMode({ mode: "REPLAY", recordingId, atMs: firstSeenMs });
        }}
      >
        Replay
      </Button>
      <Button
        look="quiet"
        aria-label={`Report of ${when}`}
        onClick={() => {
          openViewer(undefined);
          openReport(recordingId);
        }}
      >
        Report
      </Button>
    </li>
  );
}

const counted = (n: number, what: string): string => `${exact(n)} ${what}${n === 1 ? "" : "s"}`;
