import type { WorkerId } from "@frontrow/protocol/ids";
import type { Role } from "@frontrow/protocol/session";
import type { ClaimedId } from "@frontrow/redis/keys";
import type { OwnerRecord, OwnerRecords } from "@frontrow/redis/owner-record";
import { type Indexed, shardOf, type WantedIndex } from "@frontrow/redis/wanted-index";
import type { Holding, WorkerStore } from "@frontrow/redis/workers";
import { forEachConcurrently } from "../for-each-concurrently.ts";
import type { PendingOrders } from "../orders/pending-orders.ts";
import type { PreviousOwner } from "../orders/start-orders.ts";
import type { Settings } from "../settings.ts";
import { createIndexWalk } from "./index-walk.ts";
import type { Observer } from "./observer.ts";

export interface SweepDeps {
  readonly role: Role;
  readonly records: OwnerRecords;
  readonly workers: WorkerStore;
  readonly index: WantedIndex;
  readonly observer: Observer;
  readonly pending: PendingOrders;
  readonly settings: Pick<Settings, "sweepMs" | "compareMs" | "graceMs">;
  isWanted(id: string): Promise<boolean>;
  onFailure(error: unknown, count: number): void;
}

/** Compares what is wanted with what is owned, for the index shards that this worker holds. */
export interface Sweep {
  /** Reclaims what dead workers own, at once, and goes on with the full compare. */
  step(held: ReadonlySet<number>): Promise<void>;
}

/** What must happen with an id: pure, all that the sweep decides. */
export type Verdict = "leave" | "order" | "take over" | "remove";

export function verdictOn(found: { owner: "nobody" | "alive" | "dead"; isWanted: boolean }): Verdict {
  if (found.owner === "alive") return "leave";
  // Also when nothing wants it any more: its new owner closes what the dead one left open.
  if (found.owner === "dead") return "take over";
  return found.isWanted ? "order" : "remove";
}

export function createSweep(deps: SweepDeps): Sweep {
  const { role, records, workers, index, observer, pending, settings, isWanted, onFailure } = deps;
  const walk = createIndexWalk({ role, index, settings });
  /** The dead workers whose death has been answered by a quick pass. */
  const handled = new Set<WorkerId>();

  /** Each death restarts the walk, once. */
  const noteDeaths = (dead: readonly WorkerId[]): void => {
    for (const workerId of handled) if (!dead.includes(workerId)) handled.delete(workerId);
    if (dead.some((workerId) => !handled.has(workerId))) walk.restart();
    for (const workerId of dead) handled.add(workerId);
  };

  /** Orders what a dead worker's list names, and takes off the list what it does not own any more. */
  const reclaim = async (dead: WorkerId, held: ReadonlySet<number>): Promise<void> => {
    const holdings = await workers.holdings(dead);
    if (holdings.length === 0) return workers.remove(dead, role);
    const ours = holdings.filter(({ id }) => held.has(shardOf(id)) && !pending.isRecent(id));
    await forEachConcurrently(ours, (holding) => takeOver(dead, holding), onFailure);
  };

  const takeOver = async (dead: WorkerId, holding: Holding): Promise<void> => {
    const owner = await records.read(holding);
    if (owner?.worker === dead) {
      // An index shard is claimed without an order, see `IndexShards`.
      if (holding.role === role) requestFrom(holding.id, owner);
      return;
    }
    // It died between two steps of a claim or a release.
    if (!owner && holding.role === role && (await isWanted(holding.id))) pending.request(holding.id, { urgency: "interrupted" });
    await workers.removeHolding(dead, holding);
  };

  const requestFrom = (id: string, { writer, worker }: OwnerRecord): void => {
    const previousOwner: PreviousOwner = { writer, beat: observer.heartbeat(worker) };
    pending.request(id, { previousOwner, urgency: "interrupted" });
  };

  const judge = async (id: string): Promise<{ verdict: Verdict; owner: OwnerRecord | undefined }> => {
    const owner = await records.read({ id: id as ClaimedId, role });
    if (!owner) return { owner, verdict: verdictOn({ owner: "nobody", isWanted: await isWanted(id) }) };
    observer.include(owner.worker);
    // What is owned is left or taken over whether it is wanted or not, so that is not read.
    return { owner, verdict: verdictOn({ owner: observer.isDead(owner.worker) ? "dead" : "alive", isWanted: true }) };
  };

  const compare = async (entry: Indexed): Promise<void> => {
    const { owner, verdict } = await judge(entry.id);
    if (verdict === "remove") await index.remove(role, entry, settings.graceMs);
    else if (verdict === "order") pending.request(entry.id, { urgency: "found" });
    else if (owner && verdict === "take over") requestFrom(entry.id, owner);
    else pending.forget(entry.id);
  };

  return {
    async step(held) {
      walk.retain(held);
      const dead = observer.dead();
      noteDeaths(dead);
      await forEachConcurrently(dead, (workerId) => reclaim(workerId, held), onFailure);
      for (const shard of held) await forEachConcurrently(await walk.next(shard), compare, onFailure);
      await pending.flush();
    },
  };
}
