import { randomUUID } from "node:crypto";
import type { WorkerId } from "@frontrow/protocol/ids";
import type { ClaimedId, ClaimRole } from "@frontrow/redis/keys";
import type { ClaimOutcome, OwnerRecords } from "@frontrow/redis/owner-record";
import type { Holding, WorkerStore } from "@frontrow/redis/workers";
import type { PreviousOwner } from "../orders/start-orders.ts";
import { heartbeatOf } from "../takeover/observation.ts";

export type ClaimerOutcome =
  | ClaimOutcome
  /** The owner that was judged dead has shown a sign of life since. */
  | { outcome: "alive" }
  /** Nobody owns it, and nothing wants it. */
  | { outcome: "unwanted" };

/** The one way to a claim: list, compare, compare-and-set. */
export interface Claimer {
  /** Claims what nobody owns and something wants, or what `previousOwner` still owns and has not woken up. */
  claim(id: string, previousOwner?: PreviousOwner): Promise<ClaimerOutcome>;
}

export interface ClaimerDeps {
  readonly role: ClaimRole;
  readonly workerId: WorkerId;
  readonly records: OwnerRecords;
  readonly workers: WorkerStore;
  isWanted(id: string): Promise<boolean>;
}

export function createClaimer({ role, workerId, records, workers, isWanted }: ClaimerDeps): Claimer {
  const claimAgainst = async (holding: Holding, expected: string): Promise<ClaimOutcome> => {
    // Listed first: whoever finds this worker dead finds all that it may have claimed.
    await workers.addHolding(workerId, holding);
    const answer = await records.claim({ ...holding, expected, worker: workerId, nonce: randomUUID() });
    if (answer.outcome !== "claimed") await workers.removeHolding(workerId, holding);
    return answer;
  };
  return {
    async claim(id, previousOwner) {
      const holding = { role, id: id as ClaimedId };
      const owner = await records.read(holding);
      if (!owner) return (await isWanted(id)) ? claimAgainst(holding, "") : { outcome: "unwanted" };
      if (owner.writer !== previousOwner?.writer) return { outcome: "taken" };
      // Compared once more: the order may have waited for hours.
      if (heartbeatOf(await workers.read(owner.worker)) !== previousOwner.beat) return { outcome: "alive" };
      return claimAgainst(holding, owner.writer);
    },
  };
}
