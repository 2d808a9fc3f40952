import { connect, type Socket } from "node:net";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../src/gateway.ts";
import { Harness } from "./harness.ts";

describe("connections that come to nothing", () => {
  let harness: Harness;
  const opened: Socket[] = [];

  beforeAll(async () => {
    harness = await Harness.start();
  });
  afterAll(async () => {
    for (const socket of opened) socket.destroy();
    await harness.close();
  });

  interface Held {
    readonly socket: Socket;
    received: string;
    isClosed: boolean;
  }
  function hold({ port }: Gateway, text: string): Held {
    const socket = connect(port, "127.0.0.1");
    const held: Held = { socket, received: "", isClosed: false };
    socket.on("data", (chunk) => {
      held.received += String(chunk);
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      held.isClosed = true;
    });
    if (text) socket.write(text);
    opened.push(socket);
    return held;
  }

  const kinds = {
    "no request": ["", ""],
    "a slow head": ["GET / HTTP/1.1\r\nHost: localhost\r\n", "X: y\r\n"],
    "a slow body": [
      "POST /api/v1/desks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10000\r\n\r\n",
      " ",
    ],
    "an idle rest": ["GET /none HTTP/1.1\r\nHost: localhost\r\n\r\n", ""],
  } as const;

  it("are ended by time, whatever they drip: with a problem where a request had begun", { timeout: 40_000 }, async () => {
    const { gateway } = await harness.gateway();
    const held = Object.entries(kinds).map(([kind, [begin, drip]]) => ({ kind, drip, ...{ one: hold(gateway, begin) } }));
    const dripping = setInterval(() => {
      for (const { drip, one } of held) if (drip && one.socket.writable) one.socket.write(drip);
    }, 500);
    for (const { kind, one } of held) await eventually(() => expect(one.isClosed, kind).toBe(true), 25_000);
    clearInterval(dripping);
    for (const { kind, one } of held) {
      if (kind.startsWith("a slow")) expect(one.received, kind).toMatch(/^HTTP\/1.1 408 .*"code":"REQUEST_TIMEOUT"/s);
    }
  });

  it("are cut, the oldest first, when an address has too many; what became a WebSocket stays", { timeout: 30_000 }, async () => {
    const { gateway } = await harness.gateway({ MAX_SLOW_CONNECTIONS_PER_ADDRESS: 20 });
    const sockets = Array.from({ length: 60 }, () => harness.client(gateway));
    await Promise.all(sockets.map((client) => client.next("sessionCreated")));
    const texts = Object.values(kinds).map(([begin]) => begin);
    const held = Array.from({ length: 80 }, (_, index) => hold(gateway, texts[index % texts.length] as string));
    await eventually(() => expect(held.filter(({ isClosed }) => isClosed)).toHaveLength(60), 8_000);
    expect(held.slice(60).every(({ isClosed }) => !isClosed)).toBe(true);
    expect(sockets.every(({ closedWith }) => closedWith === undefined)).toBe(true);
    expect((await fetch(`${gateway.url}/api/v1/desks`, { method: "POST" })).status).toBe(201);
    await harness.client(gateway).next("sessionCreated");
  });

  it("are cut at once beyond what an address may have in all", async () => {
    const { gateway } = await harness.gateway({ MAX_SLOW_CONNECTIONS_PER_ADDRESS: 10, MAX_SOCKETS_PER_ADDRESS: 20 });
    const held = Array.from({ length: 50 }, () => hold(gateway, ""));
    await eventually(() => expect(held.filter(({ isClosed }) => isClosed)).toHaveLength(20));
    expect(held.slice(0, 30).every(({ isClosed }) => !isClosed)).toBe(true);
    for (const { socket } of held) socket.destroy();
    await eventually(async () => expect((await fetch(`${gateway.url}/none`)).status).toBe(404));
    await harness.client(gateway).next("sessionCreated");
  });
});
