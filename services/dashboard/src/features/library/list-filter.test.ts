import type { RecordingSummary } from "@frontrow/sdk/client";
import { describe, expect, it } from "vitest";
import { ALL, askedWords, creatorsOf, listed, narrowedBy } from "./list-filter.ts";

const HOUR_MS = 3_600_000;
const noon = (date: number) => new Date(2026, 2, date, 12).getTime();
const recording = (id: string, more: Partial<RecordingSummary> = {}): RecordingSummary => {
  const fromMs = more.fromMs ?? noon(1);
  return {
    recordingId: id,
    broadcast: { handle: "ana", roomId: "1" },
    fromMs,
    toMs: fromMs + HOUR_MS,
    items: 10,
    isGrowing: false,
    ...more,
  };
};
const ids = (...given: Parameters<typeof listed>) => listed(...given).map((each) => each.recording.recordingId);
const totals = { chats: 1, gifts: 1, diamonds: 1, follows: 1, uniqueViewers: 1 };

describe("the order of recordings", () => {
  const recordings = [
    recording("sample", { isSample: true, fromMs: noon(9), toMs: noon(9) + 9 * HOUR_MS }),
    recording("old", { fromMs: noon(1), toMs: noon(1) + 3 * HOUR_MS, totals: { ...totals, peakViewers: 5 } }),
    recording("new", { fromMs: noon(3) }),
    recording("middle", { fromMs: noon(2), totals: { ...totals, peakViewers: 90 } }),
  ];
  it("is by time, length or viewers, of which not all are known, and samples come last", () => {
    expect(ids(recordings, ALL)).toEqual(["new", "middle", "old", "sample"]);
    expect(ids(recordings, { ...ALL, order: "longest" })).toEqual(["old", "new", "middle", "sample"]);
    expect(ids(recordings, { ...ALL, order: "viewers" })).toEqual(["middle", "old", "new", "sample"]);
  });
  it("leaves the list that it was given as it was", () => {
    listed(recordings, ALL);
    expect(recordings[0]?.recordingId).toBe("sample");
  });
});

describe("the days", () => {
  const recordings = [
    recording("late", { fromMs: new Date(2026, 2, 4, 23).getTime(), toMs: new Date(2026, 2, 5, 1).getTime() }),
    recording("third", { fromMs: noon(3) }),
    recording("sample", { isSample: true, fromMs: noon(3) }),
  ];
  it("are all that a broadcast touches, and no sample is of one", () => {
    expect(ids(recordings, { ...ALL, fromDay: "2026-03-05" })).toEqual(["late"]);
    expect(ids(recordings, { ...ALL, toDay: "2026-03-04" })).toEqual(["late", "third"]);
    expect(ids(recordings, { ...ALL, toDay: "2026-03-03" })).toEqual(["third"]);
    expect(ids(recordings, { ...ALL, fromDay: "2026-03-04", toDay: "2026-03-04" })).toEqual(["late"]);
    expect(ids(recordings, { ...ALL, fromDay: "2026-03-06", toDay: "2026-03-02" })).toEqual([]);
  });
});

describe("the words", () => {
  const recordings = [
    recording("named", { name: "Élan vital", fromMs: noon(2) }),
    recording("chatted", { fromMs: noon(1) }),
    recording("wide", { broadcast: { handle: "ｍｉｒａ", roomId: "1", title: "Dinner for forty" } }),
  ];
  const result = { recordingId: "chatted", isNamed: false, hits: 2, first: [] };
  it("find a name before the server has answered, without case, marks and width", () => {
    expect(ids(recordings, { ...ALL, words: "ELAN" })).toEqual(["named"]);
    expect(ids(recordings, { ...ALL, words: "mira forty" })).toEqual(["wide"]);
    expect(ids(recordings, { ...ALL, words: "mira elan" })).toEqual([]);
  });
  it("find what the server found, with where", () => {
    const found = listed(recordings, { ...ALL, words: "vital" }, [result]);
    expect(found.map((each) => [each.recording.recordingId, each.found?.hits])).toEqual([
      ["named", undefined],
      ["chatted", 2],
    ]);
  });
  it("leave out what the server found of a recording that the other fields leave out", () => {
    expect(ids(recordings, { ...ALL, words: "vital", creator: "ｍｉｒａ" }, [result])).toEqual([]);
  });
  it("do not stay when they are gone", () => {
    expect(listed(recordings, ALL, [result]).some(({ found }) => found)).toBe(false);
  });
  it("are asked for from two letters on", () => {
    expect([askedWords(" a "), askedWords(" ab "), askedWords("")]).toEqual([undefined, "ab", undefined]);
  });
});

it("names each creator once, and counts the fields that leave something out", () => {
  const made = [recording("1"), recording("2", { broadcast: { handle: "zoe", roomId: "2" } }), recording("3")];
  expect(creatorsOf(made)).toEqual([
    { handle: "ana", recordings: 2 },
    { handle: "zoe", recordings: 1 },
  ]);
  expect(narrowedBy({ ...ALL, words: "x", order: "longest" })).toBe(0);
  expect(narrowedBy({ ...ALL, creator: "ana", toDay: "2026-03-01" })).toBe(2);
});
