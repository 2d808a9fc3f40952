import { startOf } from "@frontrow/protocol/entry";
import { eventually } from "@frontrow/testkit/eventually";
import { type FaultProxy, startFaultProxy } from "@frontrow/testkit/faults";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, expect, it } from "vitest";
import { appendAll, dataOf, type Kit, openKit, openSession, record } from "./fixture.ts";

let server: Awaited<ReturnType<typeof startTestRedis>>;
let pushes: FaultProxy;
let kit: Kit;
beforeAll(async () => {
  server = await startTestRedis();
  pushes = await startFaultProxy(server.port);
  kit = await openKit(server.url, { subscriberUrl: `redis://127.0.0.1:${pushes.port}`, sweepMs: 3_600_000 });
});
afterAll(async () => {
  await kit.stop();
  await pushes.stop();
  await server.stop();
});

const publish = (channel: string, message: string) => kit.redis.client.spublish(channel, message);

/** A subscription that notes what it hears. */
async function listen(channel: string) {
  const heard: string[] = [];
  const unsubscribe = await kit.subscriber.subscribe(channel, {
    onMessage: (message) => heard.push(message),
    onReset: () => heard.push("reset"),
  });
  return { heard, unsubscribe };
}

/** How often each command ran on the server. */
async function commandCounts(): Promise<Record<string, number>> {
  const stats = await kit.redis.client.info("commandstats");
  return Object.fromEntries([...stats.matchAll(/cmdstat_(\S+?):calls=(\d+)/g)].map(([, name, calls]) => [name, Number(calls)]));
}

it("shares one subscription among the handlers of a channel, and ends it with the last of them", async () => {
  const one = await listen("shared");
  const two = await listen("shared");
  await publish("shared", "a");
  await eventually(() => expect([one.heard, two.heard]).toEqual([["a"], ["a"]]));
  one.unsubscribe();
  await publish("shared", "b");
  await eventually(() => expect(two.heard).toEqual(["a", "b"]));
  expect(one.heard).toEqual(["a"]);
  two.unsubscribe();
  await eventually(async () => expect(await publish("shared", "c")).toBe(0));
});

it("is subscribed anew at once after it was ended", async () => {
  const first = await listen("again");
  first.unsubscribe();
  const second = await listen("again");
  await publish("again", "a");
  await eventually(() => expect(second.heard).toEqual(["a"]));
  second.unsubscribe();
});

it("says that messages may be lost only when it hears again", async () => {
  const { heard, unsubscribe } = await listen("cut");
  pushes.refuse();
  await publish("cut", "lost");
  expect(heard).toEqual([]);
  pushes.heal();
  await eventually(() => expect(heard).toEqual(["reset"]));
  await publish("cut", "heard");
  await eventually(() => expect(heard).toEqual(["reset", "heard"]));
  unsubscribe();
});

it("subscribes to thousands of channels with few commands, and hears each", async () => {
  const before = await commandCounts();
  const channels = Array.from({ length: 5000 }, (_, n) => `many:${n}`);
  const all = await Promise.all(channels.map(listen));
  const after = await commandCounts();
  expect((after["ssubscribe"] ?? 0) - (before["ssubscribe"] ?? 0)).toBeLessThanOrEqual(30);
  await Promise.all(channels.map((channel) => publish(channel, channel)));
  await eventually(() => expect(all.map(({ heard }) => heard)).toEqual(channels.map((channel) => [channel])));
  for (const { unsubscribe } of all) unsubscribe();
});

it("wakes up for what a log says without a command for any other", async () => {
  const sessions = await Promise.all(Array.from({ length: 200 }, () => openSession(kit)));
  const follows = sessions.map(({ log }) => record(kit.reader, startOf(log)));
  await Promise.all(follows.map(({ follow }) => follow.caughtUp));
  const [busy] = sessions;
  if (!busy) throw new Error("no session");
  const before = await commandCounts();
  await appendAll(kit.store, busy.log, busy.writer, 1, 100);
  await eventually(() => expect(follows[0]?.seen).toEqual(dataOf(1, 100)));
  const after = await commandCounts();
  const ran = (name: string) => (after[name] ?? 0) - (before[name] ?? 0);
  expect(ran("evalsha")).toBe(100);
  expect(ran("xrange")).toBe(0);
  for (const { follow } of follows) follow.close();
});
