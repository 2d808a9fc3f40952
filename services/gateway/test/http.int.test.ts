import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { problemSchema } from "@frontrow/protocol/http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../src/gateway.ts";
import { chat } from "./broadcast.ts";
import { Harness } from "./harness.ts";

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
      ["PUT", `/desks/${deskId}/mode`, { token, body: { mode: "REPLAY" } }, 501, "NOT_YET"],
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

  it("opens only so many desks for one address", async () => {
    const { gateway: strict } = await harness.gateway();
    const statuses: number[] = [];
    for (let n = 0; n < 50; n++) statuses.push((await fetch(`${strict.url}/api/v1/desks`, { method: "POST" })).status);
    expect(statuses).toContain(429);
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(30);
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
