import uPlot from "uplot";
import { compact, hoursMinutes, hoursMinutesSeconds } from "./format.ts";
import { drawBand } from "./plot-band.ts";
import { PLOT_LEFT_PX, PLOT_RIGHT_PX } from "./plot-edges.ts";
import { drawGaps } from "./plot-gaps.ts";
import { type ChartMark, drawMarks } from "./plot-marks.ts";
import { exactRange, zeroBased } from "./plot-range.ts";

export interface PlotStyle {
  /** Name of a colour token. */
  readonly colour: string;
  /** Filled down to zero: for a curve that is the chart's main thing. */
  readonly isFilled?: boolean;
  /** The value axis; from zero up to what is shown when absent. */
  readonly range?: readonly [number, number];
  /** Without axes and crosshair: a curve beside a number. */
  readonly isBare?: boolean;
}

/** A time, in epoch seconds, for which nothing is known, and how that is said. */
export interface ChartGap {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface PlotContent {
  readonly seconds: readonly number[];
  readonly values: readonly (number | null)[];
  readonly span: readonly [number, number];
  readonly gaps: readonly ChartGap[];
  readonly marks?: readonly ChartMark[];
  /** Another curve of the same unit at the same times, dashed behind this one. */
  readonly behind?: readonly (number | null)[] | undefined;
  /** How far a point may be off, up and down: a band around the curve. */
  readonly spread?: readonly (number | null)[];
}

/** A drawn curve. It fits itself to its place. */
export interface Plot {
  show(content: PlotContent): void;
  /** Moves the crosshair, here and in all charts of the page, to a point; away when undefined. */
  pointAt(index: number | undefined): void;
  destroy(): void;
}

/** Charts with this key share one crosshair. */
const CROSSHAIR = "frontrow";

export function createPlot(
  place: HTMLElement,
  height: number,
  style: PlotStyle,
  onCursor: (index: number | undefined) => void,
): Plot {
  const colourOf = (token: string) => resolveColour(place, token);
  let shown: PlotContent = { seconds: [], values: [], span: [0, 1], gaps: [] };
  // Once: the browser works a colour out by a layout.
  const curveColour = colourOf(style.colour);
  const markColours = { usual: colourOf("--line-strong"), pointed: colourOf("--accent") };
  const plot = new uPlot(
    {
      width: Math.max(1, place.clientWidth),
      height,
      legend: { show: false },
      padding: style.isBare ? [4, 2, 2, 2] : [8, PLOT_RIGHT_PX, 0, 0],
      cursor: style.isBare ? { show: false } : cursor(colourOf),
      scales: { x: { time: true, auto: false }, y: { range: style.range ? exactRange(style.range) : zeroBased } },
      axes: style.isBare ? [{ show: false }, { show: false }] : [timeAxis(place, colourOf), valueAxis(place, colourOf, style)],
      series: style.isBare ? [{}, curve(colourOf, style)] : [{}, curve(colourOf, style), dashed(colourOf)],
      hooks: {
        drawClear: [
          (drawn) => {
            drawGaps(drawn, shown.gaps, markColours.usual);
            if (shown.spread) drawBand(drawn, shown.spread, curveColour);
            drawMarks(drawn, shown.marks ?? [], markColours);
          },
        ],
        setCursor: [({ cursor: { idx, left } }) => onCursor(left === undefined || left < 0 ? undefined : (idx ?? undefined))],
      },
    },
    style.isBare ? [[], []] : [[], [], []],
    place,
  );
  const fit = new ResizeObserver(() => plot.setSize({ width: Math.max(1, place.clientWidth), height }));
  fit.observe(place);
  return {
    show(content) {
      shown = content;
      plot.batch(() => {
        // uPlot asks for mutable arrays and does not change them.
        const curves = [content.values, ...(style.isBare ? [] : [content.behind ?? []])] as (number | null)[][];
        plot.setData([content.seconds as number[], ...curves], false);
        plot.setScale("x", { min: content.span[0], max: content.span[1] });
      });
    },
    pointAt(index) {
      const at = index === undefined ? undefined : plot.data[0][index];
      const where = at === undefined ? { left: -10, top: -10 } : { left: plot.valToPos(at, "x"), top: 1 };
      // The third argument, which the types lack, moves the other charts' crosshairs too.
      (plot.setCursor as (where: { left: number; top: number }, fire: boolean, publish: boolean) => void)(where, true, true);
    },
    destroy() {
      fit.disconnect();
      plot.destroy();
    },
  };
}

function cursor(colourOf: (token: string) => string): uPlot.Cursor {
  return {
    y: false,
    drag: { x: false, y: false },
    points: { size: 8, width: 2, fill: colourOf("--panel") },
    sync: { key: CROSSHAIR, scales: ["x", null] },
  };
}

function curve(colourOf: (token: string) => string, style: PlotStyle): uPlot.Series {
  const stroke = colourOf(style.colour);
  return {
    stroke,
    width: style.isBare ? 2 : 1.75,
    spanGaps: false,
    points: { show: false },
    ...(style.isFilled ? { fill: colourOf(`${style.colour}-fill`) } : {}),
  };
}

const dashed = (colourOf: (token: string) => string): uPlot.Series => ({
  stroke: colourOf("--muted"),
  width: 1.5,
  dash: [6, 4],
  spanGaps: false,
  points: { show: false },
});

function timeAxis(place: HTMLElement, colourOf: (token: string) => string): uPlot.Axis {
  return {
    ...axis(place, colourOf),
    size: 26,
    space: 64,
    values: (_, splits, __, ___, stepSeconds) =>
      splits.map((at) => (stepSeconds < 60 ? hoursMinutesSeconds(at * 1_000) : hoursMinutes(at * 1_000))),
  };
}

function valueAxis(place: HTMLElement, colourOf: (token: string) => string, style: PlotStyle): uPlot.Axis {
  return {
    ...axis(place, colourOf),
    size: PLOT_LEFT_PX,
    space: 20,
    values: (_, splits) => splits.map((value) => (Number.isInteger(value) ? compact(value) : value.toFixed(1))),
    ...(style.range ? { splits: () => [style.range?.[0] ?? 0, 0, style.range?.[1] ?? 0] } : {}),
  };
}

const axis = (place: HTMLElement, colourOf: (token: string) => string): uPlot.Axis => ({
  stroke: colourOf("--faint"),
  font: `12px ${getComputedStyle(place).fontFamily}`,
  grid: { stroke: colourOf("--line"), width: 1 },
  ticks: { show: false },
});

/** A canvas knows no variables and no `light-dark()`: the browser works the colour out on a probe. */
export function resolveColour(place: HTMLElement, token: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${token})`;
  place.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}
