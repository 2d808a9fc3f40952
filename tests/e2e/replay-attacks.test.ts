import { readFileSync } from "node:fs";
import type { DeskFact } from "@frontrow/protocol/desk";
import type { SessionId } from "@frontrow/protocol/ids";
import type { ReplayCommand } from "@frontrow/protocol/replay";
import { createDeskStore } from "@frontrow/redis/desks";
import { keys } from "@frontrow/redis/keys";
import { createLogStore } from "@frontrow/redis/log";
import { createOwnerRecords } from "@frontrow/redis/owner-record";
import { eventually } from "@frontrow/testkit/eventually";
import { startFaultProxy } from "@frontrow/testkit/faults";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { deskOf, idsOf, replayOf, standsAt, useReplays, words } from "../lib/replays.ts";
import { lastModeChange, shownIn } from "../lib/shown.ts";
import type { Viewer } from "../lib/viewer.ts";

/** 10,000 take some minutes. */
const SEEKS = Number(process.env["REPLAY_SEEKS"] ?? 500);
const MAX_COMMANDS = 100;

const replays = useReplays({
  processes: { gateways: 1, workers: 2 },
  env: { REPLAY_COMMANDS_PER_DESK_MINUTE: String(MAX_COMMANDS) },
});
const { stored, replaying, watching, stepBack } = replays;

interface Received {
  readonly type: string;
  readonly pos?: string;
  readonly data?: { readonly code?: string; readonly recovered?: boolean; readonly commandId?: string };
}

/** A socket without an SDK. */
class PlainSocket {
  readonly frames: string[] = [];
  readonly #socket: WebSocket;

  constructor() {
    this.#socket = new WebSocket(`${replays.urls[0]?.replace("http", "ws")}/ws`);
    this.#socket.on("message", (data) => void this.frames.push(String(data)));
    sockets.push(this);
  }

  /** At somebody's desk. */
  static async at(viewer: Viewer, pos?: string): Promise<PlainSocket> {
    const { deskId, resumeToken } = viewer.credentials as NonNullable<Viewer["credentials"]>;
    const socket = new PlainSocket();
    await socket.next("sessionCreated");
    socket.say({ type: "resume", sessionId: deskId, resumeToken, ...(pos ? { pos } : {}) });
    return socket;
  }

  say(command: object): void {
    this.#socket.send(JSON.stringify(command));
  }

  next(type: string, from = 0): Promise<Received> {
    const received = () => this.frames.slice(from).map((text) => JSON.parse(text) as Received);
    return eventually(() => {
      const found = received().find((frame) => frame.type === type);
      if (!found) throw new Error(`no ${type}`);
      return found;
    });
  }

  /** What it is answered. */
  async ask(command: object, type = "error"): Promise<Received["data"]> {
    const from = this.frames.length;
    this.say(command);
    return (await this.next(type, from)).data;
  }

  close(): void {
    this.#socket.close();
  }
}

const sockets: PlainSocket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close();
});

/** A request with the token of one desk about another's, or its own. */
async function request(by: Viewer, about: Viewer, path: string, method = "POST", body?: object): Promise<Response> {
  return fetch(`${replays.urls[0]}/api/v1/desks/${deskOf(about)}/${path}`, {
    method,
    headers: { authorization: `Bearer ${by.credentials?.resumeToken}`, "content-type": "application/json" },
    ...(method === "GET" ? {} : { body: JSON.stringify(body ?? {}) }),
  });
}

const commandsOf = async (viewer: Viewer): Promise<ReplayCommand[]> => {
  const entries = await createLogStore(replays.stack.redis.client).readBack(deskOf(viewer), { entries: 1_000 });
  const facts = entries.reverse().flatMap(({ data }) => JSON.parse(data) as DeskFact[]);
  return facts.flatMap((fact) => (fact.type === "replayCommanded" ? [fact.command] : []));
};

