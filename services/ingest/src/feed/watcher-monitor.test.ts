import type { CreatorId, DeskId } from "@frontrow/protocol/ids";
import { describe, expect, it, vi } from "vitest";
import { createWatcherMonitor, WatchRule } from "./watcher-monitor.ts";

const watchersOf = (...desks: [string, number][]) => new Map(desks as [DeskId, number][]);
const nobody = watchersOf();

describe("who watches a creator", () => {
  it("is nobody after the grace period, counted from the last moment somebody did", () => {
    const rule = new WatchRule(1_000);
    expect(rule.apply(watchersOf(["a", 1]), 0)).toBe("watched");
    expect(rule.apply(watchersOf(["a", 1]), 400)).toBe("watched");
    expect(rule.apply(nobody, 1_399)).toBe("watched");
    expect(rule.apply(nobody, 1_400)).toBe("unwatched");
  });

  it("has a grace period from the beginning, too", () => {
    const rule = new WatchRule(1_000);
    expect(rule.apply(nobody, 5_000)).toBe("watched");
    expect(rule.apply(nobody, 5_999)).toBe("watched");
    expect(rule.apply(nobody, 6_000)).toBe("unwatched");
  });

  it("is somebody new when a desk comes, or watches anew, and not when one goes or the first list is read", () => {
    const rule = new WatchRule(1_000);
    expect(rule.apply(watchersOf(["a", 1]), 0)).toBe("watched");
    expect(rule.apply(watchersOf(["a", 1], ["b", 1]), 1)).toBe("newWatcher");
    expect(rule.apply(watchersOf(["a", 1], ["b", 1]), 2)).toBe("watched");
    expect(rule.apply(watchersOf(["b", 1]), 3)).toBe("watched");
    expect(rule.apply(watchersOf(["b", 2]), 4)).toBe("newWatcher");
    expect(rule.apply(nobody, 5)).toBe("watched");
    expect(rule.apply(watchersOf(["b", 2]), 6)).toBe("newWatcher");
  });

  it("is unchanged while it cannot be read", async () => {
    const reported: string[] = [];
    const lists = [watchersOf(["a", 1]), new Error("away"), watchersOf(["a", 1], ["b", 1]), nobody, nobody];
    const monitor = createWatcherMonitor({
      creatorId: "cr_a" as CreatorId,
      watchers: {
        async read() {
          const next = lists.shift() ?? nobody;
          if (next instanceof Error) throw next;
          return next;
        },
      },
      checkMs: 0,
      graceMs: 0,
      onUnwatched: () => reported.push("unwatched"),
      onNewWatcher: () => reported.push("new"),
      logger: { warn: () => reported.push("warning") } as never,
    });
    monitor.start();
    await vi.waitFor(() => expect(reported.length).toBeGreaterThanOrEqual(4));
    await monitor.stop();
    expect(reported.slice(0, 4)).toEqual(["warning", "new", "unwatched", "unwatched"]);
  });
});
