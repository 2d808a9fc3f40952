import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { loadConfig } from "@frontrow/runtime/config";
import { configSchema } from "@frontrow/simulator/config";
import { createSimulator, type Simulator } from "@frontrow/simulator/simulator";
import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LiveSource, SourceConnection } from "../src/source/live-source.ts";
import type { SourceMessage } from "../src/source/messages.ts";
import { createTikTokSource } from "../src/source/tiktok.ts";
import { counting } from "./stage.ts";

let simulator: Simulator;
beforeAll(async () => {
  simulator = createSimulator({
    config: loadConfig(configSchema, { SIMULATOR_PORT: "0", SIMULATOR_FRAME_INTERVAL_MS: "50" }),
    logger: quietLogger as never,
  });
  await simulator.start();
});
afterAll(() => simulator.stop(AbortSignal.timeout(2_000)));

/** Longer than a test may take: what ends a connection that stalls is what the test is about. */
const CONNECT_TIMEOUT_MS = 600_000;

const sourceOf = (name: string, limits = {}): LiveSource =>
  createTikTokSource({
    name,
    hosts: { webUrl: simulator.url, webcastUrl: simulator.url },
    sign: { url: simulator.url, timeoutMs: CONNECT_TIMEOUT_MS },
    limits: {
      requestTimeoutMs: CONNECT_TIMEOUT_MS,
      handshakeTimeoutMs: CONNECT_TIMEOUT_MS,
      stallMs: 2_000,
      ...limits,
    },
  });
const never = new AbortController().signal;

/** Connects to a creator's room and collects what comes. */
async function connectTo(name: string, { signal = never, limits = {} } = {}) {
  const { room } = simulator.creator(name);
  const messages: SourceMessage[] = [];
  const unreadable: string[] = [];
  const handlers = {
    onMessages: (batch: readonly SourceMessage[]) => messages.push(...batch),
    onUnreadable: ({ reason }: { reason: string }) => unreadable.push(reason),
  };
  const outcome = await sourceOf(name, limits).connect(room?.roomId ?? "", handlers, signal);
  return { outcome, messages, unreadable, texts: () => messages.flatMap(textOf) };
}
const textOf = ({ body }: SourceMessage): string[] =>
  "content" in body && typeof body.content === "string" ? [body.content] : [];
const opened = (outcome: Awaited<ReturnType<typeof connectTo>>["outcome"]): SourceConnection => {
  if (outcome.outcome !== "connected") throw new Error(`not connected: ${JSON.stringify(outcome)}`);
  return outcome.connection;
};

