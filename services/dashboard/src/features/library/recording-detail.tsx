import type { RecordingSummary } from "@frontrow/sdk/client";
import { cleanText } from "@frontrow/words/clean-text";
import ArrowLeft from "lucide-react/icons/arrow-left";
import ChartLine from "lucide-react/icons/chart-line";
import Download from "lucide-react/icons/download";
import Pin from "lucide-react/icons/pin";
import PinOff from "lucide-react/icons/pin-off";
import Play from "lucide-react/icons/play";
import Trash2 from "lucide-react/icons/trash-2";
import { useEffect, useRef, useState } from "react";
import { useServerNow } from "../../live/server-clock.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { compact, exact } from "../../ui/format.ts";
import { RowsSkeleton } from "../../ui/skeleton.tsx";
import { handleText } from "../people/name.ts";
import { openReport } from "../report/open-report.ts";
import { Badges } from "./badges.tsx";
import { ExportPanel } from "./export-panel.tsx";
import styles from "./library.module.css";
import { closeLibrary } from "./open-library.ts";
import { Preview } from "./preview.tsx";
import { Problem } from "./problem.tsx";
import { RecordingName } from "./recording-name.tsx";
import { RecordingPlaces } from "./recording-places.tsx";
import { type Action, useAction } from "./use-action.ts";
import { keptText, recordedWhen } from "./words.ts";

interface DetailProps {
  readonly recording: RecordingSummary | undefined;
  readonly isLoading: boolean;
  /** Its replay was asked for, and does not play yet. */
  readonly isAsked: boolean;
  readonly onReplay: (atMs?: number) => void;
  readonly onDeleted: () => void;
  /** Back to the list, where there is room for one of the two. */
  readonly onBack: (() => void) | undefined;
}

/** One recording: what it was, where it is worth looking, and what can be done with it. */
export function RecordingDetail(props: DetailProps) {
  const { recording, isLoading, onBack } = props;
  if (recording) return <Detail {...props} recording={recording} />;
  return (
    <div className={styles["detail"]}>
      {onBack ? <BackButton onBack={onBack} /> : null}
      {isLoading ? <RowsSkeleton rows={4} hasAvatar={false} /> : <p>That recording is not there any more.</p>}
    </div>
  );
}

function Detail({ recording, isAsked, onReplay, onDeleted, onBack }: DetailProps & { readonly recording: RecordingSummary }) {
  const { broadcast, isSample, deletedAtMs, preview } = recording;
  const isDeleted = deletedAtMs !== undefined;
  const heading = useRef<HTMLHeadingElement>(null);
  const action = useAction();
  const nowMs = useServerNow();
  // Where it takes the place of the list, the focus goes with the eye.
  const isAlone = onBack !== undefined;
  useEffect(() => {
    if (isAlone) heading.current?.focus();
  }, [isAlone]);
  return (
    <article className={styles["detail"]} data-testid="recording-detail" data-id={recording.recordingId}>
      {onBack ? <BackButton onBack={onBack} /> : null}
      <header className={styles["detailHead"]}>
        <Avatar url={broadcast.avatarUrl} name={broadcast.nickname || broadcast.handle} size={44} />
        <div className={styles["detailWho"]}>
          <RecordingName recording={recording} isFixed={isSample === true || isDeleted} heading={heading} />
          <p className={styles["about"]}>
            <bdi>{cleanText([handleText(broadcast.handle), broadcast.title].filter(Boolean).join(" · "), 200)}</bdi>
          </p>
          <p className={styles["facts"]}>
            {recordedWhen(recording)} <Badges recording={recording} />
          </p>
        </div>
      </header>
      <div className={styles["detailPreview"]}>
        <Preview preview={preview} />
      </div>
      {isDeleted ? (
        <Restore recording={recording} action={action} />
      ) : (
        <Actions recording={recording} action={action} isAsked={isAsked} onReplay={() => onReplay()} onDeleted={onDeleted} />
      )}
      <Problem failure={action.failure} what="That could not be done." />
      <p className={styles["facts"]} data-testid="recording-kept">
        {keptText(recording, nowMs)}
      </p>
      <Totals recording={recording} />
      {isDeleted ? null : <RecordingPlaces recording={recording} onReplay={onReplay} />}
    </article>
  );
}

const BackButton = ({ onBack }: { readonly onBack: () => void }) => (
  <Button look="quiet" className={styles["back"] ?? ""} onClick={onBack}>
    <ArrowLeft size={16} aria-hidden="true" />
    All recordings
  </Button>
);

interface ActionsProps {
  readonly recording: RecordingSummary;
  readonly action: Action;
  readonly isAsked: boolean;
  readonly onReplay: () => void;
  readonly onDeleted: () => void;
}

function Actions({ recording, action: { run, isBusy }, isAsked, onReplay, onDeleted }: ActionsProps) {
  const { recordingId, isSample, isPinned } = recording;
  const [isExporting, setIsExporting] = useState(false);
  return (
    <>
      <div className={styles["actions"]}>
        <Button look="primary" aria-busy={isAsked} onClick={onReplay}>
          <Play size={16} aria-hidden="true" />
          Replay
        </Button>
        <Button
          onClick={() => {
            closeLibrary();
            openReport(recordingId);
          }}
        >
          <ChartLine size={16} aria-hidden="true" />
          Report
        </Button>
        <Button aria-expanded={isExporting} onClick={() => setIsExporting(!isExporting)}>
          <Download size={16} aria-hidden="true" />
          Export…
        </Button>
        {isSample ? null : (
          <>
            <Button
              aria-pressed={isPinned ?? false}
              aria-busy={isBusy}
              onClick={() => void run((library) => library.change(recordingId, { isPinned: !isPinned }))}
            >
              {isPinned ? <PinOff size={16} aria-hidden="true" /> : <Pin size={16} aria-hidden="true" />}
              {isPinned ? "Unpin" : "Pin"}
            </Button>
            <Button
              aria-busy={isBusy}
              onClick={async () => {
                if (await run((library) => library.remove(recordingId))) onDeleted();
              }}
            >
              <Trash2 size={16} aria-hidden="true" />
              Delete
            </Button>
          </>
        )}
      </div>
      <ExportPanel recording={recording} isOpen={isExporting} />
    </>
  );
}

const Restore = ({ recording, action: { run, isBusy } }: { readonly recording: RecordingSummary; readonly action: Action }) => (
  <div className={styles["actions"]}>
    <Button look="primary" aria-busy={isBusy} onClick={() => void run((library) => library.restore(recording.recordingId))}>
      Restore
    </Button>
  </div>
);

const totalNames = [
  ["peakViewers", "peak viewers"],
  ["uniqueViewers", "people"],
  ["chats", "messages"],
  ["gifts", "gifts"],
  ["diamonds", "diamonds"],
  ["follows", "follows"],
] as const;

function Totals({ recording: { totals, isGrowing } }: { readonly recording: RecordingSummary }) {
  if (!totals) {
    return <p className={styles["facts"]}>{isGrowing ? "It is counted when the broadcast ends." : "It is being counted."}</p>;
  }
  return (
    <dl className={styles["totals"]}>
      {totalNames.map(([field, name]) => (
        <div key={field}>
          <dt>{name}</dt>
          <dd title={exact(totals[field])}>{compact(totals[field])}</dd>
        </div>
      ))}
    </dl>
  );
}
