import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Simulator } from "../src/simulator.ts";
import { type Client, connect, startSimulator, type Wire } from "./client.ts";

let simulator: Simulator;
let client: Client | undefined;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontrow-simulator-"));
  simulator = await startSimulator({ SIMULATOR_RECORDINGS_DIR: folder });
});
afterEach(() => client?.close());
afterAll(async () => {
  await simulator.stop(AbortSignal.timeout(1000));
  await rm(folder, { recursive: true });
});

async function control(method: string, path: string, body?: unknown): Promise<{ status: number; body: Wire }> {
  const response = await fetch(`${simulator.url}/control/${path}`, {
    method,
    ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

describe("the control API", () => {
  it("describes creators and what clients did with them", async () => {
    client = await connect(simulator, "seen");
    const { body } = await control("GET", "creators/seen");
    expect(body).toMatchObject({ name: "seen", state: "live", connections: { open: 1, signs: 1, entered: 1 } });
    expect((await control("GET", "creators")).body.map((creator: Wire) => creator.name)).toContain("seen");
  });

  it("moves a creator from state to state", async () => {
    const states = ["paused", "resumed", "ended", "live", "offline", "unknown", "live"];
    const seen = [];
    for (const state of states) seen.push((await control("POST", "creators/moves/state", { state })).body.state);
    expect(seen).toEqual(["paused", "live", "offline", "live", "offline", "unknown", "live"]);
  });

  it("changes the rate while a broadcast runs", async () => {
    client = await connect(simulator, "faster");
    const { body } = await control("PATCH", "creators/faster", { eventsPerSecond: 500, frameIntervalMs: 100, gzip: false });
    expect(body.settings).toMatchObject({ eventsPerSecond: 500, gzip: false });
    await eventually(() => expect(simulator.connections("faster").messagesSent).toBeGreaterThan(400), 4000);
  });

  it("gives the sign service an account, which it tells of and keeps", async () => {
    await control("PUT", "sign-accounts/secret", { minute: 1, hour: 5 });
    const ask = (path: string, key: string) => fetch(`${simulator.url}${path}`, { headers: { "x-api-key": key } });
    const fresh = { max: 1, remaining: 1, reset_at: null };
    expect(await (await ask("/accounts/me/rate_limits", "secret")).json()).toMatchObject({ code: 200, minute: fresh });
    const address = `/webcast/rooms/${simulator.creator("account").room?.roomId}/connect`;
    const granted = await ask(address, "secret");
    expect([granted.status, granted.headers.get("x-ratelimit-limit"), granted.headers.get("x-ratelimit-remaining")]).toEqual([
      200,
      "1",
      "0",
    ]);
    const refused = await ask(address, "secret");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ limit_label: "rate_limit_account_minute" });
    expect((await ask(address, "another")).headers.has("x-ratelimit-limit")).toBe(false);
    expect((await ask("/accounts/me/rate_limits", "another")).status).toBe(401);
  });

  it("has viewers say what a test wants to hear", async () => {
    await control("POST", "creators/told/script", { events: 0 });
    client = await connect(simulator, "told");
    const said = await control("POST", "creators/told/say", {
      messages: [
        { type: "chat", user: "Zoë", text: "hello there" },
        { type: "gift", name: "Lion", diamonds: 29_999 },
        { type: "roomUser", viewers: 77 },
      ],
    });
    expect(said.body.msgIds).toHaveLength(3);
    await eventually(() => {
      const chat = client?.of("chat").find(({ content }) => content === "hello there");
      expect(chat).toMatchObject({ user: { nickname: "Zoë" }, common: { msgId: said.body.msgIds[0] } });
    });
    expect((await client.next("gift", 1)).gift).toMatchObject({ name: "Lion", diamondCount: 29_999 });
  });

  it("plays a script and tells its truth", async () => {
    await control("POST", "creators/truth/script", { events: 40, waitsForConnection: false });
    const { body } = await control("GET", "creators/truth/truth?messages");
    expect(body).toMatchObject({ state: "finished", totals: { messages: 40 } });
    expect(body.messages).toHaveLength(40);
    expect((await control("GET", "creators/none/truth")).status).toBe(400);
  });

  it("switches faults on and off, with counts", async () => {
    await control("POST", "faults", { fault: { kind: "sign-status", status: 500 }, creator: "Faulty", times: 2 });
    const sign = () => fetch(`${simulator.url}/webcast/rooms/${simulator.creator("faulty").room?.roomId}/connect`);
    expect([(await sign()).status, (await sign()).status, (await sign()).status]).toEqual([500, 500, 200]);
    await control("POST", "faults", { fault: { kind: "captcha" } });
    expect((await control("GET", "faults")).body).toEqual([{ fault: { kind: "captcha" }, happened: 0 }]);
    expect((await control("DELETE", "faults?kind=captcha")).body).toEqual([]);
  });

  it("cuts the lines", async () => {
    client = await connect(simulator, "cut");
    expect((await control("POST", "creators/cut/drop")).body).toEqual({ dropped: 1 });
    expect(await client.next("disconnected")).toMatchObject({ code: 1006 });
  });

  it("says what is wrong with what it is given", async () => {
    const cases = [
      ["POST", "faults", { fault: { kind: "earthquake" } }, "kind"],
      ["PATCH", "creators/alice", { eventsPerSecond: -1 }, "eventsPerSecond"],
      ["POST", "creators/alice/script", {}, "events"],
      ["POST", "creators/alice/say", { messages: [{ type: "chat" }] }, "text"],
      ["POST", "creators/alice/playback", { file: "nowhere.ndjson" }, "no recording nowhere.ndjson"],
    ] as const;
    for (const [method, path, body, word] of cases) {
      const reply = await control(method, path, body);
      expect(reply.status).toBe(400);
      expect(reply.body.message).toContain(word);
    }
    expect((await control("GET", "nothing")).status).toBe(404);
  });

  it("opens no file but those of its folder", async () => {
    const others = ["/etc/passwd", "../x", "..", "a/b", "..\\x", "", "%2e%2e%2fx", "file:///etc/passwd", "a\0b"];
    for (const file of others) {
      const reply = await control("POST", "creators/alice/playback", { file });
      expect([reply.status, reply.body.message], file).toEqual([400, expect.stringContaining("SIMULATOR_RECORDINGS_DIR")]);
    }
    const without = await startSimulator();
    const response = await fetch(`${without.url}/control/creators/alice/playback`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ file: "events.ndjson" }),
    });
    expect(await response.json()).toMatchObject({ message: expect.stringContaining("set SIMULATOR_RECORDINGS_DIR") });
    await without.stop(AbortSignal.timeout(1_000));
  });

  it("is not for pages, whatever they send, nor under a name that leads here", async () => {
    const { port } = new URL(simulator.url);
    const ask = (headers: Record<string, string>, body = '{"state":"ended"}') =>
      new Promise<number>((resolve, reject) => {
        const path = "/control/creators/guarded/state";
        const sent = request({ port, host: "127.0.0.1", method: "POST", path, headers }, (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        });
        sent.on("error", reject);
        sent.end(body);
      });
    const json = { "content-type": "application/json" };
    simulator.creator("guarded").goLive();
    for (const host of [`evil.test:${port}`, "localhost.evil.test", "192.168.1.5"]) {
      expect(await ask({ ...json, host }), host).toBe(421);
    }
    for (const origin of ["https://evil.example", `http://127.0.0.1:${port}`, "null"])
      expect(await ask({ ...json, origin })).toBe(403);
    for (const site of ["cross-site", "same-site", "same-origin"])
      expect(await ask({ ...json, "sec-fetch-site": site })).toBe(403);
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "text/plain;application/json", "application/jsonx"]) {
      expect(await ask({ "content-type": type }), type).toBe(415);
    }
    expect(await ask({})).toBe(415);
    expect(simulator.creator("guarded").state).toBe("live");
    expect(await ask({ ...json, host: `localhost:${port}` })).toBe(200);
    expect(simulator.creator("guarded").state).toBe("offline");
  });

  it("is not there when it is switched off", async () => {
    const without = await startSimulator({ SIMULATOR_CONTROL: "false" });
    for (const path of ["creators", "faults", "creators/alice"])
      expect((await fetch(`${without.url}/control/${path}`)).status).toBe(404);
    expect((await fetch(`${without.url}/avatar/1.svg`)).status).toBe(200);
    await without.stop(AbortSignal.timeout(1_000));
  });

  it("draws an avatar for anybody", async () => {
    const avatar = await fetch(`${simulator.url}/avatar/6912345678901234567.svg`);
    expect(avatar.headers.get("content-type")).toBe("image/svg+xml");
    expect(await avatar.text()).toContain("<svg");
  });
});

