import { creatorIdOf, type DeskId } from "@frontrow/protocol/ids";
import { keys } from "@frontrow/redis/keys";
import { createWatcherStore } from "@frontrow/redis/watchers";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestClient } from "./client.ts";
import { Harness } from "./harness.ts";

/** Keys of desks, whatever they hold. */
const deskKeys = (harness: Harness) => harness.redis.client.keys("fr:{dsk_*");

const credentialsOf = async (client: TestClient) => {
  const { data } = await client.next("sessionCreated");
  return { sessionId: String(data?.["sessionId"]) as DeskId, resumeToken: String(data?.["resumeToken"]) };
};

describe("what a guest leaves behind", () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await Harness.start();
  });
  afterAll(() => harness.close());

  it("is nothing, for a client that connects, says something that changes nothing, and goes", async () => {
    const { gateway } = await harness.gateway({ DESK_OPEN_DELAY_MS: 1 });
    const before = await harness.redis.client.dbsize();
    for (let n = 0; n < 30; n++) {
      const client = harness.client(gateway);
      client.send({ type: "test" });
      await client.next("test");
      client.cut();
    }
    await eventually(() => expect(gateway.sockets).toBe(0));
    expect(await harness.redis.client.dbsize()).toBe(before);
  });

  it("is a desk for ten minutes when it never watched, and for an hour when it did; with members it stays", async () => {
    const { gateway } = await harness.gateway();
    const client = harness.client(gateway);
    const { sessionId } = await credentialsOf(client);
    const lifetime = () => harness.redis.client.pttl(keys.desk(sessionId));
    client.send({ type: "setLanguage", language: "fr" });
    await client.next("languageSet");
    expect(await lifetime()).toBe(-1);
    client.cut();
    await eventually(async () => expect(await lifetime()).toBeGreaterThan(0));
    expect(await lifetime()).toBeLessThanOrEqual(600_000);

    const watching = harness.client(gateway);
    const other = await credentialsOf(watching);
    watching.send({ type: "changeUsername", username: "somebody" });
    await watching.next("connectionProgress");
    watching.cut();
    const left = () => harness.redis.client.pttl(keys.desk(other.sessionId));
    await eventually(async () => expect(await left()).toBeGreaterThan(600_000));
    expect(await left()).toBeLessThanOrEqual(3_600_000);
  });

  it("can be used by whoever else has its credentials, at any gateway, and the first socket sees all of it", async () => {
    const one = (await harness.gateway({ DESK_OPEN_DELAY_MS: 1 })).gateway;
    const two = (await harness.gateway()).gateway;
    const broadcast = await harness.broadcast();
    const first = harness.client(one);
    const desk = await credentialsOf(first);
    await eventually(async () =>
      expect(await harness.redis.client.pubsub("SHARDNUMSUB", keys.push(desk.sessionId))).toEqual([keys.push(desk.sessionId), 1]),
    );
    const second = harness.client(two, { path: `/ws/${desk.sessionId}` });
    second.send({ type: "resume", ...desk });
    expect((await second.next("resumed")).data).toMatchObject({ recovered: false, desk: { generation: 0 } });
    second.send({ type: "changeUsername", username: broadcast.handle });
    await Promise.all([first.next("history"), second.next("history")]);
    first.send({ type: "setLanguage", language: "de" });
    await Promise.all([first.next("languageSet"), second.next("languageSet")]);
  });

  it("does not come back once it was closed", async () => {
    const { gateway } = await harness.gateway();
    const client = harness.client(gateway);
    const desk = await credentialsOf(client);
    client.send({ type: "setLanguage", language: "fr" });
    await client.next("languageSet");
    const call = (method: string) =>
      fetch(`${gateway.url}/api/v1/desks/${desk.sessionId}`, {
        method,
        headers: { authorization: `Bearer ${desk.resumeToken}` },
      });
    expect((await call("DELETE")).status).toBe(204);
    expect((await call("GET")).status).toBe(404);
    const back = harness.client(gateway, { path: `/ws/${desk.sessionId}` });
    back.send({ type: "resume", ...desk });
    expect(await back.closed()).toBe(4004);
  });

  it("stops being watched within seconds when everybody left a creator who was never live, but not over a reload", async () => {
    const { gateway } = await harness.gateway({ UNSEEN_WATCH_KEPT_MS: 3_000 });
    const watchers = createWatcherStore(harness.redis.client);
    const client = harness.client(gateway);
    const desk = await credentialsOf(client);
    client.send({ type: "changeUsername", username: "newcomer" });
    await client.next("connectionProgress");
    const watching = () => watchers.count(creatorIdOf("newcomer"));
    await eventually(async () => expect(await watching()).toBe(1));
    client.cut();
    const back = harness.client(gateway, { path: `/ws/${desk.sessionId}` });
    back.send({ type: "resume", ...desk });
    expect((await back.next("resumed")).data).toMatchObject({ desk: { handle: "newcomer", generation: 1 } });
    back.cut();
    await eventually(async () => expect(await watching()).toBe(0));
    const later = harness.client(gateway, { path: `/ws/${desk.sessionId}` });
    later.send({ type: "resume", ...desk });
    expect((await later.next("resumed")).data).toMatchObject({ desk: { handle: "newcomer" } });
    await eventually(async () => expect(await watching()).toBe(1));
  });
});

