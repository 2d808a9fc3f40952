import type { CreatorStatus } from "@frontrow/protocol/creator";
import { type CreatorId, handleOf } from "@frontrow/protocol/ids";
import type { RedisConnection, RedisLogger } from "../client/client.ts";
import { defineScript, oneOf } from "../define-script.ts";
import { keys } from "../keys.ts";
import { recordOf, type Writer } from "../log/log.ts";
import type { ShardSubscriber } from "../pubsub/subscriber.ts";

/** Lifetime of a creator's status after the last watch and the last change. */
export const CREATOR_KEPT_MS = 30 * 24 * 3_600_000;
/** The same of a simulated creator whom nobody watches any more: names are free, and anybody can think of any number. */
export const DEMO_KEPT_MS = 300_000;

/** Interval at which a followed status is read again, for a push whose loss went unnoticed. */
const POLL_MS = 15_000;

export interface CreatorChange {
  readonly creatorId: CreatorId;
  /** The creator's ingest owner. */
  readonly writer: Writer;
  /** The fields that change; one that is given as undefined is taken away. `version`, and `sinceMs` of a new state, are set here. */
  readonly change: Partial<CreatorStatus>;
  /** Lifetime of the status from here on, until the next change or watch. */
  readonly keptMs?: number;
}

/** The latest status of creators: written by their ingest owner, followed by whoever shows it. */
export interface CreatorStore {
  /** The status, or undefined when nobody ever owned this creator. */
  read(creatorId: CreatorId): Promise<CreatorStatus | undefined>;
  /** Applies a change and publishes the status. "fenced": the caller does not own the creator any more. Safe to repeat. */
  update(change: CreatorChange): Promise<"applied" | "fenced">;
  /** Calls back with the status now, if there is one, and with each newer one; with an older one only when Redis has lost the newer. */
  follow(creatorId: CreatorId, onStatus: (status: CreatorStatus) => void): { close(): void };
}

export function createCreatorStore(redis: RedisConnection, subscriber: ShardSubscriber, logger: RedisLogger): CreatorStore {
  const read = async (creatorId: CreatorId): Promise<CreatorStatus | undefined> => {
    const status = await redis.client.hget(keys.creator(creatorId), "status");
    return status ? (JSON.parse(status) as CreatorStatus) : undefined;
  };
  return {
    read,
    update: (change) => updateCreator(redis.client, change),
    follow(creatorId, onStatus) {
      let version = -1;
      let closed = false;
      let unsubscribe = () => {};
      const deliver = (status: CreatorStatus) => {
        if (closed) return;
        version = status.version;
        onStatus(status);
      };
      const onMessage = (message: string) => {
        const status = JSON.parse(message) as CreatorStatus;
        if (status.version > version) deliver(status);
      };
      const onRead = (status: CreatorStatus | undefined, versionAtStart: number) => {
        // Older than what we knew before we asked: a fail-over has lost the newer one, and this is the truth now.
        const isBack = status && status.version < versionAtStart && version === versionAtStart;
        if (status && (status.version > version || isBack)) deliver(status);
      };
      const refresh = () => {
        const versionAtStart = version;
        read(creatorId).then(
          (status) => onRead(status, versionAtStart),
          (error: unknown) => logger.warn({ error, creatorId }, "creator status could not be read"),
        );
      };
      const handlers = { onMessage, onReset: refresh };
      // Subscribed first, read second: what is published in between is not missed.
      subscriber
        .subscribe(keys.creatorPush(creatorId), handlers)
        .then((end) => {
          if (closed) end();
          unsubscribe = end;
        })
        .catch((error: unknown) => logger.warn({ error, creatorId }, "creator status is not pushed, only read now and then"))
        .finally(refresh);
      const poll = setInterval(refresh, POLL_MS).unref();
      return {
        close() {
          closed = true;
          clearInterval(poll);
          unsubscribe();
        },
      };
    },
  };
}

const updateCreator = defineScript<CreatorChange, "applied" | "fenced">("update-creator.lua", {
  keys: ({ creatorId }) => [keys.creator(creatorId), keys.owner(creatorId, "ingest")],
  args: ({ creatorId, writer, change, keptMs = CREATOR_KEPT_MS }) => [
    recordOf(writer),
    handleOf(creatorId),
    JSON.stringify(change, (_field, value: unknown) => (value === undefined ? null : value)),
    keptMs,
    keys.creatorPush(creatorId),
  ],
  reply: oneOf("applied", "fenced"),
});
