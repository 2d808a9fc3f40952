import type uPlot from "uplot";

const STRIPE_PX = 7;

/** Hatches the times for which nothing is known, behind the curve. */
export function drawGaps(plot: uPlot, gaps: readonly { readonly from: number; readonly to: number }[], colour: string): void {
  const { ctx, bbox } = plot;
  for (const gap of gaps) {
    const left = Math.max(bbox.left, plot.valToPos(gap.from, "x", true));
    const right = Math.min(bbox.left + bbox.width, plot.valToPos(gap.to, "x", true));
    if (right > left) hatch(ctx, { left, top: bbox.top, width: right - left, height: bbox.height }, colour);
  }
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Hatches a place of a picture, in its own pixels. */
export function hatch(ctx: CanvasRenderingContext2D, { left, top, width, height }: Place, colour: string): void {
  const right = left + width;
  ctx.save();
  ctx.beginPath();
  // A gap of a second is too narrow to see at an hour's width: it is drawn two pixels wide.
  ctx.rect(left, top, Math.max(2, width), height);
  ctx.clip();
  ctx.globalAlpha = 0.14;
  ctx.fillStyle = colour;
  ctx.fillRect(left, top, width, height);
  ctx.globalAlpha = 0.55;
  ctx.strokeStyle = colour;
  ctx.lineWidth = devicePixelRatio;
  ctx.beginPath();
  for (let x = left - height; x < right; x += STRIPE_PX * devicePixelRatio) {
    ctx.moveTo(x, top + height);
    ctx.lineTo(x + height, top);
  }
  ctx.stroke();
  ctx.restore();
}
