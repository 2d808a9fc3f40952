import { type PointerEvent, useMemo, useRef, useState } from "react";
import type { ShownReplay } from "../../live/replay.ts";
import type { ReplayLoop } from "../../live/view-state.ts";
import { pointOnLine, useCrosshair } from "../../ui/crosshair.ts";
import { useMedia } from "../../ui/use-media.ts";
import { useWidth } from "../../ui/use-width.ts";
import { sentenceOf } from "../moments/kinds.ts";
import { useWords } from "../use-words.ts";
import { LANE_GAP, LanePicture } from "./lane-picture.tsx";
import { idleSpans, STEP_MS } from "./lanes.ts";
import { LineDetail } from "./line-detail.tsx";
import { type LineMark, lineMarks } from "./line-marks.ts";
import { LineSlider } from "./line-slider.tsx";
import { LoopHandles } from "./loop-handles.tsx";
import { MarkRow } from "./mark-row.tsx";
import { nearTo, spokenNear } from "./near.ts";
import { useShownTimeline, zeroOf } from "./shown-timeline.ts";
import styles from "./timeline.module.css";

interface TimeLineProps {
  readonly shown: ShownReplay;
  /** Lanes with their names and marks above; else a strip that is read at a glance. */
  readonly isOpen: boolean;
  readonly onSeek: (seek: LineMark["seek"]) => void;
  readonly onLoop: (loop: ReplayLoop) => void;
}

const lanes = [
  { name: "Chat", about: "messages" },
  { name: "Gifts", about: "by their diamonds" },
  { name: "Viewers", about: "the most that were told" },
  { name: "Mood", about: "friendly up, unfriendly down" },
] as const;

const none: readonly never[] = [];

/**
 * A recording as a whole, and the position in it as a slider over it: it shows where one would be while it is dragged, and goes there
 * when it is let go. What is pointed at is told, and shown on the charts.
 */
