import type { RecordingTimeline, Span } from "@frontrow/protocol/library/timeline";
import { useEffect, useRef } from "react";
import { resolveColour } from "../../ui/plot.ts";
import { hatch } from "../../ui/plot-gaps.ts";
import { usePalette } from "../../ui/use-palette.ts";
import { columnsOf, type Extent, type LaneName, laneNames } from "./lanes.ts";
import styles from "./timeline.module.css";

export const LANE_GAP = 2;

interface LanePictureProps {
  readonly timeline: RecordingTimeline;
  readonly idle: readonly Span[];
  readonly extent: Extent;
  /** In CSS pixels. */
  readonly width: number;
  readonly laneHeight: number;
  /** Idle time is jumped over, which it is shaded for. */
  readonly skipsIdle: boolean;
}

const tokens: Readonly<Record<LaneName, string>> = {
  chats: "--series-chats",
  gifts: "--series-diamonds",
  viewers: "--series-viewers",
  mood: "--series-likes",
};

/** The lanes of a time line, drawn when they, their width or the colours change, never for the position. */
export function LanePicture({ timeline, idle, extent, width, laneHeight, skipsIdle }: LanePictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  const height = laneNames.length * (laneHeight + LANE_GAP) - LANE_GAP;
  const { fromMs, toMs } = extent;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another palette has other colours.
  useEffect(() => {
    const place = canvas.current;
    if (!place || width <= 0) return;
    const scale = devicePixelRatio;
    place.width = Math.round(width * scale);
    place.height = Math.round(height * scale);
    const ctx = place.getContext("2d");
    const parent = place.parentElement;
    if (!ctx || !parent) return;
    const colourOf = (token: string) => resolveColour(parent, token);
    laneNames.forEach((name, index) => {
      const top = Math.round(index * (laneHeight + LANE_GAP) * scale);
      drawLane(ctx, {
        name,
        values: columnsOf(timeline.lanes, name, { fromMs, toMs }, place.width),
        top,
        height: Math.round(laneHeight * scale),
        ground: colourOf("--panel"),
        colour: colourOf(tokens[name]),
        down: colourOf("--series-diamonds"),
      });
    });
    const spanOf = (span: Span) => {
      const left = ((span.fromMs - fromMs) / (toMs - fromMs)) * place.width;
      return { left, top: 0, width: ((span.toMs - span.fromMs) / (toMs - fromMs)) * place.width, height: place.height };
    };
    const shade = (spans: readonly Span[], colour: string, alpha: number) => {
      ctx.globalAlpha = alpha;
      ctx.fillStyle = colour;
      for (const span of spans) {
        const { left, top, width: wide, height: high } = spanOf(span);
        ctx.fillRect(left, top, Math.max(scale, wide), high);
      }
      ctx.globalAlpha = 1;
    };
    shade(idle, colourOf("--faint"), skipsIdle ? 0.45 : 0.12);
    shade(timeline.closed, colourOf("--line-strong"), 0.85);
    for (const gap of timeline.gaps) hatch(ctx, spanOf(gap), colourOf("--text"));
  }, [timeline, idle, fromMs, toMs, width, height, laneHeight, skipsIdle, palette]);
  return (
    <span className={styles["picture"]} aria-hidden="true">
      <canvas ref={canvas} style={{ width, height }} />
    </span>
  );
}

interface Lane {
  readonly name: LaneName;
  readonly values: readonly (number | null)[];
  readonly top: number;
  readonly height: number;
  readonly ground: string;
  readonly colour: string;
  readonly down: string;
}

/** Less is hardly seen on its ground. */
const LEAST_ALPHA = 0.14;

/** Heat by how dense the colour is; the mood by which side of the middle it is on, too, as no two colours are told apart by all. */
function drawLane(ctx: CanvasRenderingContext2D, { name, values, top, height, ground, colour, down }: Lane): void {
  ctx.globalAlpha = 1;
  ctx.fillStyle = ground;
  ctx.fillRect(0, top, values.length, height);
  const middle = top + height / 2;
  values.forEach((value, x) => {
    if (value === null) return;
    if (name === "mood") {
      const high = Math.max(1, (Math.abs(value) * height) / 2);
      ctx.globalAlpha = 0.9;
      ctx.fillStyle = value < 0 ? down : colour;
      ctx.fillRect(x, value < 0 ? middle : middle - high, 1, high);
    } else if (value > 0) {
      ctx.globalAlpha = LEAST_ALPHA + (1 - LEAST_ALPHA) * value;
      ctx.fillStyle = colour;
      ctx.fillRect(x, top, 1, height);
    }
  });
  ctx.globalAlpha = 1;
}
