// A worker as a process of its own, for tests that kill, pause and drain it.
import type { OwnershipConfig } from "@frontrow/ownership/ownership";
import { createRedis, type RedisClient, type RedisConnection } from "@frontrow/redis/client";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import type { Command } from "ioredis";
import { createAppender, type WorkMessage } from "./log-appender.ts";

export interface WorkerPlan {
  readonly url: string;
  readonly config: OwnershipConfig;
  /** Kills itself once Redis has answered `afterCommands` commands that concern this id, from the start or the drain on. */
  readonly dies?: { readonly id: string; readonly afterCommands: number; readonly from: "start" | "drain" };
  /** Entries after which the work ends by itself. */
  readonly entries?: number;
}

export type WorkerMessage = WorkMessage | { type: "ready"; workerId: string } | { type: "stopped" };

const plan = JSON.parse(process.argv[2] ?? "{}") as WorkerPlan;
const report = (message: WorkerMessage): void => void process.send?.(message);
let isDraining = false;

const ownership = createAppender(mortal(createRedis(plan.url, quietLogger), plan.dies), plan.config, report, plan.entries);
process.once("SIGTERM", async () => {
  isDraining = true;
  await ownership.stop(AbortSignal.timeout(10_000));
  report({ type: "stopped" });
  process.exit(0);
});
process.once("disconnect", () => process.exit(0));
await ownership.start();
report({ type: "ready", workerId: ownership.workerId });

/** A connection that kills its process between two steps: when the answer to one is there, and nobody has acted on it. */
function mortal(connection: RedisConnection, dies: WorkerPlan["dies"]): RedisConnection {
  if (!dies) return connection;
  let left = dies.afterCommands;
  const answered = (): void => {
    left -= 1;
    if (left === 0) process.kill(process.pid, "SIGKILL");
  };
  const count = (client: RedisClient): RedisClient => {
    const send = client.sendCommand.bind(client);
    client.sendCommand = (command: Command, ...rest: [never?]) => {
      const answer = send(command, ...rest);
      const isCounted = dies.from === "start" || isDraining;
      if (isCounted && command.args.some((arg) => String(arg).includes(dies.id))) command.promise.then(answered, () => {});
      return answer;
    };
    return client;
  };
  return { ...connection, client: count(connection.client), duplicate: () => count(connection.duplicate()) };
}
