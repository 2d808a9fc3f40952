import type { CreatorId } from "@frontrow/protocol/ids";
import type { RedisClient } from "../client/client.ts";
import { defineScript } from "../define-script.ts";
import { keys } from "../keys.ts";

/** A simulated broadcast that a payer began, and when, by Redis' clock. */
export interface HeldSlot {
  readonly creatorId: CreatorId;
  readonly sinceMs: number;
}

/** Which simulated broadcasts each payer began: whoever takes a slot frees those whose broadcast is over. */
export interface DemoSlots {
  /** Notes one more; or gives those that the payer has, which are `most` already. Safe to repeat. */
  take(payer: string, creatorId: CreatorId, most: number): Promise<"taken" | readonly HeldSlot[]>;
  free(payer: string, creatorIds: readonly CreatorId[]): Promise<void>;
}

const KEPT_MS = 86_400_000;

export function createDemoSlots(client: RedisClient): DemoSlots {
  return {
    async take(payer, creatorId, most) {
      const held = await takeSlot(client, { payer, creatorId, most });
      return held.length > 0 ? held : "taken";
    },
    async free(payer, creatorIds) {
      if (creatorIds.length > 0) await client.zrem(keys.demos(payer), ...creatorIds);
    },
  };
}

const takeSlot = defineScript<{ payer: string; creatorId: CreatorId; most: number }, HeldSlot[]>("take-demo-slot.lua", {
  keys: ({ payer }) => [keys.demos(payer)],
  args: ({ creatorId, most }) => [creatorId, most, KEPT_MS],
  reply(raw) {
    const flat = raw as string[];
    return Array.from({ length: flat.length / 2 }, (_, n) => ({
      creatorId: flat[2 * n] as CreatorId,
      sinceMs: Number(flat[2 * n + 1]),
    }));
  },
});
