import { expect, it } from "vitest";
import { standbyWords } from "./standby-words.ts";

it("promises to start by itself for somebody who is not live", () => {
  expect(standbyWords({ state: "offline", username: "alice" })).toEqual({
    title: "@alice is not live yet",
    text: "We will start by ourselves. You can leave this page open.",
  });
});

it("says why, when there is a reason", () => {
  expect(standbyWords({ state: "offline", username: "alice", code: "UPSTREAM_BLOCKED" }).text).toContain("does not let us in");
});

it("asks to check a name that nobody has", () => {
  expect(standbyWords({ state: "failed", username: "nobody", code: "CREATOR_UNKNOWN" }).title).toBe(
    "TikTok knows nobody called @nobody",
  );
});
