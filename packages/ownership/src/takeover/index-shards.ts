import type { WorkerId } from "@frontrow/protocol/ids";
import type { Role } from "@frontrow/protocol/session";
import { type ClaimedId, INDEX_SHARDS } from "@frontrow/redis/keys";
import { recordOf } from "@frontrow/redis/log";
import { type OwnerRecord, type OwnerRecords, writerOf } from "@frontrow/redis/owner-record";
import type { WorkerStore } from "@frontrow/redis/workers";
import { createClaimer } from "../lease/claimer.ts";
import type { PreviousOwner } from "../orders/start-orders.ts";
import type { Observer } from "./observer.ts";

/**
 * The index shards that this worker sweeps. They are owned like anything else, but are claimed without an order: each
 * worker takes its part of those that nobody alive holds. Two sweepers of one shard would do no harm, for a moment.
 */
export interface IndexShards {
  /** Compares what is held with the records, claims what is free, gives away what others should have. */
  step(): Promise<void>;
  held(): ReadonlySet<number>;
  releaseAll(): Promise<void>;
}

export interface IndexShardsDeps {
  readonly role: Role;
  readonly workerId: WorkerId;
  readonly records: OwnerRecords;
  readonly workers: WorkerStore;
  readonly observer: Observer;
}

interface Vacancy {
  readonly previousOwner?: PreviousOwner;
}

const shards = Array.from({ length: INDEX_SHARDS }, (_, shard) => shard);

export function createIndexShards({ role, workerId, records, workers, observer }: IndexShardsDeps): IndexShards {
  const claimer = createClaimer({ role: "sweep", workerId, records, workers, isWanted: async () => true });
  const held = new Map<number, string>();
  const shardRecord = (shard: number) => ({ id: `idx_${role}_${shard}` as ClaimedId, role: "sweep" as const });

  /** Whether it may be claimed: nobody holds it, or a dead worker does. */
  const vacancyOf = (owner: OwnerRecord | undefined): Vacancy | undefined => {
    if (!owner) return {};
    if (observer.isDead(owner.worker)) return { previousOwner: { writer: owner.writer, beat: observer.heartbeat(owner.worker) } };
    observer.include(owner.worker);
    return undefined;
  };

  const claim = async (shard: number, { previousOwner }: Vacancy): Promise<void> => {
    const answer = await claimer.claim(shardRecord(shard).id, previousOwner);
    if (answer.outcome === "claimed") held.set(shard, recordOf(answer.writer));
  };

  const release = async (shard: number, writer: string): Promise<void> => {
    held.delete(shard);
    await records.release({ ...shardRecord(shard), writer: writerOf("sweep", writer) });
    await workers.removeHolding(workerId, shardRecord(shard));
  };

  return {
    async step() {
      const owners = await Promise.all(shards.map((shard) => records.read(shardRecord(shard))));
      held.clear();
      // Ours by the worker's name, also when the answer to the claim never reached us.
      for (const [shard, owner] of owners.entries()) if (owner?.worker === workerId) held.set(shard, owner.writer);
      const others = [...observer.living()].filter(([id, { draining }]) => id !== workerId && !draining).length;
      const share = Math.ceil(INDEX_SHARDS / (others + 1));
      for (const [shard, vacancy] of owners.map(vacancyOf).entries()) {
        if (vacancy && held.size < share) await claim(shard, vacancy);
      }
      // One a step: the others must come to take it.
      const [last] = [...held].slice(-1);
      if (last && held.size > share) await release(...last);
    },
    held: () => new Set(held.keys()),
    async releaseAll() {
      await Promise.all([...held].map(([shard, writer]) => release(shard, writer)));
    },
  };
}
