import { randomUUID } from "node:crypto";
import type { WorkerId } from "@frontrow/protocol/ids";
import type { ClaimedId, ClaimRole } from "@frontrow/redis/keys";
import type { ClaimOutcome, OwnerRecords } from "@frontrow/redis/owner-record";
import type { Holding, WorkerStore } from "@frontrow/redis/workers";
import type { StartOrder } from "./start-orders.ts";

/** An owner that somebody judged dead: the text of its record, and the beat at which its worker stopped. */
export type Deceased = NonNullable<StartOrder["deceased"]>;

export type ClaimingOutcome =
  | ClaimOutcome
  /** The owner that was judged dead has shown a sign of life since. */
  | { outcome: "alive" }
  /** Nobody owns it, and nothing wants it. */
  | { outcome: "unwanted" };

export interface Claiming {
  /** Claims what nobody owns and something wants, or what `deceased` still owns and has not woken up. */
  claim(id: string, deceased?: Deceased): Promise<ClaimingOutcome>;
}

export interface ClaimingDeps {
  readonly role: ClaimRole;
  readonly workerId: WorkerId;
  readonly records: OwnerRecords;
  readonly workers: WorkerStore;
  isWanted(id: string): Promise<boolean>;
}

/** The beat of a worker as it is compared; a worker without a heartbeat has this one. */
export const beatOf = (report: { readonly beat: string } | undefined): string => report?.beat ?? "";

export function createClaiming({ role, workerId, records, workers, isWanted }: ClaimingDeps): Claiming {
  const claimAgainst = async (holding: Holding, expected: string): Promise<ClaimOutcome> => {
    // Listed first: whoever finds this worker dead finds all that it may have claimed.
    await workers.addHolding(workerId, holding);
    const answer = await records.claim({ ...holding, expected, worker: workerId, nonce: randomUUID() });
    if (answer.outcome !== "claimed") await workers.removeHolding(workerId, holding);
    return answer;
  };
  return {
    async claim(id, deceased) {
      const holding = { role, id: id as ClaimedId };
      const owner = await records.read(holding);
      if (!owner) return (await isWanted(id)) ? claimAgainst(holding, "") : { outcome: "unwanted" };
      if (owner.writer !== deceased?.writer) return { outcome: "taken" };
      // Looked at once more: the order may have waited for long.
      if (beatOf(await workers.read(owner.worker)) !== deceased.beat) return { outcome: "alive" };
      return claimAgainst(holding, owner.writer);
    },
  };
}
