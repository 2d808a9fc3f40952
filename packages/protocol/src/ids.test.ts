import { describe, expect, it } from "vitest";
import { readHandle } from "./handle.ts";
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
    ["＠ｎａｍｅ", "name"],
    ["\u2068@name\u2069", "name"],
    ["\u200bna\u200dme\ufeff", "name"],
    ["@@name", "name"],
    ["%40name", "name"],
    ["https://www.tiktok.com/%40some.one/live", "some.one"],
    ["100%name", undefined],
    ["https://www.tiktok.com/@some.one/video/7400000755440841001?is_from_webapp=1", "some.one"],
    ["https://www.tiktok.com/@some.one/photo/7400000755440841001", "some.one"],
    [`https://www.tiktok.com/@some.one/live?${"x=y&".repeat(200)}`, "some.one"],
    ["Some One is LIVE! Watch: https://www.tiktok.com/@some.one/live?_r=1 now", "some.one"],
    ["//www.tiktok.com/@some.one", "some.one"],
    ["HTTPS://WWW.TIKTOK.COM/@SOME.ONE", "some.one"],
    ["@demo:alice", "demo:alice"],
    ["123456", "123456"],
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
    "https://eviltiktok.com/@alice",
    "https://tiktok.com.example/@alice",
    "https://example.com/?of=tiktok.com/@alice",
  ])("finds nobody in %j", (input) => {
    expect(normaliseHandle(input)).toBeUndefined();
  });

  it.each([
    ["", "Give a TikTok name"],
    ["\u200b", "Give a TikTok name"],
    ["https://vm.tiktok.com/ZMabc/", "short link"],
    ["https://vt.tiktok.com/ZSabc/", "short link"],
    ["https://www.tiktok.com/t/ZTabc/", "short link"],
    ["https://www.tiktok.com/live", "names no creator"],
    ["tiktok.com", "names no creator"],
    ["https://example.com/@alice", "no address of TikTok's"],
    ["6812345678901234567", "account's number"],
    ["josé", "without accents"],
    ["имя", "without accents"],
    ["MS4wLjABAAAAv7iSuuXDJGDvJkmH_vz1qkDZYo1apxgzaxdBSeIuPiM", "at most 24"],
    ["x".repeat(5_000), "too long"],
  ])("says why %j names nobody", (input, why) => {
    expect(readHandle(input)).toEqual({ problem: expect.stringContaining(why) });
  });
});
