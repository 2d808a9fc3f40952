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

  describe("with messages that never become whole", () => {
    /** The head of a masked frame with a mask of zeros, so that its payload is as it stands. */
    const frame = (payload: string, { opcode = 1, isFinal = false } = {}): Buffer =>
      Buffer.concat([Buffer.from([(isFinal ? 0x80 : 0) | opcode, 0x80 | payload.length, 0, 0, 0, 0]), Buffer.from(payload)]);
    const begin = (payload = "x") => frame(payload);
    const goOn = (payload = "x", isFinal = false) => frame(payload, { opcode: 0, isFinal });
    const ping = frame("", { opcode: 9, isFinal: true });

    /** A client that writes its frames by itself. */
    async function rawClient(at: Gateway) {
      const client = harness.client(at);
      await client.next("sessionCreated");
      const socket = (client.webSocket as unknown as { _socket: import("node:net").Socket })._socket;
      socket.setNoDelay(true);
      const write = (bytes: Buffer) => new Promise((resolve) => socket.write(bytes, resolve));
      return { client, write };
    }
    const kept = async (registry: { metrics(): Promise<string> }) =>
      Number(/^frontrow_gateway_partial_bytes (\d+)$/m.exec(await registry.metrics())?.[1]);

    it("is closed at the seventeenth fragment, and keeps nothing", async () => {
      const { gateway: strict, registry } = await harness.gateway();
      const { client, write } = await rawClient(strict);
      await write(begin('{"type":'));
      for (let n = 2; n < 16; n++) await write(goOn(" "));
      await write(goOn('"test"}', true));
      await client.next("test");
      expect(await kept(registry)).toBe(0);
      await write(Buffer.concat([begin(), ...Array.from({ length: 16_000 }, () => goOn())]));
      expect(await client.closed()).toBe(1008);
      await eventually(async () => expect(await kept(registry)).toBe(0));
    });

    it("is closed when a message is not whole in time, whatever else it sends", async () => {
      const { gateway: strict, registry } = await harness.gateway({ MESSAGE_TIMEOUT_MS: 2_000 });
      const halves = await Promise.all(Array.from({ length: 20 }, () => rawClient(strict)));
      const whole = await rawClient(strict);
      for (const [index, { write }] of halves.entries())
        await write(index % 2 ? begin() : begin("x".repeat(100)).subarray(0, 50));
      await eventually(async () => expect(await kept(registry)).toBeGreaterThan(20 * 50));
      const pings = setInterval(() => {
        for (const [index, { write }] of halves.entries()) if (index % 2) void write(ping);
        void whole.write(Buffer.concat([begin('{"type":'), goOn('"test"}', true)]));
      }, 100);
      for (const { client } of halves) expect(await client.closed()).toBe(4009);
      clearInterval(pings);
      expect(await kept(registry)).toBe(0);
      expect(whole.client.closedWith).toBeUndefined();
    });

    it("keeps only so much of them for one socket, and in all; the oldest goes first", async () => {
      const { gateway: strict, registry } = await harness.gateway({ MAX_MESSAGE_BYTES: 4_000, PARTIAL_MESSAGE_BYTES: 50_000 });
      const alone = await rawClient(strict);
      await alone.write(begin());
      // Each pong goes; the chunk that it came in would stay with a fragment beside it.
      for (let n = 0; n < 300; n++) await alone.write(frame("x".repeat(125), { opcode: 10, isFinal: true }));
      expect(await alone.client.closed()).toBe(4029);

      const halves: Awaited<ReturnType<typeof rawClient>>[] = [];
      for (let n = 0; n < 12; n++) {
        const half = await rawClient(strict);
        halves.push(half);
        // The head announces 10,000 bytes; 9,000 come.
        await half.write(Buffer.concat([Buffer.from([0x01, 0x80 | 126, 0x27, 0x10, 0, 0, 0, 0]), Buffer.alloc(9_000)]));
      }
      for (const { client } of halves.slice(0, 7)) expect(await client.closed()).toBe(1013);
      expect(await kept(registry)).toBeLessThanOrEqual(50_000);
      expect(halves.at(-1)?.client.closedWith).toBeUndefined();
      const other = await rawClient(strict);
      other.client.send({ type: "test" });
      await other.client.next("test");
    });

    it("is closed when a frame comes in too many pieces", async () => {
      const { client, write } = await rawClient(gateway);
      await write(Buffer.from([0x01, 0x80 | 126, 0x10, 0, 0, 0, 0, 0]));
      for (let n = 0; n < 2_000 && client.closedWith === undefined; n++) {
        await write(Buffer.from("x"));
        await new Promise((resolve) => setImmediate(resolve));
      }
      expect(await client.closed()).toBe(1008);
    });
  });

  it("is closed for a message that is far too large", async () => {
    const client = harness.client(gateway);
    await client.next("sessionCreated");
    client.webSocket.send("x".repeat(200_000));
    expect(await client.closed()).toBe(1009);
  });

  it("is told to slow down, and closed when it does not, without harm to others", async () => {
    const { gateway } = await harness.gateway();
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
    const strict = (await harness.gateway({ PING_INTERVAL_MS: 2_000 })).gateway;
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
