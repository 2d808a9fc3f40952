import type { WorkerId } from "@frontrow/protocol/ids";
import type { Role } from "@frontrow/protocol/session";
import type { ClaimedId } from "@frontrow/redis/keys";
import { recordOf } from "@frontrow/redis/log";
import { type OwnerRecords, writerOf } from "@frontrow/redis/owner-record";
import type { Holding, WorkerStore } from "@frontrow/redis/workers";
import { each } from "./each.ts";
import type { Claim } from "./owned.ts";
import type { Orders } from "./start-orders.ts";
import type { Turns } from "./turns.ts";

export interface UpkeepDeps {
  readonly role: Role;
  readonly workerId: WorkerId;
  readonly records: OwnerRecords;
  readonly workers: WorkerStore;
  readonly orders: Orders;
  readonly turns: Turns;
  /** How many looks a full round takes. */
  readonly looksPerRound: number;
  isStarting(id: string): boolean;
  isWanted(id: string): Promise<boolean>;
  onFailure(error: unknown, count: number): void;
}

/** A worker's look at itself: are its claims still its own, and still wanted, and does it know of all of them. */
export interface Upkeep {
  /** Looks at the next few claims, and once a round at the list. */
  step(): Promise<void>;
  /** Compares every claim with its record now: after a sleep, they may all be somebody else's. */
  verifyAll(): Promise<void>;
}

export function createUpkeep(deps: UpkeepDeps): Upkeep {
  const { role, workerId, records, workers, orders, turns, looksPerRound, isStarting, isWanted, onFailure } = deps;
  let round: Claim[] = [];
  let perLook = 1;

  const isKnown = (id: string): boolean => turns.has(id) || isStarting(id);

  const verify = async (claim: Claim): Promise<void> => {
    const owner = await records.read({ id: claim.id as ClaimedId, role });
    if (owner?.writer !== recordOf(claim.writer)) await turns.lose(claim);
    // While we slept, a sweeper may have cleaned the list of what we claimed only afterwards.
    else await workers.addHolding(workerId, { id: claim.id as ClaimedId, role });
  };

  /** What the list names and we do not know of: the answer to a claim, or to a release, never reached us. */
  const reconcile = async (holding: Holding): Promise<void> => {
    if (holding.role !== role || isKnown(holding.id)) return;
    const owner = await records.read(holding);
    if (isKnown(holding.id)) return;
    const isForgotten = owner?.worker === workerId;
    if (isForgotten) await records.release({ ...holding, writer: writerOf(role, owner.writer) });
    if (isKnown(holding.id)) return;
    await workers.removeHolding(workerId, holding);
    if (isForgotten) await orders.order(role, holding.id, { urgency: "interrupted" });
  };

  return {
    async step() {
      if (round.length === 0) {
        await each(await workers.holdings(workerId), reconcile, onFailure);
        round = turns.claims();
        perLook = Math.max(1, Math.ceil(round.length / looksPerRound));
      }
      const look = async (claim: Claim): Promise<void> => {
        await verify(claim);
        if (!(await isWanted(claim.id))) turns.tellUnwanted(claim.id);
      };
      await each(round.splice(0, perLook), look, onFailure);
    },
    async verifyAll() {
      await each(turns.claims(), verify, onFailure);
    },
  };
}
