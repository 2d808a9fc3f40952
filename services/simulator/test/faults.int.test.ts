import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FaultInput } from "../src/faults/fault.ts";
import type { Simulator } from "../src/simulator.ts";
import { bytesOf, readFields } from "../src/wire/proto-reader.ts";
import { type Client, connect, createClient, startSimulator, type Wire } from "./client.ts";

let simulator: Simulator;
const clients: Client[] = [];

beforeAll(async () => {
  simulator = await startSimulator();
});
afterEach(async () => {
  simulator.faults.clear();
  for (const client of clients.splice(0)) await client.close();
});
afterAll(() => simulator.stop(AbortSignal.timeout(1000)));

const open = async (name: string): Promise<Client> => {
  const client = await connect(simulator, name);
  clients.push(client);
  return client;
};

/** A client in a room in which only a test speaks. */
async function quiet(name: string): Promise<Client> {
  simulator.script(name, { events: 0 });
  return open(name);
}

const failure = async (name: string): Promise<Error> => {
  const client = createClient(simulator, name);
  clients.push(client);
  return client.connection.connect().then(
    () => new Error("it connected"),
    (error: Error) => error,
  );
};

const sign = (name: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${simulator.url}/webcast/rooms/${simulator.creator(name).room?.roomId}/connect?client=test`, init);
const page = (name: string): Promise<Response> => fetch(`${simulator.url}/@${name}/live`);
const once = (fault: FaultInput, creator: string): void => simulator.faults.set(fault, { creator, times: 1 });

describe("pages", () => {
  it("show a captcha instead of the state, then recover", async () => {
    once({ kind: "captcha" }, "cap");
    expect(await (await page("cap")).text()).not.toContain("SIGI_STATE");
    expect(await (await page("cap")).text()).toContain("SIGI_STATE");
  });

  it("fail with a status, each route by itself, and the connector goes on to the next", async () => {
    once({ kind: "page-status", status: 503 }, "legs");
    await open("legs");
    once({ kind: "page-status" }, "legs");
    once({ kind: "api-status" }, "legs");
    await open("legs");
    once({ kind: "room-info-status" }, "legs");
    expect((await failure("legs")).message).toContain("503");
  });

  it("say that somebody is offline who is not, and that two routes disagree", async () => {
    simulator.faults.set({ kind: "false-page-status", liveStatus: 4 }, { creator: "lie" });
    expect(await (await page("lie")).text()).toContain('"status":4');
    const api = (await (await fetch(`${simulator.url}/api-live/user/room/?uniqueId=lie`)).json()) as Wire;
    expect(api.data.liveRoom.status).toBe(2);
    simulator.faults.set({ kind: "false-api-status", liveStatus: 4 }, { creator: "lie" });
    expect((await failure("lie")).message).toContain("online");
  });

  it("say paused, which does not keep anybody from connecting", async () => {
    simulator.creator("pausing").pause();
    expect(await (await page("pausing")).text()).toContain('"status":3');
    await open("pausing");
  });

  it("take their time for the gift list", async () => {
    once({ kind: "slow-gift-list", delayMs: 150 }, "gifts");
    const { room } = simulator.creator("gifts");
    const startedMs = performance.now();
    const list = (await (await fetch(`${simulator.url}/webcast/gift/list/?room_id=${room?.roomId}`)).json()) as Wire;
    expect(performance.now() - startedMs).toBeGreaterThan(140);
    expect(list.data.gifts[0]).toMatchObject({ name: "Rose", diamond_count: 1 });
  });
});

describe("the sign service", () => {
  it("limits the rate, with what to wait for in its headers, and with a body that is no JSON", async () => {
    once({ kind: "sign-429", retryAfterSeconds: 7, resetInSeconds: 60 }, "limit");
    const limited = await sign("limit");
    expect(limited.status).toBe(429);
    expect(limited.headers.get("retry-after")).toBe("7");
    expect(Number(limited.headers.get("x-ratelimit-reset"))).toBeGreaterThan(Date.now() / 1000 + 50);
    expect(await limited.json()).toMatchObject({ code: 429 });
    once({ kind: "sign-429", body: "text" }, "limit");
    expect(await (await sign("limit")).text()).toBe("slow down");
    once({ kind: "sign-429" }, "limit");
    expect(await failure("limit")).toBeInstanceOf(TypeError);
    expect((await sign("limit")).status).toBe(200);
    expect(simulator.connections("limit").signs).toBe(4);
  });

  it("answers 402 and 500 in its own words", async () => {
    once({ kind: "sign-status", status: 402, message: "no" }, "pay");
    expect(await failure("pay")).toBeInstanceOf(RangeError);
    once({ kind: "sign-status", status: 500 }, "pay");
    expect((await failure("pay")).message).toContain("500");
  });

  it("stalls, for a while or for good", async () => {
    once({ kind: "sign-stall" }, "stall");
    await expect(sign("stall", { signal: AbortSignal.timeout(1_000) })).rejects.toThrow("timeout");
    once({ kind: "sign-stall", delayMs: 50 }, "stall");
    expect((await sign("stall")).status).toBe(504);
  });

  it("cuts the line, or answers nonsense", async () => {
    once({ kind: "sign-drop" }, "odd");
    await expect(sign("odd")).rejects.toThrow();
    once({ kind: "sign-garbage" }, "odd");
    expect(await failure("odd")).toBeInstanceOf(Error);
  });

  it("forgets the cookie, or the cursor", async () => {
    once({ kind: "sign-no-cookie" }, "bare");
    expect((await failure("bare")).message).toContain("cookies");
    once({ kind: "sign-empty-cursor" }, "bare");
    expect((await failure("bare")).message).toContain("cursor");
    expect((await sign("bare")).headers.get("x-set-tt-cookie")).toContain("ttwid");
  });

  it("has the end of the broadcast in the first batch", async () => {
    once({ kind: "sign-end-in-batch" }, "ending");
    const body = Buffer.from(await (await sign("ending")).arrayBuffer());
    const methods = readFields(body)
      .filter(({ field }) => field === 1)
      .map(({ bytes }) => bytesOf(readFields(bytes ?? body), 1)?.toString());
    expect(methods.at(-1)).toBe("WebcastControlMessage");
  });
});

describe("the handshake", () => {
  it("is refused, or answered as if it were a page", async () => {
    once({ kind: "upgrade-status", status: 403 }, "shut");
    expect((await failure("shut")).message).toContain("403");
    once({ kind: "upgrade-status", status: 200, keepOpen: true }, "shut");
    expect((await failure("shut")).message).toContain("200");
    expect(simulator.connections("shut")).toMatchObject({ refused: 2, opened: 0 });
  });

  it("is never answered", async () => {
    once({ kind: "upgrade-stall" }, "mute");
    const client = createClient(simulator, "mute");
    clients.push(client);
    const outcome = client.connection.connect().catch((error: Error) => error);
    await eventually(() => expect(simulator.connections("mute").refused).toBe(1));
    expect(client.connection.isConnecting).toBe(true);
    client.connection.wsClient?.terminate();
    expect(await outcome).toBeInstanceOf(Error);
  });

  it("succeeds, though the room is never entered", async () => {
    once({ kind: "no-enter-room" }, "lobby");
    const client = createClient(simulator, "lobby", { processInitialData: false });
    clients.push(client);
    await client.connection.connect();
    const { room } = simulator.creator("lobby");
    const before = room?.published ?? 0;
    await eventually(() => expect(room?.published).toBeGreaterThan(before));
    await client.roundTrip();
    expect(client.of("enterRoom")).toEqual([]);
    expect(client.of("chat")).toEqual([]);
  });

  it("comes with a first frame, before the client says that it is connected", async () => {
    simulator.script("early", { events: 0 });
    once({ kind: "early-frame" }, "early");
    const client = createClient(simulator, "early", { processInitialData: false });
    clients.push(client);
    const order: string[] = [];
    client.connection.on("websocketConnected", () => order.push("connected"));
    client.connection.on("websocketData", () => order.push("data"));
    await client.connection.connect();
    expect((await client.next("chat")).content).toBe("welcome");
    expect(order.slice(0, 2)).toEqual(["data", "connected"]);
  });
});

describe("the stream", () => {
  it("is dropped", async () => {
    const client = await quiet("drop");
    once({ kind: "drop" }, "drop");
    simulator.say("drop", { type: "chat", text: "unheard" });
    expect(await client.next("disconnected")).toMatchObject({ code: 1006 });
    expect(client.of("chat").map((chat) => chat.content)).not.toContain("unheard");
    const again = await open("drop");
    expect(again.of("chat").map((chat) => chat.content)).toContain("unheard");
  });

  it("falls silent, though the socket stays open", async () => {
    const client = await quiet("half-open");
    once({ kind: "silence" }, "half-open");
    await client.roundTrip();
    const before = client.of("websocketData").length;
    const { framesSent } = simulator.connections("half-open");
    simulator.say("half-open", { type: "chat", text: "unheard" });
    client.connection.wsClient?.sendHeartbeat();
    await eventually(() => expect(simulator.connections("half-open").heartbeats).toBe(1));
    await client.roundTrip();
    expect(client.of("websocketData")).toHaveLength(before);
    expect(simulator.connections("half-open").framesSent).toBe(framesSent);
    expect(simulator.connections("half-open").open).toBe(1);
  });

  it("repeats a frame, swaps two, and sends one that is none", async () => {
    const client = await quiet("frames");
    const text = () => client.of("chat").map((chat) => chat.content);
    simulator.creator("frames").change({ gzip: false });
    once({ kind: "duplicate-frame" }, "frames");
    simulator.say("frames", { type: "chat", text: "twice" });
    await client.next("chat", 2);
    once({ kind: "swap-frames" }, "frames");
    simulator.say("frames", { type: "chat", text: "first" });
    simulator.say("frames", { type: "chat", text: "second" });
    await client.next("chat", 4);
    expect(text()).toEqual(["twice", "twice", "second", "first"]);
    once({ kind: "corrupt-frame" }, "frames");
    simulator.say("frames", { type: "chat", text: "beside garbage" });
    await client.next("error");
    await client.next("chat", 5);
  });

  it("has messages that cannot be read or that nobody knows, among good ones", async () => {
    const client = await quiet("odd-messages");
    once({ kind: "corrupt-payload" }, "odd-messages");
    once({ kind: "unknown-method" }, "odd-messages");
    simulator.say("odd-messages", { type: "chat", text: "good" });
    expect((await client.next("chat")).content).toBe("good");
    expect(simulator.connections("odd-messages").messagesSent).toBe(3);
  });

  it("says more after the end, in the same batch", async () => {
    const client = await quiet("after-end");
    once({ kind: "messages-after-end" }, "after-end");
    simulator.creator("after-end").end();
    await client.next("streamEnd");
    expect((await client.next("chat")).content).toBe("after the end");
  });

  it("never says that a streak is over", async () => {
    const client = await quiet("open-streak");
    once({ kind: "missing-gift-end" }, "open-streak");
    simulator.say("open-streak", { type: "gift", count: 2, streakOpen: true, groupId: "1" });
    simulator.say("open-streak", { type: "gift", count: 2, groupId: "1" });
    simulator.say("open-streak", { type: "chat", text: "later" });
    await client.next("chat");
    expect(client.of("gift").map((gift) => gift.repeatEnd)).toEqual([0]);
  });

  it("has no time, no id, or a clock that is wrong", async () => {
    const client = await quiet("clocks");
    once({ kind: "create-time-zero" }, "clocks");
    simulator.say("clocks", { type: "chat", text: "no time" });
    expect((await client.next("chat", 1)).common.createTime).toBe("0");
    once({ kind: "msg-id-zero" }, "clocks");
    simulator.say("clocks", { type: "chat", text: "no id" });
    expect((await client.next("chat", 2)).common.msgId).toBe("0");
    once({ kind: "clock-skew", offsetMs: -3_600_000 }, "clocks");
    simulator.say("clocks", { type: "chat", text: "an hour ago" });
    expect(Number((await client.next("chat", 3)).common.createTime)).toBeLessThan(Date.now() - 3_500_000);
  });

  it("bursts", async () => {
    const client = await quiet("burst");
    once({ kind: "burst", messages: 300 }, "burst");
    simulator.say("burst", { type: "chat", text: "hi" });
    await client.next("chat", 301);
    expect(new Set(client.of("chat").map((chat) => chat.common.msgId)).size).toBe(301);
  });

  it("has a small frame that inflates to very much", async () => {
    const client = await quiet("bomb");
    once({ kind: "gzip-bomb", inflatedBytes: 2_000_000 }, "bomb");
    simulator.say("bomb", { type: "chat", text: "boom" });
    await client.next("chat");
    await eventually(() => {
      const sizes = client.of("websocketData").map((frame: Buffer) => frame.length);
      expect(Math.max(...sizes)).toBeGreaterThan(1900);
      expect(Math.max(...sizes)).toBeLessThan(20_000);
    });
  });
});
