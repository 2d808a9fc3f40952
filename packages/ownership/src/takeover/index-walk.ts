import type { Role } from "@frontrow/protocol/session";
import type { Indexed, WantedIndex } from "@frontrow/redis/wanted-index";
import type { Settings } from "../settings.ts";

export interface IndexWalkDeps {
  readonly role: Role;
  readonly index: Pick<WantedIndex, "scan" | "size">;
  readonly settings: Pick<Settings, "sweepMs" | "compareMs">;
}

/** Walks over index shards again and again, a few ids a step, so that a pass over a shard takes the time of a full compare. */
export interface IndexWalk {
  /** The next ids of a shard; none while the time of its last pass is not over. */
  next(shard: number): Promise<Indexed[]>;
  /** Forgets where it was in all other shards. */
  retain(shards: ReadonlySet<number>): void;
  /** Begins all shards anew, with a quick pass. */
  restart(): void;
}

/** One pass over an index shard. */
interface Pass {
  readonly beganAtMs: number;
  readonly durationMs: number;
  readonly perStep: number;
  cursor: string;
  /** The whole shard was read; `ids` is what is left of it. */
  isRead: boolean;
  readonly ids: Indexed[];
}

/**
 * Duration of a shard's first pass. A worker that dies takes with it an order that it had taken, or one that it was about to
 * place: no list names those. So the pass that follows a death, or a change of sweeper, does not wait for a full compare.
 */
const FIRST_PASS_MS = 2_000;

export function createIndexWalk({ role, index, settings }: IndexWalkDeps): IndexWalk {
  const passes = new Map<number, Pass>();

  const passOf = async (shard: number): Promise<Pass> => {
    const before = passes.get(shard);
    const isDone = before?.isRead && before.ids.length === 0;
    if (before && !(isDone && performance.now() - before.beganAtMs >= before.durationMs)) return before;
    const durationMs = before ? settings.compareMs : Math.min(FIRST_PASS_MS, settings.compareMs);
    const steps = Math.max(1, durationMs / settings.sweepMs);
    const perStep = Math.max(1, Math.ceil((await index.size(role, shard)) / steps));
    const pass: Pass = { beganAtMs: performance.now(), durationMs, cursor: "0", isRead: false, ids: [], perStep };
    passes.set(shard, pass);
    return pass;
  };

  return {
    async next(shard) {
      const pass = await passOf(shard);
      while (pass.ids.length < pass.perStep && !pass.isRead) {
        const part = await index.scan(role, shard, pass.cursor);
        pass.ids.push(...part.ids);
        pass.cursor = part.cursor;
        pass.isRead = part.cursor === "0";
      }
      return pass.ids.splice(0, pass.perStep);
    },
    retain(shards) {
      for (const shard of passes.keys()) if (!shards.has(shard)) passes.delete(shard);
    },
    restart: () => passes.clear(),
  };
}
