import { setImmediate as turn } from "node:timers/promises";
import { type LogEntry, startOf } from "@frontrow/protocol/entry";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { SessionId } from "@frontrow/protocol/ids";
import { describe, expect, it } from "vitest";
import type { ReadOutcome } from "./log.ts";
import { LogFollow } from "./log-follow.ts";
import type { ChannelHandlers } from "./shard-subscriber.ts";

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
function stage() {
  const told: string[] = [];
  const reads: { from: string; answer(outcome: ReadOutcome): void; refuse(error: Error): void }[] = [];
  let channel: ChannelHandlers | undefined;
  let confirm = () => {};
  let refuse: (error: Error) => void = () => {};
  const follow = new LogFollow(
    startOf(log),
    {
      onEntry: ({ data }) => told.push(data),
      onResync: (reason) => told.push(reason),
      onFailed: (error) => told.push((error as Error).message),
    },
    {
      subscribe: (handlers) =>
        new Promise((resolve, reject) => {
          channel = handlers;
          confirm = () => resolve(() => told.push("unsubscribed"));
          refuse = reject;
        }),
      read: ({ id }) =>
        new Promise((answer, reject) => {
          reads.push({ from: id, answer, refuse: reject });
        }),
      logger: { info() {}, warn() {}, error() {} },
      onEnd() {},
    },
  );
  return {
    follow,
    told,
    reads,
    confirm: () => confirm(),
    refuse: (error: Error) => refuse(error),
    push: (...entries: LogEntry[]) => {
      for (const one of entries) channel?.onMessage(pushOf(one));
    },
    reset: () => channel?.onReset(),
  };
}

/** One that has read to the end of a log of so many entries. */
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
    const { told, reads, confirm, push, follow } = stage();
    confirm();
    await turn();
    push(entry(2), entry(3), entry(4));
    reads[0]?.answer(ok(1, 3));
    await follow.caughtUp;
    expect(told).toEqual(["[1]", "[2]", "[3]", "[4]"]);
    expect(reads).toHaveLength(1);
  });

  it("reads on while there is more", async () => {
    const { told, reads, confirm, follow } = stage();
    confirm();
    await turn();
    reads[0]?.answer(ok(1, 2, true));
    await turn();
    expect(reads[1]?.from).toBe("2-0");
    reads[1]?.answer(ok(3, 3));
    await follow.caughtUp;
    expect(told).toEqual(["[1]", "[2]", "[3]"]);
  });

  it("reads where the chain breaks, and drops what it knows", async () => {
    const { told, reads, push } = await live(2);
    push(entry(1), entry(2));
    expect(reads).toHaveLength(0);
    push(entry(5));
    expect(reads.map(({ from }) => from)).toEqual(["2-0"]);
    reads[0]?.answer(ok(3, 5));
    await turn();
    push(entry(6));
    expect(told).toEqual(["[1]", "[2]", "[3]", "[4]", "[5]", "[6]"]);
  });

  it("reads again when it was reset during a read: that may have been too early", async () => {
    const { told, reads, push, reset } = await live(1);
    push(entry(3));
    reset();
    reads[0]?.answer(ok(2, 3));
    await turn();
    expect(reads[1]?.from).toBe("3-0");
    reads[1]?.answer(ok(4, 4));
    await turn();
    expect(reads).toHaveLength(2);
    expect(told).toEqual(["[1]", "[2]", "[3]", "[4]"]);
  });

  it("holds no more than its bound of what is pushed during a read, and reads that again", async () => {
    const { told, reads, push } = await live(1);
    push(entry(3));
    push(...Array.from({ length: 1000 }, (_, i) => entry(4 + i)));
    reads[0]?.answer(ok(2, 3));
    await turn();
    expect(reads[1]?.from).toBe("259-0");
    reads[1]?.answer(ok(260, 1003));
    await turn();
    expect(told).toHaveLength(1003);
    expect(told.at(-1)).toBe("[1003]");
  });

  it("waits and reads again while Redis refuses it, and ends when the log cannot be read at all", async () => {
    const { told, reads, push } = await live(1);
    push(entry(3));
    reads[0]?.refuse(new FrontrowError("REDIS_UNAVAILABLE", "Redis refuses this user"));
    await turn();
    expect(told).toEqual(["[1]"]);
    push(entry(4));
    expect(reads).toHaveLength(2);
    reads[1]?.refuse(new FrontrowError("INTERNAL", "WRONGTYPE"));
    await turn();
    expect(told).toEqual(["[1]", "unsubscribed", "WRONGTYPE"]);
  });

  it("says once that it must resync, and nothing afterwards", async () => {
    const { told, push, reset, reads } = await live(1);
    push(entry(2, 2));
    push(entry(3, 2));
    reset();
    expect(told).toEqual(["[1]", "unsubscribed", "epoch"]);
    expect(reads).toHaveLength(0);
  });

  it("looks at a log only when it has been quiet, and sooner while it is not told of entries", async () => {
    const { reads, push, follow } = await live(1);
    push(entry(2));
    follow.lookWhenQuiet();
    expect(reads).toHaveLength(0);
    follow.lookWhenDeaf();
    expect(reads).toHaveLength(0);
    follow.lookWhenQuiet();
    reads.shift()?.answer(ok(3, 3));
    await turn();
    follow.lookWhenDeaf();
    expect(reads).toHaveLength(1);
    reads.shift()?.answer(ok(4, 3));
    await turn();
    push(entry(4));
    follow.lookWhenDeaf();
    expect(reads).toHaveLength(0);
  });

  it("may be closed before it is subscribed", async () => {
    const { follow, confirm, told, reads } = stage();
    follow.close();
    await follow.caughtUp;
    confirm();
    await turn();
    expect(told).toEqual(["unsubscribed"]);
    expect(reads).toHaveLength(0);
  });

  it("fails when there is nobody to subscribe with", async () => {
    const { follow, refuse, told } = stage();
    refuse(new Error("stopped"));
    await follow.caughtUp;
    expect(told).toEqual(["stopped"]);
  });
});
