import { setTimeout as pause } from "node:timers/promises";
import { createOwnership, type Own, type Ownership, type OwnershipConfig } from "@frontrow/ownership/ownership";
import type { CreatorId, SessionId } from "@frontrow/protocol/ids";
import type { RedisConnection } from "@frontrow/redis/client";
import { createLogStore } from "@frontrow/redis/log";
import { createWatcherStore } from "@frontrow/redis/watchers";
import { quietLogger } from "@frontrow/testkit/quiet-logger";

export type WorkMessage = { type: "claimed" | "lost" | "handedOver"; id: string; fence: number };

/** Short, so that a test takes seconds; the proportions are those of production. */
export const quick: OwnershipConfig = {
  capacity: 100,
  leaseMs: 600,
  heartbeatMs: 150,
  sweepMs: 150,
  compareMs: 900,
  graceMs: 500,
};

/**
 * A worker whose work it is to append to the log of each session that it owns, an entry every few milliseconds. The work
 * ends by itself after `entries` of them.
 */
export function createAppender(
  redis: RedisConnection,
  config: OwnershipConfig,
  report: (message: WorkMessage) => void,
  entries = Number.POSITIVE_INFINITY,
): Ownership {
  const logs = createLogStore(redis.client);
  const watchers = createWatcherStore(redis.client);
  const own: Own = ({ id, writer }, hooks) => {
    const log = id as SessionId;
    let isWriting = true;
    const stop = (type: "lost" | "handedOver") => {
      isWriting = false;
      report({ type, id, fence: writer.fence });
    };
    report({ type: "claimed", id, fence: writer.fence });
    return {
      async run() {
        await logs.create(log);
        for (let sequence = 1; isWriting && sequence <= entries; sequence += 1) {
          const { outcome } = await logs.append({ log, writer, epoch: 1, sequence, kind: "tick", data: "[]" });
          if (outcome === "fenced") return hooks.fenced();
          await pause(5);
        }
      },
      handOver: async () => stop("handedOver"),
      lost: () => stop("lost"),
    };
  };
  return createOwnership({
    role: "analytics",
    redis,
    logger: quietLogger as never,
    config,
    wanted: { isWanted: async (id) => (await watchers.count(id as CreatorId)) > 0 },
    own,
  });
}
