import type { CreatorId } from "@frontrow/protocol/ids";
import type { DemoSlots } from "@frontrow/redis/demo-slots";
import type { OwnerRecords } from "@frontrow/redis/owner-record";
import type { WatcherStore } from "@frontrow/redis/watchers";
import { refusal } from "../http/problem.ts";

/** Simulated broadcasts of one payer that run at the same time, over all gateways: names are free, and each costs as much as a real one. */
export interface DemoLimit {
  /** The payer begins one. Throws a refusal that says when to try again. */
  begin(payer: string, creatorId: CreatorId): Promise<void>;
}

interface Dependencies {
  readonly slots: DemoSlots;
  readonly owners: Pick<OwnerRecords, "read">;
  readonly watchers: Pick<WatcherStore, "count">;
  readonly most: number;
}

/** A broadcast that was asked for a moment ago has neither watcher nor owner yet. */
const BEGINNING_MS = 10_000;
/** What it takes for one to end that nobody watches any more. */
const WAIT_MS = 30_000;

export function createDemoLimit({ slots, owners, watchers, most }: Dependencies): DemoLimit {
  const isOver = async (creatorId: CreatorId): Promise<boolean> =>
    !(await owners.read({ id: creatorId, role: "ingest" })) && (await watchers.count(creatorId)) === 0;

  async function freeEnded(payer: string, creatorIds: readonly CreatorId[]): Promise<void> {
    const over = await Promise.all(creatorIds.map(isOver));
    await slots.free(
      payer,
      creatorIds.filter((_, index) => over[index]),
    );
  }

  return {
    async begin(payer, creatorId) {
      const held = await slots.take(payer, creatorId, most);
      if (held === "taken") return;
      const nowMs = Date.now();
      const settled = held.filter(({ sinceMs }) => nowMs - sinceMs > BEGINNING_MS);
      await freeEnded(
        payer,
        settled.map((slot) => slot.creatorId),
      );
      if ((await slots.take(payer, creatorId, most)) === "taken") return;
      const sentence = `Your network runs ${most} demo broadcasts already. Watch one of them, or try again when one has ended.`;
      throw refusal("RATE_LIMITED", sentence, nowMs + WAIT_MS);
    },
  };
}
