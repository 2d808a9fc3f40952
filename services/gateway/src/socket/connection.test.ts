import { EventEmitter } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Connection, type ConnectionServices } from "./connection.ts";

const limits = { messages: { burst: 5, perSecond: 1 }, watches: { burst: 5, perSecond: 1 } };

/** The text of one short frame. */
function textOf(frame: Buffer): string {
  const length = frame[1] as number;
  return frame.toString("utf8", length < 126 ? 2 : 4);
}

/** A connection over a socket that takes everything. */
function makeConnection(dialect: "plain" | "batched" = "plain") {
  const sent: { type: string; data: Record<string, unknown> }[] = [];
  const counted: string[] = [];
  const ends: string[] = [];
  const webSocket = Object.assign(new EventEmitter(), {
    OPEN: 1,
    readyState: 1,
    pings: 0,
    ping: () => (webSocket.pings += 1),
    close: (code: number, reason: string) => ends.push(`${code} ${reason}`),
    terminate: () => ends.push("terminated"),
  });
  const socket = Object.assign(new EventEmitter(), {
    writable: true,
    writableLength: 0,
    write: (frame: Buffer) => sent.push(JSON.parse(textOf(frame))),
    cork() {},
    uncork() {},
  });
  const counter = (name: string) => ({
    inc: (labels: object) => counted.push([name, ...Object.values(labels)].join(" ")),
  });
  const logged: unknown[] = [];
  const services = {
    output: {
      limits: { coalesceBytes: 100, lagBytes: 200, closeBytes: 300 },
      metrics: { frames: 0, disconnects: counter("disconnected"), refused: counter("refused"), omitted() {} },
      logger: { error: (fields: object) => logged.push(fields) },
    },
    changes: { open: async () => "opened" },
    drafts: { untilMade: () => ({ end() {} }) },
    isStoreFull: () => false,
    onAbuse: (address: string) => counted.push(`abuse ${address}`),
    registry: { enter: async () => undefined },
    limits,
    maxMessageBytes: 200,
    openDelayMs: 500,
    resumeTimeoutMs: 5_000,
  };
  const connection = new Connection(
    { webSocket, socket, dialect, requestedDesk: undefined, address: "192.0.2.1" } as never,
    services as unknown as ConnectionServices,
  );
  return {
    connection,
    webSocket,
    socket,
    sent,
    counted,
    ends,
    logged,
    async receive(message: string | Buffer) {
      webSocket.emit("message", Buffer.from(message), typeof message !== "string");
      await vi.advanceTimersByTimeAsync(0);
    },
    codes: () => sent.filter(({ type }) => type === "error").map(({ data }) => data["code"]),
  };
}

