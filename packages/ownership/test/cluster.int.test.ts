import { keys } from "@frontrow/redis/keys";
import { startTestCluster, type TestCluster } from "@frontrow/testkit/cluster";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { orderPrefix } from "../src/orders/start-orders.ts";
import { createHarness, creator, type Harness, role } from "./harness.ts";

let cluster: TestCluster;
let harness: Harness;
beforeAll(async () => {
  cluster = await startTestCluster();
  harness = await createHarness(cluster);
});
afterAll(async () => {
  await harness.clean();
  await harness.close();
});

const ids = Array.from({ length: 30 }, (_, n) => creator(n));
const running = () => ids.filter((id) => harness.runner(id));

describe("on a cluster", () => {
  it("orders, claims, hands over and takes over across slots", async () => {
    const config = { leaseMs: 3000, heartbeatMs: 500, sweepMs: 500 };
    const first = await harness.worker(config);
    for (const id of ids) await harness.watch(id);
    await eventually(() => expect(running()).toHaveLength(30));
    const second = await harness.worker(config);
    await first.stop(AbortSignal.timeout(5000));
    await eventually(() => expect(second.owned()).toBe(30));

    // The primary that serves the queue and those of its slots dies; its replica takes over.
    await cluster.failOver(await cluster.primaryOf(`${orderPrefix(role)}:orders:wait`));
    await harness.watch(creator("later"));
    await eventually(() => expect(harness.runner(creator("later"))).toBeDefined(), 20_000);
    await eventually(() => expect(running()).toHaveLength(30), 20_000);
    await eventually(async () => expect(await harness.redis.client.exists(keys.worker(second.workerId))).toBe(1));
  });
});
