import type uPlot from "uplot";

/** A time that something happened in, in epoch seconds. */
export interface ChartMark {
  readonly from: number;
  readonly to: number;
  /** Pointed at: drawn so that it is found at once. */
  readonly isPointed: boolean;
}

export interface MarkColours {
  readonly usual: string;
  readonly pointed: string;
}

/** Draws a line where something happened, behind the curve; over its whole span for the one that is pointed at. */
export function drawMarks(plot: uPlot, marks: readonly ChartMark[], colours: MarkColours): void {
  const { ctx, bbox } = plot;
  const right = bbox.left + bbox.width;
  ctx.save();
  for (const { from, to, isPointed } of marks) {
    const [begin, end] = [Math.max(bbox.left, plot.valToPos(from, "x", true)), plot.valToPos(to, "x", true)];
    if (end < bbox.left || end > right) continue;
    if (isPointed) {
      ctx.fillStyle = colours.pointed;
      ctx.globalAlpha = 0.22;
      ctx.fillRect(begin, bbox.top, Math.max(2, end - begin), bbox.height);
    }
    ctx.globalAlpha = isPointed ? 1 : 0.8;
    ctx.strokeStyle = isPointed ? colours.pointed : colours.usual;
    ctx.lineWidth = (isPointed ? 2 : 1) * devicePixelRatio;
    // Dashed, so that it is not taken for a line of the grid.
    ctx.setLineDash(isPointed ? [] : [2 * devicePixelRatio, 4 * devicePixelRatio]);
    ctx.beginPath();
    ctx.moveTo(end, bbox.top);
    ctx.lineTo(end, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}
