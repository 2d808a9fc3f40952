import { expect, it } from "vitest";
import { emptyBroadcast } from "../../live/view-state.ts";
import { summaryOf } from "./summary.ts";

it("tells what is known, and leaves out what is not", () => {
  const broadcast = {
    ...emptyBroadcast("ses_1"),
    metrics: { sinceMs: 0, atMs: 4_360_000, viewersPeak: 12_490, uniqueViewers: 0 },
  };
  expect(summaryOf(broadcast).map(({ name, short }) => `${name}: ${short}`)).toEqual([
    "Watched for: 1 h 12 min",
    "Most viewers: 12.4K",
    "People seen: 0",
  ]);
});
