import { setTimeout as pause } from "node:timers/promises";
import { createRedis } from "@frontrow/redis/client";
import { startTestCluster } from "@frontrow/testkit/cluster";
import { type FaultProxy, startFaultProxy } from "@frontrow/testkit/faults";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createOrderConsumer, type OrderConsumer } from "../src/orders/order-consumer.ts";
import { role } from "./harness.ts";

/** Longer than a consumer waits for a fetch, and than a connection waits between two attempts. */
const LONG_ENOUGH_MS = 4000;

/** How ioredis says that a connection nobody listens to has failed. */
const complaints = vi.spyOn(console, "error");
beforeAll(() => void complaints.mockImplementation(() => {}));
afterAll(() => complaints.mockRestore());

const consumerOf = (url: string): OrderConsumer =>
  createOrderConsumer({
    role,
    name: "consumer",
    redis: createRedis(url, quietLogger),
    hasRoom: () => true,
    take: async () => {},
  });

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

const endings: [string, (consumer: OrderConsumer, faults: FaultProxy) => Promise<void>][] = [
  [
    "after a stop, when Redis goes away",
    async (consumer, faults) => {
      await consumer.stop();
      consumer.close();
      faults.refuse();
    },
  ],
  ["without a stop", async (consumer) => consumer.close()],
  [
    "in the moment in which the connection breaks",
    async (consumer, faults) => {
      faults.cut();
      consumer.close();
    },
  ],
  [
    "while Redis is away, without a stop",
    async (consumer, faults) => {
      faults.refuse();
      await pause(100);
      consumer.close();
    },
  ],
  [
    "while BullMQ mends a read that Redis did not answer, in a stop that does not get through",
    async (consumer, faults) => {
      faults.refuse();
      await pause(2600);
      const stopped = consumer.stop();
      await pause(300);
      consumer.close();
      await stopped;
    },
  ],
  [
    "in a stop that a stalled network holds up",
    async (consumer, faults) => {
      faults.stall();
      await pause(1900);
      faults.refuse();
      await pause(300);
      const stopped = consumer.stop();
      await pause(300);
      consumer.close();
      await stopped;
    },
  ],
];

describe.concurrent("an order consumer that is closed", () => {
  it.each(endings)("leaves no connection, and tries none: %s", { timeout: 20_000 }, async (_, end) => {
    const server = await startTestRedis();
    const faults = await startFaultProxy(server.port);
    const consumer = consumerOf(`redis://127.0.0.1:${faults.port}`);
    await consumer.start();
    expect((await clientsOf(server.port)).length).toBeGreaterThan(0);
    await end(consumer, faults);
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

describe("on a cluster, an order consumer that is closed", () => {
  it("leaves no connection at any node, whatever it was doing", { timeout: 40_000 }, async () => {
    const cluster = await startTestCluster();
    const ports = cluster.nodes.map(({ port }) => port);
    const clients = async () => (await Promise.all(ports.map(clientsOf))).flat();
    const before = (await clients()).length;
    // In the middle of a start, of a fetch, and of what follows a fetch.
    await Promise.all(
      [0, 5, 20, 60, 300, 1000, 1010, 1100].map(async (afterMs) => {
        const consumer = consumerOf(cluster.url);
        consumer.start().catch(() => {});
        await pause(afterMs);
        consumer.close();
      }),
    );
    await pause(LONG_ENOUGH_MS);
    expect((await clients()).length).toBeLessThanOrEqual(before);
    await cluster.stop();
  });
});
