import { describe, expect, it } from "vitest";
import { accountLimitsOf, callsLeftOf, retryAfterMs } from "./sign-limits.ts";

const now = Date.UTC(2026, 0, 1);
const after = (headers: object) => retryAfterMs(new Headers(Object.entries(headers)), now);

describe("when to ask the sign service again", () => {
  it("is what the service says, in seconds", () => {
    expect(after({ "retry-after": "12" })).toBe(12_000);
    expect(after({ "x-ratelimit-reset": "30" })).toBe(30_000);
    expect(after({ "x-ratelimit-reset": String(now / 1000 + 45) })).toBe(45_000);
    expect(after({ "retry-after": "5", "x-ratelimit-reset": "300" })).toBe(5_000);
  });

  it("is a minute when the service says nothing, or nonsense", () => {
    const nonsense: Record<string, string>[] = [
      {},
      { "retry-after": "soon" },
      { "retry-after": "-1" },
      { "x-ratelimit-reset": `12${"0".repeat(20)}` },
    ];
    for (const headers of nonsense) {
      expect(after(headers)).toBe(60_000);
    }
    expect(after({ "x-ratelimit-reset": String(now / 1000 - 100) })).toBe(60_000);
  });

  it("is never more than an hour away", () => {
    expect(after({ "retry-after": "86400" })).toBe(3_600_000);
  });
});

describe("what an answer says is left", () => {
  const left = (remaining: string, reset: string) =>
    callsLeftOf(new Headers({ "x-ratelimit-limit": "60", "x-ratelimit-remaining": remaining, "x-ratelimit-reset": reset }), now);

  it("is so many calls until a moment, or for a span", () => {
    expect(left("3", "30")).toEqual({ calls: 3, resetMs: 30_000 });
    expect(left("0", String(now / 1000 + 45))).toEqual({ calls: 0, resetMs: 45_000 });
    // A day's window: asked again after an hour.
    expect(left("0", "86400")).toEqual({ calls: 0, resetMs: 3_600_000 });
  });

  it.each([
    ["-1", "30"],
    ["NaN", "30"],
    ["", "30"],
    ["1.5", "30"],
    ["1e9", "30"],
    ["0", ""],
    ["0", "0"],
    ["0", "-5"],
    ["0", "soon"],
    ["0", String(now / 1000 - 100)],
    ["0", "999999999999"],
    ["0", "1000000"],
  ])("is nothing where it makes no sense: %s left, more at %s", (remaining, reset) => {
    expect(left(remaining, reset)).toBeUndefined();
  });

  it("is nothing without the headers", () => {
    expect(callsLeftOf(new Headers(), now)).toBeUndefined();
    expect(callsLeftOf(new Headers({ "x-ratelimit-remaining": "0" }), now)).toBeUndefined();
  });
});

describe("what the service says it allows the account", () => {
  const at = (ms: number) => new Date(now + ms).toISOString();

  it("is a number for each window, and what is left of it", () => {
    const answer = {
      code: 200,
      minute: { max: 10, remaining: 4, reset_at: at(20_000) },
      hour: { max: 60, remaining: 60, reset_at: null },
      day: { max: 2_500, remaining: 9_999, reset_at: at(80_000_000) },
    };
    expect(accountLimitsOf(answer, now)).toEqual({
      minute: { max: 10, left: { calls: 4, resetMs: 20_000 } },
      hour: { max: 60 },
      day: { max: 2_500, left: { calls: 2_500, resetMs: 80_000_000 } },
    });
  });

  it.each([
    ["no object", "limits"],
    ["nothing", null],
    ["no windows", { code: 200 }],
    ["a window that is none", { minute: 5 }],
    ["no calls at all", { minute: { max: 0, remaining: 0, reset_at: at(10_000) } }],
    ["fewer than none", { day: { max: -1, remaining: -1, reset_at: at(10_000) } }],
    ["text", { hour: { max: "60", remaining: "0", reset_at: at(10_000) } }],
    ["half a call", { hour: { max: 1.5, remaining: 1, reset_at: at(10_000) } }],
    ["more than can be counted", { hour: { max: 1e300, remaining: 0, reset_at: at(10_000) } }],
  ])("is no limit where it says %s", (_what, answer) => {
    expect(accountLimitsOf(answer, now)).toEqual({});
  });

  it.each([
    ["in the past", at(-1_000)],
    ["further away than the window is long", at(3_600_000)],
    ["no moment", "tomorrow"],
    ["a number", 42],
  ])("is the number alone where the next window is %s", (_what, reset_at) => {
    expect(accountLimitsOf({ minute: { max: 5, remaining: 0, reset_at } }, now)).toEqual({ minute: { max: 5 } });
  });
});
