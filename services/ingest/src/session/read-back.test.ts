import type { EntryKind, LogEntry } from "@frontrow/protocol/entry";
import { startOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import { describe, expect, it } from "vitest";
import { readBackLog } from "./read-back.ts";

const log = "ses_aaaaaaaaaa" as SessionId;
const entry = (n: number, kind: EntryKind, items: object[]): LogEntry => ({
  ...startOf(log),
  id: `${n}-0`,
  previous: `${n - 1}-0`,
  kind,
  data: JSON.stringify(items),
});
/** A log of these entries, oldest first, that is read in pages. */
const readBackOf =
  (...entries: LogEntry[]) =>
  async (limit: { entries: number; before?: string }) => {
    const newestFirst = entries.toReversed();
    const from = limit.before === undefined ? 0 : newestFirst.findIndex(({ id }) => id === limit.before) + 1;
    return newestFirst.slice(from, from + limit.entries);
  };

describe("what a log tells of its session", () => {
  it("is empty for a new log", async () => {
    expect(await readBackLog(readBackOf(), 10)).toMatchObject({ isEmpty: true, ids: [] });
  });

  it("has the ids of the last events, newest first, and the last moment of whatever kind", async () => {
    const found = await readBackLog(
      readBackOf(
        entry(1, "events", [
          { id: "a", atMs: 10, sentAtMs: 4 },
          { id: "b", atMs: 11, sentAtMs: 3 },
        ]),
        entry(2, "insights", [{ type: "metrics", atMs: 99 }]),
        entry(3, "events", [{ id: "c", atMs: 20, sentAtMs: 19, late: true }]),
        entry(4, "tick", [{ type: "tick", atMs: 30 }]),
      ),
      10,
    );
    expect(found).toEqual({ isEmpty: false, ids: ["c", "b", "a"], lastAtMs: 30, clockSkewMs: 6 });
  });

  it("takes each page where the one before has ended, the oldest included", async () => {
    const events = Array.from({ length: 250 }, (_, n) => entry(n + 1, "events", [{ id: String(n), atMs: n, sentAtMs: n }]));
    const found = await readBackLog(readBackOf(...events), 1_000);
    expect(found.ids).toEqual(Array.from({ length: 250 }, (_, n) => String(249 - n)));
    expect(found.lastAtMs).toBe(249);
  });

  it("has the last moment of events where nothing came after them, in whatever order they are", async () => {
    const items = [30, 20].map((atMs) => ({ id: String(atMs), atMs, sentAtMs: atMs }));
    expect(await readBackLog(readBackOf(entry(1, "events", items)), 10)).toMatchObject({ ids: ["20", "30"], lastAtMs: 30 });
  });

  it("tells the lead of our clock by events of now alone: neither late ones nor gaps", async () => {
    const items = [
      { id: "gap", type: "gap", atMs: 10, sentAtMs: 10 },
      { id: "late", type: "chat", atMs: 20, sentAtMs: 19, late: true },
    ];
    expect((await readBackLog(readBackOf(entry(1, "events", items)), 10)).clockSkewMs).toBeUndefined();
    const now = { id: "now", type: "chat", atMs: 30, sentAtMs: 23 };
    expect((await readBackLog(readBackOf(entry(1, "events", [...items, now])), 10)).clockSkewMs).toBe(7);
  });

  it("is read no further back than needed, and never without a bound", async () => {
    const events = Array.from({ length: 500 }, (_, n) => entry(n + 1, "events", [{ id: String(n), atMs: n, sentAtMs: n }]));
    expect((await readBackLog(readBackOf(...events), 150)).ids).toHaveLength(200);
    const ticks = Array.from({ length: 2_000 }, (_, n) => entry(n + 1, "tick", [{ type: "tick", atMs: n }]));
    const reads: number[] = [];
    const readBack = readBackOf(...ticks);
    await readBackLog((limit) => {
      reads.push(limit.entries);
      return readBack(limit);
    }, 150);
    expect(reads).toHaveLength(10);
  });
});
