import type uPlot from "uplot";

/** Heights that a value axis may have: few enough that it does not change with every value. */
const steps = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** The least round number that holds `value`, and at least 5: a room of two people does not fill the chart. */
export function roundTop(value: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(5, value)));
  return size * (steps.find((step) => size * step >= value && size * step >= 5) ?? 10);
}

/** From zero up to a round number: a curve's height is honest, and its axis calm. */
export const zeroBased: uPlot.Scale.Range = (_, __, max) => [0, roundTop((max ?? 0) * 1.05)];

export const exactRange =
  ([min, max]: readonly [number, number]): uPlot.Scale.Range =>
  () => [min, max];