describe("a recording", () => {
  it("is played in its own order and at the speed asked for, unknown types included", async () => {
    const file = join(folder, "events.ndjson");
    const row = (type: string, atMs: number, data: object) =>
      JSON.stringify({
        capture: "one",
        recv: "2023-10-18T15:09:40.188+local",
        type,
        data: { common: { createTime: String(atMs) }, ...data },
      });
    const startMs = 1_697_634_580_000;
    await writeFile(
      file,
      [
        row("WebcastChatMessage", startMs + 20_000, { user: { id: "u1" }, content: "second", contentLanguage: "en" }),
        row("WebcastChatMessage", startMs, { user: { id: "u1", followInfo: { followStatus: "1" } }, content: "first" }),
        row("WebcastGiftMessage", startMs + 21_000, {
          user: { id: "u2" },
          gift: { id: "5655", name: "Rose", diamondCount: 1, type: 1 },
          groupId: "9",
          repeatCount: 4,
          repeatEnd: 1,
        }),
        row("WebcastSocialMessage", startMs + 22_000, {
          user: { id: "u2" },
          common: { createTime: String(startMs + 22_000), displayText: { key: "pm_main_follow_message_viewer_2" } },
        }),
        JSON.stringify({ capture: "one", recv: "2023-10-18T15:10:03.000Z", type: "WebcastHashtagMessage", data: null }),
        row("WebcastLikeMessage", startMs + 23_000, { user: { id: "u3" }, count: 9, total: 1_816_524 }),
      ].join("\n"),
    );
    await control("POST", "creators/played/playback", { file: "events.ndjson", speed: 20, maxPauseMs: 3000 });
    client = await connect(simulator, "played");
    await client.next("like");
    expect(client.of("chat").map((chat) => chat.content)).toEqual(["first", "second"]);
    const [first, second] = client.of("chat");
    expect(first.user.id).toBe(second.user.id);
    expect(Number(second.common.createTime) - Number(first.common.createTime)).toBe(150);
    expect(client.of("gift")[0]).toMatchObject({ repeatCount: 4, repeatEnd: 1, groupId: "9", gift: { name: "Rose" } });
    expect(client.of("follow")).toHaveLength(1);
    expect(client.of("like")[0]).toMatchObject({ count: 9, total: "1816524" });
    expect(simulator.creator("played").room?.published).toBe(6);
  });
});
