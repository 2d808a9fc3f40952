import { type CSSProperties, type KeyboardEvent, type PointerEvent, useState } from "react";
import type { ReplayLoop } from "../../live/view-state.ts";
import { elapsed } from "./elapsed.ts";
import type { Extent } from "./lanes.ts";
import { movedLoop } from "./loop-bounds.ts";
import styles from "./timeline.module.css";

const STRIDE_MS = 1_000;
const LONG_STRIDE_MS = 10_000;

interface LoopHandlesProps {
  readonly loop: ReplayLoop;
  readonly extent: Extent;
  /** The last moment that there is, before the end of the line. */
  readonly lastMs: number;
  readonly zeroMs: number;
  /** The moment under a pointer. */
  readonly timeAt: (clientX: number) => number;
  readonly onLoop: (loop: ReplayLoop) => void;
}

/** The loop as a band with a handle at either end, each a slider of its own. It is asked for when a handle is let go. */
export function LoopHandles({ loop, extent, lastMs, zeroMs, timeAt, onLoop }: LoopHandlesProps) {
  const bounds = { fromMs: extent.fromMs, toMs: lastMs };
  const [draft, setDraft] = useState<ReplayLoop>();
  const shown = draft ?? loop;
  const shareOf = (ms: number) => `${(100 * (ms - extent.fromMs)) / Math.max(1, extent.toMs - extent.fromMs)}%`;

  const handle = (end: "from" | "to") => {
    const atMs = end === "from" ? shown.fromMs : shown.toMs;
    const onPointerMove = (event: PointerEvent<HTMLElement>) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) setDraft(movedLoop(shown, end, timeAt(event.clientX), bounds));
    };
    const release = () => {
      if (draft) onLoop(draft);
      setDraft(undefined);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const stride = event.shiftKey ? LONG_STRIDE_MS : STRIDE_MS;
      const by = {
        ArrowLeft: -stride,
        ArrowDown: -stride,
        ArrowRight: stride,
        ArrowUp: stride,
        PageDown: -60_000,
        PageUp: 60_000,
      }[event.key];
      const to = by === undefined ? { Home: extent.fromMs, End: lastMs }[event.key] : atMs + by;
      if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      onLoop(movedLoop(loop, end, to, bounds));
    };
    return (
      <span
        role="slider"
        tabIndex={0}
        className={styles["handle"]}
        data-end={end}
        data-testid={`loop-${end}`}
        style={{ left: shareOf(atMs) }}
        aria-label={end === "from" ? "The loop begins" : "The loop ends"}
        aria-valuemin={0}
        aria-valuemax={Math.round((extent.toMs - extent.fromMs) / 1_000)}
        aria-valuenow={Math.round((atMs - extent.fromMs) / 1_000)}
        aria-valuetext={elapsed(atMs, zeroMs)}
        onPointerDown={(event) => {
          event.preventDefault();
          event.currentTarget.focus();
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={onPointerMove}
        onPointerUp={release}
        onPointerCancel={() => setDraft(undefined)}
        onKeyDown={onKeyDown}
      >
        {draft ? <output className={styles["handleTime"]}>{elapsed(atMs, zeroMs)}</output> : null}
      </span>
    );
  };

  return (
    <>
      <span
        className={styles["band"]}
        style={{ left: shareOf(shown.fromMs), right: `calc(100% - ${shareOf(shown.toMs)})` } as CSSProperties}
        aria-hidden="true"
      />
      {handle("from")}
      {handle("to")}
    </>
  );
}
