import type { RecordingTimeline } from "@frontrow/protocol/library/timeline";
import { expect, it } from "vitest";
import { elapsed } from "./elapsed.ts";
import { STEP_MS } from "./lanes.ts";
import { countsOf, missingText, nearTo, spokenNear } from "./near.ts";

const BEGIN = 1_800_000_000_000;
const timeline: RecordingTimeline = {
  recordingId: "ses_a-1",
  fromMs: BEGIN,
  toMs: BEGIN + 600_000,
  isGrowing: true,
  lanes: [
    { atMs: BEGIN, viewers: 1_204, chats: 1 },
    { atMs: BEGIN + STEP_MS, chats: 12, questions: 2, gifts: 1, diamonds: 5_000, follows: 1 },
  ],
  moments: [
    {
      type: "spike",
      id: "s",
      kind: "spike",
      atMs: BEGIN + 60_000,
      fromMs: BEGIN + 40_000,
      toMs: BEGIN + 60_000,
      lanes: [],
      duringBattle: false,
    },
    { type: "moment", id: "m", kind: "raid", atMs: BEGIN + 70_000, params: {} },
  ],
  gaps: [{ fromMs: BEGIN + 200_000, toMs: BEGIN + 230_000 }],
  closed: [{ fromMs: BEGIN + 300_000, toMs: BEGIN + 400_000 }],
};
const known = {
  timeline,
  bookmarks: [{ bookmarkId: "b", atMs: BEGIN + 100_000, text: "the sky" }],
  idle: [{ fromMs: BEGIN + 120_000, toMs: BEGIN + 150_000 }],
};
const at = (ms: number, within?: number) => nearTo(known, BEGIN + ms, within);
const sentence = ({ id }: { id: string }) => `what ${id} is`;

it("counts the step that a moment is in, and holds the viewers that were told last", () => {
  expect(countsOf(at(20_000))).toBe("1,204 viewers · 12 messages · 2 questions · 1 gift · 5,000 diamonds · 1 follow");
  expect(countsOf(at(0))).toBe("1,204 viewers · 1 message");
  expect(countsOf(at(100_000))).toBe("");
});

it("has what is near, nearest first: a spike for as long as it lasts", () => {
  expect(at(50_000).moments.map(({ id }) => id)).toEqual(["s"]);
  expect(at(68_000).moments.map(({ id }) => id)).toEqual(["m", "s"]);
  expect(at(90_000).moments).toEqual([]);
  expect(at(90_000, 60_000).moments.map(({ id }) => id)).toEqual(["m", "s"]);
});

it("says why there is nothing: idle, a gap, nobody streamed, not counted yet", () => {
  expect([130_000, 210_000, 350_000, 650_000, 500_000].map((ms) => missingText(at(ms)))).toEqual([
    "idle: nothing was said, asked or given",
    "no data: it was not received",
    "nobody streamed",
    "not counted yet",
    undefined,
  ]);
});

it("speaks of one thing: a bookmark of one's own before what happened", () => {
  expect(spokenNear(at(100_000), sentence)).toBe("near: bookmark the sky");
  expect(spokenNear(at(50_000), sentence)).toBe("near: what s is");
  expect(spokenNear(at(130_000), sentence)).toBe("idle: nothing was said, asked or given");
  expect(spokenNear(at(500_000), sentence)).toBe("");
});

it("counts from a mark, and back before it", () => {
  expect([elapsed(61_000, 0), elapsed(0, 61_000), elapsed(60_999, 61_000), elapsed(61_000, 61_000)]).toEqual([
    "00:01:01",
    "−00:01:01",
    "−00:00:01",
    "00:00:00",
  ]);
});
