import type { ReplayState } from "@frontrow/protocol/insight";
import type { ReplayCommand } from "@frontrow/sdk/client";
import { describe, expect, it } from "vitest";
import { askedOf, shownReplay, toldOf } from "./replay.ts";
import { replayState } from "./samples.ts";
import type { ViewedReplay } from "./view-state.ts";

const NOW = 1_000_000;
const at = (afterMs: number, epoch = 1) => ({ nowMs: NOW + afterMs, epoch });
const viewing = (more: Partial<ReplayState> = {}): ViewedReplay => ({
  view: { session: "ses_r", recordingId: "ses_a-1", sinceMs: 1 },
  told: replayState(more),
  toldAtMs: NOW,
  asked: undefined,
});

describe("where a replay stands", () => {
  it.each<[Partial<ReplayState>, number, number]>([
    [{}, 2_000, 302_000],
    [{ speed: 10 }, 2_000, 320_000],
    [{ speed: 10, trueSpeed: 4 }, 2_000, 308_000],
    [{ state: "paused" }, 2_000, 300_000],
    [{ isSeeking: true }, 2_000, 300_000],
    [{ speed: 100 }, 60_000, 600_000],
    [{ speed: 100, edgeMs: 600_000, isGrowing: true }, 60_000, 660_000],
    [{}, -5_000, 300_000],
  ])("with %j after %i ms is %i", (told, afterMs, positionMs) => {
    expect(shownReplay(viewing(told), NOW + afterMs)?.positionMs).toBe(positionMs);
  });

  it("is not known before the server has said it", () => {
    expect(shownReplay({ ...viewing(), told: undefined }, NOW)).toBeUndefined();
  });

  it("ends where a broadcast that goes on has come to", () => {
    const growing = viewing({ edgeMs: 600_000, isGrowing: true });
    expect([shownReplay(growing, NOW)?.endMs, shownReplay(growing, NOW + 5_000)?.endMs]).toEqual([600_000, 605_000]);
  });
});

describe("what is asked of a replay", () => {
  it.each<[ReplayCommand, object]>([
    [{ action: "pause" }, { state: "paused" }],
    [{ action: "speed", value: 8 }, { speed: 8 }],
    [{ action: "skipIdle", value: true }, { skipIdle: true }],
    [{ action: "loop", value: { fromMs: 1, toMs: 2_000 } }, { loop: { fromMs: 1, toMs: 2_000 } }],
    [
      { action: "seek", value: { atMs: 5_000 } },
      { positionMs: 5_000, isSeeking: true },
    ],
    [{ action: "seek", value: { atMs: 999_999_999 } }, { positionMs: 600_000 }],
    [{ action: "seek", value: { byMs: -10_000 } }, { positionMs: 290_000 }],
    [{ action: "seek", value: { percent: 25 } }, { positionMs: 150_000 }],
    [{ action: "seek", value: { edge: true } }, { positionMs: 600_000 }],
    [{ action: "step", value: { kind: "gift", direction: "next" } }, { positionMs: 300_000 }],
  ])("shows at once: %j", (command, shown) => {
    expect(shownReplay(askedOf(viewing(), command, at(0)), NOW)).toMatchObject(shown);
  });

  it("adds up: three times ten seconds back are thirty", () => {
    const back: ReplayCommand = { action: "seek", value: { byMs: -10_000 } };
    const asked = [back, back, back].reduce((replay, command) => askedOf(replay, command, at(0)), viewing());
    expect(shownReplay(asked, NOW)?.positionMs).toBe(270_000);
  });

  it("is what the server says once it has done it, and stays until then", () => {
    const asked = askedOf(askedOf(viewing(), { action: "pause" }, at(0)), { action: "seek", value: { atMs: 60_000 } }, at(0));
    const crossed = toldOf(asked, replayState({ positionMs: 301_000 }), at(100));
    expect(shownReplay(crossed, NOW + 100)).toMatchObject({ state: "paused", positionMs: 60_000, isSeeking: true });
    const done = toldOf(crossed, replayState({ positionMs: 60_400, state: "paused" }), at(200, 2));
    expect(shownReplay(done, NOW + 300)).toMatchObject({ state: "paused", positionMs: 60_400, isSeeking: false });
    // Somebody else at this desk plays on: the server has the last word.
    const other = toldOf(done, replayState({ positionMs: 61_000 }), at(400, 2));
    expect(shownReplay(other, NOW + 400)?.state).toBe("playing");
  });

  it("is not done by what is said of a place near by, before the seek has happened", () => {
    const asked = askedOf(
      viewing({ positionMs: 1_500, fromMs: 0, state: "paused" }),
      { action: "seek", value: { atMs: 0 } },
      at(0),
    );
    const paused = toldOf(asked, replayState({ positionMs: 1_600, fromMs: 0, state: "paused" }), at(100));
    expect(shownReplay(paused, NOW + 100)).toMatchObject({ positionMs: 0, isSeeking: true });
    const next = askedOf(paused, { action: "seek", value: { byMs: 10_000 } }, at(150));
    expect(shownReplay(next, NOW + 150)?.positionMs).toBe(10_000);
    const done = toldOf(paused, replayState({ positionMs: 0, fromMs: 0, state: "paused" }), at(200, 2));
    expect(shownReplay(done, NOW + 200)).toMatchObject({ positionMs: 0, isSeeking: false });
  });

  it("is given up when it does not come, or meets trouble", () => {
    const asked = askedOf(viewing({ state: "paused" }), { action: "play" }, at(0));
    expect(shownReplay(asked, NOW + 3_999)?.state).toBe("playing");
    expect(shownReplay(asked, NOW + 4_000)?.state).toBe("paused");
    const trouble = toldOf(asked, replayState({ state: "paused", code: "RECORDING_UNAVAILABLE" }), at(100));
    expect(shownReplay(trouble, NOW + 100)?.state).toBe("paused");
  });

  it("ends a loop at once", () => {
    const looping = viewing({ loop: { fromMs: 1, toMs: 2_000 } });
    expect(shownReplay(askedOf(looping, { action: "loop", value: null }, at(0)), NOW)?.loop).toBeUndefined();
  });
});
