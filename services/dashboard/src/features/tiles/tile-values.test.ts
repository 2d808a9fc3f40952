import { describe, expect, it } from "vitest";
import { missingText, type TileSpec, tiles, tileValue } from "./tile-values.ts";

const spec = (metric: TileSpec["metric"]): TileSpec => tiles.find((tile) => tile.metric === metric) ?? { metric, label: metric };
const MINUTE = 60_000;
const trend = (now: number, baseline: number, minutes = 20) =>
  tileValue(spec("chats"), { chatsPerMinute: now, chatsPerMinute15m: baseline, sinceMs: 0, atMs: minutes * MINUTE }).trend;

describe("a tile", () => {
  it("shows a total and what the last minute added", () => {
    const metrics = { chats: 41, chatsPerMinute: 6.5, chatsPerMinute5m: 6, chatsPerMinute15m: 4 };
    expect(tileValue(spec("chats"), metrics)).toMatchObject({ total: 41, perMinute: 6.5, isAtLeast: false });
  });
  it("says at least once something could not be seen, but not of the room's own total", () => {
    const metrics = { gifts: 3, likes: 900, gapMs: 12_000 };
    expect(tileValue(spec("gifts"), metrics).isAtLeast).toBe(true);
    expect(tileValue(spec("likes"), metrics).isAtLeast).toBe(false);
  });
  it("says at least, and why, once we came late to the broadcast", () => {
    const late = { gifts: 3, likes: 900, startedAtMs: MINUTE, sinceMs: 3 * MINUTE };
    expect(tileValue(spec("gifts"), late).isAtLeast).toBe(true);
    expect(tileValue(spec("likes"), late).isAtLeast).toBe(false);
    expect(tileValue(spec("gifts"), { ...late, sinceMs: 2 * MINUTE }).isAtLeast).toBe(false);
    expect(tileValue(spec("gifts"), { ...late, startedAtMs: 0 }).isAtLeast).toBe(false);
    expect(missingText({ ...late, gapMs: 12_000 })).toMatch(
      /^at least: counted since \d\d:\d\d, 12 s of the broadcast could not be seen$/,
    );
    expect(missingText({ gifts: 3 })).toBe("");
  });
  it("does not make a zero of what is not known", () => {
    expect(tileValue(spec("shares"), {})).toMatchObject({ total: undefined, perMinute: undefined });
  });
  it("points up or down when the last minute is clearly unlike the last fifteen", () => {
    expect([trend(80, 40), trend(40, 80), trend(44, 40)]).toEqual(["up", "down", undefined]);
  });
  it("sees no trend in single events, nor before there is a baseline", () => {
    expect(trend(0.9, 0.2)).toBeUndefined();
    expect(trend(80, 40, 2)).toBeUndefined();
  });
});
