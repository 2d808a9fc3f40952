import BookmarkIcon from "lucide-react/icons/bookmark";
import Clapperboard from "lucide-react/icons/clapperboard";
import { type KeyboardEvent, useRef, useState } from "react";
import { pointOnLine } from "../../ui/crosshair.ts";
import { Tip } from "../../ui/tip.tsx";
import { MomentIcon } from "../moments/moment-icon.tsx";
import { elapsed } from "./elapsed.ts";
import type { LineMark } from "./line-marks.ts";
import styles from "./timeline.module.css";

/** What a tip can hold; the rest is counted. */
const MAX_LINES = 5;

interface MarkRowProps {
  readonly label: string;
  readonly groups: readonly (readonly LineMark[])[];
  /** Where time is counted from. */
  readonly zeroMs: number;
  readonly onSeek: (seek: LineMark["seek"]) => void;
}

/** Marks above the lanes, each above its time. A press goes there; the arrow keys go from one to the next. */
export function MarkRow({ label, groups, zeroMs, onSeek }: MarkRowProps) {
  const row = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string>();
  const ids = groups.map(([first]) => first?.id ?? "");
  const reachable = current !== undefined && ids.includes(current) ? current : ids[0];
  const onKeyDown = (event: KeyboardEvent) => {
    const last = ids.length - 1;
    const at = ids.indexOf(reachable ?? "");
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    row.current?.querySelectorAll<HTMLElement>("button")[Math.max(0, Math.min(last, to))]?.focus();
  };
  return (
    <div ref={row} className={styles["marks"]} role="toolbar" aria-label={label} onKeyDown={onKeyDown}>
      {groups.map((marks, index) => (
        <Mark
          key={ids[index]}
          marks={marks}
          zeroMs={zeroMs}
          isReachable={ids[index] === reachable}
          onFocus={() => setCurrent(ids[index])}
          onSeek={onSeek}
        />
      ))}
    </div>
  );
}

interface MarkProps extends Pick<MarkRowProps, "zeroMs" | "onSeek"> {
  readonly marks: readonly LineMark[];
  readonly isReachable: boolean;
  readonly onFocus: () => void;
}

function Mark({ marks, zeroMs, isReachable, onFocus, onSeek }: MarkProps) {
  const [first] = marks;
  if (!first) return null;
  const lines = marks.slice(0, MAX_LINES).map(({ id, atMs, text }) => ({ id, line: `${elapsed(atMs, zeroMs)} ${text}` }));
  const more = marks.length - lines.length;
  const said = `${lines.map(({ line }) => line).join(". ")}${more > 0 ? `, and ${more} more` : ""}`;
  return (
    <Tip
      text={
        <ul>
          {lines.map(({ id, line }) => (
            <li key={id}>
              <bdi>{line}</bdi>
            </li>
          ))}
          {more > 0 ? <li>and {more} more</li> : null}
        </ul>
      }
    >
      <button
        type="button"
        className={styles["mark"]}
        style={{ left: `${(first.place * 100).toFixed(3)}%` }}
        data-kind={first.kind}
        data-testid="line-mark"
        tabIndex={isReachable ? 0 : -1}
        // What is seen on it, a number where it stands for several, is part of its name.
        aria-label={marks.length > 1 ? `${marks.length}: ${said}` : said}
        onPointerEnter={() => pointOnLine(first.atMs)}
        onPointerLeave={() => pointOnLine(undefined)}
        onFocus={() => {
          onFocus();
          pointOnLine(first.atMs);
        }}
        onBlur={() => pointOnLine(undefined)}
        onClick={() => onSeek(first.seek)}
      >
        {marks.length > 1 ? marks.length : <Shape kind={first.kind} />}
      </button>
    </Tip>
  );
}

function Shape({ kind }: { kind: LineMark["kind"] }) {
  if (kind === "bookmark") return <BookmarkIcon size={13} fill="currentColor" aria-hidden="true" />;
  if (kind === "zero") return <Clapperboard size={13} aria-hidden="true" />;
  return <MomentIcon kind={kind} size={13} />;
}
