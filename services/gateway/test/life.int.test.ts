import type { DeskId } from "@frontrow/protocol/ids";
import { createDeskStore } from "@frontrow/redis/desks";
import { keys } from "@frontrow/redis/keys";
import { createWatcherStore } from "@frontrow/redis/watchers";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chat } from "./broadcast.ts";
import { Harness } from "./harness.ts";

describe("a gateway's life", () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await Harness.start();
  });
  afterAll(() => harness.close());

  const deskOf = (data: Record<string, unknown> | undefined) => ({
    sessionId: String(data?.["sessionId"]) as DeskId,
    resumeToken: String(data?.["resumeToken"]),
  });

  it("sends its sockets elsewhere when it stops, takes no new ones, and leaves no presence behind", async () => {
    const { gateway, stop } = await harness.gateway({ DRAIN_MS: 300 });
    const clients = Array.from({ length: 20 }, () => harness.client(gateway));
    for (const client of clients) client.send({ type: "setLanguage", language: "fr" });
    await Promise.all(clients.map((client) => client.next("languageSet")));
    const desks = createDeskStore(harness.redis.client);
    const ids = clients.map(({ frames }) => deskOf(frames[0]?.data).sessionId);
    await eventually(async () =>
      expect(await Promise.all(ids.map((id) => desks.gateways(id)))).toEqual(ids.map(() => [expect.any(String)])),
    );
    const stopped = stop();
    const late = harness.client(gateway);
    await stopped;
    expect(clients.map(({ closedWith }) => closedWith)).toEqual(clients.map(() => 1001));
    await eventually(() => expect(late.failedWith).toBeDefined());
    expect(await Promise.all(ids.map((id) => desks.gateways(id)))).toEqual(ids.map(() => []));
  });

  it("leaves nothing in Redis of a desk that a returning client did not need", async () => {
    const { gateway } = await harness.gateway({ DESK_OPEN_DELAY_MS: 2_000 });
    const first = harness.client(gateway);
    const desk = deskOf((await first.next("sessionCreated")).data);
    first.send({ type: "setLanguage", language: "fr" });
    await first.next("languageSet");
    const back = harness.client(gateway);
    back.send({ type: "resume", ...desk });
    await back.next("resumed");
    const unused = deskOf((await back.next("sessionCreated")).data);
    back.send({ type: "test" });
    await back.next("test");
    expect(await harness.redis.client.exists(keys.desk(unused.sessionId))).toBe(0);
    expect(await harness.redis.client.exists(keys.desk(desk.sessionId))).toBe(1);
  });

  it("watches again for whoever comes back to a desk that was reaped", async () => {
    const { gateway } = await harness.gateway();
    const broadcast = await harness.broadcast();
    const client = harness.client(gateway);
    const desk = deskOf((await client.next("sessionCreated")).data);
    client.send({ type: "changeUsername", username: broadcast.handle });
    const { pos } = await client.next("history");
    const desks = createDeskStore(harness.redis.client);
    client.cut();
    await eventually(async () => expect(await desks.gateways(desk.sessionId)).toEqual([]));
    const joins = (await desks.read(desk.sessionId))?.joins ?? 0;
    expect((await desks.change(desk.sessionId, { type: "reap", joins, dead: [] })).outcome).toBe("applied");
    await broadcast.append([chat("w1")]);
    const back = harness.client(gateway);
    back.send({ type: "resume", ...desk, pos });
    expect((await back.next("resumed")).data).toMatchObject({ recovered: false, desk: { handle: broadcast.handle } });
    const { data } = await back.next("history");
    const shown = () => [...(data?.items ?? []).map((item) => item["id"]), ...back.eventIds()];
    await eventually(() => expect(shown()).toEqual(["w1"]));
    const watchers = await createWatcherStore(harness.redis.client).read(broadcast.creatorId);
    expect(watchers.get(desk.sessionId)).toBe(3);
  });

  it("shows a desk's members the same, wherever they are, and each language of its own desk alone", async () => {
    const one = (await harness.gateway()).gateway;
    const two = (await harness.gateway()).gateway;
    const broadcast = await harness.broadcast();
    const first = harness.client(one);
    const desk = deskOf((await first.next("sessionCreated")).data);
    const stranger = harness.client(two);
    await stranger.next("sessionCreated");
    first.send({ type: "setLanguage", language: "es" });
    await first.next("languageSet");
    const mate = harness.client(two, { path: `/ws/${desk.sessionId}` });
    mate.send({ type: "resume", ...desk });
    expect((await mate.next("resumed")).data).toMatchObject({ desk: { language: "es" } });
    mate.send({ type: "changeUsername", username: broadcast.handle });
    await Promise.all([first.next("history"), mate.next("history")]);
    await broadcast.append([chat("t1")]);
    await eventually(() => expect([first.eventIds(), mate.eventIds()]).toEqual([["t1"], ["t1"]]));
    first.send({ type: "disconnectStream" });
    await Promise.all([first.next("streamDisconnected"), mate.next("streamDisconnected")]);
    expect(stranger.types()).toEqual(["sessionCreated"]);
  });

  it("serves hundreds of desks of one creator from one log", { timeout: 60_000 }, async () => {
    const { gateway, registry } = await harness.gateway({ MAX_SOCKETS_PER_ADDRESS: 2_000 });
    const broadcast = await harness.broadcast();
    const clients = Array.from({ length: 300 }, (_, n) => harness.client(gateway, { batched: n % 2 === 0 }));
    for (const client of clients) client.send({ type: "changeUsername", username: broadcast.handle });
    await eventually(
      () => expect(clients.every(({ frames }) => frames.some(({ type }) => type === "history"))).toBe(true),
      30_000,
    );
    await broadcast.append([chat("k1"), chat("k2")]);
    await eventually(() => expect(clients.map((client) => client.eventIds())).toEqual(clients.map(() => ["k1", "k2"])), 30_000);
    await eventually(async () => expect(await registry.metrics()).toContain("frontrow_gateway_followed_logs 301"));
    expect(await harness.redis.client.pubsub("SHARDNUMSUB", keys.push(broadcast.sessionId))).toEqual([
      keys.push(broadcast.sessionId),
      1,
    ]);
  });

  it("waits while Redis is away, and goes on without a hole", { timeout: 60_000 }, async () => {
    const { gateway, redis } = await harness.gateway();
    const broadcast = await harness.broadcast();
    const client = harness.client(gateway, { batched: true });
    client.send({ type: "changeUsername", username: broadcast.handle });
    await client.next("history");
    await broadcast.append([chat("r1")]);
    await eventually(() => expect(client.eventIds()).toEqual(["r1"]));
    // Every connection of the server is cut; pushes in the meantime are lost.
    await harness.redis.client.call("CLIENT", "KILL", "TYPE", "pubsub");
    await broadcast.append([chat("r2")]);
    await broadcast.append([chat("r3")]);
    await eventually(() => expect(client.eventIds()).toEqual(["r1", "r2", "r3"]), 15_000);
    expect(redis.isReady()).toBe(true);
    expect(client.closedWith).toBeUndefined();
  });

  it("keeps whoever comes back waiting while Redis does not answer, and lets them in afterwards", {
    timeout: 30_000,
  }, async () => {
    const { gateway } = await harness.gateway({ RESUME_TIMEOUT_MS: 1_500 });
    const broadcast = await harness.broadcast();
    const client = harness.client(gateway);
    const desk = deskOf((await client.next("sessionCreated")).data);
    client.send({ type: "changeUsername", username: broadcast.handle });
    const { pos } = await client.next("history");
    client.cut();
    harness.server.process.kill("SIGSTOP");
    const back = harness.client(gateway, { path: `/ws/${desk.sessionId}` });
    back.send({ type: "resume", ...desk, pos });
    await eventually(() => expect(back.webSocket.readyState).toBe(back.webSocket.OPEN));
    // One that comes later and asks for nothing is closed: by then the time of the one before is over too.
    const silent = harness.client(gateway, { path: `/ws/${desk.sessionId}` });
    expect(await silent.closed()).toBe(4003);
    expect(back.closedWith).toBeUndefined();
    harness.server.process.kill("SIGCONT");
    expect((await back.next("resumed")).data).toMatchObject({ recovered: true });
    await broadcast.append([chat("v1")]);
    await eventually(() => expect(back.eventIds()).toEqual(["v1"]));
  });
});
