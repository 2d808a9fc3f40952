import "uplot/dist/uPlot.min.css";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { hoursMinutesSeconds } from "./format.ts";
import type { ChartGap, createPlot, Plot, PlotContent, PlotStyle } from "./plot.ts";
import styles from "./time-chart.module.css";
import { usePalette } from "./use-palette.ts";

export interface TimeChartProps {
  readonly label: string;
  /** What is counted, as it stands behind a value: "watching", "a minute". */
  readonly unit: string;
  readonly style: PlotStyle;
  readonly content: PlotContent;
  readonly format: (value: number) => string;
  readonly height: number;
  /** Where something else on the page points the crosshair to, in epoch seconds: here and in all charts. */
  readonly pointAt?: number | undefined;
  /** Told where the crosshair is, in epoch seconds. */
  readonly onPoint?: ((at: number | undefined) => void) | undefined;
}

/** How far the arrow keys move the crosshair, in points. */
const strides: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -12, PageDown: 12 };

/**
 * One curve over time, with a crosshair that it shares with the page's other charts.
 *
 * The value under the crosshair stands in words beside the label; without a crosshair, the latest one. Arrow keys move it.
 */
export function TimeChart({ label, unit, style, content, format, height, pointAt, onPoint }: TimeChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<Plot>(undefined);
  const [cursor, setCursor] = useState<number | undefined>(undefined);
  usePlot(place, plot, { style, content, height, onCursor: setCursor });
  const summary = useMemo(() => summarise(label, unit, content, format), [label, unit, content, format]);

  usePointer(plot, content.seconds, pointAt);
  const { seconds, values, gaps } = content;
  const shown = Math.min(cursor ?? seconds.length - 1, seconds.length - 1);
  const value = values[shown];
  const at = seconds[shown];
  const behindAt = content.behind?.[shown];
  const pointed = cursor === undefined ? undefined : at;
  useEffect(() => onPoint?.(pointed), [onPoint, pointed]);
  const reading = value == null ? (at === undefined ? "" : (gapAt(gaps, at)?.text ?? "no data")) : `${format(value)} ${unit}`;

  const onKeyDown = (event: KeyboardEvent) => {
    const stride = strides[event.key];
    if (event.key === "Escape") plot.current?.pointAt(undefined);
    if (stride === undefined) return;
    event.preventDefault();
    plot.current?.pointAt(Math.max(0, Math.min(seconds.length - 1, shown + stride)));
  };

  return (
    <figure className={styles["figure"]}>
      <figcaption className={styles["caption"]}>
        <span className={styles["key"]} style={{ background: `var(${style.colour})` }} aria-hidden="true" />
        <span className={styles["label"]}>{label}</span>
        <span className={styles["reading"]} aria-live={cursor === undefined ? "off" : "polite"}>
          {cursor === undefined || at === undefined ? null : (
            <span className={styles["when"]}>{hoursMinutesSeconds(at * 1_000)}</span>
          )}
          {reading}
          {behindAt == null ? null : <span className={styles["behind"]}>{`then ${format(behindAt)}`}</span>}
        </span>
      </figcaption>
      <div
        ref={place}
        className={styles["plot"]}
        style={{ height }}
        role="img"
        aria-label={summary}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the crosshair.
        tabIndex={0}
        onKeyDown={onKeyDown}
      />
    </figure>
  );
}

/** The same curve without axes, to stand beside a number that says what it is. */
export function Sparkline({ style, content, height }: Pick<TimeChartProps, "style" | "content" | "height">) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<Plot>(undefined);
  usePlot(place, plot, { style, content, height, onCursor: ignore });
  return <div ref={place} className={styles["spark"]} style={{ height }} aria-hidden="true" />;
}

const ignore = () => {};

/** What draws comes after the page: it is a tenth of all that is loaded, and a place without its curve reads well for that moment. */
let drawer: typeof createPlot | undefined;
async function loadDrawer(): Promise<typeof createPlot> {
  drawer = (await import("./plot.ts")).createPlot;
  return drawer;
}

/** Undefined until it is here. */
function useDrawer(): typeof createPlot | undefined {
  const [draw, setDraw] = useState(() => drawer);
  useEffect(() => {
    let isWanted = true;
    if (!draw)
      loadDrawer().then(
        (loaded) => {
          if (isWanted) setDraw(() => loaded);
        },
        ignore, // numbers and words are there; the next chart asks again
      );
    return () => {
      isWanted = false;
    };
  }, [draw]);
  return draw;
}

function usePlot(
  place: { readonly current: HTMLDivElement | null },
  plot: { current: Plot | undefined },
  drawing: { style: PlotStyle; content: PlotContent; height: number; onCursor: (index: number | undefined) => void },
): void {
  const { style, content, height, onCursor } = drawing;
  const palette = usePalette();
  const draw = useDrawer();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a canvas keeps its colours, so another palette is another plot.
  useEffect(() => {
    if (!place.current || !draw) return;
    plot.current = draw(place.current, height, style, onCursor);
    return () => plot.current?.destroy();
  }, [style, height, onCursor, palette, draw]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a plot that was made anew needs its content again.
  useEffect(() => plot.current?.show(content), [content, style, height, onCursor, palette, draw]);
}

/** Keeps the crosshair where something else points it to; away again when nothing does any more. */
function usePointer(plot: { current: Plot | undefined }, seconds: readonly number[], pointAt: number | undefined): void {
  const begin = seconds[0] ?? 0;
  const wasPointed = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a point that is added must not take the crosshair from the hand.
  useEffect(() => {
    if (pointAt !== undefined) plot.current?.pointAt(indexAt(seconds, pointAt));
    else if (wasPointed.current) plot.current?.pointAt(undefined);
    wasPointed.current = pointAt !== undefined;
  }, [plot, pointAt, begin]);
}

/** The last point at or before a time. */
const indexAt = (seconds: readonly number[], at: number): number =>
  Math.max(
    0,
    seconds.findLastIndex((second) => second <= at),
  );

const gapAt = (gaps: readonly ChartGap[], at: number) => gaps.find((gap) => gap.from < at + 5 && gap.to > at);

/** A chart in words, for those who do not see it. */
function summarise(label: string, unit: string, { values, gaps }: PlotContent, format: (value: number) => string): string {
  const known = values.filter((value) => value !== null);
  const last = known.at(-1);
  if (last === undefined) return `${label}: no data yet`;
  const lowest = known.reduce((least, value) => Math.min(least, value), last);
  const highest = known.reduce((most, value) => Math.max(most, value), last);
  const missing = gaps.map((gap) => ` ${gap.text}.`).join("");
  return `${label}: now ${format(last)} ${unit}, lowest ${format(lowest)}, highest ${format(highest)}.${missing}`;
}
