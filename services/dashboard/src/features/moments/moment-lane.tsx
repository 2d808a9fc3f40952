import type { Words } from "@frontrow/words/words";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { Happened } from "../../live/happened.ts";
import { hoursMinutes } from "../../ui/format.ts";
import { PLOT_LEFT_PX, PLOT_RIGHT_PX } from "../../ui/plot-edges.ts";
import { Tip } from "../../ui/tip.tsx";
import { useWidth } from "../../ui/use-width.ts";
import { useWords } from "../use-words.ts";
import { clearHighlight, hoverMoment, togglePin, useHighlighted } from "./highlight.ts";
import { kindOf, sentenceOf } from "./kinds.ts";
import { type MomentMark, marksOf } from "./marks.ts";
import { MomentIcon } from "./moment-icon.tsx";
import styles from "./moments.module.css";

const MARK_PX = 22;
/** What a tip can hold; the rest is counted. */
const MAX_SENTENCES = 4;

/** Moments over the charts, each above its time. The arrow keys go from one to the next. */
export function MomentLane({ moments, span }: { moments: readonly Happened[]; span: readonly [number, number] }) {
  const lane = useRef<HTMLDivElement>(null);
  const width = useWidth(lane) - PLOT_LEFT_PX - PLOT_RIGHT_PX;
  const marks = useMemo(() => (width > 0 ? marksOf(moments, span, MARK_PX / width) : []), [moments, span, width]);
  const [current, setCurrent] = useState<string | undefined>(undefined);
  const pointed = useHighlighted();
  const { words } = useWords();
  const reachable = marks.find(({ id }) => id === current)?.id ?? marks.at(-1)?.id;

  const onKeyDown = (event: KeyboardEvent) => {
    const stride = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === "Escape") clearHighlight();
    if (stride === undefined) return;
    event.preventDefault();
    const at = marks.findIndex(({ id }) => id === reachable) + stride;
    lane.current?.querySelectorAll<HTMLElement>("button")[Math.max(0, Math.min(marks.length - 1, at))]?.focus();
  };

  return (
    <div ref={lane} className={styles["lane"]} role="toolbar" aria-label="Moments on the time line" onKeyDown={onKeyDown}>
      {marks.map((mark) => (
        <Mark
          key={mark.id}
          mark={mark}
          words={words}
          isReachable={mark.id === reachable}
          isPointed={mark.moments.some(({ id }) => id === pointed)}
          onFocus={() => setCurrent(mark.id)}
        />
      ))}
    </div>
  );
}

interface MarkProps {
  readonly mark: MomentMark;
  readonly words: Words | undefined;
  readonly isReachable: boolean;
  readonly isPointed: boolean;
  readonly onFocus: () => void;
}

function Mark({ mark: { id, place, moments }, words, isReachable, isPointed, onFocus }: MarkProps) {
  const last = moments.at(-1);
  if (!last) return null;
  const lines = moments.slice(-MAX_SENTENCES).map((moment) => `${hoursMinutes(moment.atMs)} ${sentenceOf(moment, words)}`);
  const more = moments.length - lines.length;
  const left = `calc(${PLOT_LEFT_PX}px + (100% - ${PLOT_LEFT_PX + PLOT_RIGHT_PX}px) * ${place.toFixed(4)})`;
  return (
    <Tip
      text={
        <ul>
          {more > 0 ? <li>{more} before</li> : null}
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same sentence may stand here twice.
            <li key={index}>
              <bdi>{line}</bdi>
            </li>
          ))}
        </ul>
      }
    >
      <button
        type="button"
        className={styles["mark"]}
        style={{ left }}
        data-kind={kindOf(last)}
        data-pointed={isPointed || undefined}
        data-testid="moment-mark"
        tabIndex={isReachable ? 0 : -1}
        // What is seen on it, a number where it stands for several, is part of its name.
        aria-label={moments.length > 1 ? `${moments.length}: ${lines.join(". ")}` : lines.join(". ")}
        onPointerEnter={() => hoverMoment(id)}
        onPointerLeave={() => hoverMoment(undefined)}
        onFocus={() => {
          onFocus();
          hoverMoment(id);
        }}
        onBlur={() => hoverMoment(undefined)}
        onClick={() => togglePin(id)}
      >
        {moments.length > 1 ? moments.length : <MomentIcon kind={kindOf(last)} size={14} />}
      </button>
    </Tip>
  );
}
