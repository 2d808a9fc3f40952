import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { problemSchema, type RouteBody, routes } from "@frontrow/protocol/http";
import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../src/gateway.ts";
import { chat } from "./broadcast.ts";
import { Harness } from "./harness.ts";
import { rawRequest } from "./raw-http.ts";
import { understood } from "./understood.ts";

describe("HTTP", () => {
  let harness: Harness;
  let gateway: Gateway;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "frontrow-dashboard-"));
    await mkdir(join(folder, "assets"));
    await writeFile(join(folder, "index.html"), "<!doctype html><title>Frontrow</title>");
    await writeFile(join(folder, "assets", "main-abc123.js"), "export {};");
    harness = await Harness.start();
    ({ gateway } = await harness.gateway({ DASHBOARD_DIR: folder }));
  });
  afterAll(async () => {
    await harness.close();
    await rm(folder, { recursive: true });
  });

  interface Desk {
    deskId: string;
    token: string;
  }
  const open = async (): Promise<Desk> => {
    const response = await call("POST", "/desks");
    expect(response.status).toBe(201);
    return (await response.json()) as Desk;
  };
  const call = (method: string, path: string, options: { token?: string; body?: unknown } = {}) =>
    fetch(`${gateway.url}/api/v1${path}`, {
      method,
      headers: {
        ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
        ...(options.body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });

  it("opens a desk, changes what it watches, tells its sockets, and closes it", async () => {
    const broadcast = await harness.broadcast();
    await broadcast.append([chat("h1")]);
    await broadcast.fold({ chats: 1 });
    const { deskId, token } = await open();
    const client = harness.client(gateway, { path: `/ws/${deskId}` });
    client.send({ type: "resume", sessionId: deskId, resumeToken: token });
    await client.next("resumed");

    const put = await call("PUT", `/desks/${deskId}/source`, { token, body: { username: `@${broadcast.handle}` } });
    expect(await put.json()).toMatchObject({ handle: broadcast.handle, generation: 1 });
    await client.next("history");
    expect(await (await call("GET", `/desks/${deskId}`, { token })).json()).toMatchObject({ handle: broadcast.handle });
    expect(await (await call("GET", `/desks/${deskId}/metrics`, { token })).json()).toEqual({
      session: broadcast.sessionId,
      metrics: { chats: 1 },
    });
    expect(await (await call("PUT", `/desks/${deskId}/mode`, { token, body: { mode: "LIVE" } })).json()).toMatchObject({
      mode: "LIVE",
    });
    expect((await call("DELETE", `/desks/${deskId}/source`, { token })).status).toBe(200);
    await client.next("streamDisconnected");
    expect((await call("DELETE", `/desks/${deskId}`, { token })).status).toBe(204);
    expect(await client.closed()).toBe(4004);
    expect((await call("GET", `/desks/${deskId}`, { token })).status).toBe(404);
  });

  describe("of a session that is understood", () => {
    async function watching() {
      const broadcast = await harness.broadcast();
      await broadcast.fold({ chats: 3, gifts: 1, diamonds: 5, questions: 2 }, understood());
      const desk = await open();
      await call("PUT", `/desks/${desk.deskId}/source`, { token: desk.token, body: { username: broadcast.handle } });
      const get = async <N extends keyof typeof routes>(name: N, path: string): Promise<RouteBody<N>> => {
        const response = await call("GET", `/desks/${desk.deskId}/${path}`, { token: desk.token });
        expect(response.status).toBe(200);
        const body = await response.json();
        const { schema } = routes[name].ok as { schema: { parse(body: unknown): unknown } };
        expect(schema.parse(body)).toEqual(body);
        return body as RouteBody<N>;
      };
      return { ...desk, session: broadcast.sessionId, get };
    }

    it("tells its viewers, its gifts, and all metrics", async () => {
      const { session, get } = await watching();
      const { viewerUpdate, leaderboard, ranking, gifters } = understood();
      const { type: _type, ranking: _ranking, ...summary } = viewerUpdate;
      expect(await get("readViewers", "viewers")).toEqual({ session, summary, viewers: ranking, atMs: 1_000 });
      const { type: _board, ...board } = leaderboard;
      expect(await get("readGifts", "gifts")).toEqual({
        session,
        gifts: 1,
        diamonds: 5,
        leaderboard: board,
        gifters,
        atMs: 1_000,
        guestGifts: 0,
        guestDiamonds: 0,
        guests: [{ guest: { id: "ann", handle: "ann", nickname: "Ann", avatarUrl: "" }, isOnStage: true, diamonds: 7, gifts: 1 }],
      });
      expect(await get("readMetrics", "metrics")).toEqual({
        session,
        metrics: { chats: 3, gifts: 1, diamonds: 5, questions: 2 },
        leaderboard: board,
      });
    });

    it("reads its questions as the desk has resolved them, and the desk resolves them", async () => {
      const { deskId, token, get } = await watching();
      expect(await get("readQuestions", "questions")).toMatchObject({
        questions: [
          { id: "q2", priority: 5, status: "pending" },
          { id: "q1", status: "pending" },
        ],
        pending: 2,
        responseRate: 0,
      });
      const resolve = (id: string, status: string) =>
        call("PUT", `/desks/${deskId}/questions/${id}`, { token, body: { status } }).then((response) => response.status);
      expect(await resolve("q2", "answered")).toBe(204);
      expect(await resolve("q1", "ignored")).toBe(204);
      const resolved = await get("readQuestions", "questions");
      expect(resolved).toMatchObject({ pending: 0, answered: 1, ignored: 1, responseRate: 1 });
      expect(await resolve("q1", "pending")).toBe(204);
      expect((await get("readQuestions", "questions")).pending).toBe(1);
      expect(await resolve("q1", "forgotten")).toBe(400);
      expect(await resolve("no%20id", "answered")).toBe(400);
    });

    it("explains a total by what is in it, and a score by the parts of all", async () => {
      const { deskId, token, session, get } = await watching();
      expect(await get("explain", "explain/chats")).toEqual({ session, explanation: understood().explanations.chats });
      const { type: _type, ...parts } = understood().scores;
      for (const score of ["entertainment", "churnRisk"]) {
        expect(await get("explain", `explain/${score}`)).toEqual({ session, scores: parts });
      }
      // Known, and not counted yet.
      expect(await get("explain", "explain/sentiment")).toEqual({ session });
      const unknown = await call("GET", `/desks/${deskId}/explain/height`, { token });
      expect(unknown.status).toBe(404);
      const problem = problemSchema.parse(await unknown.json());
      expect(problem.code).toBe("NOT_FOUND");
      for (const name of ["chats", "sentiment", "entertainment"]) expect(problem.detail).toContain(name);
    });

    it("sets the language of the desk", async () => {
      const { deskId, token } = await watching();
      const set = await call("PUT", `/desks/${deskId}/language`, { token, body: { language: "id" } });
      expect(await set.json()).toMatchObject({ language: "id" });
      expect((await call("PUT", `/desks/${deskId}/language`, { token, body: { language: "xx" } })).status).toBe(400);
    });

    it("says nothing of it to others, and nothing before there is a session", async () => {
      const { deskId, token } = await watching();
      const stranger = await open();
      for (const path of ["viewers", "gifts", "questions", "explain/chats"]) {
        expect((await call("GET", `/desks/${deskId}/${path}`, { token: stranger.token })).status).toBe(403);
        expect((await call("GET", `/desks/${deskId}/${path}`)).status).toBe(403);
        expect((await call("GET", `/desks/${stranger.deskId}/${path}`, { token: stranger.token })).status).toBe(404);
      }
      const answer = { token: stranger.token, body: { status: "answered" } };
      expect((await call("PUT", `/desks/${deskId}/questions/q1`, answer)).status).toBe(403);
      expect(await (await call("GET", `/desks/${deskId}`, { token })).json()).not.toHaveProperty("answers");
    });
  });

  it("refuses every route that is not public without the desk's own token, before it reads the body", async () => {
    const { deskId } = await open();
    const stranger = await open();
    const names = { deskId, questionId: "q1", metric: "chats" } as Record<string, string>;
    for (const { method, path, auth } of Object.values(routes)) {
      const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => names[name] ?? "unknown");
      const answers = [
        await call(method, address),
        await call(method, address, { token: stranger.token }),
        await call(method, address, method === "GET" ? {} : { body: "x".repeat(20_000) }),
      ];
      for (const response of answers) {
        if (auth) expect(response.status, `${method} ${path}`).toBe(403);
        else expect(response.status, `${method} ${path}`).not.toBe(403);
      }
    }
    expect(Object.values(routes).filter(({ auth }) => !auth)).toEqual([routes.createDesk]);
  });

  it("answers what is wrong with a problem document", async () => {
    const { deskId, token } = await open();
    const cases: [string, string, { token?: string; body?: unknown }, number, string][] = [
      ["GET", `/desks/${deskId}`, {}, 403, "FORBIDDEN"],
      ["GET", `/desks/${deskId}`, { token: "guess" }, 403, "FORBIDDEN"],
      ["GET", "/desks/dsk_nothing", { token }, 404, "DESK_NOT_FOUND"],
      ["GET", `/desks/dsk_${"a".repeat(26)}`, { token }, 404, "DESK_NOT_FOUND"],
      ["PUT", `/desks/${deskId}/source`, { token, body: {} }, 400, "BAD_MESSAGE"],
      ["PUT", `/desks/${deskId}/source`, { token, body: { username: "a b" } }, 422, "BAD_USERNAME"],
      ["PUT", `/desks/${deskId}/source`, { token, body: { username: "x".repeat(20_000) } }, 413, "TOO_LARGE"],
      ["PUT", `/desks/${deskId}/mode`, { token, body: { mode: "REPLAY" } }, 409, "NOTHING_TO_REPLAY"],
      ["GET", `/desks/${deskId}/metrics`, { token }, 404, "SESSION_NOT_FOUND"],
      ["GET", "/nothing", {}, 404, "NOT_FOUND"],
    ];
    for (const [method, path, options, status, code] of cases) {
      const response = await call(method, path, options);
      expect(response.status, path).toBe(status);
      expect(response.headers.get("content-type")).toContain("application/problem+json");
      expect(problemSchema.parse(await response.json())).toMatchObject({ status, code });
    }
  });

  it("takes no body for one without fields, though its type is named, and says which type a body must have", async () => {
    const { deskId, token } = await open();
    const send = (method: string, path: string, options: { type?: string; body?: string }) =>
      fetch(`${gateway.url}/api/v1/desks/${deskId}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(options.type ? { "content-type": options.type } : {}) },
        ...(options.body === undefined ? {} : { body: options.body }),
      });
    expect(await (await send("POST", "/replay/pause", {})).json()).toMatchObject({ code: "NOT_IN_REPLAY" });
    expect(await (await send("POST", "/replay/pause", { type: "application/json" })).json()).toMatchObject({
      code: "NOT_IN_REPLAY",
    });
    expect(await (await send("PUT", "/source", { type: "application/json" })).json()).toMatchObject({
      code: "BAD_MESSAGE",
      detail: expect.stringContaining("username"),
    });
    const form = { type: "application/x-www-form-urlencoded", body: '{"username":"demo:alice"}' };
    expect(await (await send("PUT", "/source", form)).json()).toMatchObject({
      code: "BAD_MESSAGE",
      detail: "give the body as content-type: application/json",
    });
    expect((await send("DELETE", "", { type: "application/json" })).status).toBe(204);
  });

  it("limits the desks that one address opens", async () => {
    const { gateway: strict } = await harness.gateway();
    const statuses: number[] = [];
    for (let n = 0; n < 50; n++) statuses.push((await fetch(`${strict.url}/api/v1/desks`, { method: "POST" })).status);
    expect(statuses).toContain(429);
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(30);
  });

  it("lets the page load pictures from the hosts that are set, and talk to nobody but itself", async () => {
    const policyOf = async (overrides: Parameters<Harness["gateway"]>[0]) => {
      const { gateway: one } = await harness.gateway(overrides);
      const policy = (await fetch(`${one.url}/nothing`)).headers.get("content-security-policy") ?? "";
      return Object.fromEntries(policy.split("; ").map((part) => [part.split(" ", 1)[0], part.slice(part.indexOf(" ") + 1)]));
    };
    const policy = await policyOf({ IMAGE_HOSTS: ["*.pictures.example"] });
    expect(policy["img-src"]).toBe("'self' https://*.pictures.example");
    expect(policy["connect-src"]).toBe("'self'");
    const sources = (await policyOf({}))["img-src"]?.split(" ") ?? [];
    expect(sources).toContain("https://*.tiktokcdn.com");
    for (const source of sources) expect(source).toMatch(/^('self'|https:\/\/\*(\.[a-z-]+)+)$/);
  });

  it("serves the dashboard: the page fresh each time, hashed files for ever, and its own addresses", async () => {
    const page = await fetch(`${gateway.url}/`);
    expect(await page.text()).toContain("<title>Frontrow</title>");
    expect(page.headers.get("cache-control")).toBe("no-cache");
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    const script = await fetch(`${gateway.url}/assets/main-abc123.js`);
    expect(script.headers.get("cache-control")).toContain("immutable");
    const inside = await fetch(`${gateway.url}/desk/settings`, { headers: { accept: "text/html" } });
    expect(await inside.text()).toContain("<title>Frontrow</title>");
    expect((await fetch(`${gateway.url}/assets/none.js`)).status).toBe(404);
    expect((await fetch(`${gateway.url}/..%2f..%2fetc/passwd`)).status).not.toBe(200);
  });
});

describe("addresses and requests that are none", () => {
  let harness: Harness;
  let folder: string;
  const lines: { message: string; suppressed?: number }[] = [];
  let gateway: Gateway;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "frontrow-dashboard-"));
    await writeFile(join(folder, "index.html"), "<!doctype html><title>Frontrow</title>");
    harness = await Harness.start();
    const write = (fields: object, message: string) => lines.push({ message, ...fields });
    const logger = { ...quietLogger, info: write, warn: write, error: write } as never;
    ({ gateway } = await harness.gateway({ DASHBOARD_DIR: folder }, logger));
  });
  afterAll(async () => {
    await harness.close();
    await rm(folder, { recursive: true });
  });

  const head = (line: string, ...rest: string[]) => [line, "Host: localhost", ...rest];

  it("get a problem, by whatever they are wrong", async () => {
    const paths = [
      "//x",
      "/../x",
      "/%00",
      "/%",
      "/%ff",
      "/a//b",
      "/\\..\\x",
      "/./x",
      "/%2e%2e/x",
      "//evil.example/%2e%2e",
      "http://evil/x",
      "x",
    ];
    for (const path of [
      ...paths,
      `/${"a".repeat(9_000)}`,
      "/api/v1/desks/%",
      `/api/v1/desks/${"a".repeat(300)}`,
      "/api/v1//desks",
    ]) {
      for (const accept of ["text/html", "application/json"]) {
        const { status, head: answer, body } = await rawRequest(gateway, head(`GET ${path} HTTP/1.1`, `Accept: ${accept}`));
        expect([400, 404], path.slice(0, 40)).toContain(status);
        expect(answer).toContain("application/problem+json");
        expect(problemSchema.parse(JSON.parse(body)).status).toBe(status);
      }
    }
    const requests: [string[], number][] = [
      [["GARBAGE"], 400],
      [head("BREW / HTTP/1.1"), 400],
      [head("GET / HTTP/9.9"), 400],
      [head("GET / HTTP/1.1", `X: ${"a".repeat(20_000)}`), 413],
      [head("POST /api/v1/desks HTTP/1.1", "Content-Type: application/json", "Content-Length: 99999999"), 413],
    ];
    for (const [request, expected] of requests) {
      const { status, body } = await rawRequest(gateway, request);
      expect(status, request[0]).toBe(expected);
      expect(problemSchema.parse(JSON.parse(body)).status).toBe(expected);
    }
  });

  it("write a line a second of each kind, however many there are", async () => {
    lines.length = 0;
    for (let round = 0; round < 50; round++) {
      await Promise.all(Array.from({ length: 20 }, () => rawRequest(gateway, head("GET //x HTTP/1.1"))));
    }
    await eventually(() => expect(lines.reduce((sum, { suppressed = 1 }) => sum + suppressed, 0)).toBeGreaterThanOrEqual(1_000));
    expect(lines.length).toBeLessThan(30);
    expect(lines.every(({ message }) => message === "request refused")).toBe(true);
    expect(JSON.stringify(lines).length).toBeLessThan(10_000);
  });
});
