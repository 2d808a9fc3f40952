import type { LogEntry, Position } from "@frontrow/protocol/entry";
import { startOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Channel } from "./channel.ts";
import type { EntryBatch } from "./entry.ts";
import { Subscription } from "./subscription.ts";

const log = "ses_test" as SessionId;

/** A log of numbered entries, of which a channel has heard a part. */
function makeLog() {
  const entries: LogEntry[] = [];
  // Batches now and then, as if the process were busy.
  let isBatching = false;
  const channel = new Channel(startOf(log), { isBatching: () => isBatching, scheduleFlush: () => {} });
  let heard = 0;
  return {
    channel,
    entries,
    append() {
      const id = `${entries.length + 1}-0`;
      const previous = entries.at(-1)?.id ?? "0-0";
      entries.push({ log, epoch: 1, id, previous, stamp: `ingest:1:${entries.length + 1}`, kind: "events", data: "[]" });
    },
    startBatching() {
      isBatching = true;
    },
    flush() {
      isBatching = false;
      channel.flush();
    },
    /** The channel hears the next entry. */
    hear() {
      const entry = entries[heard];
      if (!entry) return;
      heard += 1;
      channel.deliver(entry);
    },
    hearAll() {
      while (heard < entries.length) this.hear();
    },
    store: {
      async readAfter(position: Position, limit?: { entries?: number }) {
        const from =
          position.id === "0-0" ? 0 : entries.findIndex(({ id, stamp }) => id === position.id && stamp === position.stamp) + 1;
        if (from === 0 && position.id !== "0-0") return { outcome: "lost" as const };
        const asked = limit?.entries ?? 500;
        return { outcome: "ok" as const, entries: entries.slice(from, from + asked), more: entries.length > from + asked };
      },
      async readBack(_log: unknown, { before }: { entries: number; before?: string }) {
        const limit = Number(before?.split("-")[0]);
        const found = entries.findLast(({ id }) => Number(id.split("-")[0]) <= limit);
        return found ? [found] : [];
      },
    },
  };
}

function makeSubscriber() {
  const received: { id: string; fromItem: number }[] = [];
  let lost = 0;
  return {
    received,
    get lost() {
      return lost;
    },
    onEntries({ entries }: EntryBatch, fromItem: number) {
      for (const [index, { entry }] of entries.entries()) received.push({ id: entry.id, fromItem: index === 0 ? fromItem : 0 });
    },
    drained: async () => {},
    onLost() {
      lost += 1;
    },
  };
}
const direct = <T>(task: () => Promise<T>): Promise<T> => task();
const at = (n: number): Position => (n === 0 ? startOf(log) : { log, epoch: 1, id: `${n}-0`, stamp: `ingest:1:${n}` });

describe("a socket's subscription to a log", () => {
  it("gives every entry after any position once and in order, whatever the channel has received and retains", async () => {
    const step = fc.constantFrom("append", "hear", "retain", "release", "turn", "batch", "flush");
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 80 }),
        fc.array(step, { maxLength: 80 }),
        fc.nat(),
        async (before, after, start) => {
          const ends: (() => void)[] = [];
          const source = makeLog();
          const play = async (steps: string[]) => {
            for (const each of steps) {
              if (each === "append") source.append();
              else if (each === "hear") source.hear();
              else if (each === "retain") ends.push(source.channel.retain());
              else if (each === "batch") source.startBatching();
              else if (each === "flush") source.flush();
              else if (each === "release") ends.shift()?.();
              else await Promise.resolve();
            }
          };
          await play(before);
          const from = start % (source.entries.length + 1);
          const subscriber = makeSubscriber();
          const subscription = new Subscription(at(from), source.channel, subscriber, { store: source.store, limit: direct });
          const running = subscription.run();
          await play(after);
          source.flush();
          expect(await running).toBe("live");
          source.hearAll();
          expect(subscriber.received.map(({ id }) => id)).toEqual(source.entries.slice(from).map(({ id }) => id));
        },
      ),
      { seed: 5, numRuns: 500 },
    );
  });

  it("finishes an entry that was received in part", async () => {
    const source = makeLog();
    for (let n = 0; n < 3; n++) source.append();
    source.hearAll();
    const subscriber = makeSubscriber();
    const subscription = new Subscription({ ...at(2), items: 4 }, source.channel, subscriber, {
      store: source.store,
      limit: direct,
    });
    await subscription.run();
    expect(subscriber.received).toEqual([
      { id: "2-0", fromItem: 4 },
      { id: "3-0", fromItem: 0 },
    ]);
  });

  it("says that it is lost when the log does not have its position, and gives nothing", async () => {
    const source = makeLog();
    source.append();
    source.hearAll();
    for (const position of [at(7), { ...at(1), stamp: "ingest:9:9" }, { ...at(7), items: 1 }]) {
      const subscriber = makeSubscriber();
      const subscription = new Subscription(position, source.channel, subscriber, { store: source.store, limit: direct });
      expect(await subscription.run()).toBe("lost");
      expect(subscriber.lost).toBe(1);
      expect(subscriber.received).toEqual([]);
    }
  });

  it("waits for the channel when the client is ahead of it, and leaves out what it has", async () => {
    const source = makeLog();
    for (let n = 0; n < 3; n++) source.append();
    source.hear();
    const subscriber = makeSubscriber();
    const subscription = new Subscription(at(3), source.channel, subscriber, { store: source.store, limit: direct });
    expect(await subscription.run()).toBe("live");
    source.append();
    source.hearAll();
    expect(subscriber.received.map(({ id }) => id)).toEqual(["4-0"]);
  });

  it("is lost when its channel ends, before or after it joined", async () => {
    const source = makeLog();
    const subscriber = makeSubscriber();
    const subscription = new Subscription(at(0), source.channel, subscriber, { store: source.store, limit: direct });
    await subscription.run();
    source.channel.resync();
    expect(subscriber.lost).toBe(1);
    const late = makeSubscriber();
    expect(await new Subscription(at(0), source.channel, late, { store: source.store, limit: direct }).run()).toBe("lost");
  });

  it("gives nothing once it is closed", async () => {
    const source = makeLog();
    const subscriber = makeSubscriber();
    const subscription = new Subscription(at(0), source.channel, subscriber, { store: source.store, limit: direct });
    await subscription.run();
    subscription.close();
    source.append();
    source.hearAll();
    expect(subscriber.received).toEqual([]);
    expect(source.channel.listeners).toBe(0);
  });
});
