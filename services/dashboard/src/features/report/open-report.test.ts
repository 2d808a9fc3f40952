import { expect, it } from "vitest";
import { reportIn, withReport } from "./open-report.ts";

it("names a report in the address, beside who is watched", () => {
  const address = withReport("https://frontrow.example/?t=90#demo:alice", "ses_abcdefgh-1");
  expect(address).toBe("https://frontrow.example/?t=90&report=ses_abcdefgh-1#demo:alice");
  expect(reportIn(new URL(address).search)).toBe("ses_abcdefgh-1");
  expect(withReport(address, undefined)).toBe("https://frontrow.example/?t=90#demo:alice");
});

it("names none where an address has none", () => {
  expect(["", "?report=", "?t=3"].map(reportIn)).toEqual([undefined, undefined, undefined]);
});
