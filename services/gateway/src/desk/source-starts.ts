import type { Orders } from "@frontrow/ownership/start-orders";
import type { CreatorId } from "@frontrow/protocol/ids";
import type { CreatorStore } from "@frontrow/redis/creators";
import type { OwnerRecords } from "@frontrow/redis/owner-record";

/** Starts of creators' sources. */
export interface SourceStarts {
  /**
   * What it takes to watch a creator: nothing where the source has an owner, or the name was found to be nobody's a moment ago;
   * else a start, of one that was live before or of one that nothing is known of.
   */
  needOf(creatorId: CreatorId): Promise<"none" | "known" | "unknown">;
  /** Asks for an owner of the creator's source, if it takes one; `share`: how many whoever asks has had started lately. */
  order(creatorId: CreatorId, share?: number): Promise<void>;
}

interface Dependencies {
  readonly creators: Pick<CreatorStore, "read">;
  readonly owners: Pick<OwnerRecords, "read">;
  readonly orders: Pick<Orders, "order">;
}

export function createSourceStarts({ creators, owners, orders }: Dependencies): SourceStarts {
  const needOf: SourceStarts["needOf"] = async (creatorId) => {
    // The thousandth desk on a creator finds an owner. A dead owner is the sweep's affair; one that is about to let go checks once
    // more whether the creator is wanted.
    if (await owners.read({ id: creatorId, role: "ingest" })) return "none";
    const status = await creators.read(creatorId);
    if (status?.state === "failed" && (status.retryAtMs ?? 0) > Date.now()) return "none";
    return status?.sessionId ? "known" : "unknown";
  };
  return {
    needOf,
    async order(creatorId, share = 0) {
      if ((await needOf(creatorId)) !== "none") await orders.order("ingest", creatorId, { share });
    },
  };
}
