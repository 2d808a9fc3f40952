import type { CreatorId, DeskId } from "@frontrow/protocol/ids";
import type { DemoSlots } from "@frontrow/redis/demo-slots";
import type { OwnerRecords } from "@frontrow/redis/owner-record";
import type { WatcherStore } from "@frontrow/redis/watchers";
import type { GatewayConfig } from "../config.ts";
import { refusal } from "../http/problem.ts";

/**
 * Simulated broadcasts that run at the same time, over all gateways: names are free, and each costs as much as a real one. A
 * guest is a desk here, as nothing else tells two people behind one address apart; what all desks of a network began is its.
 */
export interface DemoLimit {
  /** The desk begins one, and `payer` pays for it. Throws a refusal that says when to try again. */
  begin(by: { readonly deskId: DeskId; readonly payer: string }, creatorId: CreatorId): Promise<void>;
}

interface Dependencies {
  readonly slots: DemoSlots;
  readonly owners: Pick<OwnerRecords, "read">;
  readonly watchers: Pick<WatcherStore, "read">;
  readonly config: Pick<GatewayConfig, "DEMOS_PER_GUEST" | "DEMOS_PER_NETWORK">;
}

interface Holder {
  /** A desk, or a payer. */
  readonly name: string;
  readonly most: number;
  readonly keptMs: number;
  readonly sentence: string;
  /** Whether one that is watched by these desks still counts. */
  counts(watching: readonly DeskId[]): boolean;
}

/** A broadcast that was asked for a moment ago has neither watcher nor owner yet. */
const BEGINNING_MS = 10_000;
/** What it takes for one to end that nobody watches any more. */
const WAIT_MS = 30_000;
const HOUR_MS = 3_600_000;

export function createDemoLimit({ slots, owners, watchers, config }: Dependencies): DemoLimit {
  /** A desk watches one at a time: the others are those that it left, until they have ended or somebody else has them. */
  const guest = (deskId: DeskId): Holder => ({
    name: deskId,
    most: config.DEMOS_PER_GUEST,
    keptMs: HOUR_MS,
    sentence: `You began ${config.DEMOS_PER_GUEST} demo broadcasts a moment ago. Stay with one, or try again when the one you left has ended.`,
    counts: (watching) => watching.every((desk) => desk === deskId),
  });
  const network = (payer: string): Holder => ({
    name: payer,
    most: config.DEMOS_PER_NETWORK,
    keptMs: 24 * HOUR_MS,
    sentence: `Your network runs ${config.DEMOS_PER_NETWORK} demo broadcasts already. Watch one of them, or try again when one has ended.`,
    counts: () => true,
  });

  async function isHeld(holder: Holder, creatorId: CreatorId): Promise<boolean> {
    const watching = [...(await watchers.read(creatorId)).keys()];
    if (!holder.counts(watching)) return false;
    return watching.length > 0 || (await owners.read({ id: creatorId, role: "ingest" })) !== undefined;
  }

  async function freeEnded(holder: Holder, creatorIds: readonly CreatorId[]): Promise<void> {
    const held = await Promise.all(creatorIds.map((creatorId) => isHeld(holder, creatorId)));
    await slots.free(
      holder.name,
      creatorIds.filter((_, index) => !held[index]),
    );
  }

  async function take(holder: Holder, creatorId: CreatorId): Promise<boolean> {
    const { name, most, keptMs } = holder;
    const held = await slots.take({ holder: name, creatorId, most, keptMs });
    if (held === "taken") return true;
    const settled = held.filter(({ sinceMs }) => Date.now() - sinceMs > BEGINNING_MS);
    await freeEnded(
      holder,
      settled.map((slot) => slot.creatorId),
    );
    return (await slots.take({ holder: name, creatorId, most, keptMs })) === "taken";
  }

  return {
    async begin({ deskId, payer }, creatorId) {
      for (const holder of [guest(deskId), network(payer)]) {
        if (await take(holder, creatorId)) continue;
        // It does not begin, so the desk does not hold it either.
        await slots.free(deskId, [creatorId]);
        throw refusal("RATE_LIMITED", holder.sentence, Date.now() + WAIT_MS);
      }
    },
  };
}
