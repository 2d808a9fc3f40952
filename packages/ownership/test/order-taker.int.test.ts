import { createRedis } from "@frontrow/redis/client";
import { startTestCluster } from "@frontrow/testkit/cluster";
import { type FaultProxy, startFaultProxy } from "@frontrow/testkit/faults";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createOrderTaker, type OrderTaker } from "../src/order-taker.ts";
import { role } from "./lab.ts";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Longer than a taker waits for a fetch, and than a connection waits between two attempts. */
const LONG_ENOUGH_MS = 4000;

/** How ioredis says that a connection nobody listens to has failed. */
const complaints = vi.spyOn(console, "error");
beforeAll(() => void complaints.mockImplementation(() => {}));
afterAll(() => complaints.mockRestore());

const takerOf = (url: string): OrderTaker =>
  createOrderTaker({ role, name: "taker", redis: createRedis(url, quietLogger), hasRoom: () => true, take: async () => {} });

/** Everybody that the server knows, but for who asks. */
async function clientsOf(port: number): Promise<string[]> {
  const admin = new Redis({ port, connectionName: "admin" });
  try {
    return String(await admin.client("LIST"))
      .split("\n")
      .filter((line) => line.includes(" name=") && !line.includes(" name=admin ") && !/ flags=[MS] /.test(line));
  } finally {
    admin.disconnect();
  }
}

const endings: [string, (taker: OrderTaker, faults: FaultProxy) => Promise<void>][] = [
  [
    "after a stop, when Redis goes away",
    async (taker, faults) => {
      await taker.stop();
      taker.close();
      faults.refuse();
    },
  ],
  ["without a stop", async (taker) => taker.close()],
  [
    "in the moment in which the connection breaks",
    async (taker, faults) => {
      faults.cut();
      taker.close();
    },
  ],
  [
    "while Redis is away, without a stop",
    async (taker, faults) => {
      faults.refuse();
      await pause(100);
      taker.close();
    },
  ],
  [
    "while BullMQ mends a read that Redis did not answer, in a stop that does not get through",
    async (taker, faults) => {
      faults.refuse();
      await pause(2600);
      const stopped = taker.stop();
      await pause(300);
      taker.close();
      await stopped;
    },
  ],
  [
    "in a stop that a stalled network holds up",
    async (taker, faults) => {
      faults.stall();
      await pause(1900);
      faults.refuse();
      await pause(300);
      const stopped = taker.stop();
      await pause(300);
      taker.close();
      await stopped;
    },
  ],
];

describe.concurrent("an order taker that is closed", () => {
  it.each(endings)("leaves no connection, and tries none: %s", { timeout: 20_000 }, async (_, end) => {
    const server = await startTestRedis();
    const faults = await startFaultProxy(server.port);
    const taker = takerOf(`redis://127.0.0.1:${faults.port}`);
    await taker.start();
    expect((await clientsOf(server.port)).length).toBeGreaterThan(0);
    await end(taker, faults);
    await pause(200);
    faults.heal();
    await pause(LONG_ENOUGH_MS);
    expect(faults.connections()).toBe(0);
    expect(await clientsOf(server.port)).toEqual([]);
    expect(complaints).not.toHaveBeenCalled();
    await faults.stop();
    await server.stop();
  });
});

describe("on a cluster, an order taker that is closed", () => {
  it("leaves no connection at any node, whatever it was doing", { timeout: 40_000 }, async () => {
    const cluster = await startTestCluster();
    const ports = cluster.nodes.map(({ port }) => port);
    const clients = async () => (await Promise.all(ports.map(clientsOf))).flat();
    const before = (await clients()).length;
    // In the middle of a start, of a fetch, and of what follows a fetch.
    await Promise.all(
      [0, 5, 20, 60, 300, 1000, 1010, 1100].map(async (afterMs) => {
        const taker = takerOf(cluster.url);
        taker.start().catch(() => {});
        await pause(afterMs);
        taker.close();
      }),
    );
    await pause(LONG_ENOUGH_MS);
    expect((await clients()).length).toBeLessThanOrEqual(before);
    await cluster.stop();
  });
});
