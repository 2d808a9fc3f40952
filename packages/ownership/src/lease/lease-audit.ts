import type { WorkerId } from "@frontrow/protocol/ids";
import type { Role } from "@frontrow/protocol/session";
import type { ClaimedId } from "@frontrow/redis/keys";
import { recordOf } from "@frontrow/redis/log";
import { type OwnerRecords, writerOf } from "@frontrow/redis/owner-record";
import type { Holding, WorkerStore } from "@frontrow/redis/workers";
import { forEachConcurrently } from "../for-each-concurrently.ts";
import type { Orders } from "../orders/start-orders.ts";
import type { Claim } from "./claim.ts";
import type { Leases } from "./leases.ts";

export interface LeaseAuditDeps {
  readonly role: Role;
  readonly workerId: WorkerId;
  readonly records: OwnerRecords;
  readonly workers: WorkerStore;
  readonly orders: Orders;
  readonly leases: Pick<Leases, "has" | "claims" | "lose" | "notifyUnwanted">;
  /** Steps in which every claim is checked once. */
  readonly stepsPerRound: number;
  isWanted(id: string): Promise<boolean>;
  onFailure(error: unknown, count: number): void;
}

/** A worker's check of itself: are its claims still its own, and still wanted, and does it know of all of them. */
export interface LeaseAudit {
  /** Checks the next few claims, and once a round the worker's list. */
  step(): Promise<void>;
  /** Compares every claim with its record now: after a sleep, they may all be somebody else's. */
  verifyAll(): Promise<void>;
}

export function createLeaseAudit(deps: LeaseAuditDeps): LeaseAudit {
  const { role, workerId, records, workers, orders, leases, stepsPerRound, isWanted, onFailure } = deps;
  let round: Claim[] = [];
  let perStep = 1;

  const verify = async (claim: Claim): Promise<void> => {
    const owner = await records.read({ id: claim.id as ClaimedId, role });
    if (owner?.writer !== recordOf(claim.writer)) await leases.lose(claim);
    // While we slept, a sweeper may have cleaned the list of what we claimed only afterwards.
    else await workers.addHolding(workerId, { id: claim.id as ClaimedId, role });
  };

  const check = async (claim: Claim): Promise<void> => {
    await verify(claim);
    if (!(await isWanted(claim.id))) leases.notifyUnwanted(claim.id);
  };

  /** What the list names and we do not know of: the answer to a claim, or to a release, never reached us. */
  const reconcile = async (holding: Holding): Promise<void> => {
    if (holding.role !== role || leases.has(holding.id)) return;
    const owner = await records.read(holding);
    if (leases.has(holding.id)) return;
    const isForgotten = owner?.worker === workerId;
    if (isForgotten) await records.release({ ...holding, writer: writerOf(role, owner.writer) });
    if (leases.has(holding.id)) return;
    await workers.removeHolding(workerId, holding);
    if (isForgotten) await orders.order(role, holding.id, { urgency: "interrupted" });
  };

  return {
    async step() {
      if (round.length === 0) {
        await forEachConcurrently(await workers.holdings(workerId), reconcile, onFailure);
        round = leases.claims();
        perStep = Math.max(1, Math.ceil(round.length / stepsPerRound));
      }
      await forEachConcurrently(round.splice(0, perStep), check, onFailure);
    },
    async verifyAll() {
      await forEachConcurrently(leases.claims(), verify, onFailure);
    },
  };
}
