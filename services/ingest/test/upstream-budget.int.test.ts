import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createOrders } from "@frontrow/ownership/start-orders";
import { creatorIdOf, type DeskId } from "@frontrow/protocol/ids";
import { createWantedIndex } from "@frontrow/redis/wanted-index";
import { createWatcherStore } from "@frontrow/redis/watchers";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Stage, setStage } from "./stage.ts";

describe("what is asked of TikTok", () => {
  let stage: Stage;
  let tiktok: Server;
  let orders: ReturnType<typeof createOrders>;
  const asked: string[] = [];

  /** The simulator where TikTok would be, with a count of who is asked for. */
  beforeAll(async () => {
    stage = await setStage();
    orders = createOrders(stage.redis);
    tiktok = createServer((request, response) => {
      const url = request.url ?? "/";
      asked.push(decodeURIComponent(url));
      fetch(`${stage.simulator.url}${url}`, { headers: { accept: "*/*" } })
        .then(async (answer) => {
          const body = Buffer.from(await answer.arrayBuffer());
          response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" }).end(body);
        })
        .catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => tiktok.listen(0, "127.0.0.1", resolve));
  });
  afterAll(async () => {
    await orders.close();
    tiktok.closeAllConnections();
    tiktok.close();
    await stage.stop();
  });

  const at = () => `http://127.0.0.1:${(tiktok.address() as AddressInfo).port}`;
  const upstream = () => ({ TIKTOK_WEB_URL: at(), TIKTOK_WEBCAST_URL: at(), SIGN_API_URL: at() });
  const requestsFor = (name: string) => asked.filter((url) => url.includes(name)).length;
  const statusOf = async (name: string) => {
    const text = await stage.redis.client.hget(`fr:{${creatorIdOf(name)}}:creator`, "status");
    return text ? (JSON.parse(text) as { state: string; code?: string; retryAtMs?: number }) : undefined;
  };
  const watch = async (name: string, desk = "a") => {
    const creatorId = creatorIdOf(name);
    const deskId = `dsk_${desk.repeat(24)}` as DeskId;
    await createWantedIndex(stage.redis.client).add("ingest", creatorId);
    await createWatcherStore(stage.redis.client).attach({ creatorId, deskId, generation: 1 });
    await orders.order("ingest", creatorId);
  };

  it("is a name that nobody has once, whoever asks again, and it takes no place meanwhile", async () => {
    const worker = await stage.worker({ ...upstream(), INGEST_CAPACITY: "2" });
    const names = ["nobody.a", "nobody.b", "nobody.c", "nobody.d", "nobody.e"];
    for (const name of names) await watch(name);
    for (const name of names) {
      await eventually(async () => expect(await statusOf(name)).toMatchObject({ state: "failed", code: "CREATOR_UNKNOWN" }));
      expect((await statusOf(name))?.retryAtMs).toBeGreaterThan(Date.now());
    }
    await eventually(() => expect(worker.ingest.owned()).toBe(0));
    const before = asked.length;
    for (const name of names) await watch(name, "b");
    await eventually(async () => expect(await stage.ordersWaiting()).toBe(0));
    expect(worker.ingest.owned()).toBe(0);
    expect(asked).toHaveLength(before);
    await worker.stop();
  });

  it("stays within the budget of all workers together, and the rest is told when it goes on", async () => {
    await stage.redis.client.flushall();
    asked.length = 0;
    const config = { ...upstream(), UPSTREAM_CHECKS_PER_MINUTE: "5", POLL_MIN_MS: "50", POLL_MAX_MS: "50" };
    const workers = [await stage.worker(config), await stage.worker(config)];
    const names = Array.from({ length: 12 }, (_, n) => `offline.${"abcdefghijkl"[n]}`);
    for (const name of names) await watch(name);
    const held = await eventually(async () => {
      const statuses = await Promise.all(names.map(statusOf));
      expect(statuses.filter((status) => status !== undefined)).toHaveLength(names.length);
      return statuses.filter((status) => status?.code === "UPSTREAM_RATE_LIMITED");
    });
    expect(held.length).toBeGreaterThanOrEqual(7);
    for (const status of held) expect(status?.retryAtMs).toBeGreaterThan(Date.now());
    expect(names.filter((name) => requestsFor(name) > 0).length).toBeLessThanOrEqual(5);
    for (const worker of workers) await worker.stop();
  });
});
