import type { DeskId } from "@frontrow/protocol/ids";
import { applyWatchNotes, type WatchNoteDeps } from "@frontrow/redis/desk-watches";
import type { DeskRecord } from "@frontrow/redis/desks";
import { INDEX_SHARDS } from "@frontrow/redis/keys";
import type { Indexed } from "@frontrow/redis/wanted-index";
import pLimit from "p-limit";
import type { GatewayLiveness } from "./gateway-liveness.ts";
import { hasExpired, type IdlePeriod, idleAfter } from "./idle.ts";

export interface DeskSweepDeps extends WatchNoteDeps {
  readonly gateways: Pick<GatewayLiveness, "isDead">;
  /** A desk without members for this long stops watching. */
  readonly reapAfterMs: number;
  /** Desks looked after at the same time. */
  readonly concurrency: number;
  onReaped(): void;
  /** Called once a sweep in which desks could not be looked after: the first of them, and how many there were. */
  onFailure(failure: { readonly error: unknown; readonly deskId: string; readonly count: number }): void;
  now?(): number;
}

/** Minimum age of an id in the index before it is removed for want of a desk: the desk may be about to be written. */
const INDEX_GRACE_MS = 60_000;

/**
 * Gives a sweep over all desks, to be called again and again: it ends the watch of desks that nobody is at, and finishes what
 * gateways that died have left undone.
 *
 * A desk without members for a while stops watching, so that its broadcast may stop too: one script checks again that
 * nobody is there and ends the watch, then the creator's watchers are updated. A death between any two steps is healed by the
 * next sweep, here or in another process; several processes sweep the same desks without harm. A desk that fails keeps no
 * other from being reaped.
 */
export function createDeskSweep(deps: DeskSweepDeps): () => Promise<void> {
  const { desks, wanted, gateways, reapAfterMs, onReaped, onFailure, now = () => performance.now() } = deps;
  const limit = pLimit(deps.concurrency);
  const idleDesks = new Map<DeskId, IdlePeriod>();
  /** Desks that had notes in the sweep before: whoever wrote those may still be at work on them. */
  let notedBefore = new Set<DeskId>();

  async function sweepDesk(indexed: Indexed, noted: Set<DeskId>): Promise<void> {
    const deskId = indexed.id as DeskId;
    const desk = await desks.read(deskId);
    const notes = desk?.notes ?? (await desks.notes(deskId));
    if (notes.length > 0) {
      if (notedBefore.has(deskId)) await applyWatchNotes(deps, deskId);
      else noted.add(deskId);
    }
    if (desk) await reapIfIdle(desk, indexed);
    else if (notes.length === 0) await forget(deskId, indexed, INDEX_GRACE_MS);
  }

  async function reapIfIdle({ deskId, joins }: DeskRecord, indexed: Indexed): Promise<void> {
    const all = await desks.gateways(deskId);
    const dead = all.filter((gateway) => gateways.isDead(gateway));
    const idle = idleAfter(idleDesks.get(deskId), { nowMs: now(), members: all.length - dead.length, joins });
    if (idle) idleDesks.set(deskId, idle);
    else idleDesks.delete(deskId);
    if (!hasExpired(idle, now(), reapAfterMs)) return;
    const { outcome } = await desks.change(deskId, { type: "reap", joins, dead });
    if (outcome === "occupied") return;
    if (outcome === "applied") onReaped();
    await applyWatchNotes(deps, deskId);
    // At once: whoever joins puts the desk into the index again before anything else.
    await forget(deskId, indexed, 0);
  }

  async function forget(deskId: DeskId, indexed: Indexed, graceMs: number): Promise<void> {
    const outcome = await wanted.remove("desks", indexed, graceMs);
    if (outcome === "removed" || outcome === "absent") idleDesks.delete(deskId);
  }

  return async () => {
    const noted = new Set<DeskId>();
    const seen = new Set<string>();
    const failures: { readonly error: unknown; readonly deskId: string }[] = [];
    const trySweepDesk = (indexed: Indexed) =>
      sweepDesk(indexed, noted).catch((error: unknown) => void failures.push({ error, deskId: indexed.id }));
    for (let shard = 0; shard < INDEX_SHARDS; shard++) {
      let cursor = "0";
      do {
        const part = await wanted.scan("desks", shard, cursor);
        cursor = part.cursor;
        const fresh = part.ids.filter(({ id }) => !seen.has(id));
        for (const { id } of fresh) seen.add(id);
        await Promise.all(fresh.map((indexed) => limit(() => trySweepDesk(indexed))));
      } while (cursor !== "0");
    }
    notedBefore = noted;
    for (const deskId of idleDesks.keys()) if (!seen.has(deskId)) idleDesks.delete(deskId);
    const [first] = failures;
    if (first) onFailure({ ...first, count: failures.length });
  };
}
