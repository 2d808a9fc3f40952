import { expect, it } from "vitest";
import { linkTo, momentIn, placeOfLink, withoutMoment } from "./moment-link.ts";

const recordingId = "ses_recorded0-1800000000000";
const read = (t?: string) => momentIn(`?recording=${recordingId}${t === undefined ? "" : `&t=${encodeURIComponent(t)}`}`);

it.each([
  ["00:12:10", { recordingId, sinceMs: 730_000 }],
  ["12:10", { recordingId, sinceMs: 730_000 }],
  ["75:00", { recordingId, sinceMs: 4_500_000 }],
  ["730", { recordingId, sinceMs: 730_000 }],
  ["730s", { recordingId, sinceMs: 730_000 }],
  ["1800000730000", { recordingId, atMs: 1_800_000_730_000 }],
  ["0", { recordingId, sinceMs: 0 }],
  ["", { problem: "time" }],
  ["soon", { problem: "time" }],
  ["-5", { problem: "time" }],
  ["1:99", { problem: "time" }],
  ["1e9", { problem: "time" }],
])("reads t=%s", (t, link) => {
  expect(read(t)).toEqual(link);
});

it("leads to the beginning without a time, nowhere without a recording, and says what is none", () => {
  expect(read()).toEqual({ recordingId });
  expect(momentIn("?report=ses_recorded0-1&t=5")).toBeUndefined();
  expect(momentIn("?recording=../etc&t=5")).toEqual({ problem: "recording" });
});

it("is read as it was written, and taken out of the address again", () => {
  const link = linkTo("https://frontrow.example/?report=x#demo:alice", recordingId, 1_800_000_730_000.4);
  expect(link).toBe(`https://frontrow.example/?recording=${recordingId}&t=1800000730000`);
  expect(momentIn(new URL(link).search)).toEqual({ recordingId, atMs: 1_800_000_730_000 });
  expect(withoutMoment("https://frontrow.example/?recording=a&t=5&report=b#demo:alice")).toBe(
    "https://frontrow.example/?report=b#demo:alice",
  );
});

it("counts from where the video begins, and knows what is outside of the recording", () => {
  const recording = { fromMs: 1_000_000, toMs: 2_000_000, isGrowing: false };
  const at = (link: object, more: object = {}, zeroMs?: number) =>
    placeOfLink({ recordingId, ...link }, { recording: { ...recording, ...more }, entry: { zeroMs } });
  expect(at({})).toEqual({ atMs: 1_000_000, isInside: true });
  expect(at({ sinceMs: 60_000 })).toEqual({ atMs: 1_060_000, isInside: true });
  expect(at({ sinceMs: 60_000 }, {}, 1_500_000)).toEqual({ atMs: 1_560_000, isInside: true });
  expect(at({ sinceMs: 1_000_001 })).toEqual({ atMs: 2_000_001, isInside: false });
  expect(at({ sinceMs: 1_000_001 }, { isGrowing: true })).toEqual({ atMs: 2_000_001, isInside: true });
  expect(at({ atMs: 999_999 })).toEqual({ atMs: 999_999, isInside: false });
});
