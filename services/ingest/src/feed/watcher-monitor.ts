import type { CreatorId, DeskId } from "@frontrow/protocol/ids";
import type { WatcherStore } from "@frontrow/redis/watchers";
import type { Logger } from "@frontrow/runtime/logger";
import { createPoller, type Poller } from "@frontrow/runtime/poller";

/** Desks that watch a creator, with the generation of their watch. */
type Watchers = ReadonlyMap<DeskId, number>;

export interface WatcherMonitorDeps {
  readonly creatorId: CreatorId;
  readonly watchers: Pick<WatcherStore, "read">;
  readonly checkMs: number;
  /** Nobody watches for this long: nobody will. A page that is reloaded comes back sooner. */
  readonly graceMs: number;
  onUnwatched(): void;
  onNewWatcher(): void;
  readonly logger: Pick<Logger, "warn">;
}

/** Reads again and again who watches a creator, and reports when nobody does any more, and when somebody new does. */
export function createWatcherMonitor(deps: WatcherMonitorDeps): Poller {
  const { creatorId, watchers, checkMs, graceMs, onUnwatched, onNewWatcher, logger } = deps;
  const rule = new WatchRule(graceMs);
  return createPoller({
    pauseMs: checkMs,
    async poll() {
      const change = rule.apply(await watchers.read(creatorId), performance.now());
      if (change === "unwatched") onUnwatched();
      else if (change === "newWatcher") onNewWatcher();
    },
    // Not knowing who watches is no reason to let go of a broadcast.
    onError: (err) => logger.warn({ creatorId, err }, "could not read who watches"),
  });
}

/** What a list of watchers says after the lists before it. Pure: told who watches, and when. */
export class WatchRule {
  readonly #graceMs: number;
  #lastWatchedAt: number | undefined;
  #known: Watchers | undefined;

  constructor(graceMs: number) {
    this.#graceMs = graceMs;
  }

  apply(watchers: Watchers, nowMs: number): "watched" | "newWatcher" | "unwatched" {
    const known = this.#known;
    this.#known = watchers;
    this.#lastWatchedAt ??= nowMs;
    if (watchers.size === 0) return nowMs - this.#lastWatchedAt >= this.#graceMs ? "unwatched" : "watched";
    this.#lastWatchedAt = nowMs;
    const isNew = known && [...watchers].some(([desk, generation]) => known.get(desk) !== generation);
    return isNew ? "newWatcher" : "watched";
  }
}
