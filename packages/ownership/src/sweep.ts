import type { WorkerId } from "@frontrow/protocol/ids";
import type { Role } from "@frontrow/protocol/session";
import type { ClaimedId } from "@frontrow/redis/keys";
import type { OwnerRecord, OwnerRecords } from "@frontrow/redis/owner-record";
import { type Indexed, shardOf, type WantedIndex } from "@frontrow/redis/wanted-index";
import type { Holding, WorkerStore } from "@frontrow/redis/workers";
import type { Deceased } from "./claiming.ts";
import { each } from "./each.ts";
import type { Observer } from "./observer.ts";
import type { PlacedOrders } from "./placed-orders.ts";
import type { Settings } from "./settings.ts";

export interface SweepDeps {
  readonly role: Role;
  readonly records: OwnerRecords;
  readonly workers: WorkerStore;
  readonly index: WantedIndex;
  readonly observer: Observer;
  readonly placed: PlacedOrders;
  readonly settings: Pick<Settings, "sweepMs" | "compareMs" | "graceMs">;
  isWanted(id: string): Promise<boolean>;
  onFailure(error: unknown, count: number): void;
}

/** Compares what is wanted with what is owned, for the index shards that this worker holds. */
export interface Sweep {
  /** Orders what dead workers own, at once, and goes on with the full compare. */
  step(held: ReadonlySet<number>): Promise<void>;
}

/** One walk over an index shard. */
interface Pass {
  readonly beganAtMs: number;
  readonly lastsMs: number;
  readonly perStep: number;
  cursor: string;
  /** The whole shard was read; `ids` is what is left to compare. */
  isRead: boolean;
  readonly ids: Indexed[];
}

/**
 * A worker that dies may take to the grave an order that it had taken, or one that it was about to place: no list names
 * those. So the compare that follows a death, and the first one of a shard that was somebody else's, are quick ones.
 */
const QUICK_COMPARE_MS = 2_000;

/** What must happen with an id: pure, all that the sweep decides. */
export type Verdict = "leave" | "order" | "take over" | "remove";

export function verdictOn(found: { owner: "nobody" | "alive" | "dead"; isWanted: boolean }): Verdict {
  if (found.owner === "alive") return "leave";
  // Also when nothing wants it any more: its new owner closes what the dead one left open.
  if (found.owner === "dead") return "take over";
  return found.isWanted ? "order" : "remove";
}

export function createSweep(deps: SweepDeps): Sweep {
  const { role, records, workers, index, observer, placed, settings, isWanted, onFailure } = deps;
  const passes = new Map<number, Pass>();
  /** The dead whose death has been answered by a quick compare. */
  const mourned = new Set<WorkerId>();

  const judge = async (id: string): Promise<{ verdict: Verdict; owner: OwnerRecord | undefined }> => {
    const owner = await records.read({ id: id as ClaimedId, role });
    if (owner) {
      observer.include(owner.worker);
      const isDead = observer.isDead(owner.worker);
      return { owner, verdict: verdictOn({ owner: isDead ? "dead" : "alive", isWanted: true }) };
    }
    return { owner, verdict: verdictOn({ owner: "nobody", isWanted: await isWanted(id) }) };
  };

  const deceased = (owner: OwnerRecord): Deceased => ({ writer: owner.writer, beat: observer.beat(owner.worker) });

  /** Orders what a dead worker's list names, and takes off the list what it does not own any more. */
  const bury = async (workerId: WorkerId, held: ReadonlySet<number>): Promise<void> => {
    const holdings = await workers.holdings(workerId);
    if (holdings.length === 0) return workers.remove(workerId, role);
    const ours = holdings.filter(({ id }) => held.has(shardOf(id)) && !placed.isFresh(id));
    await each(ours, (holding) => inherit(workerId, holding), onFailure);
  };

  const inherit = async (dead: WorkerId, holding: Holding): Promise<void> => {
    const owner = await records.read(holding);
    if (owner?.worker === dead) {
      // An index shard is claimed without an order, see `IndexShards`.
      if (holding.role === role) placed.want(holding.id, { deceased: deceased(owner), urgency: "interrupted" });
      return;
    }
    // It died between two steps of a claim or a release.
    if (!owner && holding.role === role && (await isWanted(holding.id))) placed.want(holding.id, { urgency: "interrupted" });
    await workers.removeHolding(dead, holding);
  };

  const compare = async (entry: Indexed): Promise<void> => {
    const { verdict, owner } = await judge(entry.id);
    if (verdict === "remove") await index.remove(role, entry, settings.graceMs);
    else if (verdict === "order") placed.want(entry.id, { urgency: "found" });
    else if (owner && verdict === "take over") placed.want(entry.id, { deceased: deceased(owner), urgency: "interrupted" });
    else placed.forget(entry.id);
  };

  /** The next ids of a shard: so many a step that a pass over the whole shard takes as long as it should. */
  const nextOf = async (shard: number): Promise<Indexed[]> => {
    const pass = await passOf(shard);
    while (pass.ids.length < pass.perStep && !pass.isRead) {
      const part = await index.scan(role, shard, pass.cursor);
      pass.ids.push(...part.ids);
      pass.cursor = part.cursor;
      pass.isRead = part.cursor === "0";
    }
    return pass.ids.splice(0, pass.perStep);
  };

  const passOf = async (shard: number): Promise<Pass> => {
    const before = passes.get(shard);
    const isDone = before?.isRead && before.ids.length === 0;
    if (before && !(isDone && performance.now() - before.beganAtMs >= before.lastsMs)) return before;
    const lastsMs = before ? settings.compareMs : Math.min(QUICK_COMPARE_MS, settings.compareMs);
    const steps = Math.max(1, lastsMs / settings.sweepMs);
    const perStep = Math.max(1, Math.ceil((await index.size(role, shard)) / steps));
    const pass: Pass = { beganAtMs: performance.now(), lastsMs, cursor: "0", isRead: false, ids: [], perStep };
    passes.set(shard, pass);
    return pass;
  };

  return {
    async step(held) {
      for (const shard of passes.keys()) if (!held.has(shard)) passes.delete(shard);
      const dead = observer.dead();
      for (const workerId of mourned) if (!dead.includes(workerId)) mourned.delete(workerId);
      if (dead.some((workerId) => !mourned.has(workerId))) passes.clear();
      for (const workerId of dead) mourned.add(workerId);
      await each(dead, (workerId) => bury(workerId, held), onFailure);
      for (const shard of held) await each(await nextOf(shard), compare, onFailure);
      await placed.flush();
    },
  };
}
