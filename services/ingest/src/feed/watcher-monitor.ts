import type { DeskId } from "@frontrow/protocol/ids";

/** What a look at a creator's watchers says. Pure: told who watches, and when. */
export class WatchRule {
  private readonly graceMs: number;
  private lastWatchedAt: number | undefined;
  private known: ReadonlyMap<DeskId, number> | undefined;

  /** Nobody for so long means that nobody will: a page that is reloaded comes back sooner. */
  constructor(graceMs: number) {
    this.graceMs = graceMs;
  }

  look(watchers: ReadonlyMap<DeskId, number>, nowMs: number): "watched" | "somebodyNew" | "unwatched" {
    const { known } = this;
    this.known = watchers;
    this.lastWatchedAt ??= nowMs;
    if (watchers.size === 0) return nowMs - this.lastWatchedAt >= this.graceMs ? "unwatched" : "watched";
    this.lastWatchedAt = nowMs;
    const isNew = known && [...watchers].some(([desk, generation]) => known.get(desk) !== generation);
    return isNew ? "somebodyNew" : "watched";
  }
}
