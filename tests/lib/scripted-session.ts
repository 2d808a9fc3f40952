import { createOrders } from "@frontrow/ownership/start-orders";
import type { EntryKind } from "@frontrow/protocol/entry";
import type { LiveEvent } from "@frontrow/protocol/event";
import { type CreatorId, creatorIdOf, type SessionId, type WorkerId } from "@frontrow/protocol/ids";
import { createCreatorStore } from "@frontrow/redis/creators";
import { createLogStore } from "@frontrow/redis/log";
import { createOwnerRecords } from "@frontrow/redis/owner-record";
import { createSessionStore, sessionIdOf } from "@frontrow/redis/sessions";
import { createShardSubscriber } from "@frontrow/redis/shard-subscriber";
import { createWantedIndex } from "@frontrow/redis/wanted-index";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import type { Stack } from "./stack.ts";

const worker = "wkr_scripted" as WorkerId;
const ROOM = "1";

/** A broadcast whose log is written as ingest would write it, event by event: for what a page does with any of them. */
export interface ScriptedSession {
  readonly id: SessionId;
  append(...events: readonly LiveEvent[]): Promise<void>;
  /** Ends the broadcast, at this event time. */
  end(atMs: number): Promise<void>;
}

/** Opens a live broadcast of this creator, on a stack without ingest. */
export async function scriptSession({ redis }: Pick<Stack, "redis">, handle: string): Promise<ScriptedSession> {
  const { client } = redis;
  const creatorId: CreatorId = creatorIdOf(handle);
  const sessionId = sessionIdOf(creatorId, ROOM);
  const claim = await createOwnerRecords(client).claim({ id: creatorId, role: "ingest", expected: "", worker, nonce: "script" });
  if (claim.outcome !== "claimed") throw new Error(claim.outcome);
  const { writer } = claim;
  await createWantedIndex(client).add("analytics", sessionId);
  const sessions = createSessionStore(client);
  await sessions.open({ sessionId, creatorId, roomId: ROOM, kind: "LIVE", writer, worker });
  const orders = createOrders(redis);
  await orders.order("analytics", sessionId);
  await orders.close();
  const creators = createCreatorStore(redis, createShardSubscriber(redis, quietLogger), quietLogger);
  const change = { state: "live", roomId: ROOM, sessionId, nickname: "Nina paints", title: "Gold leaf" } as const;
  await creators.update({ creatorId, writer, change });
  let sequence = 0;
  async function append(kind: EntryKind, items: readonly object[]): Promise<void> {
    sequence += 1;
    const entry = { log: sessionId, writer, epoch: 1, sequence, kind, data: JSON.stringify(items) } as const;
    const { outcome } = await createLogStore(client).append(entry);
    if (outcome !== "appended") throw new Error(outcome);
  }
  return {
    id: sessionId,
    append: (...events) => append("events", events),
    async end(atMs) {
      await append("control", [{ type: "sourceClosed", atMs, reason: "ended" }]);
      await sessions.close(sessionId, writer, "ended");
      await creators.update({ creatorId, writer, change: { state: "ended" } });
    },
  };
}
