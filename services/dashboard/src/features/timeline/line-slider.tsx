import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from "react";
import { clock, hoursMinutesSeconds } from "../../ui/format.ts";
import { LONG_MS, SHORT_MS } from "../replay/replay-keys.ts";
import { elapsed } from "./elapsed.ts";
import type { Extent } from "./lanes.ts";
import styles from "./timeline.module.css";

interface LineSliderProps {
  readonly extent: Extent;
  /** The last moment that can be gone to. */
  readonly endMs: number;
  /** Where it is dragged. */
  readonly draftMs: number | undefined;
  readonly positionMs: number;
  readonly zeroMs: number;
  readonly nearText: string;
  readonly onDraft: (atMs: number | undefined) => void;
  readonly onSeek: (atMs: number) => void;
}

/** The position as the browser's own slider, over the whole height of the lanes: a thumb, keys and screen readers move it alike. */
export function LineSlider({ extent, endMs, draftMs, positionMs, zeroMs, nearText, onDraft, onSeek }: LineSliderProps) {
  const slider = useRef<HTMLInputElement>(null);
  const { fromMs, toMs } = extent;
  const atMs = draftMs ?? positionMs;
  const clamped = (ms: number) => Math.max(fromMs, Math.min(endMs, ms));

  const seek = useEffectEvent((to: number) => {
    onDraft(undefined);
    onSeek(clamped(to));
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
    onDraft(undefined);
    onSeek(clamped(target));
  };

  const text = `${elapsed(atMs, zeroMs)} of ${clock(endMs - fromMs)}, at ${hoursMinutesSeconds(atMs)}`;
  return (
    <input
      ref={slider}
      className={styles["slider"]}
      type="range"
      min={0}
      max={toMs - fromMs}
      step="any"
      value={atMs - fromMs}
      aria-label="Position"
      aria-valuetext={nearText ? `${text}, ${nearText}` : text}
      onChange={({ target }) => onDraft(clamped(fromMs + target.valueAsNumber))}
      onKeyDown={onKeyDown}
      onBlur={() => onDraft(undefined)}
    />
  );
}
