import { setImmediate as turn } from "node:timers/promises";
import { startOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import { expect, it } from "vitest";
import type { ShardSubscriber } from "../pubsub/subscriber.ts";
import type { LogStore, ReadOutcome } from "./log.ts";
import { createLogReader } from "./reader.ts";

it("reads 64 logs at a time, and the others as places become free, also after a failure", async () => {
  const reads: { answer(outcome: ReadOutcome): void; refuse(error: Error): void }[] = [];
  const subscriber = { subscribe: async () => () => {} } as Partial<ShardSubscriber> as ShardSubscriber;
  const readAfter = () => new Promise<ReadOutcome>((answer, refuse) => reads.push({ answer, refuse }));
  const store = { readAfter } as Partial<LogStore> as LogStore;
  const reader = createLogReader({ subscriber, store, logger: { info() {}, warn() {}, error() {} } });
  const failed: unknown[] = [];
  const follows = Array.from({ length: 100 }, (_, n) =>
    reader.follow(startOf(`ses_follow${n}` as SessionId), {
      onEntry() {},
      onResync() {},
      onFailed: (error) => failed.push(error),
    }),
  );
  await turn();
  expect(reads).toHaveLength(64);
  reads[0]?.refuse(new Error("unreadable"));
  await turn();
  expect(reads).toHaveLength(65);
  expect(failed).toEqual([new Error("unreadable")]);
  for (const { answer } of reads) answer({ outcome: "ok", entries: [], more: false });
  await turn();
  expect(reads).toHaveLength(100);
  for (const { answer } of reads) answer({ outcome: "ok", entries: [], more: false });
  await Promise.all(follows.map(({ caughtUp }) => caughtUp));
  await reader.stop();
});
