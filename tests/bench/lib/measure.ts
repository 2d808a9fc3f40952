import { Redis } from "ioredis";
import type { RoleProcess } from "./role.ts";

/** What a piece of work cost the processes that did it, in CPU seconds. */
export async function cpuOf<T>(
  roles: readonly RoleProcess[],
  work: () => Promise<T>,
): Promise<{ result: T; cpuSeconds: number[] }> {
  const before = await Promise.all(roles.map((role) => role.cpuSeconds()));
  const result = await work();
  const after = await Promise.all(roles.map((role) => role.cpuSeconds()));
  return { result, cpuSeconds: after.map((seconds, index) => seconds - (before[index] ?? 0)) };
}

/** CPU seconds that a Redis server has used so far. */
export async function redisCpu(url: string): Promise<number> {
  const client = new Redis(url);
  const info = await client.info("cpu");
  client.disconnect();
  const read = (name: string) => Number(new RegExp(`${name}:([\\d.]+)`).exec(info)?.[1] ?? 0);
  return read("used_cpu_sys") + read("used_cpu_user");
}
