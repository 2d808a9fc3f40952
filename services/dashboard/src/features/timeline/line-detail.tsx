import type { CSSProperties } from "react";
import { hoursMinutesSeconds } from "../../ui/format.ts";
import { sentenceOf } from "../moments/kinds.ts";
import { useWords } from "../use-words.ts";
import { elapsed } from "./elapsed.ts";
import { countsOf, missingText, type Near } from "./near.ts";
import styles from "./timeline.module.css";

const MAX_SENTENCES = 3;

interface LineDetailProps {
  readonly atMs: number;
  readonly zeroMs: number;
  /** Where it stands, as a part of the line. */
  readonly share: string;
  readonly near: Near | undefined;
}

/** What there is where somebody points: the time, what was counted, what happened. Never under the pointer, and it takes none. */
export function LineDetail({ atMs, zeroMs, share, near }: LineDetailProps) {
  const { words } = useWords();
  const counts = near && countsOf(near);
  const missing = near && missingText(near);
  return (
    <output
      className={styles["detail"]}
      style={{ "--share": share } as CSSProperties}
      data-testid="line-detail"
      aria-hidden="true"
    >
      <strong>
        {elapsed(atMs, zeroMs)} <small>{hoursMinutesSeconds(atMs)}</small>
      </strong>
      {missing ? <span className={styles["missing"]}>{missing}</span> : null}
      {counts ? <span>{counts}</span> : null}
      {near?.bookmarks.slice(0, MAX_SENTENCES).map(({ bookmarkId, text }) => (
        <bdi key={bookmarkId}>Bookmark{text ? `: ${text}` : ""}</bdi>
      ))}
      {near?.moments.slice(0, MAX_SENTENCES).map((moment) => (
        <bdi key={moment.id}>{sentenceOf(moment, words)}</bdi>
      ))}
    </output>
  );
}