export function TimeLine({ shown, isOpen, onSeek, onLoop }: TimeLineProps) {
  const { fromMs, endMs, positionMs, loop, isGrowing, skipIdle, told } = shown;
  const known = useShownTimeline((state) => (state.recordingId === told.recordingId ? state : undefined));
  const timeline = known?.timeline;
  const bookmarks = known?.entry?.bookmarks ?? none;
  const zeroMs = (known && zeroOf(known)) ?? fromMs;
  const track = useRef<HTMLDivElement>(null);
  const width = useWidth(track);
  const isCoarse = useMedia("(pointer: coarse)");
  const { words } = useWords();
  const [draftMs, setDraftMs] = useState<number>();
  const [hoverMs, setHoverMs] = useState<number>();
  const chartMs = useCrosshair((crosshair) => crosshair.chartMs);

  // Whole steps while it grows: else all would be drawn each second, a hair narrower.
  const lineEndMs = Math.max(fromMs + 1_000, isGrowing ? Math.ceil(endMs / STEP_MS) * STEP_MS : endMs);
  const extent = useMemo(() => ({ fromMs, toMs: lineEndMs }), [fromMs, lineEndMs]);
  const idle = useMemo(() => (timeline ? idleSpans(timeline) : none), [timeline]);
  const markPx = isCoarse ? 42 : 22;
  const marks = useMemo(
    () =>
      timeline && width > 0
        ? lineMarks(
            {
              moments: timeline.moments,
              bookmarks,
              zeroMs: known?.entry?.zeroMs,
              sentenceOf: (moment) => sentenceOf(moment, words),
            },
            extent,
            markPx / width,
          )
        : { own: none, happened: none },
    [timeline, bookmarks, known?.entry?.zeroMs, words, extent, markPx, width],
  );

  const shareOf = (ms: number) => `${(100 * (ms - fromMs)) / (lineEndMs - fromMs)}%`;
  const timeAt = (clientX: number) => {
    const box = track.current?.getBoundingClientRect();
    const share = box && box.width > 0 ? (clientX - box.left) / box.width : 0;
    return fromMs + Math.max(0, Math.min(1, share)) * (lineEndMs - fromMs);
  };
  const pointedMs = draftMs ?? hoverMs;
  const nearAt = (atMs: number) =>
    // Some pixels of a long recording are more than a step.
    timeline && nearTo({ timeline, bookmarks, idle }, atMs, (6 * (lineEndMs - fromMs)) / Math.max(1, width));
  const nearHere = timeline && nearTo({ timeline, bookmarks, idle }, draftMs ?? positionMs);
  const nearText = nearHere ? spokenNear(nearHere, (moment) => sentenceOf(moment, words)) : "";
  const point = (ms: number | undefined) => {
    setHoverMs(ms);
    pointOnLine(ms);
  };
  const laneHeight = isOpen ? 15 : 7;
  const picture = { idle, extent, width, laneHeight, skipsIdle: skipIdle };

  return (
    <div className={styles["line"]} data-open={isOpen} data-testid="time-line" data-known={timeline ? "" : undefined}>
      {isOpen ? (
        <div className={styles["names"]} aria-hidden="true">
          {lanes.map(({ name, about }) => (
            <span key={name} title={about} style={{ height: laneHeight }}>
              {name}
            </span>
          ))}
        </div>
      ) : null}
      <div className={styles["side"]}>
        {isOpen && marks.own.length > 0 ? (
          <MarkRow label="Bookmarks on the time line" groups={marks.own} zeroMs={zeroMs} onSeek={onSeek} />
        ) : null}
        {isOpen ? (
          <MarkRow label="What happened, on the time line" groups={marks.happened} zeroMs={zeroMs} onSeek={onSeek} />
        ) : null}
        <div
          ref={track}
          className={styles["track"]}
          onPointerMove={(event: PointerEvent) => {
            // A finger drags the slider, which tells the same.
            if (event.pointerType === "mouse") point(timeAt(event.clientX));
          }}
          onPointerLeave={() => point(undefined)}
        >
          {timeline && timeline.lanes.length > 0 ? (
            <LanePicture timeline={timeline} {...picture} />
          ) : (
            <Waiting
              problem={timeline ? "Nothing was said or counted in this recording." : known?.problem}
              laneHeight={laneHeight}
            />
          )}
          {isGrowing ? <span className={styles["edge"]} style={{ left: shareOf(endMs) }} title="the newest moment" /> : null}
          <span className={styles["here"]} style={{ left: shareOf(draftMs ?? positionMs) }} aria-hidden="true" />
          {pointedMs === undefined && chartMs !== undefined && chartMs >= fromMs && chartMs <= lineEndMs ? (
            <span
              className={styles["pointer"]}
              style={{ left: shareOf(chartMs) }}
              data-testid="line-pointer"
              aria-hidden="true"
            />
          ) : null}
          <LineSlider
            {...{ extent, endMs, draftMs, positionMs, zeroMs }}
            nearText={nearText}
            onDraft={(ms) => {
              setDraftMs(ms);
              pointOnLine(ms);
            }}
            onSeek={(atMs) => onSeek({ atMs: Math.round(atMs) })}
          />
          {loop ? <LoopHandles {...{ loop, extent, zeroMs, timeAt, onLoop }} lastMs={endMs} /> : null}
          {pointedMs === undefined ? null : (
            <LineDetail atMs={Math.min(pointedMs, endMs)} zeroMs={zeroMs} share={shareOf(pointedMs)} near={nearAt(pointedMs)} />
          )}
        </div>
      </div>
    </div>
  );
}

const Waiting = ({ problem, laneHeight }: { problem: string | undefined; laneHeight: number }) => (
  <span className={styles["waiting"]} style={{ height: lanes.length * (laneHeight + LANE_GAP) - LANE_GAP }}>
    {problem}
  </span>
);
