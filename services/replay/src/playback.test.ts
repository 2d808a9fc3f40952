import type { ReplayCommand } from "@frontrow/protocol/replay";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterCommand,
  afterMove,
  anchored,
  atNewest,
  clockAt,
  dueBy,
  hasCaughtUp,
  type Move,
  type Playback,
  pastIdle,
  stepDelayMs,
} from "./playback.ts";

const playing: Playback = { state: "playing", speed: 1, skipIdle: false, atMs: 1_000_000, sinceMs: 500 };
const extent = { fromMs: 1_000_000, toMs: 2_000_000, isGrowing: false };

describe("the clock", () => {
  it.each([
    [{}, 600, 1_000_100],
    [{ speed: 0.1 }, 1_500, 1_000_100],
    [{ speed: 100 }, 510, 1_001_000],
    [{ state: "paused" } as const, 99_999, 1_000_000],
    [{ state: "finished" } as const, 99_999, 1_000_000],
  ])("of %o stands at %i ms at %i", (change, nowMs, atMs) => {
    expect(clockAt({ ...playing, ...change }, nowMs)).toBeCloseTo(atMs, 6);
  });

  it("is off by at most one tick times the speed after ten minutes, at 1× and 37×, however often it is anchored anew", () => {
    const tickMs = fc.integer({ min: 1, max: 2_000 });
    for (const speed of [1, 37]) {
      fc.assert(
        fc.property(fc.array(tickMs, { minLength: 300, maxLength: 600 }), (ticks) => {
          let playback: Playback = { ...playing, speed };
          let nowMs = playing.sinceMs;
          for (const tick of ticks) {
            nowMs += tick;
            playback = anchored(playback, nowMs);
          }
          const passedMs = nowMs - playing.sinceMs;
          expect(Math.abs(clockAt(playback, nowMs) - (playing.atMs + passedMs * speed))).toBeLessThan(1);
        }),
        { numRuns: 20 },
      );
    }
  });

  it("goes on from where it is at another speed, after a pause, and after nothing at all", () => {
    const commands: fc.Arbitrary<ReplayCommand> = fc.oneof(
      fc.constantFrom<ReplayCommand>({ action: "pause" }, { action: "resume" }, { action: "play" }),
      fc.double({ min: 0.1, max: 100, noNaN: true }).map((value): ReplayCommand => ({ action: "speed", value })),
      fc.boolean().map((value): ReplayCommand => ({ action: "skipIdle", value })),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(commands, fc.nat(5_000))), (course) => {
        let playback = playing;
        let nowMs = 500;
        let expectedMs = playing.atMs;
        for (const [command, passMs] of course) {
          playback = afterCommand(playback, command, nowMs).playback;
          nowMs += passMs;
          if (playback.state === "playing") expectedMs += passMs * playback.speed;
        }
        expect(clockAt(playback, nowMs)).toBeCloseTo(expectedMs, 2);
      }),
    );
  });
});

it.each([
  [32, 1],
  [1, 1],
  [0.5, 0.5],
])("at the newest moment there is, %f × becomes %f ×", (speed, then) => {
  const playback = atNewest({ ...playing, speed }, 700, 2_000_000);
  expect(playback).toEqual({ ...playing, speed: then, atMs: 2_000_000, sinceMs: 700 });
});

describe("a command", () => {
  const finished: Playback = { ...playing, state: "finished" };
  const paused: Playback = { ...playing, state: "paused" };
  it.each<[string, Playback, ReplayCommand, Partial<Playback>, Move | undefined]>([
    ["pause", playing, { action: "pause" }, { state: "paused", atMs: 1_000_100 }, undefined],
    ["pause when it is paused", paused, { action: "pause" }, { state: "paused", atMs: 1_000_000 }, undefined],
    ["resume", paused, { action: "resume" }, { state: "playing", atMs: 1_000_000, sinceMs: 600 }, undefined],
    ["resume at the end", finished, { action: "resume" }, { state: "finished" }, undefined],
    ["play", paused, { action: "play" }, { state: "playing" }, undefined],
    ["play at the end", finished, { action: "play" }, { state: "playing" }, { type: "start" }],
    ["speed", playing, { action: "speed", value: 4 }, { speed: 4, atMs: 1_000_100 }, undefined],
    ["speed that samples", playing, { action: "speed", value: 9 }, { speed: 9 }, undefined],
    ["speed that samples no more", { ...playing, speed: 9 }, { action: "speed", value: 8 }, { speed: 8 }, { type: "here" }],
    ["seek", playing, { action: "seek", value: { percent: 5 } }, { state: "playing" }, { type: "seek", to: { percent: 5 } }],
    [
      "seek at the end",
      finished,
      { action: "seek", value: { percent: 5 } },
      { state: "paused" },
      { type: "seek", to: { percent: 5 } },
    ],
    [
      "no loop",
      { ...playing, loop: { fromMs: 1, toMs: 9_999 } },
      { action: "loop", value: null },
      { loop: undefined },
      undefined,
    ],
    ["stop", playing, { action: "stop" }, { state: "playing" }, undefined],
  ])("%s", (_name, before, command, playback, move) => {
    const after = afterCommand(before, command, 600);
    expect(after.playback).toMatchObject(playback);
    expect(after.move).toEqual(move);
  });
});

