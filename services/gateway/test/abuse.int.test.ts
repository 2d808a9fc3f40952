import { commandTypes } from "@frontrow/protocol/command";
import { eventually } from "@frontrow/testkit/eventually";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../src/gateway.ts";
import { chat } from "./broadcast.ts";
import { Harness } from "./harness.ts";

describe("who means no good", () => {
  let harness: Harness;
  let gateway: Gateway;

  beforeAll(async () => {
    harness = await Harness.start();
    ({ gateway } = await harness.gateway());
  });
  afterAll(() => harness.close());

  it("opens no socket from a page of another origin", async () => {
    for (const origin of ["https://evil.example", "null", "http://localhost:1", "nonsense"]) {
      const client = harness.client(gateway, { origin });
      await eventually(() => expect(client.failedWith).toContain("403"));
    }
    for (const origin of [gateway.url, undefined]) {
      const client = harness.client(gateway, origin ? { origin } : {});
      await client.next("sessionCreated");
      client.cut();
    }
  });

  it("opens no socket at an address that is none", async () => {
    for (const path of ["/socket.io/", "/ws/dsk_short", "/ws/../etc", `/ws/${"x".repeat(500)}`]) {
      const client = harness.client(gateway, { path });
      await eventually(() => expect(client.failedWith).toContain("404"));
    }
  });

  it("limits the sockets, in all and for one address", async () => {
    const few = (await harness.gateway({ MAX_SOCKETS_PER_ADDRESS: 2 })).gateway;
    const held = [harness.client(few), harness.client(few)];
    await Promise.all(held.map((client) => client.next("sessionCreated")));
    const third = harness.client(few);
    await eventually(() => expect(third.failedWith).toContain("429"));
    held[0]?.cut();
    await eventually(() => expect(few.sockets).toBe(1));
    await harness.client(few).next("sessionCreated");

    const full = (await harness.gateway({ MAX_SOCKETS: 1 })).gateway;
    await harness.client(full).next("sessionCreated");
    const late = harness.client(full);
    await eventually(() => expect(late.failedWith).toContain("503"));
  });

  it("gets clear errors for what is malformed, and the socket stays open", async () => {
    const client = harness.client(gateway);
    await client.next("sessionCreated");
    const wrong: [string | Buffer, string][] = [
      ["not json", "BAD_MESSAGE"],
      ["[]", "BAD_MESSAGE"],
      ["null", "BAD_MESSAGE"],
      ['{"type":5}', "BAD_MESSAGE"],
      ['{"type":"constructor"}', "UNKNOWN_COMMAND"],
      ['{"type":"changeUsername"}', "BAD_MESSAGE"],
      ['{"type":"setLanguage","language":"xx"}', "BAD_MESSAGE"],
      [Buffer.from([1, 2, 3]), "BAD_MESSAGE"],
      [`{"type":"test","x":"${"y".repeat(20_000)}"}`, "TOO_LARGE"],
    ];
    for (const [text, code] of wrong) {
      const from = client.frames.length;
      client.webSocket.send(text);
      const { data } = await client.next("error", from);
      expect(data, String(text).slice(0, 40)).toMatchObject({ code, message: expect.stringMatching(/\w/) });
    }
    client.send({ type: "test" });
    await client.next("test");
  });

  it("is closed for a message that is far too large", async () => {
    const client = harness.client(gateway);
    await client.next("sessionCreated");
    client.webSocket.send("x".repeat(200_000));
    expect(await client.closed()).toBe(1009);
  });

  it("is told to slow down, and closed when it does not, without harm to others", async () => {
    const broadcast = await harness.broadcast();
    const quiet = harness.client(gateway);
    quiet.send({ type: "changeUsername", username: broadcast.handle });
    await quiet.next("history");
    const client = harness.client(gateway);
    await client.next("sessionCreated");
    for (let n = 0; n < 2_000 && client.closedWith === undefined; n++)
      client.webSocket.send(n % 2 ? "garbage" : '{"type":"test"}');
    expect(await client.closed()).toBe(4029);
    expect(client.frames.length).toBeLessThan(60);
    expect(client.frames.some(({ data }) => data?.["code"] === "RATE_LIMITED")).toBe(true);
    await broadcast.append([chat("still")]);
    await eventually(() => expect(quiet.eventIds()).toEqual(["still"]));
  });

  it("may not make us look for a thousand names", async () => {
    const client = harness.client(gateway);
    await client.next("sessionCreated");
    for (let n = 0; n < 30; n++) client.send({ type: "changeUsername", username: `somebody${n}` });
    await eventually(() => expect(client.frames.some(({ data }) => data?.["code"] === "RATE_LIMITED")).toBe(true));
    const watched = client.frames.filter(({ type }) => type === "connectionProgress").length;
    expect(watched).toBeLessThanOrEqual(21);
  });

  it("is closed when it does not answer pings", async () => {
    const strict = (await harness.gateway({ PING_INTERVAL_MS: 250 })).gateway;
    const client = harness.client(strict);
    await client.next("sessionCreated");
    client.webSocket.pong = () => {};
    const alive = harness.client(strict);
    await alive.next("sessionCreated");
    // `ws` answers by itself: silence it.
    (client.webSocket as unknown as { _autoPong: boolean })._autoPong = false;
    expect(await client.closed()).toBe(4009);
    expect(alive.closedWith).toBeUndefined();
  });

  it("can send anything at all: nothing but clear errors comes of it", { timeout: 60_000 }, async () => {
    const lenient = (await harness.gateway({ MESSAGE_BURST: 1_000_000, WATCH_BURST: 5, MAX_MESSAGE_BYTES: 4_096 })).gateway;
    const field = fc.constantFrom(
      "type",
      "username",
      "language",
      "sessionId",
      "resumeToken",
      "pos",
      "mode",
      "commandId",
      "action",
    );
    const near = fc.dictionary(field, fc.oneof(fc.string(), fc.constantFrom(...commandTypes), fc.jsonValue()));
    const cursor = fc
      .tuple(fc.constantFrom("ses_", "dsk_"), fc.nat(), fc.string())
      .map(([kind, n, text]) => `${kind}${"a".repeat(20)}~1~${n}-0~${text}~!`);
    const command = fc.record({
      type: fc.constantFrom("resume", "changeUsername", "setMode", "replay"),
      sessionId: fc.oneof(fc.string(), fc.constant(`dsk_${"a".repeat(26)}`)),
      resumeToken: fc.string(),
      username: fc.string(),
      mode: fc.constantFrom("LIVE", "REPLAY"),
      action: fc.constantFrom("play", "seek"),
      pos: fc.oneof(fc.string(), cursor),
    });
    const message = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.json(),
      near.map((value) => JSON.stringify(value)),
      command.map((value) => JSON.stringify(value)),
      fc.uint8Array({ maxLength: 200 }),
    );
    let client = harness.client(lenient);
    await client.next("sessionCreated");
    const before = process.memoryUsage().heapUsed;
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 20 }), async (messages) => {
        if (client.closedWith !== undefined) {
          expect([4003, 4004, 4029, 1001]).toContain(client.closedWith);
          client = harness.client(lenient);
          await client.next("sessionCreated");
        }
        for (const each of messages) client.webSocket.send(each);
        const from = client.frames.length;
        const nonce = client.frames.length;
        client.send({ type: "test", commandId: `n${nonce}` });
        await eventually(() => {
          if (client.closedWith === undefined) expect(client.frames.slice(from).some(({ type }) => type === "test")).toBe(true);
        });
        for (const { type, data } of client.frames.splice(0)) if (type === "error") expect(data?.["code"]).not.toBe("INTERNAL");
      }),
      { numRuns: 150, seed: 20_260_101 },
    );
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
    await harness.client(lenient).next("sessionCreated");
  });
});
