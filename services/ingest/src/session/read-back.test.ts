import type { EntryKind, LogEntry } from "@frontrow/protocol/entry";
import { startOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import { describe, expect, it } from "vitest";
import { readBackLog, readLastAtMs } from "./read-back.ts";

const log = "ses_aaaaaaaaaa" as SessionId;
const entry = (n: number, kind: EntryKind, items: object[]): LogEntry => ({
  ...startOf(log),
  id: `${n}-0`,
  previous: n === 1 ? "0-0" : `${n - 1}-0`,
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
const idsOf = ({ events }: { events: readonly { id: string }[] }) => events.map(({ id }) => id);

describe("what a log tells of its session", () => {
  it("is empty for a new log", async () => {
    expect(await readBackLog(readBackOf())).toMatchObject({ isEmpty: true, isComplete: true, events: [] });
  });

  it("is its events, oldest first, and the last moment of whatever kind", async () => {
    const read = readBackOf(
      entry(1, "events", [
        { id: "a", atMs: 10, sentAtMs: 4 },
        { id: "b", atMs: 11, sentAtMs: 3 },
      ]),
      entry(2, "insights", [{ type: "metrics", atMs: 99 }]),
      entry(3, "events", [
        { id: "c", atMs: 20, sentAtMs: 19, late: true },
        { id: "gap", type: "gap", atMs: 20 },
      ]),
      entry(4, "tick", [{ type: "tick", atMs: 30 }]),
    );
    const found = await readBackLog(read);
    expect(found).toMatchObject({ isEmpty: false, isComplete: true, lastAtMs: 30, seen: undefined });
    expect(idsOf(found)).toEqual(["a", "b", "c"]);
    expect(await readLastAtMs(read)).toBe(30);
  });

  it("goes back no further than to where an owner has told what it had seen", async () => {
    const seen = { openedAtMs: 1, skewsMs: [], types: {} };
    const events = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => entry(from + n, "events", [{ id: String(from + n), atMs: n, sentAtMs: n }]));
    const found = await readBackLog(
      readBackOf(...events(2, 300), entry(302, "tick", [{ type: "tick", atMs: 500, seen }]), ...events(303, 150)),
    );
    expect(found.seen).toEqual({ fact: seen, atMs: 500 });
    expect(idsOf(found)).toEqual(Array.from({ length: 150 }, (_, n) => String(303 + n)));
    expect(found).toMatchObject({ isComplete: true, lastAtMs: 500 });
  });

  it("is not complete when the log was trimmed, or is too long to be read", async () => {
    const events = Array.from({ length: 250 }, (_, n) => entry(n + 2, "events", [{ id: String(n), atMs: n, sentAtMs: n }]));
    const found = await readBackLog(readBackOf(...events));
    expect(idsOf(found)).toEqual(Array.from({ length: 250 }, (_, n) => String(n)));
    expect(found.isComplete).toBe(false);
    const ticks = Array.from({ length: 6_000 }, (_, n) => entry(n + 1, "tick", [{ type: "tick", atMs: n }]));
    const reads: number[] = [];
    const readTicks = readBackOf(...ticks);
    const far = await readBackLog((limit) => {
      reads.push(limit.entries);
      return readTicks(limit);
    });
    expect(reads).toHaveLength(50);
    expect(far.isComplete).toBe(false);
  });
});
