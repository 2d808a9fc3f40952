import type { Role } from "@frontrow/protocol/session";
import { fnv1a } from "@frontrow/runtime/hash";
import type { RedisClient } from "../client/client.ts";
import { defineScript, oneOf } from "../define-script.ts";
import { INDEX_SHARDS, keys } from "../keys.ts";

export type IndexRole = Role | "desks";

/** An id of the index, with the score that `remove` compares. */
export interface Indexed {
  readonly id: string;
  readonly score: string;
}

/**
 * Ids that may be wanted, so that a sweep finds them without walking the key space. The index is a hint: whether an id
 * is wanted is asked of its own slot. An id is added before it is attached or ordered, so that a process may die between any two
 * steps; only the sweeper of its shard removes it.
 */
export interface WantedIndex {
  /** Call before `WatcherStore.attach`. Safe to repeat. */
  add(role: IndexRole, id: string): Promise<void>;
  /** Removes an id that was not added again since `indexed` was read, and is older than the grace. */
  remove(role: IndexRole, indexed: Indexed, graceMs: number): Promise<"removed" | "newer" | "young" | "absent">;
  /** A part of a shard, from a cursor on ("0" at first and after the last part). May give an id twice. */
  scan(role: IndexRole, shard: number, cursor: string): Promise<{ cursor: string; ids: Indexed[] }>;
  size(role: IndexRole, shard: number): Promise<number>;
}

export function createWantedIndex(client: RedisClient): WantedIndex {
  return {
    async add(role, id) {
      await addWanted(client, { role, id });
    },
    remove: (role, { id, score }, graceMs) => removeWanted(client, { role, id, score, graceMs }),
    async scan(role, shard, cursor) {
      const [next, flat] = await client.zscan(keys.wanted(role, shard), cursor, "COUNT", 256);
      const ids: Indexed[] = [];
      for (let at = 0; at + 1 < flat.length; at += 2) ids.push({ id: flat[at] ?? "", score: flat[at + 1] ?? "" });
      return { cursor: next, ids };
    },
    size: (role, shard) => client.zcard(keys.wanted(role, shard)),
  };
}

/** The shard an id belongs to, the same in every process. */
export const shardOf = (id: string): number => fnv1a(id) % INDEX_SHARDS;

const addWanted = defineScript<{ role: IndexRole; id: string }, "added">("add-wanted.lua", {
  keys: ({ role, id }) => [keys.wanted(role, shardOf(id))],
  args: ({ id }) => [id],
  reply: oneOf("added"),
});

const removeWanted = defineScript<Indexed & { role: IndexRole; graceMs: number }, "removed" | "newer" | "young" | "absent">(
  "remove-wanted.lua",
  {
    keys: ({ role, id }) => [keys.wanted(role, shardOf(id))],
    args: ({ id, score, graceMs }) => [id, score, graceMs],
    reply: oneOf("removed", "newer", "young", "absent"),
  },
);
