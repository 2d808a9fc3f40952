import type { RecordingSummary } from "@frontrow/protocol/recording";
import fc from "fast-check";
import { expect, it } from "vitest";
import { chosenOf, dayText, earlierOf, type GhostRun, ghostAt, ghostColumn, ghostSentence } from "./ghost.ts";
import { minutePoints, pointsBefore } from "./minute-points.ts";

const MINUTE = 60_000;
const then = new Date(2026, 10, 24, 20).getTime();
const now = new Date(2026, 10, 27, 20).getTime();
const run = (more: Partial<GhostRun> = {}): GhostRun => ({
  recordingId: "ses_a-1",
  fromMs: then,
  toMs: then + 60 * MINUTE,
  zeroMs: then,
  points: [1, 2, 3, 10].map((minute) => ({ atMs: then + minute * MINUTE, viewers: minute * 100, chatsPerMinute: minute })),
  ...more,
});
const summary = (id: string, fromMs: number, more: Partial<RecordingSummary> = {}): RecordingSummary => ({
  recordingId: id,
  broadcast: { handle: "alice", roomId: "7" },
  fromMs,
  toMs: fromMs + MINUTE,
  items: 1,
  isGrowing: false,
  ...more,
});
const totals = { chats: 0, gifts: 0, diamonds: 0, follows: 0, uniqueViewers: 0 };

it("is laid on the beginning, and has values between its minutes", () => {
  expect(ghostAt(run(), now, now + MINUTE, "viewers")).toBe(100);
  expect(ghostAt(run(), now, now + 1.5 * MINUTE, "viewers")).toBe(150);
  expect(ghostAt(run(), now, now + 3 * MINUTE, "chatsPerMinute")).toBe(3);
});

it("is laid on the mark where its video begins, and where this one's does", () => {
  expect(ghostAt(run({ zeroMs: then + MINUTE }), now, now + MINUTE, "viewers")).toBe(200);
  expect(ghostAt(run(), now + 5 * MINUTE, now + 6 * MINUTE, "viewers")).toBe(100);
});

it("has nothing before its beginning, after its end, and inside a gap", () => {
  const at = (minute: number) => ghostAt(run(), now, now + minute * MINUTE, "viewers");
  expect([0, 0.9, 3.1, 9.9, 10.1, 99].map(at)).toEqual(Array(6).fill(undefined));
  expect(ghostColumn(run(), now, [now / 1_000 + 60, now / 1_000 + 300], "viewers")).toEqual([100, null]);
});

it("never has a value that none of its minutes reached", () => {
  fc.assert(
    fc.property(fc.integer({ min: -MINUTE, max: 12 * MINUTE }), (ms) => {
      const value = ghostAt(run(), now, now + ms, "viewers");
      if (value !== undefined) expect(value >= 100 && value <= 1_000).toBe(true);
    }),
  );
});

it("says the difference, and where there is none to tell", () => {
  const say = (minute: number, viewers?: number) =>
    ghostSentence({ run: run(), zeroMs: now, atMs: now + minute * MINUTE, viewers, day: "last Tuesday" });
  expect(say(2, 412)).toBe("212 viewers more than at this time last Tuesday.");
  expect(say(2, 199)).toBe("1 viewer fewer than at this time last Tuesday.");
  expect(say(2, 200)).toBe("As many viewers as at this time last Tuesday.");
  expect(say(2)).toBe("200 viewers at this time last Tuesday.");
  expect(say(5, 412)).toBe("How many watched last Tuesday at this time is not known.");
  expect(say(61, 412)).toBe("The broadcast last Tuesday was over by now: it lasted 1 h.");
  expect(say(-1, 412)).toBe("The broadcast last Tuesday had not begun at this time.");
});

it("calls a day as a person would", () => {
  const day = (year: number, month: number, date: number) => dayText(new Date(year, month, date, 9).getTime(), now);
  expect([day(2026, 10, 27), day(2026, 10, 26), day(2026, 10, 24), day(2026, 10, 20), day(2025, 10, 27)]).toEqual([
    "earlier that day",
    "the day before",
    "last Tuesday",
    "on 20 November",
    "on 27 November 2025",
  ]);
});

it("knows the last and the best of the same creator's earlier broadcasts", () => {
  const all = [
    summary("first", then - 3, { totals: { ...totals, peakViewers: 900, averageViewers: 500 } }),
    summary("last", then, { totals: { ...totals, peakViewers: 2_000, averageViewers: 90 } }),
    summary("now", now),
    summary("other", then, { broadcast: { handle: "bob", roomId: "8" } }),
    summary("later", now + MINUTE),
    summary("growing", then, { isGrowing: true }),
    summary("deleted", then, { deletedAtMs: then }),
  ];
  const earlier = earlierOf(all, { handle: "alice", recordingId: "now", fromMs: now });
  expect(earlier.map(({ recordingId }) => recordingId)).toEqual(["last", "first"]);
  expect(["none", "last", "best", "first", "gone"].map((choice) => chosenOf(choice, earlier)?.recordingId)).toEqual([
    undefined,
    "last",
    "first",
    "first",
    undefined,
  ]);
  expect(chosenOf("best", [])).toBeUndefined();
});

it("makes rates of totals, but not across a gap, and tells no zero viewers before one was counted", () => {
  const minute = Math.floor(then / MINUTE) * MINUTE;
  const points = minutePoints({
    fromMs: minute,
    minutes: [
      { atMs: minute + 59_000, metrics: { viewers: 0, chats: 59, likes: 0, diamonds: 0 } },
      { atMs: minute + 119_000, metrics: { viewers: 30, uniqueViewers: 40, chats: 74, likes: 5, diamonds: 100, sentiment: 0.1 } },
      { atMs: minute + 121_000, metrics: { viewers: 31, uniqueViewers: 40, chats: 75, likes: 5, diamonds: 100 } },
      { atMs: minute + 250_000, metrics: { viewers: 0, uniqueViewers: 41, chats: 90 } },
    ],
  });
  expect(points).toEqual([
    { atMs: minute + 59_000, chatsPerMinute: 60, likesPerMinute: 0, diamondsPerMinute: 0 },
    { atMs: minute + 119_000, viewers: 30, sentiment: 0.1, chatsPerMinute: 15, likesPerMinute: 5, diamondsPerMinute: 100 },
    { atMs: minute + 121_000, viewers: 31, chatsPerMinute: 2, likesPerMinute: 0, diamondsPerMinute: 0 },
    { atMs: minute + 250_000, viewers: 0 },
  ]);
  expect(pointsBefore(points, minute + 119_000)).toHaveLength(1);
});
