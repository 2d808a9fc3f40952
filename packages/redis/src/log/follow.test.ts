import { setImmediate as turn } from "node:timers/promises";
import { type LogEntry, startOf } from "@frontrow/protocol/entry";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { SessionId } from "@frontrow/protocol/ids";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ChannelHandlers } from "../pubsub/subscriber.ts";
import { LogFollow } from "./follow.ts";
import type { ReadOutcome } from "./log.ts";

const log = "ses_follow00" as SessionId;
const entry = (n: number, epoch = 1): LogEntry => ({
  log,
  epoch,
  id: `${n}-0`,
  previous: `${n - 1}-0`,
  stamp: `ingest:1:${n}`,
  kind: "events",
  data: `[${n}]`,
});
const pushOf = ({ id, previous, stamp, epoch, kind, data }: LogEntry) => `${id} ${previous} ${stamp} ${epoch} ${kind}\n${data}`;
const ok = (from: number, to: number, more = false): ReadOutcome => ({
  outcome: "ok",
  entries: Array.from({ length: to - from + 1 }, (_, i) => entry(from + i)),
  more,
});

/** A follow whose subscription and reads are answered by hand. */
function stage({ onEntry }: { onEntry?(data: string): void } = {}) {
  const delivered: string[] = [];
  let ends = 0;
  const reads: { from: string; answer(outcome: ReadOutcome): void; refuse(error: Error): void }[] = [];
  let channel: ChannelHandlers | undefined;
  let confirm = () => {};
  let refuse: (error: Error) => void = () => {};
  const follow = new LogFollow(
    startOf(log),
    {
      onEntry({ data }) {
        delivered.push(data);
        onEntry?.(data);
      },
      onResync: (reason) => delivered.push(reason),
      onFailed: (error) => delivered.push((error as Error).message),
    },
    {
      subscribe: (handlers) =>
        new Promise((resolve, reject) => {
          channel = handlers;
          confirm = () => resolve(() => delivered.push("unsubscribed"));
          refuse = reject;
        }),
      read: ({ id }) =>
        new Promise((answer, reject) => {
          reads.push({ from: id, answer, refuse: reject });
        }),
      logger: { info() {}, warn() {}, error() {} },
      onEnd() {
        ends += 1;
      },
    },
  );
  return {
    follow,
    delivered,
    reads,
    get ends() {
      return ends;
    },
    confirm: () => confirm(),
    refuse: (error: Error) => refuse(error),
    push: (...entries: LogEntry[]) => {
      for (const one of entries) channel?.onMessage(pushOf(one));
    },
    reset: () => channel?.onReset(),
  };
}

/** One that has read to the end of a log of `entries` entries. */
async function live(entries: number) {
  const on = stage();
  on.confirm();
  await turn();
  on.reads.shift()?.answer(ok(1, entries));
  await on.follow.caughtUp;
  return on;
}

