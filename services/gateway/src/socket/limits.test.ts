import type { Command } from "@frontrow/protocol/command";
import { describe, expect, it } from "vitest";
import { AbuseGuard, createAddressLimits } from "./limits.ts";

const limits = { messages: { burst: 10, perSecond: 2 }, watches: { burst: 2, perSecond: 1 } };
const test = { type: "test" } as const;
const watch = { type: "changeUsername", username: "a" } as const;
const judged = (guard: AbuseGuard, count: number, nowMs: number, command?: Command): string[] =>
  Array.from({ length: count }, () => {
    const verdict = guard.judge(nowMs);
    return verdict === "ok" ? guard.judgeCommand(nowMs, command) : verdict;
  });

describe("the limits of a socket", () => {
  it("allow a burst, and a rate after it", () => {
    const guard = new AbuseGuard(limits);
    expect(judged(guard, 11, 0, test)).toEqual([...Array(10).fill("ok"), "limited"]);
    expect(judged(guard, 3, 1_000, test)).toEqual(["ok", "ok", "limited"]);
  });

  it("charge more for an invalid message", () => {
    expect(judged(new AbuseGuard(limits), 6, 0)).toEqual([...Array(5).fill("ok"), "limited"]);
  });

  it("charge ten times as much for what asks for a snapshot, but not for the first resume", () => {
    const resume = { type: "resume", sessionId: "d", resumeToken: "t" } as const;
    for (const [command, allowed] of [
      [{ type: "setMode", mode: "LIVE" }, 3],
      [resume, 4],
    ] as const) {
      const guard = new AbuseGuard({ ...limits, messages: { burst: 30, perSecond: 10 } });
      const answers = judged(guard, 6, 0, command);
      expect(answers.filter((answer) => answer === "ok")).toHaveLength(allowed);
      expect(judged(guard, 1, 2_000, command)).toEqual(["ok"]);
    }
  });

  it("let a socket go on whose bucket holds less than a command costs", () => {
    const guard = new AbuseGuard({ ...limits, messages: { burst: 2, perSecond: 1 } });
    expect(judged(guard, 2, 0, { type: "setMode", mode: "LIVE" })).toEqual(["ok", "limited"]);
    expect(judged(guard, 1, 60_000, test)).toEqual(["ok"]);
  });

  it("charge for the size of a message, before it is read", () => {
    const guard = new AbuseGuard(limits);
    const judgedSizes = [4_095, 16_384, 16_384, 4_095].map((bytes) => guard.judge(0, bytes));
    expect(judgedSizes).toEqual(["ok", "ok", "limited", "ok"]);
    // Never more than a full bucket, or what is too large would never be told so.
    expect(new AbuseGuard(limits).judge(0, 65_536)).toBe("ok");
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
    expect(guard.judge(40_001)).not.toBe("abuse");
  });

  it("end a socket that guesses tokens", () => {
    const guard = new AbuseGuard(limits);
    expect(Array.from({ length: 6 }, () => guard.refuseResume())).toEqual([...Array(5).fill("ok"), "abuse"]);
  });
});

describe("the limits of an address", () => {
  const limits = { sockets: 2, requests: { burst: 1, perSecond: 1 } };
  const waiting = { waitMs: expect.any(Number) };

  it("allow a number of open sockets, each address for itself", () => {
    const addresses = createAddressLimits(limits, () => 0);
    const [first, second] = [addresses.addSocket("a"), addresses.addSocket("a")];
    expect([first, second, addresses.addSocket("a")]).toEqual([expect.any(Function), expect.any(Function), waiting]);
    expect(addresses.addSocket("b")).toEqual(expect.any(Function));
    if (typeof first === "function") first();
    expect(addresses.addSocket("a")).toEqual(expect.any(Function));
  });

  it("count all addresses that one host has of IPv6 as one", () => {
    const addresses = createAddressLimits(limits, () => 0);
    for (const address of ["2001:db8:0:1::1", "2001:db8:0:1:ffff::2"]) addresses.addSocket(address);
    expect(addresses.addSocket("2001:db8::1:0:0:0:3")).toEqual(waiting);
    expect(addresses.addSocket("2001:db8:0:2::1")).toEqual(expect.any(Function));
  });

  it("keep an address waiting whose socket was closed for abuse", () => {
    let nowMs = 0;
    const addresses = createAddressLimits(limits, () => nowMs);
    addresses.pause("10.0.0.1", 60_000);
    nowMs = 59_000;
    expect(addresses.addSocket("10.0.0.1")).toEqual({ waitMs: 1_000 });
    expect(addresses.addSocket("10.0.0.2")).toEqual(expect.any(Function));
    nowMs = 60_001;
    expect(addresses.addSocket("::ffff:10.0.0.1")).toEqual(expect.any(Function));
  });

  it("forget who is quiet, but neither open sockets nor how fast somebody asked just now", () => {
    let nowMs = 0;
    const addresses = createAddressLimits(limits, () => nowMs);
    addresses.addSocket("a");
    addresses.addSocket("a");
    expect([addresses.spendRequest("b"), addresses.spendRequest("b")]).toEqual([undefined, 1_000]);
    nowMs = 500;
    expect(addresses.spendRequest("b")).toBe(1_000);
    nowMs = 200_000;
    expect(addresses.spendRequest("b")).toBeUndefined();
    expect(addresses.addSocket("a")).toEqual(waiting);
  });
});
