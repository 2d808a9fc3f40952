import { describe, expect, it } from "vitest";
import { normaliseHandle } from "./ids.ts";

describe("normaliseHandle", () => {
  it.each([
    ["alice", "alice"],
    ["@Alice", "alice"],
    ["  some.one_1 ", "some.one_1"],
    ["https://www.tiktok.com/@Some.One/live", "some.one"],
    ["tiktok.com/@some.one?lang=en", "some.one"],
    ["https://m.tiktok.com/@some.one/live/?_r=1", "some.one"],
    ["demo:Alice", "demo:alice"],
    ["demo:@alice", "demo:alice"],
  ])("reads %j as %s", (input, handle) => {
    expect(normaliseHandle(input)).toBe(handle);
  });

  it.each([
    "",
    "@",
    "a b",
    "name.",
    "x".repeat(25),
    "demo:",
    "https://example.com/@alice",
    "<script>",
    "{cr_x}",
    "x".repeat(100_000),
  ])("finds nobody in %j", (input) => {
    expect(normaliseHandle(input)).toBeUndefined();
  });
});
