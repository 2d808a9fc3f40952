import { Redis } from "ioredis";
import { profiled } from "./profiled.ts";
import type { RoleProcess } from "./role.ts";

/** What a piece of work cost the processes that did it, in CPU seconds. */
export async function cpuOf<T>(
  roles: readonly RoleProcess[],
  work: () => Promise<T>,
): Promise<{ result: T; cpuSeconds: number[] }> {
  const reading = () => Promise.all(roles.map((role) => role.cpuSeconds()));
  const { before, result, after } = await profiled(async () => ({
    before: await reading(),
    result: await work(),
    after: await reading(),
  }));
  return { result, cpuSeconds: after.map((seconds, index) => seconds - (before[index] ?? 0)) };
}

/** CPU seconds that a Redis server has used so far. */
export const redisCpu = async (url: string): Promise<number> => (await redisUsage(url)).cpuSeconds;

interface RedisUsage {
  /** So far. */
  readonly cpuSeconds: number;
  /** Got from all clients so far, this one among them. */
  readonly inputBytes: number;
  readonly memoryBytes: number;
}

export async function redisUsage(url: string): Promise<RedisUsage> {
  const client = new Redis(url);
  const info = await client.info();
  client.disconnect();
  const read = (name: string) => Number(new RegExp(`^${name}:([\\d.]+)`, "m").exec(info)?.[1] ?? Number.NaN);
  return {
    cpuSeconds: read("used_cpu_sys") + read("used_cpu_user"),
    inputBytes: read("total_net_input_bytes"),
    memoryBytes: read("used_memory"),
  };
}