describe("a connection", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("answers what is no command with what is wrong with it, and stays open", async () => {
    const { receive, sent, codes, ends } = makeConnection();
    const wrong: [string | Buffer, string, string][] = [
      ["not json", "BAD_MESSAGE", "not JSON"],
      ["[1]", "BAD_MESSAGE", "not a JSON object"],
      ['{"type":5}', "BAD_MESSAGE", "no type"],
      ['{"type":"toString"}', "UNKNOWN_COMMAND", "unknown type"],
      ['{"type":"changeUsername"}', "BAD_MESSAGE", "changeUsername: username"],
      [Buffer.from([1]), "BAD_MESSAGE", ""],
      [`{"type":"test","x":"${"é".repeat(150)}"}`, "TOO_LARGE", ""],
    ];
    for (const [text, code, problem] of wrong) {
      await receive(text);
      expect(codes().at(-1)).toBe(code);
      expect(sent.at(-1)?.data["message"]).toContain(problem);
      await vi.advanceTimersByTimeAsync(10_000);
    }
    await receive('{"type":"nonsense","commandId":"c7"}');
    expect(sent.at(-1)?.data).toMatchObject({ code: "UNKNOWN_COMMAND", commandId: "c7" });
    await receive('{"type":"test"}');
    expect(sent.at(-1)).toEqual({ type: "test", data: "pong" });
    expect(ends).toEqual([]);
  });

  it("refuses what is too fast once, counts the rest, and is closed in the end", async () => {
    const { receive, counted, ends, codes } = makeConnection();
    for (let n = 0; n < 7; n++) await receive('{"type":"test"}');
    expect([codes(), counted]).toEqual([["RATE_LIMITED"], ["refused RATE_LIMITED", "refused RATE_LIMITED"]]);
    for (let n = 0; n < 120; n++) await receive("x");
    expect(ends).toEqual(["4029 ABUSE"]);
    expect(counted.at(-1)).toBe("disconnected 4029");
  });

  it("is closed when nothing came since the last ping, a pong or a message", async () => {
    const { connection, webSocket, ends, receive } = makeConnection();
    connection.checkAlive();
    webSocket.emit("pong");
    connection.checkAlive();
    await receive('{"type":"test"}');
    connection.checkAlive();
    expect([webSocket.pings, ends]).toEqual([3, []]);
    connection.checkAlive();
    expect([webSocket.pings, ends]).toEqual([3, ["4009 UNRESPONSIVE"]]);
  });

  it("does nothing any more once it is closed, and is cut when the client does not close it", async () => {
    const { connection, receive, sent, ends, counted, webSocket } = makeConnection();
    connection.output.close("GOING_AWAY");
    connection.output.close("ABUSE");
    const before = sent.length;
    await receive('{"type":"test"}');
    await receive("no command");
    expect([sent.length, ends, counted]).toEqual([before, ["1001 GOING_AWAY"], ["disconnected 1001"]]);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(ends).toEqual(["1001 GOING_AWAY", "terminated"]);
    webSocket.emit("close", 1006);
    expect(counted).toEqual(["disconnected 1001"]);
  });

  it("is not cut when the client closes it in time", async () => {
    const { connection, ends, webSocket } = makeConnection();
    connection.output.close("GOING_AWAY");
    webSocket.emit("close", 1001);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ends).toEqual(["1001 GOING_AWAY"]);
  });

  it("counts how clients leave, by codes that have a meaning", () => {
    for (const [code, label] of [
      [1005, "1005"],
      [1006, "1006"],
      [1009, "1009"],
      [4001, "other"],
      [3333, "other"],
    ] as const) {
      const { webSocket, counted, connection } = makeConnection();
      webSocket.emit("close", code);
      expect(counted).toEqual([`disconnected ${label}`]);
      expect(connection.output.isClosed).toBe(true);
    }
  });

  it("is closed as a slow consumer when it does not read, and nobody waits for it then", async () => {
    const { connection, socket, ends } = makeConnection();
    socket.writableLength = 150;
    const drained = connection.output.drained();
    socket.writableLength = 300;
    connection.output.message({ type: "test", data: "pong" });
    expect(ends).toEqual(["4008 SLOW_CONSUMER"]);
    await drained;
  });

  it("tells a client that it lagged, and asks for what was left out, when it has caught up", () => {
    const { connection, socket, sent } = makeConnection();
    let asked = 0;
    connection.output.onCaughtUp = () => {
      asked += 1;
    };
    socket.writableLength = 150;
    connection.output.message({ type: "test", data: "pong" });
    socket.writableLength = 250;
    connection.output.message({ type: "test", data: "pong" });
    expect(sent.at(-1)).toEqual({ type: "lagging", data: { folded: 0, behind: true } });
    socket.writableLength = 0;
    socket.emit("drain");
    expect(sent.at(-1)).toEqual({ type: "lagging", data: { folded: 0, behind: false } });
    expect(asked).toBe(1);
  });

  it("is closed after an error that nobody foresaw, which is logged once", () => {
    const { connection, ends, logged } = makeConnection();
    connection.output.fail(new Error("away"));
    connection.output.fail(new Error("again"));
    expect(ends).toEqual(["1011 INTERNAL"]);
    expect(logged).toHaveLength(1);
  });
});