describe("moves that wait", () => {
  const seek = (to: Extract<Move, { type: "seek" }>["to"]): Move => ({ type: "seek", to });
  const step: Move = { type: "step", step: { kind: "row", direction: "next" } };
  it.each<[string, Move[], Move[]]>([
    ["the newest place wins", [seek({ percent: 1 }), seek({ percent: 2 })], [seek({ percent: 2 })]],
    [
      "distances add up",
      [seek({ percent: 1 }), seek({ byMs: 5 }), seek({ byMs: 6 })],
      [seek({ percent: 1 }), seek({ byMs: 11 })],
    ],
    ["a place makes steps void", [step, step, seek({ edge: true })], [seek({ edge: true })]],
    ["steps follow one another", [step, seek({ byMs: 5 }), step], [step, seek({ byMs: 5 }), step]],
    ["a new epoch comes of any", [seek({ percent: 1 }), { type: "here" }], [seek({ percent: 1 })]],
    ["the start is a place", [seek({ percent: 1 }), { type: "start" }], [{ type: "start" }]],
  ])("%s", (_name, moves, waiting) => {
    expect(moves.reduce<readonly Move[]>(afterMove, [])).toEqual(waiting);
  });
});

describe("what is due", () => {
  const loop = { fromMs: 1_100_000, toMs: 1_200_000 };
  it.each<[string, Partial<Playback>, number, Partial<typeof extent>, ReturnType<typeof dueBy>]>([
    ["is up to the clock", {}, 1_500, {}, { atMs: 1_001_000 }],
    ["is nothing while it is paused", { state: "paused" }, 9_999_999, {}, { atMs: 1_000_000 }],
    ["ends with the recording", {}, 9_999_999, {}, { atMs: 2_000_000, ends: "end" }],
    ["waits at the edge", {}, 9_999_999, { isGrowing: true }, { atMs: 2_000_000, ends: "edge" }],
    ["ends with the loop", { loop }, 300_500, {}, { atMs: 1_200_000, ends: "loop" }],
    ["never goes back to the loop's end", { loop, atMs: 1_500_000 }, 501, {}, { atMs: 1_500_000, ends: "loop" }],
    [
      "begins a loop anew at the recording's end",
      { loop: { ...loop, toMs: 3_000_000 } },
      9_999_999,
      {},
      { atMs: 2_000_000, ends: "loop" },
    ],
  ])("%s", (_name, change, nowMs, bounds, due) => {
    expect(dueBy({ ...playing, ...change }, nowMs, { ...extent, ...bounds })).toEqual(due);
  });
});

describe("idle time", () => {
  it.each<[string, Partial<Playback>, number | undefined, number]>([
    ["is passed over up to a second before it ends", { skipIdle: true }, 1_060_000, 1_059_000],
    ["that is no longer than a step of the time line is not", { skipIdle: true }, 1_015_000, 1_000_000],
    ["is played, unless that is asked for", {}, 1_060_000, 1_000_000],
    ["is not passed over in a pause", { skipIdle: true, state: "paused" }, 1_060_000, 1_000_000],
    ["whose end is not known is not either", { skipIdle: true }, undefined, 1_000_000],
  ])("%s", (_name, change, livelyMs, atMs) => {
    const ahead = { livelyMs, eventMs: 1_001_000, isClosed: false };
    expect(clockAt(pastIdle({ ...playing, ...change }, 500, ahead), 500)).toBe(atMs);
  });

  it.each<[string, Partial<Playback>, number]>([
    ["is passed over, asked for or not", {}, 1_059_000],
    ["is passed over to the first event, whatever it is", { skipIdle: true }, 1_059_000],
    ["is not passed over in a pause", { state: "paused" }, 1_000_000],
  ])("without a source %s", (_name, change, atMs) => {
    const ahead = { livelyMs: 1_900_000, eventMs: 1_060_000, isClosed: true };
    expect(clockAt(pastIdle({ ...playing, ...change }, 500, ahead), 500)).toBe(atMs);
  });
});

it.each([
  ["when the next item is due", {}, 1_000_500, 500],
  ["sooner at a higher speed", { speed: 2 }, 1_001_000, 500],
  ["not before a quarter of a second has passed", {}, 1_000_001, 250],
  ["not after a second, as time alone changes metrics", { speed: 0.1 }, 1_000_500, 1_000],
  ["after a second when nothing is known to come", {}, undefined, 1_000],
])("the next step is %s", (_name, change, nextDueMs, delayMs) => {
  expect(stepDelayMs({ ...playing, ...change }, 500, nextDueMs)).toBe(delayMs);
});

it.each([
  ["five seconds behind a broadcast that goes on", {}, { toMs: 1_005_000, isGrowing: true }, true],
  ["further behind", {}, { toMs: 1_005_001, isGrowing: true }, false],
  ["in a pause", { state: "paused" as const }, { toMs: 1_005_000, isGrowing: true }, false],
  ["falling behind", { speed: 0.5 }, { toMs: 1_005_000, isGrowing: true }, false],
  ["at the end of a broadcast that is over", {}, { toMs: 1_005_000, isGrowing: false }, false],
])("has caught up %s: see the table", (_name, change, bounds, is) => {
  expect(hasCaughtUp({ ...playing, ...change }, 500, { ...extent, ...bounds })).toBe(is);
});
