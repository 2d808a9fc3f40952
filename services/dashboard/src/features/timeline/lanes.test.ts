import type { LaneStep, RecordingTimeline } from "@frontrow/protocol/library/timeline";
import fc from "fast-check";
import { expect, it } from "vitest";
import { columnsOf, idleSpans, laneNames, STEP_MS } from "./lanes.ts";

const BEGIN = 1_800_000_000_000;
const step = (index: number, more: Partial<LaneStep> = {}): LaneStep => ({ atMs: BEGIN + index * STEP_MS, ...more });
const extent = (steps: number) => ({ fromMs: BEGIN, toMs: BEGIN + steps * STEP_MS });
const timeline = (more: Partial<RecordingTimeline>): RecordingTimeline => ({
  recordingId: "ses_a-1",
  ...extent(8),
  isGrowing: false,
  lanes: [],
  moments: [],
  gaps: [],
  closed: [],
  ...more,
});

it("keeps a spike of fifteen seconds visible in three hours on a narrow screen", () => {
  const steps = Array.from({ length: 720 }, (_, index) => step(index, { chats: index === 401 ? 400 : 4 }));
  const columns = columnsOf(steps, "chats", extent(720), 180);
  expect(Math.max(...columns.map(Number))).toBe(1);
  expect(columns[100]).toBe(1);
  expect(columns[99]).toBeCloseTo(0.1);
});

it("leaves a column empty where nothing was told, and draws each step at least a column wide", () => {
  expect(columnsOf([step(1, { chats: 9 })], "chats", extent(4), 4)).toEqual([null, 1, null, null]);
  expect(columnsOf([step(1, { chats: 9 })], "chats", extent(4), 8)).toEqual([null, null, 1, 1, null, null, null, null]);
  expect(columnsOf([step(999, { chats: 1 })], "chats", extent(1_000), 10)).toEqual([...Array(9).fill(null), 1]);
});

it("shows roses beside a galaxy, and gifts that are worth nothing", () => {
  const columns = columnsOf(
    [step(0, { gifts: 1, diamonds: 44_999 }), step(1, { gifts: 3, diamonds: 30 }), step(2, { gifts: 2 })],
    "gifts",
    extent(3),
    3,
  );
  expect(columns[0]).toBe(1);
  expect(columns[1]).toBeGreaterThan(0.25);
  expect(columns[2]).toBeGreaterThan(0);
});

it("holds a count of viewers until the next, but for a minute at most", () => {
  const columns = columnsOf([step(0, { viewers: 50 }), step(2, { viewers: 100 })], "viewers", extent(8), 8);
  expect(columns).toEqual([0.5, 0.5, 1, 1, 1, 1, null, null]);
});

it("says a mood by its side, and keeps the stronger one of those that share a column", () => {
  const steps = [step(0, { moods: 4, mood: 1_200 }), step(1, { moods: 2, mood: -1_600 }), step(2, { moods: 1, mood: 0 })];
  expect(columnsOf(steps, "mood", extent(3), 3)).toEqual([0.5, -1, 0]);
  expect(columnsOf(steps, "mood", extent(4), 2)).toEqual([-1, 0]);
});

it("draws any steps into any width within bounds, as strong as the strongest", () => {
  const steps = fc.array(
    fc.record({
      at: fc.integer({ min: -5, max: 200 }),
      chats: fc.nat(9_999),
      viewers: fc.nat(99_999),
      diamonds: fc.nat(99_999),
      moods: fc.nat(50),
      mood: fc.integer({ min: -50_000, max: 50_000 }),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 300 }), fc.constantFrom(...laneNames), (made, width, name) => {
      const lanes = made.map(({ at, ...rest }) => step(at, rest)).sort((a, b) => a.atMs - b.atMs);
      const columns = columnsOf(lanes, name, extent(150), width);
      expect(columns).toHaveLength(width);
      for (const value of columns) if (value !== null) expect(Math.abs(value)).toBeLessThanOrEqual(1);
    }),
  );
});

it("finds the steps in which nobody said, asked, gave or followed; likes and joins alone are idle", () => {
  const lanes = [step(0, { chats: 1 }), step(1, { likes: 900, joins: 4 }), step(3, { follows: 1 }), step(5, { questions: 1 })];
  expect(idleSpans(timeline({ lanes }))).toEqual([
    { fromMs: BEGIN + STEP_MS, toMs: BEGIN + 3 * STEP_MS },
    { fromMs: BEGIN + 4 * STEP_MS, toMs: BEGIN + 5 * STEP_MS },
    { fromMs: BEGIN + 6 * STEP_MS, toMs: BEGIN + 8 * STEP_MS },
  ]);
});

it("takes neither a gap nor a closed span for idleness", () => {
  const gaps = [{ fromMs: BEGIN + 2 * STEP_MS + 1, toMs: BEGIN + 3 * STEP_MS }];
  const closed = [{ fromMs: BEGIN + 5 * STEP_MS, toMs: BEGIN + 8 * STEP_MS }];
  expect(idleSpans(timeline({ gaps, closed }))).toEqual([
    { fromMs: BEGIN, toMs: BEGIN + 2 * STEP_MS },
    { fromMs: BEGIN + 3 * STEP_MS, toMs: BEGIN + 5 * STEP_MS },
  ]);
});