describe("a follow", () => {
  it("reads only once it is subscribed, so that nothing falls in between", async () => {
    const { reads, confirm } = stage();
    await turn();
    expect(reads).toHaveLength(0);
    confirm();
    await turn();
    expect(reads.map(({ from }) => from)).toEqual(["0-0"]);
  });

  it("lets what was pushed during a read continue what it found, whether that has it already or not", async () => {
    const { delivered, reads, confirm, push, follow } = stage();
    confirm();
    await turn();
    push(entry(2), entry(3), entry(4));
    reads[0]?.answer(ok(1, 3));
    await follow.caughtUp;
    expect(delivered).toEqual(["[1]", "[2]", "[3]", "[4]"]);
    expect(reads).toHaveLength(1);
  });

  it("reads on while there is more", async () => {
    const { delivered, reads, confirm, follow } = stage();
    confirm();
    await turn();
    reads[0]?.answer(ok(1, 2, true));
    await turn();
    expect(reads[1]?.from).toBe("2-0");
    reads[1]?.answer(ok(3, 3));
    await follow.caughtUp;
    expect(delivered).toEqual(["[1]", "[2]", "[3]"]);
  });

  it("reads where the chain breaks, and drops what it knows", async () => {
    const { delivered, reads, push } = await live(2);
    push(entry(1), entry(2));
    expect(reads).toHaveLength(0);
    push(entry(5));
    expect(reads.map(({ from }) => from)).toEqual(["2-0"]);
    reads[0]?.answer(ok(3, 5));
    await turn();
    push(entry(6));
    expect(delivered).toEqual(["[1]", "[2]", "[3]", "[4]", "[5]", "[6]"]);
  });

  it("reads again when it was reset during a read: that may have been too early", async () => {
    const { delivered, reads, push, reset } = await live(1);
    push(entry(3));
    reset();
    reads[0]?.answer(ok(2, 3));
    await turn();
    expect(reads[1]?.from).toBe("3-0");
    reads[1]?.answer(ok(4, 4));
    await turn();
    expect(reads).toHaveLength(2);
    expect(delivered).toEqual(["[1]", "[2]", "[3]", "[4]"]);
  });

  it("holds no more than its bound of what is pushed during a read, and reads that again", async () => {
    const { delivered, reads, push } = await live(1);
    push(entry(3));
    push(...Array.from({ length: 1000 }, (_, i) => entry(4 + i)));
    reads[0]?.answer(ok(2, 3));
    await turn();
    expect(reads[1]?.from).toBe("259-0");
    reads[1]?.answer(ok(260, 1003));
    await turn();
    expect(delivered).toHaveLength(1003);
    expect(delivered.at(-1)).toBe("[1003]");
  });

  it("holds no more than its bound of characters either, of each read anew", async () => {
    const { delivered, reads, push } = await live(1);
    const large = (n: number): LogEntry => ({ ...entry(n), data: `[${n}]`.padEnd(600_000) });
    push(entry(3), large(4), large(5));
    reads[0]?.answer(ok(2, 3));
    await turn();
    expect(reads.map(({ from }) => from)).toEqual(["1-0", "4-0"]);
    push(large(6));
    reads[1]?.answer(ok(5, 5));
    await turn();
    expect(delivered.map((data) => data.trim())).toEqual(["[1]", "[2]", "[3]", "[4]", "[5]", "[6]"]);
    expect(reads).toHaveLength(2);
  });

  it("forgets what it holds when it reads on: the next page has it", async () => {
    const { delivered, reads, confirm, push } = stage();
    confirm();
    await turn();
    push(...Array.from({ length: 256 }, (_, i) => entry(2 + i)));
    reads[0]?.answer(ok(1, 1, true));
    await turn();
    push(entry(258));
    reads[1]?.answer(ok(2, 257));
    await turn();
    expect(delivered.at(-1)).toBe("[258]");
    expect(reads).toHaveLength(2);
  });

  it("waits and reads again while Redis refuses it, and ends when the log cannot be read at all", async () => {
    const { delivered, reads, push } = await live(1);
    push(entry(3));
    reads[0]?.refuse(new FrontrowError("REDIS_UNAVAILABLE", "Redis refuses this user"));
    await turn();
    expect(delivered).toEqual(["[1]"]);
    push(entry(4));
    expect(reads).toHaveLength(2);
    reads[1]?.refuse(new FrontrowError("INTERNAL", "WRONGTYPE"));
    await turn();
    expect(delivered).toEqual(["[1]", "unsubscribed", "WRONGTYPE"]);
  });

  describe("that Redis refuses", () => {
    afterEach(() => void vi.useRealTimers());

    it("reads again by itself after a while, unless it is closed", async () => {
      const { delivered, reads, push, follow } = await live(1);
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
      push(entry(3));
      reads[0]?.refuse(new FrontrowError("REDIS_UNAVAILABLE", "Redis refuses this user"));
      await turn();
      vi.advanceTimersByTime(400);
      expect(reads).toHaveLength(1);
      vi.advanceTimersByTime(1100);
      expect(reads.map(({ from }) => from)).toEqual(["1-0", "1-0"]);
      reads[1]?.refuse(new FrontrowError("REDIS_UNAVAILABLE", "Redis refuses this user"));
      await turn();
      expect(vi.getTimerCount()).toBe(1);
      follow.close();
      expect(vi.getTimerCount()).toBe(0);
      expect(delivered).toEqual(["[1]", "unsubscribed"]);
    });
  });

  it("reads no more and says nothing once it is closed during a read", async () => {
    const { delivered, reads, push, reset, follow } = await live(1);
    push(entry(3));
    reset();
    follow.close();
    reads[0]?.answer(ok(2, 3));
    await turn();
    expect(reads).toHaveLength(1);
    const other = await live(1);
    other.reset();
    other.follow.close();
    other.reads[0]?.answer({ outcome: "lost" });
    await turn();
    expect([delivered, other.delivered]).toEqual([
      ["[1]", "unsubscribed"],
      ["[1]", "unsubscribed"],
    ]);
  });

  it("delivers nothing after the entry at which it was closed from within", async () => {
    const on = stage({ onEntry: (data) => data === "[2]" && on.follow.close() });
    on.confirm();
    await turn();
    on.push(entry(4));
    on.reads[0]?.answer(ok(1, 3));
    await turn();
    expect(on.delivered).toEqual(["[1]", "[2]", "unsubscribed"]);
    expect(on.ends).toBe(1);
  });

  it("ends when what it delivers to throws, and says so once", async () => {
    const on = stage({
      onEntry() {
        throw new Error("poisoned");
      },
    });
    on.confirm();
    await turn();
    on.reads[0]?.answer(ok(1, 3));
    await on.follow.caughtUp;
    expect(on.delivered).toEqual(["[1]", "unsubscribed", "poisoned"]);
    expect(on.ends).toBe(1);
  });

  it("says once that it must resync, and nothing afterwards", async () => {
    const { delivered, push, reset, reads } = await live(1);
    push(entry(2, 2));
    push(entry(3, 2));
    reset();
    expect(delivered).toEqual(["[1]", "unsubscribed", "epoch"]);
    expect(reads).toHaveLength(0);
  });

  it("checks a log only when it has been quiet, and sooner while entries are not pushed", async () => {
    const { reads, push, follow } = await live(1);
    push(entry(2));
    follow.checkWhenQuiet();
    expect(reads).toHaveLength(0);
    follow.checkWhileUnpushed();
    expect(reads).toHaveLength(0);
    follow.checkWhenQuiet();
    reads.shift()?.answer(ok(3, 3));
    await turn();
    follow.checkWhileUnpushed();
    expect(reads).toHaveLength(1);
    reads.shift()?.answer(ok(4, 3));
    await turn();
    push(entry(4));
    follow.checkWhileUnpushed();
    expect(reads).toHaveLength(0);
  });

  it("checks ten more times a log whose entries are not pushed, and no more until it finds one again", async () => {
    const { reads, follow } = await live(1);
    const furtherChecks = async () => {
      for (let checks = 0; ; checks += 1) {
        follow.checkWhileUnpushed();
        const read = reads.shift();
        if (!read || checks > 20) return checks;
        read.answer(ok(1, 0));
        await turn();
      }
    };
    follow.checkWhenQuiet();
    reads.shift()?.answer(ok(1, 0));
    await turn();
    expect(await furtherChecks()).toBe(0);
    follow.checkWhenQuiet();
    reads.shift()?.answer(ok(2, 2));
    await turn();
    expect(await furtherChecks()).toBe(10);
    expect(await furtherChecks()).toBe(0);
  });

  it("takes only what a check found for a sign that nothing is pushed, not what it read for another reason", async () => {
    const { reads, push, follow } = await live(1);
    push(entry(3));
    follow.checkWhenQuiet();
    follow.checkWhenQuiet();
    reads.shift()?.answer(ok(2, 3));
    await turn();
    expect(reads).toHaveLength(0);
    follow.checkWhileUnpushed();
    expect(reads).toHaveLength(0);
    // A check that found nothing is over: the next read is none.
    follow.checkWhenQuiet();
    reads.shift()?.answer(ok(4, 3));
    await turn();
    push(entry(5));
    reads.shift()?.answer(ok(4, 5));
    await turn();
    follow.checkWhileUnpushed();
    expect(reads).toHaveLength(0);
  });

  it("may be closed before it is subscribed", async () => {
    const { follow, confirm, delivered, reads } = stage();
    follow.close();
    await follow.caughtUp;
    confirm();
    await turn();
    expect(delivered).toEqual(["unsubscribed"]);
    expect(reads).toHaveLength(0);
  });

  it("fails when there is nobody to subscribe with", async () => {
    const { follow, refuse, delivered } = stage();
    refuse(new Error("stopped"));
    await follow.caughtUp;
    expect(delivered).toEqual(["stopped"]);
  });
});