describe("a guest's limits", () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await Harness.start();
  });
  afterAll(() => harness.close());

  /** What a refusal says: a code, a sentence, and when to try again. */
  const limited = { code: "RATE_LIMITED", message: expect.stringMatching(/^[A-Z].+\.$/), retryAtMs: expect.any(Number) };

  const open = async (url: string, forwardedFor: string) =>
    fetch(`${url}/api/v1/desks`, { method: "POST", headers: { "x-forwarded-for": forwardedFor } });

  it("count new desks of a network and of all, across gateways and both doors, and say when there are more", async () => {
    await harness.redis.client.flushall();
    const config = { TRUST_PROXY: true, NEW_DESKS_PER_NETWORK: 3, NEW_DESKS: 5 };
    const [one, two] = [(await harness.gateway(config)).gateway, (await harness.gateway(config)).gateway];
    const use = async (url: typeof one, forwardedFor: string): Promise<TestClient> => {
      const client = harness.client(url, { forwardedFor });
      client.send({ type: "setLanguage", language: "fr" });
      await eventually(() => expect(client.types().some((type) => type === "languageSet" || type === "error")).toBe(true));
      return client;
    };
    expect((await use(one, "198.51.100.1")).types()).toContain("languageSet");
    expect((await use(two, "198.51.100.200")).types()).toContain("languageSet");
    expect((await open(one.url, "198.51.100.3")).status).toBe(201);
    const refused = await use(two, "198.51.100.4");
    const { data } = await refused.next("error");
    expect(data).toMatchObject(limited);
    expect(Number(data?.["retryAtMs"]) - Date.now()).toBeGreaterThan(500_000);
    expect(refused.closedWith).toBeUndefined();
    const overHttp = await open(two.url, "198.51.100.5");
    expect(overHttp.status).toBe(429);
    const { message: _message, ...rest } = limited;
    expect(await overHttp.json()).toMatchObject({ ...rest, detail: limited.message });
    expect(Number(overHttp.headers.get("retry-after"))).toBeGreaterThan(500);
    // Another network, until all are spent.
    expect((await open(two.url, "2001:db8:1:1::1")).status).toBe(201);
    expect((await open(one.url, "2001:db8:2:1::1")).status).toBe(201);
    expect((await open(one.url, "2001:db8:3:1::1")).status).toBe(429);
    expect(new Set((await deskKeys(harness)).map((key) => key.split(":")[1])).size).toBe(5);
  });

  it("count the names of new creators, whoever asks and however often they reconnect", async () => {
    await harness.redis.client.flushall();
    const { gateway } = await harness.gateway({ NEW_CREATORS_PER_NETWORK_MINUTE: 4 });
    const codes: unknown[] = [];
    for (let n = 0; n < 10; n++) {
      const client = harness.client(gateway);
      client.send({ type: "changeUsername", username: `newcomer${n}`, commandId: `c${n}` });
      await eventually(() => expect(client.types().some((type) => type === "connectionProgress" || type === "error")).toBe(true));
      const refusal = client.frames.find(({ type }) => type === "error")?.data;
      codes.push(refusal?.["code"] ?? "watched");
      if (refusal) expect(refusal).toMatchObject({ ...limited, commandId: `c${n}` });
      client.cut();
    }
    expect(codes).toEqual([...Array(4).fill("watched"), ...Array(6).fill("RATE_LIMITED")]);
    // Somebody elsewhere is let in, and so is whoever names one who is looked for already.
    const elsewhere = harness.client(gateway, { from: "127.0.0.2" });
    elsewhere.send({ type: "changeUsername", username: "somebody.else" });
    await elsewhere.next("connectionProgress");
    const { desk } = (await (await open(gateway.url, "")).json()) as { desk: object };
    expect(desk).toMatchObject({ generation: 0 });
  });

  it("are the same for a source over HTTP and over a socket, and count a desk for itself", async () => {
    await harness.redis.client.flushall();
    const broadcasts = [await harness.broadcast(), await harness.broadcast()];
    const { gateway } = await harness.gateway({ WATCHES_PER_DESK_MINUTE: 6 });
    const client = harness.client(gateway);
    const desk = await credentialsOf(client);
    const statuses: number[] = [];
    for (let n = 0; n < 5; n++) {
      const response = await fetch(`${gateway.url}/api/v1/desks/${desk.sessionId}/source`, {
        method: "PUT",
        headers: { authorization: `Bearer ${desk.resumeToken}`, "content-type": "application/json" },
        body: JSON.stringify({ username: broadcasts[n % 2]?.handle }),
      });
      statuses.push(response.status);
    }
    expect(statuses).toEqual(Array(5).fill(200));
    client.send({ type: "changeUsername", username: broadcasts[1]?.handle });
    await client.next("connectionProgress");
    client.send({ type: "changeUsername", username: broadcasts[0]?.handle });
    expect((await client.next("error")).data).toMatchObject(limited);
    const other = harness.client(gateway);
    other.send({ type: "changeUsername", username: broadcasts[0]?.handle });
    await other.next("history");
  });

  it("do not wait for a Redis that does not answer: each process keeps them for itself", { timeout: 30_000 }, async () => {
    const { createRateLimit } = await import("@frontrow/redis/rate-limits");
    const limit = createRateLimit(harness.redis.client, "test", { count: 2, windowMs: 60_000 });
    harness.server.process.kill("SIGSTOP");
    try {
      const answers = [await limit.spend("a"), await limit.spend("a"), await limit.spend("a")];
      expect(answers.map(({ ok }) => ok)).toEqual([true, true, false]);
    } finally {
      harness.server.process.kill("SIGCONT");
    }
  });

  it("let a school watch: three hundred people behind one address, at once", { timeout: 60_000 }, async () => {
    await harness.redis.client.flushall();
    const { gateway } = await harness.gateway();
    const broadcast = await harness.broadcast();
    const clients = Array.from({ length: 300 }, () => harness.client(gateway));
    for (const client of clients) client.send({ type: "changeUsername", username: broadcast.handle });
    await eventually(
      () => expect(clients.filter(({ frames }) => frames.some(({ type }) => type === "history"))).toHaveLength(300),
      40_000,
    );
    expect(clients.flatMap(({ frames }) => frames.filter(({ type }) => type === "error"))).toEqual([]);
    for (const client of clients) client.cut();
  });

  it("send a snapshot once in two seconds to whoever asks again", async () => {
    await harness.redis.client.flushall();
    const { gateway } = await harness.gateway();
    const broadcast = await harness.broadcast();
    const client = harness.client(gateway);
    client.send({ type: "changeUsername", username: broadcast.handle });
    await client.next("history");
    for (let n = 0; n < 20; n++) client.send({ type: "setMode", mode: "LIVE", commandId: `m${n}` });
    expect((await client.next("error")).data).toMatchObject(limited);
    client.send({ type: "test" });
    await eventually(() => expect(client.types().filter((type) => type === "history").length).toBeGreaterThanOrEqual(2));
    expect(client.types().filter((type) => type === "history")).toHaveLength(2);
  });

  it.each(["resume", "changeUsername"])("send a snapshot once in two seconds, whatever asks for it: %s", async (type) => {
    await harness.redis.client.flushall();
    const { gateway } = await harness.gateway();
    const broadcast = await harness.broadcast();
    const client = harness.client(gateway);
    const desk = await credentialsOf(client);
    client.send({ type: "changeUsername", username: broadcast.handle });
    await client.next("history");
    const what = type === "resume" ? desk : { username: broadcast.handle };
    for (let n = 0; n < 4; n++) client.send({ type, ...what, commandId: `s${n}` });
    expect((await client.next("error")).data).toMatchObject(limited);
    await eventually(() => expect(client.types().filter((each) => each === "history")).toHaveLength(2));
    client.send({ type: "test" });
    await client.next("test");
    expect(client.types().filter((each) => each === "history")).toHaveLength(2);
  });

  it("keep out an address whose socket was closed for abuse, for a while, and nobody else", async () => {
    await harness.redis.client.flushall();
    const { gateway } = await harness.gateway({ ABUSE_PAUSE_MS: 60_000 });
    const client = harness.client(gateway);
    await client.next("sessionCreated");
    for (let n = 0; n < 300; n++) client.send({ type: "test" });
    expect(await client.closed()).toBe(4029);
    const again = harness.client(gateway);
    await eventually(() => expect(again.failedWith).toContain("429"));
    await harness.client(gateway, { from: "127.0.0.3" }).next("sessionCreated");
  });

  it("keep that address out at every gateway, and let in whom Redis cannot be asked about", { timeout: 30_000 }, async () => {
    await harness.redis.client.flushall();
    const one = (await harness.gateway({ ABUSE_PAUSE_MS: 60_000 })).gateway;
    const two = (await harness.gateway()).gateway;
    const three = (await harness.gateway()).gateway;
    const client = harness.client(one);
    await client.next("sessionCreated");
    for (let n = 0; n < 300; n++) client.send({ type: "test" });
    expect(await client.closed()).toBe(4029);
    const left = () => harness.redis.client.pttl(keys.pause("127.0.0.1"));
    await eventually(async () => expect(await left()).toBeGreaterThan(0));
    expect(await left()).toBeLessThanOrEqual(60_000);
    const again = harness.client(two);
    await eventually(() => expect(again.failedWith).toContain("429"));
    await harness.client(two, { from: "127.0.0.3" }).next("sessionCreated");
    // Refused by itself from then on.
    await harness.redis.client.del(keys.pause("127.0.0.1"));
    const stillKept = harness.client(two);
    await eventually(() => expect(stillKept.failedWith).toContain("429"));

    await harness.redis.client.set(keys.pause("127.0.0.1"), "1", "PX", 60_000);
    harness.server.process.kill("SIGSTOP");
    try {
      await harness.client(three).next("sessionCreated");
    } finally {
      harness.server.process.kill("SIGCONT");
    }
  });

  it("let a desk begin two simulated broadcasts, of which it watches one, and each other desk two more", async () => {
    await harness.redis.client.flushall();
    const gateways = [(await harness.gateway()).gateway, (await harness.gateway()).gateway] as const;
    const watchersOf = async (name: string) => [
      ...(await createWatcherStore(harness.redis.client).read(creatorIdOf(`demo:${name}`))).keys(),
    ];
    const put = (desk: Awaited<ReturnType<typeof credentialsOf>>, name: string, at: 0 | 1) =>
      fetch(`${gateways[at].url}/api/v1/desks/${desk.sessionId}/source`, {
        method: "PUT",
        headers: { authorization: `Bearer ${desk.resumeToken}`, "content-type": "application/json" },
        body: JSON.stringify({ username: `demo:${name}` }),
      });
    const desk = await credentialsOf(harness.client(gateways[0]));
    expect((await put(desk, "first", 0)).status).toBe(200);
    expect(await watchersOf("first")).toEqual([desk.sessionId]);
    expect((await put(desk, "second", 1)).status).toBe(200);
    expect([await watchersOf("first"), await watchersOf("second")]).toEqual([[], [desk.sessionId]]);
    const refused = await put(desk, "third", 0);
    expect(refused.status).toBe(429);
    const problem = {
      code: "RATE_LIMITED",
      detail: expect.stringMatching(/^You began 2 demo.*\.$/),
      retryAtMs: expect.any(Number),
    };
    expect(await refused.json()).toMatchObject(problem);
    // It stays where it was, and may go back.
    expect([await watchersOf("second"), await watchersOf("third")]).toEqual([[desk.sessionId], []]);
    expect((await put(desk, "first", 0)).status).toBe(200);
    const other = await credentialsOf(harness.client(gateways[1]));
    expect((await put(other, "third", 1)).status).toBe(200);
    expect((await put(other, "fourth", 1)).status).toBe(200);
    expect((await put(other, "fifth", 1)).status).toBe(429);
  });

  it("hold what a guest begins with many desks by the network", async () => {
    await harness.redis.client.flushall();
    const { gateway } = await harness.gateway({ DEMOS_PER_NETWORK: 5 });
    const outcomes: unknown[] = [];
    for (let n = 0; n < 8; n++) {
      const client = harness.client(gateway);
      client.send({ type: "changeUsername", username: `demo:guest${n}` });
      await eventually(() => expect(client.types().some((type) => type === "connectionProgress" || type === "error")).toBe(true));
      outcomes.push(client.frames.find(({ type }) => type === "error")?.data?.["code"] ?? "watched");
    }
    expect(outcomes).toEqual([...Array(5).fill("watched"), ...Array(3).fill("RATE_LIMITED")]);
    // What did not begin is in no desk's count.
    const held = await harness.redis.client.keys("fr:{demos_dsk_*");
    const counts = await Promise.all(held.map((key) => harness.redis.client.zcard(key)));
    expect(counts).toEqual(Array(5).fill(1));
  });

  it("answer no more requests of an address than it may send, with the time to wait", async () => {
    const { gateway } = await harness.gateway({ REQUEST_BURST: 20, REQUESTS_PER_SECOND: 1 });
    const answers = await Promise.all(Array.from({ length: 30 }, () => fetch(`${gateway.url}/api/v1/desks/none`)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(9);
    expect(refused[0]?.headers.get("retry-after")).toBe("1");
    expect(await refused[0]?.json()).toMatchObject({ code: "RATE_LIMITED", retryAtMs: expect.any(Number) });
  });
});

