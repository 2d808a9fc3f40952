import { type CSSProperties, type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import type { ReplayLoop } from "../../live/view-state.ts";
import { clock, hoursMinutesSeconds } from "../../ui/format.ts";
import { LONG_MS, SHORT_MS } from "./replay-keys.ts";
import styles from "./transport.module.css";

interface TimelineProps {
  readonly fromMs: number;
  readonly endMs: number;
  readonly positionMs: number;
  readonly loop: ReplayLoop | undefined;
  readonly onSeek: (atMs: number) => void;
}

/** The position as a slider: it shows where one would be while it is dragged, and goes there when it is let go. */
export function Timeline({ fromMs, endMs, positionMs, loop, onSeek }: TimelineProps) {
  const slider = useRef<HTMLInputElement>(null);
  const [draftMs, setDraftMs] = useState<number>();
  const lengthMs = Math.max(1_000, endMs - fromMs);
  const atMs = draftMs ?? positionMs;
  const shareOf = (ms: number) => `${(100 * Math.max(0, Math.min(lengthMs, ms - fromMs))) / lengthMs}%`;

  const seek = useEffectEvent((to: number) => {
    setDraftMs(undefined);
    onSeek(Math.max(fromMs, Math.min(endMs, to)));
  });
  // The browser's own change event comes when a slider is let go; React's comes all the way.
  useEffect(() => {
    const input = slider.current;
    const release = () => seek(fromMs + (input?.valueAsNumber ?? 0));
    input?.addEventListener("change", release);
    return () => input?.removeEventListener("change", release);
  }, [fromMs]);

  const onKeyDown = (event: KeyboardEvent) => {
    const stride = event.shiftKey ? LONG_MS : SHORT_MS;
    const to: Readonly<Record<string, number>> = {
      ArrowLeft: atMs - stride,
      ArrowDown: atMs - stride,
      ArrowRight: atMs + stride,
      ArrowUp: atMs + stride,
      PageDown: atMs - LONG_MS,
      PageUp: atMs + LONG_MS,
      Home: fromMs,
      End: endMs,
    };
    const target = to[event.key];
    if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    seek(target);
  };

  const text = `${clock(atMs - fromMs)} of ${clock(lengthMs)}, at ${hoursMinutesSeconds(atMs)}`;
  return (
    <div className={styles["timeline"]} style={{ "--share": shareOf(atMs) } as CSSProperties}>
      {loop ? (
        <span
          className={styles["band"]}
          style={{ left: shareOf(loop.fromMs), right: `calc(100% - ${shareOf(loop.toMs)})` }}
          aria-hidden="true"
        />
      ) : null}
      {draftMs === undefined ? null : (
        <output className={styles["draft"]}>
          {clock(draftMs - fromMs)}
          <small>{hoursMinutesSeconds(draftMs)}</small>
        </output>
      )}
      <input
        ref={slider}
        type="range"
        min={0}
        max={lengthMs}
        step="any"
        value={atMs - fromMs}
        aria-label="Position"
        aria-valuetext={text}
        onChange={({ target }) => setDraftMs(fromMs + target.valueAsNumber)}
        onKeyDown={onKeyDown}
        onBlur={() => setDraftMs(undefined)}
      />
    </div>
  );
}
