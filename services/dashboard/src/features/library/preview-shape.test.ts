import { expect, it } from "vitest";
import { PREVIEW_HEIGHT, PREVIEW_WIDTH, previewShape } from "./preview-shape.ts";

const points = (path: string | undefined) =>
  [...(path ?? "").matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);

it("is as high as the recording was busy, from the first to the last step", () => {
  expect(previewShape([100, 50])).toBe("M0 0L50 0L50 5L100 5L100 15L50 15L50 20L0 20Z");
});

it("shows a quiet time as a line, and nothing where nothing is known", () => {
  const ys = points(previewShape([0, 0])).map(([, y]) => y);
  expect(Math.max(...ys) - Math.min(...ys)).toBe(1);
  expect(previewShape([])).toBeUndefined();
  expect(previewShape(undefined)).toBeUndefined();
});

it("stays within its picture, whatever it is given", () => {
  for (const [x, y] of points(previewShape([500, -3, 7, 100, 33.3]))) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(PREVIEW_WIDTH);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(PREVIEW_HEIGHT);
  }
});
