import { describe, expect, it } from "vitest";
import { type TileSpec, tiles, tileValue } from "./tile-values.ts";

const spec = (metric: TileSpec["metric"]): TileSpec => ({
  metric,
  label: metric,
  ...tiles.find((tile) => tile.metric === metric),
});

describe("a tile", () => {
  it("shows a total and its rate", () => {
    expect(tileValue(spec("chats"), { chats: 41, chatsPerMinute: 6.5 })).toEqual({ total: 41, perMinute: 6.5, isAtLeast: false });
  });
  it("says at least once something could not be seen, but not of the room's own total", () => {
    const metrics = { gifts: 3, likes: 900, gapMs: 12_000 };
    expect(tileValue(spec("gifts"), metrics).isAtLeast).toBe(true);
    expect(tileValue(spec("likes"), metrics).isAtLeast).toBe(false);
  });
  it("does not make a zero of what is not known", () => {
    expect(tileValue(spec("shares"), {}).total).toBeUndefined();
  });
});
