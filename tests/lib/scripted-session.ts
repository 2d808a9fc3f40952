import type { LiveEvent } from "@frontrow/protocol/event";
import { type CreatorId, creatorIdOf, type WorkerId } from "@frontrow/protocol/ids";
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
  append(...events: readonly LiveEvent[]): Promise<void>;
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
  await createSessionStore(client).open({ sessionId, creatorId, roomId: ROOM, kind: "LIVE", writer, worker });
  const creators = createCreatorStore(redis, createShardSubscriber(redis, quietLogger), quietLogger);
  const change = { state: "live", roomId: ROOM, sessionId, nickname: "Nina paints", title: "Gold leaf" } as const;
  await creators.update({ creatorId, writer, change });
  let sequence = 0;
  return {
    async append(...events) {
      sequence += 1;
      const entry = { log: sessionId, writer, epoch: 1, sequence, kind: "events", data: JSON.stringify(events) } as const;
      const { outcome } = await createLogStore(client).append(entry);
      if (outcome !== "appended") throw new Error(outcome);
    },
  };
}