describe("the adapter around the connector", () => {
  it("gives history first and as history, then what is new, in the order of the wire, and acknowledges it", async () => {
    const creator = simulator.creator("order");
    const show = counting(20);
    creator.goLive(show);
    creator.change({ historyMessages: 5 });
    await eventually(() => expect(show.said).toBeGreaterThan(10));
    const { outcome, messages, texts } = await connectTo("order");
    const connection = opened(outcome);
    await eventually(() => expect(messages.length).toBeGreaterThan(40));
    expect(messages.map(({ isHistory }) => isHistory).lastIndexOf(true)).toBe(4);
    const numbers = texts().map(Number);
    expect(numbers).toEqual(Array.from(numbers, (_, index) => (numbers[0] ?? 0) + index));
    await eventually(() => expect(simulator.connections("order").acks).toBeGreaterThan(20));
    connection.release();
  });

  it("keeps the order of large and small gzip frames that come at once", async () => {
    const creator = simulator.creator("burst");
    let said = 0;
    const user = { id: "6800000000000000123", handle: "counter", nickname: "Counter" };
    creator.goLive({
      play(room, nowMs) {
        // A frame of many messages takes longer to inflate than the small one behind it.
        for (const count of [200, 1, 1]) {
          const frame = Array.from(
            { length: count },
            () => ({ type: "chat", user, text: String(++said), msgId: room.nextId(nowMs), createTimeMs: nowMs }) as const,
          );
          room.publishFrame(frame, nowMs, { gzip: true });
        }
        return 20;
      },
    });
    creator.change({ historyMessages: 0 });
    const { outcome, texts } = await connectTo("burst");
    await eventually(() => expect(texts().length).toBeGreaterThan(5_000));
    opened(outcome).release();
    const numbers = texts().map(Number);
    expect(numbers).toEqual(Array.from(numbers, (_, index) => (numbers[0] ?? 0) + index));
  });

  it("gets frames that come together with the handshake's answer", async () => {
    simulator.faults.set({ kind: "early-frame" }, { creator: "early", times: 1 });
    const { outcome, messages } = await connectTo("early");
    const connection = opened(outcome);
    await eventually(() => expect(messages.some(({ isHistory }) => !isHistory)).toBe(true));
    connection.release();
  });

  it("needs no socket for a broadcast whose end is in its history", async () => {
    simulator.faults.set({ kind: "sign-end-in-batch" }, { creator: "over", times: 1 });
    const { outcome } = await connectTo("over");
    expect(await opened(outcome).closed).toEqual({ reason: "ended", how: "ended" });
    expect(simulator.connections("over").opened).toBe(0);
  });

  it("is silent once it was let go", async () => {
    simulator.creator("released").goLive(counting(10));
    const { outcome, messages } = await connectTo("released");
    const connection = opened(outcome);
    await eventually(() => expect(messages.length).toBeGreaterThan(25));
    connection.release();
    const { length } = messages;
    expect(await connection.closed).toEqual({ reason: "released" });
    await eventually(() => expect(simulator.connections("released").open).toBe(0));
    expect(messages).toHaveLength(length);
  });

  it("notices a connection that is silent from the beginning", async () => {
    simulator.faults.set({ kind: "no-enter-room" }, { creator: "mute", times: 1 });
    const { outcome } = await connectTo("mute", { limits: { stallMs: 300 } });
    expect(await opened(outcome).closed).toEqual({ reason: "lost", code: "UPSTREAM_STALLED" });
  });

  it.each(["sign-stall", "upgrade-stall"] as const)(
    "gives up at once when aborted (%s), and leaves nothing open",
    async (kind) => {
      simulator.creator(kind);
      simulator.faults.set({ kind }, { creator: kind });
      const abort = new AbortController();
      const connecting = connectTo(kind, { signal: abort.signal });
      const isWaiting = () => {
        const { signs, refused } = simulator.connections(kind);
        return kind === "sign-stall" ? signs > 0 : refused > 0;
      };
      await eventually(() => expect(isWaiting()).toBe(true));
      abort.abort();
      expect((await connecting).outcome).toEqual({ outcome: "aborted" });
      expect(simulator.connections(kind).open).toBe(0);
      simulator.faults.clear({ creator: kind });
    },
  );

  it("leaves no handle behind after twenty refused handshakes", async () => {
    simulator.creator("refused");
    simulator.faults.set({ kind: "upgrade-status", status: 403, keepOpen: true }, { creator: "refused" });
    const attempt = async () => {
      expect((await connectTo("refused")).outcome).toMatchObject({ outcome: "failed", code: "UPSTREAM_UNAVAILABLE" });
    };
    await attempt();
    const sockets = () => process.getActiveResourcesInfo().filter((kind) => kind === "TCPSocketWrap").length;
    const before = sockets();
    for (let n = 0; n < 20; n++) await attempt();
    // Client and server share this process: a socket that leaked would count twice.
    await eventually(() => expect(sockets()).toBeLessThanOrEqual(before + 2));
  });

  it("asks by https where the address says so, and sends not a byte in clear text", async () => {
    // What each connection sends first, to a listener that answers nothing.
    const greetings: Buffer[] = [];
    const listener = createServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", (bytes) => {
        greetings.push(bytes);
        socket.destroy();
      });
    }).listen(0, "127.0.0.1");
    await once(listener, "listening");
    const { port } = listener.address() as AddressInfo;
    const askAt = (scheme: "http" | "https") => {
      const url = `${scheme}://127.0.0.1:${port}`;
      const source = createTikTokSource({
        name: "alice",
        hosts: { webUrl: url, webcastUrl: url },
        sign: { url: simulator.url, timeoutMs: 500 },
        limits: { requestTimeoutMs: 5_000, handshakeTimeoutMs: 500, stallMs: 500 },
      });
      return source.check(never);
    };
    expect(await askAt("https")).toEqual({ state: "unreachable" });
    expect(greetings.length).toBeGreaterThanOrEqual(2);
    // A TLS record of type "handshake" that holds a ClientHello.
    for (const bytes of greetings) expect([bytes[0], bytes[1], bytes[5]]).toEqual([0x16, 0x03, 0x01]);
    // The listener would have seen clear text: it does where the address asks for it.
    greetings.length = 0;
    expect(await askAt("http")).toEqual({ state: "unreachable" });
    expect(greetings.map((bytes) => bytes.toString("latin1", 0, 4))).toEqual(["GET ", "GET "]);
    listener.close();
  });
});
