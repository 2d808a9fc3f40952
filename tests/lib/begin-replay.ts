import type { Orders } from "@frontrow/ownership/start-orders";
import { startOf } from "@frontrow/protocol/entry";
import { creatorIdOf, type DeskId, type SessionId } from "@frontrow/protocol/ids";
import type { RecordingId } from "@frontrow/protocol/recording";
import type { RedisConnection } from "@frontrow/redis/client";
import { createDeskStore } from "@frontrow/redis/desks";
import { createLogStore } from "@frontrow/redis/log";
import { createReplayStore } from "@frontrow/redis/replays";
import { createWantedIndex } from "@frontrow/redis/wanted-index";

export interface ReplayToBegin {
  readonly deskId: DeskId;
  /** One that need not be held. */
  readonly recordingId: RecordingId;
  /** Event time; the start without one. */
  readonly atMs?: number;
  readonly isPaused?: boolean;
}

let begun = 0;

interface BeginDeps {
  readonly redis: Pick<RedisConnection, "client">;
  readonly orders: Pick<Orders, "order">;
}

/** Has a desk view any recording, by the steps of a gateway. */
export async function beginReplay(
  { redis: { client }, orders }: BeginDeps,
  { deskId, recordingId, ...at }: ReplayToBegin,
): Promise<SessionId> {
  const session = `ses_begun${String(++begun).padStart(21, "0")}` as SessionId;
  const obeyed = (await createLogStore(client).tail(deskId)) ?? startOf(deskId);
  const source = { recordingId, creatorId: creatorIdOf("recorded"), roomId: "7" };
  await createReplayStore(client).open({ sessionId: session, deskId, ...source, ...at, obeyed });
  await createWantedIndex(client).add("replay", session);
  const replay = { session, recordingId };
  const changed = await createDeskStore(client).change(deskId, { type: "setMode", mode: "REPLAY", replay, reason: "command" });
  if (changed.outcome !== "applied") throw new Error(`the desk is not in REPLAY: ${changed.outcome}`);
  await orders.order("replay", session);
  return session;
}
