import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Connection } from "./connection.ts";
import type { ConnectionState } from "./connection-state.ts";
import type { WebSocketConstructor } from "./types.ts";

const CHECK_MS = 20_000;

class FakeSocket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly sent: unknown[] = [];
  readonly closedWith: (number | undefined)[] = [];
  readonly url: string;
  constructor(url: string) {
    this.url = url;
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(code?: number): void {
    this.closedWith.push(code);
  }
}

function make(onRefused: (code: number) => "reconnect" | "stop" = () => "stop") {
  const sockets: FakeSocket[] = [];
  const states: ConnectionState[] = [];
  const opened: string[] = [];
  const texts: string[] = [];
  class Recorded extends FakeSocket {
    constructor(url: string) {
      super(url);
      sockets.push(this);
    }
  }
  const connection = new Connection({
    WebSocket: Recorded as unknown as WebSocketConstructor,
    random: () => 0.5,
    address: () => ({ url: `ws://${sockets.length + 1}`, protocols: [] }),
    onOpen: () => opened.push(sockets.at(-1)?.url ?? ""),
    onText: (text) => texts.push(text),
    onState: (state) => states.push(state),
    onRefused,
  });
  const established = () => {
    connection.connect();
    connection.established();
    return sockets[0] as FakeSocket;
  };
  return { connection, sockets, states, opened, texts, established };
}

describe("the connection", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("reports each change of its state once", () => {
    const { connection, states } = make();
    connection.connect();
    connection.connect();
    connection.established();
    connection.established();
    expect(states.map(({ state }) => state)).toEqual(["connecting", "open"]);
  });

  it("sends commands only once it is established, the handshake before", () => {
    const { connection, sockets } = make();
    connection.send({ too: "early" });
    connection.connect();
    connection.send({ not: "yet" });
    connection.sendHandshake({ type: "resume" });
    connection.established();
    connection.send({ type: "watch" });
    expect(sockets[0]?.sent).toEqual([{ type: "resume" }, { type: "watch" }]);
  });

  it("listens to the socket of its last attempt alone", () => {
    const { connection, sockets, states, opened, texts, established } = make();
    const first = established();
    first.onclose?.({ code: 1006 });
    connection.connect();
    const before = states.length;
    first.onopen?.();
    first.onmessage?.({ data: "late" });
    first.onclose?.({ code: 4029 });
    expect([opened, texts, states.length]).toEqual([[], [], before]);
    sockets[1]?.onopen?.();
    sockets[1]?.onmessage?.({ data: "news" });
    expect([opened, texts]).toEqual([["ws://2"], ["news"]]);
  });

  it("waits as long as the back-off says, from now on, and asks for the address anew", () => {
    const { connection, sockets, states, established } = make();
    vi.setSystemTime(50_000);
    established().onclose?.({ code: 1006 });
    expect(states.at(-1)).toEqual({ state: "waiting", attempt: 1, retryAtMs: 50_250 });
    vi.advanceTimersByTime(249);
    expect(sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(sockets.map(({ url }) => url)).toEqual(["ws://1", "ws://2"]);
    expect(connection.state).toEqual({ state: "connecting", attempt: 1 });
  });

  it("tries once when it is asked to while it waits", () => {
    const { connection, sockets, established } = make();
    established().onclose?.({ code: 1006 });
    connection.connect();
    expect(sockets).toHaveLength(2);
    sockets[1]?.onclose?.({ code: 1006 });
    // The second wait is 500 ms: the timer of the first must not shorten it.
    vi.advanceTimersByTime(499);
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(sockets).toHaveLength(3);
  });

  it("does not come back while it is closed by hand, and nothing stays on", () => {
    const { connection, sockets, established } = make();
    established();
    connection.close();
    expect(sockets[0]?.closedWith).toEqual([1000]);
    expect(vi.getTimerCount()).toBe(0);
    connection.connect();
    connection.close();
    expect(connection.state).toEqual({ state: "closed", code: 1000 });
    expect(vi.getTimerCount()).toBe(0);
  });

  it("asks a socket that is silent whether it lives, and stays with one that answers", () => {
    const { connection, sockets, established } = make();
    const socket = established();
    vi.advanceTimersByTime(CHECK_MS);
    expect(socket.sent).toEqual([{ type: "test" }]);
    socket.onmessage?.({ data: "pong" });
    vi.advanceTimersByTime(CHECK_MS);
    expect(socket.sent).toEqual([{ type: "test" }, { type: "test" }]);
    expect(connection.state.state).toBe("open");
    vi.advanceTimersByTime(CHECK_MS);
    expect(connection.state.state).toBe("waiting");
    expect(socket.closedWith).toEqual([undefined]);
    expect(sockets).toHaveLength(1);
  });

  it("gives a handshake that is not answered up, without asking, and the next attempt as much time", () => {
    const { connection, sockets } = make();
    connection.connect();
    vi.advanceTimersByTime(2 * CHECK_MS);
    expect(sockets[0]?.sent).toEqual([]);
    expect(connection.state).toMatchObject({ state: "waiting", attempt: 1 });
    vi.advanceTimersByTime(1_000);
    vi.advanceTimersByTime(CHECK_MS);
    expect(connection.state).toEqual({ state: "connecting", attempt: 1 });
    expect(sockets).toHaveLength(2);
  });

  it("asks whether to come back only after a code that says no", () => {
    const asked: number[] = [];
    const refuse = (code: number) => {
      asked.push(code);
      return "stop" as const;
    };
    const { connection, sockets, established } = make(refuse);
    established().onclose?.({ code: 1006 });
    expect(asked).toEqual([]);
    connection.connect();
    sockets[1]?.onclose?.({ code: 4004 });
    expect(asked).toEqual([4004]);
    expect(connection.state).toEqual({ state: "closed", code: 4004 });
  });

  it("comes back after a refusal when it is told to, with back-off", () => {
    const { connection, established } = make(() => "reconnect");
    established().onclose?.({ code: 4004 });
    expect(connection.state).toEqual({ state: "waiting", attempt: 1, retryAtMs: 1_250 });
  });
});
