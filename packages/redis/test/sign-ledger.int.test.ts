import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRedis, type RedisConnection } from "../src/client/client.ts";
import type { RedisServer } from "../src/server/server.ts";
import { createSignLedger } from "../src/stores/sign-ledger.ts";

const unlimited = { perMinute: 0, perHour: 0, perDay: 0 };
const breaker = { creators: 3, openMs: 60, maxOpenMs: 200 };

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
    await ledger.limited(80);
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
    const ledger = ledgerOf();
    await ledger.reserve();
    for (const name of ["alice", "bob", "carol"]) await ledger.failed("SIGN_UNAVAILABLE", name);
    await eventually(async () => expect(await ledger.reserve()).toMatchObject({ isProbe: true }));
    expect(await ledger.failed("SIGN_UNAVAILABLE", "alice")).toBe("open");
    const answer = await ledger.reserve();
    expect(answer.outcome === "wait" ? answer.waitMs : 0).toBeGreaterThan(70);
  });

  it("stays closed for one creator that fails again and again, and for different failures", async () => {
    const ledger = ledgerOf();
    await ledger.reserve();
    for (let n = 0; n < 5; n++) expect(await ledger.failed("SIGN_UNAVAILABLE", "alice")).toBe("closed");
    expect(await ledger.failed("SIGN_REFUSED", "bob")).toBe("closed");
    expect(await ledger.failed("SIGN_UNAVAILABLE", "carol")).toBe("closed");
    expect(await ledger.failed("SIGN_UNAVAILABLE", "dave")).toBe("closed");
  });

  it("keeps accounts apart", async () => {
    const [ours, demo] = [ledgerOf({ ...unlimited, perDay: 1 }), ledgerOf()];
    await ours.reserve();
    expect(await ours.reserve()).toMatchObject({ outcome: "wait" });
    for (let n = 0; n < 20; n++) expect(await demo.reserve()).toMatchObject({ outcome: "granted" });
  });
});
