import { describe, expect, it } from "vitest";
import { createSignAccounts } from "./sign-accounts.ts";

describe("accounts of the sign service", () => {
  it("grant what each window allows, and say which one has the least left", () => {
    let nowMs = 1_000;
    const accounts = createSignAccounts(() => nowMs);
    accounts.set("key", { minute: 2, day: 3 });
    expect(accounts.spend("key")).toEqual({
      isGranted: true,
      tightest: { window: "minute", max: 2, remaining: 1, resetAtMs: 61_000 },
    });
    expect(accounts.spend("key")).toMatchObject({ isGranted: true, tightest: { remaining: 0 } });
    expect(accounts.spend("key")).toMatchObject({ isGranted: false, tightest: { window: "minute", resetAtMs: 61_000 } });
    nowMs = 61_000;
    expect(accounts.spend("key")).toMatchObject({ isGranted: true, tightest: { window: "day", remaining: 0 } });
    expect(accounts.spend("key")).toMatchObject({ isGranted: false, tightest: { window: "day", resetAtMs: 86_401_000 } });
  });

  it("are apart by their keys, and whoever has none may do anything", () => {
    const accounts = createSignAccounts(() => 0);
    accounts.set("small", { minute: 1 });
    accounts.set("large", { minute: 100 });
    accounts.spend("small");
    expect(accounts.spend("small")?.isGranted).toBe(false);
    expect(accounts.spend("large")?.isGranted).toBe(true);
    expect(accounts.spend("other")).toBeUndefined();
    expect(accounts.spend(undefined)).toBeUndefined();
    accounts.set("small", undefined);
    expect(accounts.spend("small")).toBeUndefined();
  });
});
