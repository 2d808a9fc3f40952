import { describe, expect, it } from "vitest";
import { AbuseGuard, createAddressLimits } from "./limits.ts";

const limits = { messages: { burst: 10, perSecond: 2 }, watches: { burst: 2, perSecond: 1 } };
const test = { type: "test" } as const;
const watch = { type: "changeUsername", username: "a" } as const;
const judged = (guard: AbuseGuard, count: number, nowMs: number, command?: typeof test | typeof watch): string[] =>
  Array.from({ length: count }, () => guard.judge(nowMs, command));

describe("the limits of a socket", () => {
  it("allow a burst, and a rate after it", () => {
    const guard = new AbuseGuard(limits);
    expect(judged(guard, 11, 0, test)).toEqual([...Array(10).fill("ok"), "limited"]);
    expect(judged(guard, 3, 1_000, test)).toEqual(["ok", "ok", "limited"]);
  });

  it("charge more for an invalid message", () => {
    expect(judged(new AbuseGuard(limits), 6, 0)).toEqual([...Array(5).fill("ok"), "limited"]);
  });

  it("allow fewer changes of the watch", () => {
    expect(judged(new AbuseGuard(limits), 3, 0, watch)).toEqual(["ok", "ok", "limited"]);
  });

  it("answer a flood once a second, and end it", () => {
    const guard = new AbuseGuard(limits);
    const answers = judged(guard, 200, 0, test);
    expect(answers.filter((answer) => answer === "limited")).toHaveLength(1);
    expect(answers.at(-1)).toBe("abuse");
  });

  it("forget after a calm time", () => {
    const guard = new AbuseGuard(limits);
    judged(guard, 60, 0, test);
    judged(guard, 60, 40_000, test);
    expect(guard.judge(40_001, test)).not.toBe("abuse");
  });

  it("end a socket that guesses tokens", () => {
    const guard = new AbuseGuard(limits);
    expect(Array.from({ length: 6 }, () => guard.refuseResume())).toEqual([...Array(5).fill("ok"), "abuse"]);
  });
});

describe("the limits of an address", () => {
  const limits = { sockets: 2, requests: { burst: 1, perSecond: 1 } };

  it("allow a number of open sockets, each address for itself", () => {
    const addresses = createAddressLimits(limits, () => 0);
    const [first, second] = [addresses.addSocket("a"), addresses.addSocket("a")];
    expect([first, second, addresses.addSocket("a")]).toEqual([expect.any(Function), expect.any(Function), undefined]);
    expect(addresses.addSocket("b")).toBeDefined();
    first?.();
    expect(addresses.addSocket("a")).toBeDefined();
  });

  it("forget who is quiet, but neither open sockets nor how fast somebody asked just now", () => {
    let nowMs = 0;
    const addresses = createAddressLimits(limits, () => nowMs);
    addresses.addSocket("a");
    addresses.addSocket("a");
    expect([addresses.mayRequest("b"), addresses.mayRequest("b")]).toEqual([true, false]);
    nowMs = 500;
    expect(addresses.mayRequest("b")).toBe(false);
    nowMs = 200_000;
    expect(addresses.mayRequest("b")).toBe(true);
    expect(addresses.addSocket("a")).toBeUndefined();
  });
});
