import { type LogEntry, type Position, positionOf, startOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import { describe, expect, it } from "vitest";
import { Channel, type ChannelListener } from "./channel.ts";
import type { EntryBatch } from "./entry.ts";

const log = "ses_test" as SessionId;
const start = startOf(log);
const entry = (n: number, data = "[]"): LogEntry => ({
  log,
  epoch: 1,
  id: `${n}-0`,
  previous: `${n - 1}-0`,
  stamp: `ingest:1:${n}`,
  kind: "events",
  data,
});
const at = (n: number): Position => (n === 0 ? start : positionOf(entry(n)));
/** Entries retained for joiners; with the next one the older half is dropped. */
const RETAINED = 512;

function makeListener() {
  const batches: string[][] = [];
  let resyncs = 0;
  const listener: ChannelListener = {
    onEntries: ({ entries }: EntryBatch) => void batches.push(entries.map(({ entry }) => entry.id)),
    onResync() {
      resyncs += 1;
    },
  };
  return {
    listener,
    batches,
    get ids() {
      return batches.flat();
    },
    get resyncs() {
      return resyncs;
    },
  };
}

function deliver(channel: Channel, from: number, to: number): void {
  for (let n = from; n <= to; n++) channel.deliver(entry(n));
}
const idsFrom = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, n) => `${from + n}-0`);

describe("a channel", () => {
  it("gives a joiner at its end every later entry", () => {
    const channel = new Channel(start);
    deliver(channel, 1, 3);
    const one = makeListener();
    expect(channel.join(one.listener, at(3))).toBe("live");
    deliver(channel, 4, 5);
    expect(one.ids).toEqual(["4-0", "5-0"]);
  });

  it("gives a joiner what was retained, first and in one batch", () => {
    const channel = new Channel(start);
    deliver(channel, 1, 1);
    channel.retain();
    deliver(channel, 2, 4);
    const one = makeListener();
    expect(channel.join(one.listener, at(2))).toBe("live");
    deliver(channel, 5, 5);
    expect(one.batches).toEqual([["3-0", "4-0"], ["5-0"]]);
  });

  it("gives no joiner a hole: once it has dropped what followed a position, that position has to read the log", () => {
    const channel = new Channel(start);
    channel.retain();
    deliver(channel, 1, RETAINED);
    const early = makeListener();
    expect(channel.join(early.listener, start)).toBe("live");
    expect(early.ids).toEqual(idsFrom(1, RETAINED));
    deliver(channel, RETAINED + 1, RETAINED + 1);
    const late = makeListener();
    expect(channel.join(late.listener, start)).toBe("behind");
    expect(late.ids).toEqual([]);
    const oldest = RETAINED / 2 + 1;
    const inTime = makeListener();
    expect(channel.join(inTime.listener, at(oldest))).toBe("live");
    expect(inTime.ids).toEqual(idsFrom(oldest + 1, RETAINED + 1));
    const tooLate = makeListener();
    expect(channel.join(tooLate.listener, at(oldest - 1))).toBe("behind");
  });

  it("retains for as long as anybody asked for, and nothing afterwards", () => {
    const channel = new Channel(start);
    const [release, alsoRelease] = [channel.retain(), channel.retain()];
    deliver(channel, 1, 2);
    release();
    release();
    expect(channel.join(makeListener().listener, start)).toBe("live");
    alsoRelease();
    expect(channel.join(makeListener().listener, start)).toBe("behind");
    deliver(channel, 3, 3);
    expect(channel.join(makeListener().listener, at(2))).toBe("behind");
  });

  it("tells a joiner that it is ahead, or of another epoch, or at an entry that was written anew", () => {
    const channel = new Channel(start);
    deliver(channel, 1, 2);
    expect(channel.join(makeListener().listener, at(3))).toBe("ahead");
    expect(channel.join(makeListener().listener, { ...at(3), epoch: 2 })).toBe("behind");
    expect(channel.join(makeListener().listener, { ...at(2), stamp: "ingest:2:2" })).toBe("behind");
    expect(channel.listeners).toBe(1);
  });

  it("gives one listener each entry last, so that what it sends in reaction comes after", () => {
    const channel = new Channel(start);
    const told: string[] = [];
    const named = (name: string): ChannelListener => ({ onEntries: () => void told.push(name), onResync: () => {} });
    const last = named("last");
    channel.joinLast(last);
    channel.join(named("first"), start);
    channel.join(named("second"), start);
    deliver(channel, 1, 1);
    channel.leave(named("somebody else"));
    deliver(channel, 2, 2);
    channel.leave(last);
    deliver(channel, 3, 3);
    expect(told).toEqual(["first", "second", "last", "first", "second", "last", "first", "second"]);
  });

  it("ends once: everybody is told, after the batch that waits, and nobody joins any more", () => {
    const channel = new Channel(start, { isBatching: () => true, scheduleFlush: () => {} });
    const [one, last] = [makeListener(), makeListener()];
    channel.join(one.listener, start);
    channel.joinLast(last.listener);
    deliver(channel, 1, 2);
    expect(one.ids).toEqual([]);
    channel.resync();
    expect(one.batches).toEqual([["1-0", "2-0"]]);
    expect([one.resyncs, last.resyncs, channel.listeners]).toEqual([1, 1, 0]);
    expect(channel.join(makeListener().listener, at(2))).toBe("ended");
  });

  it("sends what waits with an entry that does not, in their order", () => {
    let isBatching = true;
    const channel = new Channel(start, { isBatching: () => isBatching, scheduleFlush: () => {} });
    const one = makeListener();
    channel.join(one.listener, start);
    channel.deliver(entry(1));
    expect(one.batches).toEqual([]);
    isBatching = false;
    channel.deliver(entry(2));
    channel.deliver(entry(3));
    expect(one.batches).toEqual([["1-0", "2-0"], ["3-0"]]);
    channel.flush();
    expect(one.batches).toHaveLength(2);
  });

  it("batches up to a number of entries and a size, and never a very large entry", () => {
    const flushes: unknown[] = [];
    const channel = new Channel(start, { isBatching: () => true, scheduleFlush: (each) => void flushes.push(each) });
    const one = makeListener();
    channel.join(one.listener, start);
    deliver(channel, 1, 63);
    expect(one.batches).toEqual([]);
    deliver(channel, 64, 64);
    expect(one.batches.map(({ length }) => length)).toEqual([64]);
    channel.deliver(entry(65, "x".repeat(65_536)));
    expect(one.batches.map(({ length }) => length)).toEqual([64, 1]);
    channel.deliver(entry(66, "x".repeat(40_000)));
    channel.deliver(entry(67, "x".repeat(40_000)));
    expect(one.batches.map(({ length }) => length)).toEqual([64, 1, 2]);
    expect(flushes).toEqual([channel, channel]);
    channel.flush();
    expect(one.batches).toHaveLength(3);
  });
});