describe("a replay is its desk's alone:", () => {
  it("another desk's recording, replay session and paths are refused", async () => {
    const { recorded, live } = replays;
    const a = await replaying(recorded, 0, 20);
    const b = await watching(live, 0);
    const before = await stored(a);
    const socket = await PlainSocket.at(b);
    await socket.next("resumed");
    for (const recordingId of [recorded.recordingId, `${replayOf(a)}-1`, `${recorded.session}-1`])
      expect(await socket.ask({ type: "setMode", mode: "REPLAY", recordingId })).toMatchObject({ code: "RECORDING_NOT_FOUND" });
    expect(await socket.ask({ type: "replay", action: "pause" })).toMatchObject({ code: "NOT_IN_REPLAY" });
    const [deskId, resumeToken] = [deskOf(a), b.credentials?.resumeToken];
    expect(await socket.ask({ type: "resume", sessionId: deskId, resumeToken })).toBeTruthy();
    for (const [path, method] of [
      ["replay/pause", "POST"],
      ["replay/stop", "POST"],
      ["mode", "PUT"],
      ["recordings", "GET"],
      ["metrics", "GET"],
      ["questions", "GET"],
    ] as const) {
      const { status } = await request(b, a, path, method, { mode: "LIVE" });
      expect([401, 403, 404]).toContain(status);
    }
    const { status } = await request(b, b, "mode", "PUT", { mode: "REPLAY", recordingId: recorded.recordingId });
    expect(status).toBe(404);
    expect(await stored(a)).toEqual(before);
    expect(b.client.desk?.mode).toBe("LIVE");
    expect(b.frames.join("\n")).not.toContain(replayOf(a));
  });

  it("a command that is said again does nothing again; its id means nothing at another desk", async () => {
    const { recorded } = replays;
    const [a, b] = [await replaying(recorded, 0, 20), await replaying(recorded, 0, 20)];
    const [atA, atB] = [await PlainSocket.at(a), await PlainSocket.at(b)];
    for (const socket of [atA, atB]) await socket.next("resumed");
    const move = { type: "replay", action: "seek", value: { byMs: 5_000 }, commandId: "mine" };
    for (let n = 0; n < 5; n++) atA.say(move);
    atA.say({ type: "replay", action: "skipIdle", value: true });
    await eventually(() => expect(a.replay?.skipIdle).toBe(true));
    expect(await commandsOf(a)).toHaveLength(2);
    await standsAt(a, recorded.atMs(25));
    expect(await commandsOf(b)).toEqual([]);
    atB.say(move);
    await standsAt(b, recorded.atMs(25));
    expect(a.replay?.positionMs).toBe(recorded.atMs(25));
  });

  it("a `pos` of another replay, or of a place before a seek, leads to a snapshot of what is on the desk's screen", async () => {
    const { recorded } = replays;
    const [a, b] = [await replaying(recorded, 0, 20), await replaying(recorded, 0, 40)];
    const posOf = async (viewer: Viewer): Promise<string> => {
      const socket = await PlainSocket.at(viewer);
      return (await socket.next("history")).pos ?? "";
    };
    const [ofA, ofB] = [await posOf(a), await posOf(b)];
    a.client.replay({ action: "seek", value: { atMs: recorded.atMs(150) } });
    await standsAt(a, recorded.atMs(150));
    const mixed = `${ofA.split("!")[0]}!${ofB.split("!")[1]}`;
    for (const pos of [ofB, ofA, mixed]) {
      const socket = await PlainSocket.at(a, pos);
      const { data } = await socket.next("resumed");
      expect(data).toMatchObject({ recovered: false });
      await socket.next("insights");
      const { epoch } = await stored(a);
      expect(shownIn(socket.frames)).toEqual([`${replayOf(a)} ${epoch}`]);
      expect(socket.frames.join("\n")).not.toContain(replayOf(b));
    }
  });

  it("whoever seeks without end is told to wait, is where the last seek led that was taken, and disturbs nobody", async () => {
    const { recorded } = replays;
    const [a, b] = [await replaying(recorded, 0, 20), await replaying(recorded, 0, 20)];
    const from = b.frames.length;
    const statuses: number[] = [];
    for (let n = 0; n < MAX_COMMANDS + 20; n++) {
      const place = { value: { atMs: recorded.atMs(50 + n) } };
      statuses.push((await request(a, a, "replay/seek", "POST", place)).status);
    }
    const taken = statuses.filter((status) => status < 300).length;
    expect(taken).toBe(MAX_COMMANDS);
    expect(new Set(statuses.slice(taken))).toEqual(new Set([429]));
    await standsAt(a, recorded.atMs(50 + taken - 1), { state: "paused" });
    b.client.replay({ action: "seek", value: { byMs: 1_000 } });
    await standsAt(b, recorded.atMs(21));
    expect(b.frames.slice(from).join("\n")).not.toContain(replayOf(a));
  });

  it("commands between two epochs are obeyed in their order, each once", async () => {
    const { recorded } = replays;
    const a = await replaying(recorded, 0, 20);
    const socket = await PlainSocket.at(a);
    await socket.next("resumed");
    for (let round = 0; round < 5; round++) {
      const word = 100 + round * 10;
      const say = (command: ReplayCommand) => socket.say({ type: "replay", ...command });
      say({ action: "resume" });
      say({ action: "seek", value: { atMs: recorded.atMs(word) } });
      say({ action: "pause" });
      say({ action: "seek", value: { byMs: 3_000 } });
      say({ action: "speed", value: 2 + round });
      say({ action: "seek", value: { byMs: -1_000 } });
      say({ action: "step", value: { kind: "chat", direction: "next" } });
      await eventually(() => expect(a.replay).toMatchObject({ state: "paused", speed: 2 + round }));
      await eventually(async () => expect(await commandsOf(a)).toHaveLength((round + 1) * 7));
      // Between `seek` and `pause` it may have played for a moment.
      const earliest = recorded.atMs(word + 3);
      await eventually(() => expect(a.replay?.positionMs).toBeGreaterThanOrEqual(earliest));
      expect(a.replay?.positionMs).toBeLessThan(earliest + 5_000);
      expect(idsOf(a).at(-1)).toBe(recorded.id(Math.floor(((a.replay?.positionMs ?? 0) - recorded.atMs(0)) / 1_000)));
    }
  });

  it("a gateway that missed what a desk was set to finds out, and shows nothing of before from there on", async () => {
    const { stack, live } = replays;
    const proxy = await startFaultProxy(Number(new URL(stack.server.url).port));
    const far = await stack.spawn("gateway", {
      REDIS_URL: Object.assign(new URL(stack.server.url), { port: String(proxy.port) }).href,
    });
    try {
      const a = await watching(live, 0);
      const mate = replays.user(0, { desk: a.credentials, at: far.url });
      await eventually(() => expect(idsOf(mate).at(-1)).toBe(live.id(live.words - 1)));
      let lost = 0;
      proxy.dropChunks((chunk) => chunk.includes("modeSet") && ++lost === 1);
      await stepBack(a, live, 30);
      expect(lost).toBeGreaterThan(0);
      await live.say();
      await standsAt(mate, live.atMs(30), { state: "paused" });
      const after = mate.frames.slice(lastModeChange(mate.frames) + 1);
      expect(new Set(shownIn(after).map((each) => each.split(" ")[0]))).toEqual(new Set([replayOf(a)]));
      a.client.setMode({ mode: "LIVE" });
      await live.say();
      for (const viewer of [a, mate]) await eventually(() => expect(idsOf(viewer).at(-1)).toBe(live.id(live.words - 1)), 20_000);
    } finally {
      proxy.heal();
      await far.kill();
      await proxy.stop();
    }
  });

  it("a worker that is stopped until another owns, and continued, shows nothing again and moves nothing", async () => {
    const { stack, recorded, workers } = replays;
    const a = await replaying(recorded, 0, 200);
    const { snapshots } = a;
    const session = replayOf(a);
    const owners = createOwnerRecords(stack.redis.client);
    const ownerOf = async () => (await owners.read({ id: session, role: "replay" }))?.writer;
    a.client.replay({ action: "speed", value: 8 });
    a.client.replay({ action: "resume" });
    await eventually(() => expect(idsOf(a)).toContain(recorded.id(210)), 20_000);
    const before = await ownerOf();
    const owning = await Promise.all(workers.map((worker) => worker.metric("frontrow_replays_owned")));
    const stopped = workers.filter((_, index) => (owning[index] ?? 0) > 0);
    // One of them: the other is there to take over.
    for (const worker of stopped) {
      worker.process.kill("SIGSTOP");
      try {
        await eventually(async () => expect(await ownerOf()).not.toBe(before), 6_000).catch(() => undefined);
      } finally {
        worker.process.kill("SIGCONT");
      }
      if ((await ownerOf()) !== before) break;
    }
    expect(await ownerOf()).not.toBe(before);
    await eventually(() => expect(a.replay?.state).toBe("finished"), 40_000);
    expect(idsOf(a)).toEqual(words(recorded, 1, 299));
    expect(a.snapshots).toBe(snapshots);
    expect(await stored(a)).toMatchObject({ state: "finished", position: { atMs: recorded.atMs(299) } });
  });

  it(`${SEEKS} seeks leave a worker's memory, and what is kept of the desk and the replay, as large as they were`, async () => {
    const { stack, recorded, workers } = replays;
    const a = await replaying(recorded, 0, 20);
    const session = replayOf(a) as SessionId;
    const desks = createDeskStore(stack.redis.client);
    const seek = async (n: number): Promise<void> => {
      const atMs = recorded.atMs(10 + ((n * 37) % 280));
      await desks.change(deskOf(a), { type: "commandReplay", session, command: { action: "seek", value: { atMs } } });
      await eventually(async () => expect((await stored(a)).position.atMs).toBe(atMs), 10_000, 1);
    };
    const rssKb = () => {
      const read = ({ process: { pid } }: (typeof workers)[number]) =>
        Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
      return Math.max(...workers.map(read));
    };
    const { client } = stack.redis;
    const storedBytes = async () =>
      Number(await client.call("MEMORY", "USAGE", keys.log(session))) +
      Number(await client.call("MEMORY", "USAGE", keys.metrics(session)));
    for (let n = 0; n < Math.min(200, SEEKS); n++) await seek(n);
    const [warmKb, warmBytes] = [rssKb(), await storedBytes()];
    for (let n = 200; n < 200 + SEEKS; n++) await seek(n);
    expect(rssKb()).toBeLessThan(warmKb + 100_000);
    expect(await storedBytes()).toBeLessThan(warmBytes * 2);
    expect(await client.xlen(keys.log(deskOf(a)))).toBeLessThan(5_000);
  });
});