describe("a store that is nearly full", () => {
  it("has no room for new guests, who are told so and closed with 1013, and those who are here go on", async () => {
    const harness = await Harness.start();
    try {
      const { gateway } = await harness.gateway({ BEAT_MS: 50 });
      const client = harness.client(gateway);
      const desk = await credentialsOf(client);
      client.send({ type: "setLanguage", language: "fr" });
      await client.next("languageSet");
      const early = harness.client(gateway);
      await early.next("sessionCreated");
      const used = Number(/used_memory:(\d+)/.exec(await harness.redis.client.info("memory"))?.[1]);
      await harness.redis.client.config("SET", "maxmemory", String(Math.round(used / 0.85)));
      const full = { code: "STORE_FULL", retryAtMs: expect.any(Number), message: expect.stringContaining("no room") };
      const refused = await eventually(async () => {
        const response = await fetch(`${gateway.url}/api/v1/desks`, { method: "POST" });
        expect(response.status).toBe(503);
        return response;
      });
      expect(await refused.json()).toMatchObject({ code: "STORE_FULL", retryAtMs: expect.any(Number) });
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
      const guest = harness.client(gateway);
      expect((await guest.next("error")).data).toMatchObject(full);
      expect(await guest.closed()).toBe(1013);
      early.send({ type: "changeUsername", username: "somebody" });
      expect((await early.next("error")).data).toMatchObject(full);
      expect(await early.closed()).toBe(1013);
      client.send({ type: "setLanguage", language: "de" });
      await eventually(() => expect(client.types().filter((type) => type === "languageSet")).toHaveLength(2));
      client.cut();
      const back = harness.client(gateway, { path: `/ws/${desk.sessionId}` });
      back.send({ type: "resume", ...desk });
      await back.next("resumed");
      await harness.redis.client.config("SET", "maxmemory", "0");
      await eventually(async () => {
        expect((await fetch(`${gateway.url}/api/v1/desks`, { method: "POST" })).status).toBe(201);
      });
      await harness.client(gateway).next("sessionCreated");
    } finally {
      await harness.close();
    }
  });
});
