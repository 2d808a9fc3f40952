import { expect, it } from "vitest";
import { backoffMs } from "./backoff.ts";

const least = () => 0;
const most = () => 1 - Number.EPSILON;

it("doubles its bound with each failure, up to the largest", () => {
  const bounds = [0, 1, 2, 3, 4].map((failures) => backoffMs(failures, { firstMs: 500, maxMs: 3000, jitter: 0 }, least));
  expect(bounds).toEqual([500, 1000, 2000, 3000, 3000]);
});

it("takes any delay below the bound with full jitter, and at least half of it by default", () => {
  expect(backoffMs(2, { firstMs: 100, maxMs: 10_000, jitter: 1 }, least)).toBe(0);
  expect(backoffMs(2, { firstMs: 100, maxMs: 10_000, jitter: 1 }, () => 0.25)).toBe(100);
  expect(backoffMs(2, { firstMs: 100, maxMs: 10_000 }, least)).toBe(200);
  expect(backoffMs(2, { firstMs: 100, maxMs: 10_000 }, most)).toBeCloseTo(400);
});

it("stays at the largest delay however long somebody counts", () => {
  expect(backoffMs(1e9, { firstMs: 20, maxMs: 1000, jitter: 0 }, least)).toBe(1000);
});
