import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../src/gateway.ts";
import { chat, like } from "./broadcast.ts";
import { Harness } from "./harness.ts";

describe("a socket", () => {
  let harness: Harness;
  let gateway: Gateway;

  beforeAll(async () => {
    harness = await Harness.start();
    ({ gateway } = await harness.gateway());
  });
  afterAll(() => harness.close());

  it("is greeted with a desk of its own, and answers a test", async () => {
    const client = harness.client(gateway, { path: "/" });
    const { data } = await client.next("sessionCreated");
    expect(data).toMatchObject({ protocol: 1, desk: { mode: "LIVE", language: "en", generation: 0 } });
    expect(data?.["sessionId"]).toMatch(/^dsk_[a-z0-9]{26}$/);
    expect(data?.["resumeToken"]).toMatch(/^[\w-]{43}$/);
    client.send({ type: "test" });
    expect(await client.next("test")).toEqual({ type: "test", data: "pong" });
  });

  it("watches a live creator in the plain dialect: progress, name, session, history, metrics, then what happens", async () => {
    const broadcast = await harness.broadcast();
    await broadcast.append([chat("a1"), chat("a2")]);
    await broadcast.fold({ chats: 2, likes: 7 });
    const client = harness.client(gateway);
    client.send({ type: "changeUsername", username: `@${broadcast.handle}` });
    await client.next("metrics");
    await broadcast.append([chat("a3"), like("l1", 8)]);
    await broadcast.fold({ chats: 3, likes: 8 });
    await eventually(() => expect(client.types().at(-1)).toBe("metrics"));
    await eventually(() => expect(client.types()).toHaveLength(10));
    expect(client.types()).toEqual([
      "sessionCreated",
      "connectionProgress",
      "usernameChanged",
      "connected",
      "sessionInfo",
      "history",
      "metrics",
      "chat",
      "like",
      "metrics",
    ]);
    const { frames } = client;
    expect(frames[3]?.data).toEqual({ username: broadcast.handle, session: broadcast.sessionId, epoch: 1, roomId: "1" });
    expect(frames[5]?.data?.items?.map((item) => item["id"])).toEqual(["a1", "a2"]);
    expect(frames[6]?.data).toEqual({ chats: 2, likes: 7 });
    expect(frames[7]).toMatchObject({ data: { id: "a3", text: "text a3" }, pos: expect.stringMatching(/^dsk_.*!ses_.*~1$/) });
    expect(frames[7]?.data).not.toHaveProperty("type");
    expect(frames[8]?.pos).toMatch(/!ses_.*~$/);
  });

  it("forwards a log entry as one frame in the batched dialect", async () => {
    const broadcast = await harness.broadcast();
    const client = harness.client(gateway, { batched: true });
    client.send({ type: "changeUsername", username: broadcast.handle });
    await client.next("history");
    await broadcast.append([chat("b1"), chat("b2", 'quote " and emoji 😀')]);
    await eventually(() => expect(client.eventIds()).toEqual(["b1", "b2"]));
    const frame = client.frames.find(({ kind }) => kind === "events");
    expect(frame).toMatchObject({ log: broadcast.sessionId, epoch: 1, kind: "events" });
    expect(frame?.items?.[1]).toEqual(chat("b2", 'quote " and emoji 😀'));
    expect(client.frames.find(({ kind }) => kind === "desk")?.items).toMatchObject([
      { type: "watched", handle: broadcast.handle, generation: 1 },
    ]);
  });

  it("does not forward ticks and control entries", async () => {
    const broadcast = await harness.broadcast();
    const client = harness.client(gateway, { batched: true });
    client.send({ type: "changeUsername", username: broadcast.handle });
    await client.next("history");
    await broadcast.append([{ type: "tick", atMs: 5 }] as never, "tick");
    await broadcast.append([{ type: "sourceOpened", atMs: 5, roomId: "1" }] as never, "control");
    await broadcast.append([chat("c1")]);
    await eventually(() => expect(client.eventIds()).toEqual(["c1"]));
    expect(client.types()).not.toContain("[tick]");
    expect(client.types()).not.toContain("[control]");
  });

  it("says what the source is doing, and shows the broadcast when it begins", async () => {
    const broadcast = await harness.broadcast();
    await broadcast.status({ state: "reconnecting", code: "SIGN_RATE_LIMITED", retryAtMs: 12_345 });
    const client = harness.client(gateway);
    client.send({ type: "changeUsername", username: broadcast.handle });
    await client.next("connectionError");
    expect(client.frames.at(-1)?.data).toBeDefined();
    const progress = client.frames.filter(({ type }) => type === "connectionProgress");
    expect(progress.at(-1)?.data).toEqual({
      username: broadcast.handle,
      state: "reconnecting",
      code: "SIGN_RATE_LIMITED",
      retryAtMs: 12_345,
    });
    await broadcast.goLive();
    await client.next("connected");
    await broadcast.status({ state: "ended", code: undefined, retryAtMs: undefined });
    expect((await client.next("disconnected")).data).toEqual({ username: broadcast.handle, reason: "ended" });
  });

  it("says that nobody is called so", async () => {
    const client = harness.client(gateway);
    client.send({ type: "changeUsername", username: "not a name!" });
    expect((await client.next("usernameChangeError")).data).toMatchObject({ code: "BAD_USERNAME" });
    // Pasted with all that an app attaches to it: refused in words, not as a malformed message.
    const second = client.frames.length;
    client.send({ type: "changeUsername", username: `https://vm.tiktok.com/Z/?${"x".repeat(2_000)}` });
    expect((await client.next("usernameChangeError", second)).data).toMatchObject({
      error: expect.stringContaining("short link"),
    });
    const broadcast = await harness.broadcast();
    await broadcast.status({ state: "failed", code: "CREATOR_UNKNOWN" });
    const from = client.frames.length;
    client.send({ type: "changeUsername", username: broadcast.handle });
    expect((await client.next("usernameChangeError", from)).data).toMatchObject({ code: "CREATOR_UNKNOWN" });
    expect(client.types()).not.toContain("usernameChanged");
  });

  it("shows nothing of the old broadcast once it watches another", async () => {
    const first = await harness.broadcast();
    const second = await harness.broadcast();
    const client = harness.client(gateway, { batched: true });
    client.send({ type: "changeUsername", username: first.handle });
    await client.next("history");
    await first.append([chat("f1")]);
    await eventually(() => expect(client.eventIds()).toEqual(["f1"]));
    const from = client.frames.length;
    client.send({ type: "changeUsername", username: second.handle });
    expect((await client.next("history", from)).data).toMatchObject({ session: second.sessionId });
    await first.append([chat("f2")]);
    await second.append([chat("s1")]);
    await eventually(() => expect(client.eventIds()).toEqual(["f1", "s1"]));
    client.send({ type: "disconnectStream" });
    await eventually(() => expect(client.frames.at(-1)?.items).toMatchObject([{ type: "unwatched", reason: "command" }]));
    await second.append([chat("s2")]);
    client.send({ type: "test" });
    await client.next("test");
    expect(client.eventIds()).toEqual(["f1", "s1"]);
  });

  it("moves on to the creator's next broadcast by itself", async () => {
    const first = await harness.broadcast();
    const client = harness.client(gateway);
    client.send({ type: "changeUsername", username: first.handle });
    await client.next("history");
    const from = client.frames.length;
    await first.status({ state: "ended" });
    const { Broadcast } = await import("./broadcast.ts");
    const next = new Broadcast(harness.redis, first.handle, "2");
    await next.open();
    await next.status({ state: "connecting" });
    await next.goLive();
    expect((await client.next("connected", from)).data).toMatchObject({ session: next.sessionId, roomId: "2" });
    expect((await client.next("history", from)).data).toMatchObject({ session: next.sessionId, items: [] });
    await next.append([chat("n1")]);
    await eventually(() => expect(client.eventIds()).toEqual(["n1"]));
  });

  it("sets the language", async () => {
    const client = harness.client(gateway);
    client.send({ type: "setLanguage", language: "de" });
    expect((await client.next("languageSet")).data).toEqual({ language: "de" });
  });
});
