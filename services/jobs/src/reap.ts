import type { DeskId } from "@frontrow/protocol/ids";
import { type SettleDeps, settleWatches } from "@frontrow/redis/desk-watches";
import type { DeskRecord } from "@frontrow/redis/desks";
import { INDEX_SHARDS } from "@frontrow/redis/keys";
import { createLimit } from "@frontrow/redis/limit";
import type { Indexed } from "@frontrow/redis/wanted-index";
import { type Emptiness, isOverdue, lookAt } from "./emptiness.ts";
import type { GatewayWatch } from "./gateway-watch.ts";

export interface ReaperDeps extends SettleDeps {
  readonly gateways: Pick<GatewayWatch, "isDead">;
  readonly reapAfterMs: number;
  readonly concurrency: number;
  onReaped(): void;
  now?(): number;
}

/** An id stays in the index for so long even if nothing is behind it: its desk may be on the way. */
const INDEX_GRACE_MS = 60_000;

/**
 * Looks after desks that nobody is at, and after what died gateways have left undone.
 *
 * A desk without members for a while stops watching, so that its broadcast may stop too: one script checks again that
 * nobody is there and ends the watch, then the creator's watchers are told. Dying between any two steps is healed by the
 * next sweep, here or in another process; several sweep the same desks without harm.
 */
export function createReaper(deps: ReaperDeps) {
  const { desks, wanted, gateways, reapAfterMs, onReaped, now = () => performance.now() } = deps;
  const limit = createLimit(deps.concurrency);
  const empty = new Map<DeskId, Emptiness>();
  /** Desks with notes at the last look: who wrote them may still be at work. */
  let unsettled = new Set<DeskId>();

  async function look(indexed: Indexed, noted: Set<DeskId>): Promise<void> {
    const deskId = indexed.id as DeskId;
    const record = await desks.read(deskId);
    const notes = record?.notes ?? (await desks.notes(deskId));
    if (notes.length > 0) {
      if (unsettled.has(deskId)) await settleWatches(deps, deskId);
      else noted.add(deskId);
    }
    if (record) await lookAtMembers(record, indexed);
    else if (notes.length === 0) await forget(deskId, indexed, INDEX_GRACE_MS);
  }

  async function lookAtMembers(record: DeskRecord, indexed: Indexed): Promise<void> {
    const { deskId, joins } = record;
    const all = await desks.gateways(deskId);
    const dead = all.filter((gateway) => gateways.isDead(gateway));
    const seen = lookAt(empty.get(deskId), { nowMs: now(), members: all.length - dead.length, joins });
    if (seen) empty.set(deskId, seen);
    else empty.delete(deskId);
    if (!seen || !isOverdue(seen, now(), reapAfterMs)) return;
    const { outcome } = await desks.change(deskId, { type: "reap", joins, dead });
    if (outcome === "occupied") return;
    if (outcome === "applied") onReaped();
    await settleWatches(deps, deskId);
    // Whoever joins puts it into the index again, first of all.
    await forget(deskId, indexed, 0);
  }

  async function forget(deskId: DeskId, indexed: Indexed, graceMs: number): Promise<void> {
    const outcome = await wanted.remove("desks", indexed, graceMs);
    if (outcome === "removed" || outcome === "absent") empty.delete(deskId);
  }

  return {
    /** Looks at every desk once. */
    async sweep(): Promise<void> {
      const noted = new Set<DeskId>();
      const seen = new Set<string>();
      for (let shard = 0; shard < INDEX_SHARDS; shard++) {
        let cursor = "0";
        do {
          const part = await wanted.scan("desks", shard, cursor);
          cursor = part.cursor;
          const fresh = part.ids.filter(({ id }) => !seen.has(id));
          for (const { id } of fresh) seen.add(id);
          await Promise.all(fresh.map((indexed) => limit(() => look(indexed, noted))));
        } while (cursor !== "0");
      }
      unsettled = noted;
      for (const deskId of empty.keys()) if (!seen.has(deskId)) empty.delete(deskId);
    },
  };
}
