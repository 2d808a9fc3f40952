import type { WorkerId } from "@frontrow/protocol/ids";
import type { Role } from "@frontrow/protocol/session";
import type { WorkerStore } from "@frontrow/redis/workers";
import { beforeDeadline } from "@frontrow/runtime/deadline";
import type { Poller } from "@frontrow/runtime/poller";
import { forEachConcurrently } from "./for-each-concurrently.ts";
import type { Heartbeat } from "./lease/heartbeat.ts";
import type { Leases } from "./lease/leases.ts";
import type { OrderConsumer } from "./orders/order-consumer.ts";
import type { Orders } from "./orders/start-orders.ts";
import type { Takeover } from "./takeover/takeover.ts";

export interface DrainDeps {
  readonly role: Role;
  readonly workerId: WorkerId;
  readonly workers: WorkerStore;
  readonly leases: Leases;
  readonly heartbeat: Heartbeat;
  readonly consumer: OrderConsumer;
  readonly poller: Poller;
  readonly orders: Pick<Orders, "close">;
  readonly takeover: Takeover;
  onFailure(error: unknown): void;
  /** The drain failed, or the deadline came first. */
  onUnfinished(error: unknown): void;
}

/**
 * Hands over all that a worker holds, takes it off the list, and disconnects. Call when it takes no more orders. Resolves by the
 * deadline; beyond it the rest is left to the others: to them this worker is dead, and its claims void.
 */
export async function drainWorker(deps: DrainDeps, deadline: AbortSignal): Promise<void> {
  await beforeDeadline(leave(deps, deadline), deadline).catch(deps.onUnfinished);
  deps.heartbeat.stop();
  deps.consumer.close();
  await deps.orders.close();
}

async function leave(deps: DrainDeps, deadline: AbortSignal): Promise<void> {
  const { role, workerId, workers, heartbeat, poller, takeover } = deps;
  await heartbeat.sendNow();
  await Promise.all([handOverAll(deps, deadline), poller.stop().then(takeover.releaseAll)]);
  heartbeat.stop();
  // Whatever could not be given up is left to be found: its worker stays listed, and dies.
  if ((await workers.holdings(workerId)).length === 0) await workers.remove(workerId, role);
}

/** Until nothing is left: an order that was being claimed when the drain began is owned only now. */
async function handOverAll({ leases, consumer, onFailure }: DrainDeps, deadline: AbortSignal): Promise<void> {
  const handOvers = () => forEachConcurrently(leases.claims(), ({ id }) => leases.handOver(id, deadline), onFailure);
  await Promise.all([consumer.stop(), handOvers()]);
  await handOvers();
}
