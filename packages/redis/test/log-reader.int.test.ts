import { startOf } from "@frontrow/protocol/entry";
import { eventually } from "@frontrow/testkit/eventually";
import { startFaultProxy } from "@frontrow/testkit/faults";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keys } from "../src/keys.ts";
import { appendAll, dataOf, type Kit, newSessionId, numbered, openKit, openSession, record } from "./fixture.ts";

let server: Awaited<ReturnType<typeof startTestRedis>>;
let kit: Kit;
beforeAll(async () => {
  server = await startTestRedis();
  kit = await openKit(server.url);
});
afterAll(async () => {
  await kit.stop();
  await server.stop();
});

async function filled(entries: number) {
  const session = await openSession(kit);
  await appendAll(kit.store, session.log, session.writer, 1, entries);
  return session;
}

describe("a follow", () => {
  it("delivers what the log holds, and then what is appended, once and in order", async () => {
    const { log, writer } = await filled(3);
    const { seen, follow } = record(kit.reader, startOf(log));
    await follow.caughtUp;
    expect(seen).toEqual(dataOf(1, 3));
    await appendAll(kit.store, log, writer, 4, 6);
    await eventually(() => expect(seen).toEqual(dataOf(1, 6)));
    expect(follow.position).toEqual(await kit.store.tail(log));
    follow.close();
  });

  it("delivers a long log whole, while it grows", async () => {
    const { log, writer } = await filled(700);
    const { seen, follow } = record(kit.reader, startOf(log));
    await Promise.all([follow.caughtUp, appendAll(kit.store, log, writer, 701, 900)]);
    await eventually(() => expect(seen).toEqual(dataOf(1, 900)));
    follow.close();
  });

  it("continues from a position", async () => {
    const { log, writer } = await filled(2);
    const tail = await kit.store.tail(log);
    await appendAll(kit.store, log, writer, 3, 4);
    const { seen, follow } = record(kit.reader, tail as never);
    await follow.caughtUp;
    expect(seen).toEqual(dataOf(3, 4));
    follow.close();
  });

  it("delivers nothing more once it is closed, though others follow the same log", async () => {
    const { log, writer } = await filled(1);
    const one = record(kit.reader, startOf(log));
    const other = record(kit.reader, startOf(log));
    await Promise.all([one.follow.caughtUp, other.follow.caughtUp]);
    one.follow.close();
    await appendAll(kit.store, log, writer, 2, 3);
    await eventually(() => expect(other.seen).toEqual(dataOf(1, 3)));
    expect(one.seen).toEqual(dataOf(1, 1));
    other.follow.close();
  });

  it("may be closed from within, and by then has delivered exactly what came before", async () => {
    const { log } = await filled(5);
    const seen: string[] = [];
    const follow = kit.reader.follow(startOf(log), {
      onEntry({ data }) {
        seen.push(data);
        if (data === "[3]") follow.close();
      },
      onResync: (reason) => seen.push(reason),
    });
    await follow.caughtUp;
    expect(seen).toEqual(dataOf(1, 3));
  });

  it("ends when its handler throws, and leaves the others alone", async () => {
    const { log, writer } = await filled(1);
    const failures: unknown[] = [];
    const bad = kit.reader.follow(startOf(log), {
      onEntry() {
        throw new Error("poisoned");
      },
      onResync() {},
      onFailed: (error) => failures.push(error),
    });
    const good = record(kit.reader, startOf(log));
    await Promise.all([bad.caughtUp, good.follow.caughtUp]);
    await appendAll(kit.store, log, writer, 2, 2);
    await eventually(() => expect(good.seen).toEqual(dataOf(1, 2)));
    expect(failures).toEqual([new Error("poisoned")]);
    good.follow.close();
  });
});

describe("a position that cannot be continued from", () => {
  it("is said: trimmed, lost, absent", async () => {
    const { log } = await filled(3);
    const tail = await kit.store.tail(log);
    await kit.store.trim(log, tail?.id ?? "");
    const trimmed = record(kit.reader, startOf(log));
    const lost = record(kit.reader, { ...(tail as never as ReturnType<typeof startOf>), stamp: "ingest:9:3" });
    const absent = record(kit.reader, startOf(newSessionId()));
    await Promise.all([trimmed.follow.caughtUp, lost.follow.caughtUp, absent.follow.caughtUp]);
    expect([trimmed.seen, lost.seen, absent.seen]).toEqual([["trimmed"], ["lost"], ["absent"]]);
  });

  it("is said when a new epoch begins, by its first entry", async () => {
    const { log, writer } = await filled(2);
    const { seen, follow } = record(kit.reader, startOf(log));
    await follow.caughtUp;
    await kit.redis.client.hset(keys.head(log), "epoch", "2");
    await kit.store.append({ ...numbered(log, writer, 3), epoch: 2 });
    await eventually(() => expect(seen).toEqual([...dataOf(1, 2), "epoch"]));
    // Whoever follows the new epoch has the next entry by the same push: what has not come with it never will.
    const next = record(kit.reader, (await kit.store.tail(log)) ?? startOf(log));
    await next.follow.caughtUp;
    await kit.store.append({ ...numbered(log, writer, 4), epoch: 2 });
    await eventually(() => expect(next.seen).toEqual(["[4]"]));
    next.follow.close();
    expect(seen).toEqual([...dataOf(1, 2), "epoch"]);
  });
});

it("passes over what was erased from the log", async () => {
  const { log } = await filled(5);
  const [, fourth] = await kit.store.readBack(log, { entries: 2 });
  await kit.redis.client.xdel(keys.log(log), fourth?.id ?? "");
  const { seen, follow } = record(kit.reader, startOf(log));
  await follow.caughtUp;
  expect(seen).toEqual(["[1]", "[2]", "[3]", "[5]"]);
  follow.close();
});

it("finds by its sweep what was never pushed, and looks again sooner while nothing is", async () => {
  const proxy = await startFaultProxy(server.port);
  const deaf = await openKit(server.url, { subscriberUrl: `redis://127.0.0.1:${proxy.port}`, sweepMs: 500 });
  const { log, writer } = await openSession(deaf);
  const { seen, follow } = record(deaf.reader, startOf(log));
  await follow.caughtUp;
  proxy.dropChunks((chunk) => chunk.includes("smessage"));
  for (let n = 1; n <= 5; n += 1) {
    await appendAll(deaf.store, log, writer, n, n);
    await eventually(() => expect(seen).toEqual(dataOf(1, n)));
  }
  follow.close();
  await deaf.stop();
  await proxy.stop();
});
