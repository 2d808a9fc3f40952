import { createOrders } from "@frontrow/ownership/start-orders";
import { creatorIdOf, type DeskId } from "@frontrow/protocol/ids";
import { createRedis, type RedisConnection } from "@frontrow/redis/client";
import { createWantedIndex } from "@frontrow/redis/wanted-index";
import { createWatcherStore } from "@frontrow/redis/watchers";
import { benchLogger } from "../lib/logger.ts";
import { serveRole } from "../lib/role.ts";

let redis: RedisConnection;

/** A watch without a gateway: index, attach, order. */
serveRole({
  async start({ url }: { url: string }) {
    redis = createRedis(url, benchLogger);
    await redis.start();
  },
  async watch({ names }: { names: string[] }) {
    const orders = createOrders(redis);
    const wanted = createWantedIndex(redis.client);
    const watchers = createWatcherStore(redis.client);
    for (const creatorId of names.map(creatorIdOf)) {
      await wanted.add("ingest", creatorId);
      await watchers.attach({ creatorId, deskId: `dsk_${"b".repeat(26)}` as DeskId, generation: 1 });
      await orders.order("ingest", creatorId);
    }
    await orders.close();
  },
});
