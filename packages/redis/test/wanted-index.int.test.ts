import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createRedis, type RedisConnection } from "../src/client/client.ts";
import { INDEX_SHARDS } from "../src/keys.ts";
import type { RedisServer } from "../src/server/server.ts";
import { createWantedIndex, type Indexed, shardOf, type WantedIndex } from "../src/stores/wanted-index.ts";

let server: RedisServer;
let redis: RedisConnection;
let index: WantedIndex;
beforeAll(async () => {
  server = await startTestRedis();
  redis = createRedis(server.url, quietLogger);
  index = createWantedIndex(redis.client);
});
beforeEach(() => redis.client.flushall());
afterAll(async () => {
  await redis.stop();
  await server.stop();
});

async function all(shard: number): Promise<Indexed[]> {
  const found: Indexed[] = [];
  let cursor = "0";
  do {
    const part = await index.scan("ingest", shard, cursor);
    found.push(...part.ids);
    cursor = part.cursor;
  } while (cursor !== "0");
  return found;
}
async function entry(id: string): Promise<Indexed> {
  const found = (await all(shardOf(id))).find((each) => each.id === id);
  if (!found) throw new Error(`${id} is not in the index`);
  return found;
}

describe("the index of wanted ids", () => {
  it("spreads ids evenly over its shards, and finds each of them in its own", async () => {
    const ids = Array.from({ length: 1600 }, (_, n) => `cr_user${n}`);
    await Promise.all(ids.map((id) => index.add("ingest", id)));
    const sizes = await Promise.all(Array.from({ length: INDEX_SHARDS }, (_, shard) => index.size("ingest", shard)));
    expect(sizes.reduce((sum, size) => sum + size)).toBe(1600);
    expect(Math.min(...sizes)).toBeGreaterThan(50);
    const found = new Set<string>();
    for (let shard = 0; shard < INDEX_SHARDS; shard++) for (const { id } of await all(shard)) found.add(id);
    expect(found).toEqual(new Set(ids));
  });

  it("gives an id a larger score each time it is added", async () => {
    await index.add("ingest", "cr_a");
    const first = await entry("cr_a");
    await index.add("ingest", "cr_a");
    expect(Number((await entry("cr_a")).score)).toBeGreaterThan(Number(first.score));
  });

  it("keeps an id that was added again since the sweeper looked", async () => {
    await index.add("ingest", "cr_a");
    const seen = await entry("cr_a");
    await index.add("ingest", "cr_a");
    expect(await index.remove("ingest", seen, 0)).toBe("newer");
    expect(await index.remove("ingest", await entry("cr_a"), 0)).toBe("removed");
    expect(await index.remove("ingest", seen, 0)).toBe("absent");
  });

  it("keeps an id that is younger than the grace", async () => {
    await index.add("ingest", "cr_a");
    expect(await index.remove("ingest", await entry("cr_a"), 60_000)).toBe("young");
    await eventually(async () => expect(await index.remove("ingest", await entry("cr_a"), 20)).toBe("removed"));
  });
});
