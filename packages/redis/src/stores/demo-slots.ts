import type { CreatorId } from "@frontrow/protocol/ids";
import type { RedisClient } from "../client/client.ts";
import { defineScript } from "../define-script.ts";
import { keys } from "../keys.ts";

/** A simulated broadcast that a holder began, and when, by Redis' clock. */
export interface HeldSlot {
  readonly creatorId: CreatorId;
  readonly sinceMs: number;
}

/** Which simulated broadcasts each holder, a network or a desk, began: whoever takes a slot frees those whose broadcast is over. */
export interface DemoSlots {
  /** Notes one more; or gives those that the holder has, which are `most` already. Safe to repeat. */
  take(slot: NewSlot): Promise<"taken" | readonly HeldSlot[]>;
  free(holder: string, creatorIds: readonly CreatorId[]): Promise<void>;
}

interface NewSlot {
  readonly holder: string;
  readonly creatorId: CreatorId;
  readonly most: number;
  /** How long what the holder has is remembered, after the last of it. */
  readonly keptMs: number;
}

export function createDemoSlots(client: RedisClient): DemoSlots {
  return {
    async take(slot) {
      const held = await takeSlot(client, slot);
      return held.length > 0 ? held : "taken";
    },
    async free(holder, creatorIds) {
      if (creatorIds.length > 0) await client.zrem(keys.demos(holder), ...creatorIds);
    },
  };
}

const takeSlot = defineScript<NewSlot, HeldSlot[]>("take-demo-slot.lua", {
  keys: ({ holder }) => [keys.demos(holder)],
  args: ({ creatorId, most, keptMs }) => [creatorId, most, keptMs],
  reply(raw) {
    const flat = raw as string[];
    return Array.from({ length: flat.length / 2 }, (_, n) => ({
      creatorId: flat[2 * n] as CreatorId,
      sinceMs: Number(flat[2 * n + 1]),
    }));
  },
});
