import type { SearchHit } from "@frontrow/protocol/library/entry";
import type { RecordingSummary } from "@frontrow/sdk/client";
import { cleanText } from "@frontrow/words/clean-text";
import Bookmark from "lucide-react/icons/bookmark";
import Flag from "lucide-react/icons/flag";
import MessageSquare from "lucide-react/icons/message-square";
import Play from "lucide-react/icons/play";
import { memo, useState } from "react";
import { Count } from "../../ui/count.tsx";
import { clock, hoursMinutesSeconds } from "../../ui/format.ts";
import { handleText } from "../people/name.ts";
import { Badges } from "./badges.tsx";
import styles from "./library.module.css";
import type { SearchResult } from "./list-filter.ts";
import { markedWords } from "./marked-words.ts";
import { Preview } from "./preview.tsx";
import { RestoreButton } from "./restore-button.tsx";
import { recordedWhen, recordingName } from "./words.ts";

/** Hits that are shown before more are asked for. */
const FEW_HITS = 3;

interface RowProps {
  readonly recording: RecordingSummary;
  readonly found: SearchResult | undefined;
  readonly words: string;
  readonly isChosen: boolean;
  /** Its replay was asked for, and does not play yet. */
  readonly isAsked: boolean;
  /** Where the Tab key comes into the list. */
  readonly isEntry: boolean;
  readonly onChoose: () => void;
  readonly onReplay: (atMs?: number) => void;
}

export function RecordingRow({ recording, found, words, isChosen, isAsked, isEntry, onChoose, onReplay }: RowProps) {
  const { recordingId, broadcast, totals, preview, name, deletedAtMs } = recording;
  const called = recordingName(recording);
  const tabIndex = isEntry ? 0 : -1;
  const creator = handleText(broadcast.handle);
  const about = [called === creator ? undefined : creator, name ? undefined : broadcast.title].filter(
    (each) => each !== undefined,
  );
  return (
    <li
      className={styles["item"]}
      data-recording={recordingId}
      data-chosen={isChosen || undefined}
      data-deleted={deletedAtMs !== undefined || undefined}
    >
      <div className={styles["rowLine"]}>
        <button
          type="button"
          className={styles["row"]}
          data-nav
          data-testid="recording-row"
          data-id={recordingId}
          tabIndex={tabIndex}
          aria-current={isChosen || undefined}
          onClick={onChoose}
        >
          <span className={styles["rowName"]}>
            <strong>
              <bdi>{called}</bdi>
            </strong>
            <Badges recording={recording} />
          </span>
          {about.length > 0 ? (
            <span className={styles["about"]}>
              <bdi>{cleanText(about.join(" · "), 120)}</bdi>
            </span>
          ) : null}
          <span className={styles["facts"]}>{recordedWhen(recording)}</span>
          <span className={styles["rowEnd"]}>
            <Preview preview={preview} />
            {totals ? (
              <span className={styles["facts"]}>
                <Amount of={totals.peakViewers} one="viewer" /> · <Amount of={totals.chats} one="chat" /> ·{" "}
                <Amount of={totals.diamonds} one="diamond" />
              </span>
            ) : (
              <span className={styles["facts"]}>{recording.isGrowing ? "Counted when it ends" : "Not counted yet"}</span>
            )}
          </span>
        </button>
        {deletedAtMs === undefined ? (
          <button
            type="button"
            className={styles["play"]}
            data-testid="recording-replay"
            tabIndex={tabIndex}
            aria-label={`Replay ${called}`}
            aria-busy={isAsked}
            onClick={() => onReplay()}
          >
            <Play size={18} aria-hidden="true" />
          </button>
        ) : (
          <RestoreButton recording={recording} tabIndex={tabIndex} />
        )}
      </div>
      {found && found.first.length > 0 && deletedAtMs === undefined ? (
        <Hits found={found} words={words} fromMs={recording.fromMs} tabIndex={tabIndex} onReplay={onReplay} />
      ) : null}
    </li>
  );
}

const Amount = ({ of, one }: { readonly of: number; readonly one: string }) => (
  <>
    <Count value={of} /> {of === 1 ? one : `${one}s`}
  </>
);

interface HitsProps {
  readonly found: SearchResult;
  readonly words: string;
  readonly fromMs: number;
  readonly tabIndex: number;
  readonly onReplay: (atMs: number) => void;
}

const Hits = memo(function Hits({ found, words, fromMs, tabIndex, onReplay }: HitsProps) {
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? found.first : found.first.slice(0, FEW_HITS);
  const untold = found.hits - found.first.length;
  return (
    <ul className={styles["hits"]} aria-label={`${found.hits} found in it`}>
      {shown.map((hit) => (
        <li key={`${hit.kind} ${hit.atMs} ${hit.text} ${hit.by ?? ""}`}>
          <button
            type="button"
            className={styles["hit"]}
            data-nav
            data-testid="search-hit"
            tabIndex={tabIndex}
            title={`Replay from ${hoursMinutesSeconds(hit.atMs)}`}
            onClick={() => onReplay(hit.atMs)}
          >
            <HitIcon kind={hit.kind} />
            <span className={styles["hitTime"]}>{clock(hit.atMs - fromMs)}</span>
            <span className={styles["hitText"]}>
              {hit.by ? (
                <>
                  <bdi className={styles["by"]}>{cleanText(hit.by, 24)}</bdi>{" "}
                </>
              ) : null}
              <bdi>
                {markedWords(cleanText(hit.text, 200), words).map(({ text, isFound }, index) =>
                  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no identity.
                  isFound ? <mark key={index}>{text}</mark> : text,
                )}
              </bdi>
            </span>
          </button>
        </li>
      ))}
      {!isAll && found.first.length > FEW_HITS ? (
        <li>
          <button type="button" className={styles["hitMore"]} data-nav tabIndex={tabIndex} onClick={() => setIsAll(true)}>
            {found.first.length - FEW_HITS} more
          </button>
        </li>
      ) : null}
      {isAll && untold > 0 ? <li className={styles["untold"]}>and {untold} later ones</li> : null}
    </ul>
  );
});

const hitKinds = {
  chat: ["Message", MessageSquare],
  moment: ["Moment", Flag],
  bookmark: ["Bookmark", Bookmark],
} as const;

function HitIcon({ kind }: { readonly kind: SearchHit["kind"] }) {
  const [name, Icon] = hitKinds[kind];
  return <Icon size={14} role="img" aria-label={name} />;
}
