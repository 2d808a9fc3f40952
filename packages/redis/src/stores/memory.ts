import { Cluster } from "ioredis";
import type { RedisClient } from "../client/client.ts";

/** How full Redis is, 0…1: of the fullest of its primaries; 0 where it has no `maxmemory`. */
export async function readFullness(client: RedisClient): Promise<number> {
  const nodes = client instanceof Cluster ? client.nodes("master") : [client];
  const shares = await Promise.all(nodes.map(async (node) => fullnessIn(await node.info("memory"))));
  return Math.max(0, ...shares);
}

function fullnessIn(info: string): number {
  const numberOf = (field: string) => Number(new RegExp(`^${field}:(\\d+)`, "m").exec(info)?.[1] ?? 0);
  const limit = numberOf("maxmemory");
  return limit > 0 ? numberOf("used_memory") / limit : 0;
}
