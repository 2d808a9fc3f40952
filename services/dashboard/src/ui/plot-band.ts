import type uPlot from "uplot";

/** Shades how far the values of a curve may be off, up and down, inside its axis. Where a value is unknown there is no band. */
export function drawBand(plot: uPlot, spread: readonly (number | null)[], colour: string): void {
  const { ctx, bbox, data } = plot;
  const [seconds, values = []] = data;
  const yOf = (value: number) => Math.max(bbox.top, Math.min(bbox.top + bbox.height, plot.valToPos(value, "y", true)));
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.fillStyle = colour;
  ctx.globalAlpha = 0.16;
  for (const [from, to] of runsOf(values, spread)) {
    ctx.beginPath();
    for (let at = from; at < to; at += 1) ctx.lineTo(xAt(at), yOf((values[at] ?? 0) + (spread[at] ?? 0)));
    for (let at = to - 1; at >= from; at -= 1) ctx.lineTo(xAt(at), yOf((values[at] ?? 0) - (spread[at] ?? 0)));
    ctx.fill();
  }
  ctx.restore();

  function xAt(index: number): number {
    return plot.valToPos(seconds[index] ?? 0, "x", true);
  }
}

/** Where value and spread are known without a break, as index ranges `[from, to)`. */
export function runsOf(
  values: ArrayLike<number | null | undefined>,
  spread: readonly (number | null)[],
): readonly (readonly [from: number, to: number])[] {
  const runs: [number, number][] = [];
  for (let at = 0; at < spread.length; at += 1) {
    if (spread[at] == null || values[at] == null) continue;
    const last = runs.at(-1);
    if (last?.[1] === at) last[1] = at + 1;
    else runs.push([at, at + 1]);
  }
  return runs;
}
