import { expect, it } from "vitest";
import { linkTo, momentIn, withoutMoment } from "./moment-link.ts";

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
