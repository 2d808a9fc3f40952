import { setTimeout as pause } from "node:timers/promises";
import { startOf } from "@frontrow/protocol/entry";
import { eventually } from "@frontrow/testkit/eventually";
import { type FaultProxy, startFaultProxy } from "@frontrow/testkit/faults";
import { seededRandom } from "@frontrow/testkit/random";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { keys } from "../src/keys.ts";
import { appendAll, dataOf, type Kit, numbered, openKit, openSession, record } from "./fixture.ts";

let server: Awaited<ReturnType<typeof startTestRedis>>;
/** In front of commands, and of pushes. */
let commands: FaultProxy;
let pushes: FaultProxy;
let kit: Kit;
/** Meets no fault. */
let direct: Kit;

beforeAll(async () => {
  server = await startTestRedis();
  direct = await openKit(server.url);
});
beforeEach(async () => {
  commands = await startFaultProxy(server.port);
  pushes = await startFaultProxy(server.port);
  kit = await openKit(`redis://127.0.0.1:${commands.port}`, {
    subscriberUrl: `redis://127.0.0.1:${pushes.port}`,
    silenceMs: 400,
  });
});
afterEach(async () => {
  await kit.stop();
  await commands.stop();
  await pushes.stop();
});
afterAll(async () => {
  await direct.stop();
  await server.stop();
});

it("runs a script once whose reply was lost, though the client sends it again", async () => {
  const { log, writer } = await openSession(kit);
  await appendAll(kit.store, log, writer, 1, 1);
  commands.dropReplies();
  const answer = kit.store.append(numbered(log, writer, 2));
  await eventually(async () => expect(await direct.redis.client.xlen(keys.log(log))).toBe(2));
  const [entry] = await direct.store.readBack(log, { entries: 1 });
  commands.heal();
  commands.cut();
  expect(await answer).toEqual({ outcome: "repeated", id: entry?.id });
  expect(await direct.redis.client.xlen(keys.log(log))).toBe(2);
});

it("appends in order and once through cuts at any moment", async () => {
  const random = seededRandom(11);
  const { log, writer } = await openSession(kit);
  let done = false;
  const cutting = (async () => {
    while (!done) {
      await pause(random() * 30);
      commands.cut();
    }
  })();
  // Several under way at a time, as a writer has them that does not wait for each answer.
  for (let n = 1; n <= 400; n += 20) {
    await Promise.all(Array.from({ length: 20 }, (_, i) => appendAll(kit.store, log, writer, n + i, n + i)));
  }
  done = true;
  await cutting;
  const { seen, follow } = record(direct.reader, startOf(log));
  await follow.caughtUp;
  expect(seen).toEqual(dataOf(1, 400));
  follow.close();
});

it("follows through lost pushes and cuts, each entry once and in order", async () => {
  const random = seededRandom(5);
  const { log, writer } = await openSession(direct);
  const { seen, follow } = record(kit.reader, startOf(log));
  await follow.caughtUp;
  pushes.dropChunks((chunk) => chunk.includes("smessage") && random() < 0.5);
  for (let n = 1; n <= 300; n += 1) {
    await appendAll(direct.store, log, writer, n, n);
    if (random() < 0.05) pushes.cut();
    if (random() < 0.05) commands.cut();
    if (random() < 0.3) await pause(random() * 10);
  }
  pushes.heal();
  await appendAll(direct.store, log, writer, 301, 301);
  await eventually(() => expect(seen).toEqual(dataOf(1, 301)));
  follow.close();
});

it("learns by its reset what was pushed while the subscriber was away", async () => {
  const { log, writer } = await openSession(direct);
  const { seen, follow } = record(kit.reader, startOf(log));
  await follow.caughtUp;
  pushes.refuse();
  await appendAll(direct.store, log, writer, 1, 3);
  await pause(100);
  expect(seen).toEqual([]);
  pushes.heal();
  await eventually(() => expect(seen).toEqual(dataOf(1, 3)));
  await appendAll(direct.store, log, writer, 4, 4);
  await eventually(() => expect(seen).toEqual(dataOf(1, 4)));
  follow.close();
});

it("waits while Redis cannot be reached, and then does what was asked, in order", async () => {
  const { log, writer } = await openSession(kit);
  commands.refuse();
  const answers = Promise.all([1, 2, 3].map((n) => kit.store.append(numbered(log, writer, n))));
  await eventually(() => expect(kit.redis.isReady()).toBe(false));
  expect(await direct.redis.client.xlen(keys.log(log))).toBe(0);
  commands.heal();
  expect((await answers).map(({ outcome }) => outcome)).toEqual(["appended", "appended", "appended"]);
});

it("takes a stalled connection for dead, and sends again on a new one", async () => {
  const { log, writer } = await openSession(kit);
  commands.stallOpen();
  const answer = kit.store.append(numbered(log, writer, 1));
  expect(await answer).toMatchObject({ outcome: "appended" });
  expect(await direct.redis.client.xlen(keys.log(log))).toBe(1);
});

it("says trimmed to a reader that was too slow", async () => {
  const { log, writer } = await openSession(direct);
  await appendAll(direct.store, log, writer, 1, 5);
  const { seen, follow } = record(kit.reader, startOf(log));
  await follow.caughtUp;
  pushes.dropChunks((chunk) => chunk.includes("smessage"));
  await appendAll(direct.store, log, writer, 6, 10);
  await direct.store.trim(log, (await direct.store.tail(log))?.id ?? "");
  pushes.heal();
  await appendAll(direct.store, log, writer, 11, 11);
  await eventually(() => expect(seen).toEqual([...dataOf(1, 5), "trimmed"]));
});
