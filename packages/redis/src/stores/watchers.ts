import type { CreatorId, DeskId } from "@frontrow/protocol/ids";
import type { RedisClient } from "../client/client.ts";
import { defineScript, oneOf } from "../define-script.ts";
import { keys } from "../keys.ts";
import { CREATOR_KEPT_MS } from "./creators.ts";

export interface Watch {
  readonly creatorId: CreatorId;
  readonly deskId: DeskId;
  /** Grows with each change of what the desk watches, so that this watch is distinguished from an earlier one. */
  readonly generation: number;
}

/**
 * Who watches a creator: the wanted state of its live session.
 *
 * Calls may arrive twice or late. A late detach cannot remove a newer watch, and a late attach cannot replace one. What a
 * late attach can do is bring back a watch that has ended: who attaches reads its desk once more afterwards, and detaches
 * with the generation it finds there if the desk has moved on.
 */
export interface WatcherStore {
  /** Call after `WantedIndex.add`, so that the sweep sees a watch whose caller died before it placed an order. */
  attach(watch: Watch): Promise<"attached" | "older">;
  /** Ends this watch of the desk, or an older one. */
  detach(watch: Watch): Promise<{ outcome: "detached" | "absent" | "newer"; left: number }>;
  count(creatorId: CreatorId): Promise<number>;
  read(creatorId: CreatorId): Promise<Map<DeskId, number>>;
}

export function createWatcherStore(client: RedisClient): WatcherStore {
  return {
    attach: (watch) => attachWatcher(client, watch),
    detach: (watch) => detachWatcher(client, watch),
    count: (creatorId) => client.hlen(keys.watchers(creatorId)),
    async read(creatorId) {
      const held = await client.hgetall(keys.watchers(creatorId));
      return new Map(Object.entries(held).map(([desk, generation]) => [desk as DeskId, Number(generation)]));
    },
  };
}

const attachWatcher = defineScript<Watch, "attached" | "older">("attach-watcher.lua", {
  keys: ({ creatorId }) => [keys.watchers(creatorId), keys.creator(creatorId)],
  args: ({ deskId, generation }) => [deskId, generation, CREATOR_KEPT_MS],
  reply: oneOf("attached", "older"),
});

const detachWatcher = defineScript<Watch, { outcome: "detached" | "absent" | "newer"; left: number }>("detach-watcher.lua", {
  keys: ({ creatorId }) => [keys.watchers(creatorId)],
  args: ({ deskId, generation }) => [deskId, generation],
  reply(raw) {
    const [word, left] = raw as [string, number];
    return { outcome: oneOf("detached", "absent", "newer")(word), left };
  },
});
