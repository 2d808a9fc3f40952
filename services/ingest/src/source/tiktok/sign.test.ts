import { describe, expect, it } from "vitest";
import { retryAfterMs } from "./sign.ts";

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
