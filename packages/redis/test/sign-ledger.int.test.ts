import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRedis, type RedisConnection } from "../src/client/client.ts";
import type { RedisServer } from "../src/server/server.ts";
import { createSignLedger, type SignLedger } from "../src/stores/sign-ledger.ts";

const unlimited = { perMinute: 0, perHour: 0, perDay: 0 };
/** Open for a second: what a test finds out about an open breaker, it must ask within that time. */
const breaker = { creators: 3, openMs: 1_000, maxOpenMs: 3_000 };

let server: RedisServer;
let redis: RedisConnection;
beforeAll(async () => {
  server = await startTestRedis();
  redis = createRedis(server.url, quietLogger);
  await redis.start();
});
afterAll(async () => {
  await redis.stop();
  await server.stop();
});

let accounts = 0;
const ledgerOf = (quota = unlimited, limits = breaker, account = `account${accounts++}`) =>
  createSignLedger(redis.client, account, quota, limits);

describe("the sign ledger", () => {
  it("grants what the smallest window allows, to all workers together", async () => {
    const quota = { perMinute: 3, perHour: 100, perDay: 1000 };
    const workers = [ledgerOf(quota, breaker, "shared"), ledgerOf(quota, breaker, "shared")];
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => workers[index % 2]?.reserve()));
    const granted = answers.filter((answer) => answer?.outcome === "granted");
    // A full minute may begin in between.
    expect([3, 6]).toContain(granted.length);
    expect(await workers[0]?.usage()).toMatchObject({ hour: granted.length, day: granted.length });
  });

  it("says when the window ends", async () => {
    const ledger = ledgerOf({ ...unlimited, perHour: 1 });
    await ledger.reserve();
    const answer = await ledger.reserve();
    expect(answer).toMatchObject({ outcome: "wait", why: "limit", isOurs: true });
    if (answer.outcome !== "wait") return;
    expect(answer.retryAtMs % 3_600_000).toBe(0);
    expect(answer.waitMs).toBeLessThanOrEqual(3_600_000);
  });

  it("keeps everybody away for as long as the service asks", async () => {
    const ledger = ledgerOf();
    await ledger.reserve();
    await ledger.limited(1_000);
    expect(await ledger.reserve()).toMatchObject({ outcome: "wait", why: "limit", isOurs: false });
    await eventually(async () => expect(await ledger.reserve()).toEqual({ outcome: "granted", isProbe: false }));
  });

  it("opens the breaker when several creators fail the same way, and lets one probe through", async () => {
    const ledger = ledgerOf();
    await ledger.reserve();
    expect(await ledger.failed("SIGN_UNAVAILABLE", "alice")).toBe("closed");
    expect(await ledger.failed("SIGN_UNAVAILABLE", "bob")).toBe("closed");
    expect(await ledger.failed("SIGN_UNAVAILABLE", "carol")).toBe("open");
    expect(await ledger.reserve()).toMatchObject({ outcome: "wait", why: "breaker" });
    await eventually(async () => expect(await ledger.reserve()).toEqual({ outcome: "granted", isProbe: true }));
    expect(await ledger.reserve()).toMatchObject({ outcome: "wait", why: "breaker" });
    await ledger.succeeded();
    expect(await ledger.reserve()).toEqual({ outcome: "granted", isProbe: false });
    expect(await ledger.usage()).toMatchObject({ breaker: "closed" });
  });

  it("opens again for longer when the probe fails", async () => {
    const ledger = ledgerOf(unlimited, { creators: 3, openMs: 1_000, maxOpenMs: 60_000 });
    await ledger.reserve();
    for (const name of ["alice", "bob", "carol"]) await ledger.failed("SIGN_UNAVAILABLE", name);
    await eventually(async () => expect(await ledger.reserve()).toMatchObject({ isProbe: true }));
    expect(await ledger.failed("SIGN_UNAVAILABLE", "alice")).toBe("open");
    const answer = await ledger.reserve();
    expect(answer.outcome === "wait" ? answer.waitMs : 0).toBeGreaterThan(1_000);
  });

  it("stays closed for one creator that fails again and again, and for different failures", async () => {
    const ledger = ledgerOf();
    await ledger.reserve();
    for (let n = 0; n < 5; n++) expect(await ledger.failed("SIGN_UNAVAILABLE", "alice")).toBe("closed");
    expect(await ledger.failed("SIGN_REFUSED", "bob")).toBe("closed");
    expect(await ledger.failed("SIGN_UNAVAILABLE", "carol")).toBe("closed");
    expect(await ledger.failed("SIGN_UNAVAILABLE", "dave")).toBe("closed");
  });

  it("grants what the service says is left, to all workers together, and then waits for the service's window", async () => {
    const workers = [ledgerOf(unlimited, breaker, "told"), ledgerOf(unlimited, breaker, "told")];
    const [one, other] = workers as [SignLedger, SignLedger];
    await one.noteLimits({ minute: { max: 50, left: { calls: 3, resetMs: 40_000 } }, day: { max: 500 } });
    const answers = await Promise.all(Array.from({ length: 5 }, (_, n) => (n % 2 ? one : other).reserve()));
    expect(answers.filter(({ outcome }) => outcome === "granted")).toHaveLength(3);
    const answer = await other.reserve();
    expect(answer).toMatchObject({ outcome: "wait", why: "limit", isOurs: false });
    expect(answer.outcome === "wait" ? answer.waitMs : 0).toBeGreaterThan(30_000);
  });

  it("goes on with the account's whole limit when the service's window begins anew", async () => {
    const ledger = ledgerOf();
    await ledger.noteLimits({ minute: { max: 2, left: { calls: 0, resetMs: 1_000 } } });
    expect(await ledger.reserve()).toMatchObject({ outcome: "wait", isOurs: false });
    await eventually(async () => expect(await ledger.reserve()).toMatchObject({ outcome: "granted" }));
    expect(await ledger.reserve()).toMatchObject({ outcome: "granted" });
    const answer = await ledger.reserve();
    expect(answer).toMatchObject({ outcome: "wait", why: "limit", isOurs: false });
    // A minute after the window that was told, whenever ours begins.
    expect(answer.outcome === "wait" ? answer.waitMs : 0).toBeGreaterThan(50_000);
  });

  it("counts by itself where the service says only how many it allows", async () => {
    const ledger = ledgerOf();
    await ledger.noteLimits({ day: { max: 2 } });
    expect(await ledger.reserve()).toMatchObject({ outcome: "granted" });
    expect(await ledger.reserve()).toMatchObject({ outcome: "granted" });
    expect(await ledger.reserve()).toMatchObject({ outcome: "wait", why: "limit", isOurs: false });
    await ledger.noteLimits({});
    expect(await ledger.reserve()).toMatchObject({ outcome: "granted" });
  });

  it("says that it is our own budget where that is the smaller one", async () => {
    const ledger = ledgerOf({ ...unlimited, perDay: 1 });
    await ledger.noteLimits({ day: { max: 5, left: { calls: 5, resetMs: 3_600_000 } } });
    expect(await ledger.reserve()).toMatchObject({ outcome: "granted" });
    expect(await ledger.reserve()).toMatchObject({ outcome: "wait", isOurs: true });
  });

  it("believes the answer that says the least is left of a window, and the first of the next one", async () => {
    const ledger = ledgerOf();
    await ledger.noteLeft({ calls: 1, resetMs: 30_000 });
    // It was sent before the other one, and came after it.
    await ledger.noteLeft({ calls: 2, resetMs: 30_000 });
    expect(await ledger.reserve()).toMatchObject({ outcome: "granted" });
    expect(await ledger.reserve()).toMatchObject({ outcome: "wait", why: "limit", isOurs: false });
    await ledger.noteLeft({ calls: 1, resetMs: 90_000 });
    expect(await ledger.reserve()).toMatchObject({ outcome: "granted" });
  });

  it("keeps accounts apart", async () => {
    const [ours, demo] = [ledgerOf({ ...unlimited, perDay: 1 }), ledgerOf()];
    await ours.reserve();
    expect(await ours.reserve()).toMatchObject({ outcome: "wait" });
    for (let n = 0; n < 20; n++) expect(await demo.reserve()).toMatchObject({ outcome: "granted" });
  });
});
