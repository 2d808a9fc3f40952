import { createOrders } from "@frontrow/ownership/start-orders";
import type { CreatorStatus } from "@frontrow/protocol/creator";
import { creatorIdOf, type DeskId } from "@frontrow/protocol/ids";
import { keys } from "@frontrow/redis/keys";
import { createWantedIndex } from "@frontrow/redis/wanted-index";
import { createWatcherStore } from "@frontrow/redis/watchers";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Stage, setStage, type Worker } from "./stage.ts";

let stage: Stage;
let orders: ReturnType<typeof createOrders>;
let account: string;
let accounts = 0;
const workers: Worker[] = [];

/** The simulator is TikTok and its sign service here, for names that are no simulated ones. */
beforeAll(async () => {
  stage = await setStage();
  orders = createOrders(stage.redis);
});
beforeEach(async () => {
  await stage.redis.client.flushall();
  account = `account${accounts++}`;
});
afterEach(async () => {
  stage.simulator.faults.clear();
  for (const worker of workers.splice(0)) await worker.stop();
});
afterAll(async () => {
  await orders.close();
  await stage.stop();
});

async function startWorker(config: Record<string, string> = {}): Promise<void> {
  const { url } = stage.simulator;
  const upstream = { TIKTOK_WEB_URL: url, TIKTOK_WEBCAST_URL: url, SIGN_API_URL: url };
  workers.push(await stage.worker({ ...upstream, SIGN_API_KEY: account, SIGN_ACCOUNT: account, ...config }));
}

async function watch(name: string): Promise<void> {
  const creatorId = creatorIdOf(name);
  await createWantedIndex(stage.redis.client).add("ingest", creatorId);
  await createWatcherStore(stage.redis.client).attach({ creatorId, deskId: `dsk_${"a".repeat(24)}` as DeskId, generation: 1 });
  await orders.order("ingest", creatorId);
}

async function statusOf(name: string): Promise<CreatorStatus | undefined> {
  const text = await stage.redis.client.hget(keys.creator(creatorIdOf(name)), "status");
  return text ? JSON.parse(text) : undefined;
}
const isLive = (name: string) => eventually(async () => expect(await statusOf(name)).toMatchObject({ state: "live" }), 15_000);
const ledgerField = (field: string) => stage.redis.client.hget(keys.sign(account), field);
const signsOf = (names: readonly string[]) => names.reduce((sum, name) => sum + stage.simulator.connections(name).signs, 0);

describe("the sign service's limits", () => {
  it("are the account's own, of all workers together: nobody is refused, and who waits is told whose limit it is and until when", async () => {
    stage.simulator.signAccounts.set(account, { minute: 3, hour: 40, day: 100 });
    const askedBefore = stage.simulator.signAccounts.asked;
    await startWorker();
    await startWorker();
    await eventually(async () => expect(await ledgerField("minuteMax")).toBe("3"));
    const names = ["limited.a", "limited.b", "limited.c", "limited.d", "limited.e"];
    for (const name of names) await watch(name);
    const statuses = await eventually(async () => {
      const all = await Promise.all(names.map(statusOf));
      expect(all.filter((status) => status?.state === "live")).toHaveLength(3);
      const held = all.filter((status) => status?.code === "SIGN_RATE_LIMITED");
      expect(held).toHaveLength(2);
      return held;
    }, 15_000);
    for (const status of statuses) {
      expect(status?.retryAtMs).toBeGreaterThan(Date.now());
      expect(status?.retryAtMs).toBeLessThan(Date.now() + 65_000);
    }
    expect(signsOf(names)).toBe(3);
    expect(stage.simulator.signAccounts.asked - askedBefore).toBe(1);
  });

  it("are known from an answer's headers where the account cannot be asked about", async () => {
    stage.simulator.signAccounts.set(account, { minute: 2 });
    stage.simulator.faults.set({ kind: "account-limits", status: 500 });
    await startWorker();
    for (const name of ["headers.a", "headers.b"]) {
      await watch(name);
      await isLive(name);
    }
    await eventually(async () => expect(await ledgerField("left")).toBe("0"));
    await watch("headers.c");
    const held = await eventually(async () => {
      const status = await statusOf("headers.c");
      expect(status).toMatchObject({ state: "connecting", code: "SIGN_RATE_LIMITED" });
      return status;
    });
    expect(held?.retryAtMs).toBeGreaterThan(Date.now());
    expect(stage.simulator.connections("headers.c").signs).toBe(0);
  });

  it("are each account's, and its own budget is told as ours", async () => {
    stage.simulator.signAccounts.set(account, { minute: 50 });
    await startWorker({ SIGN_CALLS_PER_DAY: "1" });
    await watch("budget.a");
    await isLive("budget.a");
    await watch("budget.b");
    await eventually(async () => expect(await statusOf("budget.b")).toMatchObject({ code: "SIGN_BUDGET_SPENT" }));
  });

  it("are asked about again: who waits for a day's limit goes on when it is raised", async () => {
    stage.simulator.signAccounts.set(account, { day: 1 });
    stage.simulator.faults.set({ kind: "sign-headers", remaining: "" });
    await startWorker({ SIGN_LIMITS_INTERVAL_MS: "1000", LONGEST_SLEEP_MS: "200" });
    await eventually(async () => expect(await ledgerField("dayMax")).toBe("1"));
    const endOfDayMs = Math.ceil(Date.now() / 86_400_000) * 86_400_000;
    await watch("again.a");
    await isLive("again.a");
    await watch("again.b");
    const held = await eventually(async () => {
      const status = await statusOf("again.b");
      expect(status).toMatchObject({ code: "SIGN_RATE_LIMITED" });
      return status;
    });
    expect(held?.retryAtMs).toBeGreaterThanOrEqual(endOfDayMs);
    stage.simulator.signAccounts.set(account, { day: 400 });
    await isLive("again.b");
  });

  const past = String(Math.floor(Date.now() / 1000) - 5_000);
  it.each([
    ["less than none", { limit: "-5", remaining: "-5", reset: "-60" }],
    ["no numbers", { limit: "NaN", remaining: "NaN", reset: "NaN" }],
    ["nothing left, and no moment", { limit: "5", remaining: "0" }],
    ["nothing left, until the year 33658", { limit: "5", remaining: "0", reset: "999999999999" }],
    ["nothing left, until what is past", { limit: "5", remaining: "0", reset: past }],
    ["more digits than there are calls", { limit: "9".repeat(400), remaining: "9".repeat(400), reset: "9".repeat(400) }],
    ["infinity", { limit: "Infinity", remaining: "-Infinity", reset: "Infinity" }],
  ])("keep nobody from connecting when headers say nonsense: %s", async (_what, headers) => {
    stage.simulator.faults.set({ kind: "sign-headers", ...headers });
    stage.simulator.faults.set({ kind: "account-limits", status: 404 });
    await startWorker();
    for (const name of ["nonsense.a", "nonsense.b"]) {
      await watch(name);
      await isLive(name);
    }
  });

  const nothing = { max: 0, remaining: 0, reset_at: new Date(Date.now() + 30_000).toISOString() };
  it.each([
    ["no JSON", 200, "<html>"],
    ["nothing", 200, ""],
    ["a list", 200, "[]"],
    ["that nothing is ever allowed", 200, JSON.stringify({ minute: nothing, hour: nothing, day: nothing })],
    ["less than none", 200, JSON.stringify({ minute: { max: -1, remaining: -7, reset_at: null } })],
    ["a window that never ends", 200, JSON.stringify({ day: { max: 5, remaining: 0, reset_at: "9999-12-31T00:00:00Z" } })],
    ["a refusal", 401, '{"code":401}'],
  ])("keep nobody from connecting when the account is said to be nonsense: %s", async (_what, status, body) => {
    stage.simulator.faults.set({ kind: "account-limits", status, body });
    const askedBefore = stage.simulator.signAccounts.asked;
    await startWorker();
    await eventually(() => expect(stage.simulator.signAccounts.asked).toBeGreaterThan(askedBefore));
    for (const name of ["account.a", "account.b"]) {
      await watch(name);
      await isLive(name);
    }
  });
});
