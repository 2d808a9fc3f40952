import { problemSchema, routes } from "@frontrow/protocol/http";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import type { Gateway } from "../src/gateway.ts";
import { Harness } from "./harness.ts";
import { rawRequest } from "./raw-http.ts";

describe("a page of another site", () => {
  let harness: Harness;
  let gateway: Gateway;

  beforeAll(async () => {
    harness = await Harness.start();
    ({ gateway } = await harness.gateway());
  });
  afterAll(() => harness.close());

  const desks = async (): Promise<number> => (await harness.redis.client.keys("fr:{dsk_*}:desk")).length;

  /** Status of the answer to an upgrade: 101 when a socket is opened. */
  function upgrade(at: Gateway, headers: Record<string, string>): Promise<number> {
    return new Promise((resolve) => {
      const webSocket = new WebSocket(`ws://127.0.0.1:${at.port}/ws`, { headers });
      webSocket.on("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
      webSocket.on("open", () => {
        webSocket.terminate();
        resolve(101);
      });
      webSocket.on("error", () => {});
    });
  }

  it("gets nothing under a name of its own that leads here, over HTTP and WebSocket", async () => {
    const before = await desks();
    for (const host of [`evil.test:${gateway.port}`, "localhost.evil.test", `127.0.0.1.evil.test:${gateway.port}`]) {
      const own = { Host: host, Origin: `http://${host}` };
      expect(await upgrade(gateway, own), host).toBe(421);
      for (const line of [
        "GET / HTTP/1.1",
        "GET /api/v1/desks/x HTTP/1.1",
        "POST /api/v1/desks HTTP/1.1",
        "GET /none HTTP/1.1",
      ]) {
        const { status, body } = await rawRequest(gateway, [line, `Host: ${host}`, "Content-Length: 0"]);
        expect(status, line).toBe(421);
        const problem = problemSchema.parse(JSON.parse(body));
        expect(problem).toMatchObject({ code: "HOST_REFUSED", detail: expect.stringContaining(`PUBLIC_URL=http://${host}`) });
      }
    }
    expect(await desks()).toBe(before);
  });

  it("opens no socket when only its scheme or port is another", async () => {
    const local = `http://127.0.0.1:${gateway.port}`;
    for (const origin of [
      local.replace("http", "https"),
      local.replace("http", "ftp"),
      "http://127.0.0.1",
      `${local}0`,
      "null",
    ]) {
      expect(await upgrade(gateway, { Origin: origin }), origin).toBe(403);
    }
    expect(await upgrade(gateway, { Origin: local })).toBe(101);
    expect(await upgrade(gateway, { Host: `localhost:${gateway.port}`, Origin: `http://localhost:${gateway.port}` })).toBe(101);
    expect(await upgrade(gateway, { Host: "[::1]:8080", Origin: "http://[::1]:8080" })).toBe(101);
    expect(await upgrade(gateway, {})).toBe(101);
  });

  it("is told from the public one, as it is behind a proxy", async () => {
    const PUBLIC_URL = ["https://frontrow.example"];
    const direct = (await harness.gateway({ PUBLIC_URL })).gateway;
    expect(await upgrade(direct, { Host: "frontrow.example", Origin: "https://frontrow.example" })).toBe(101);
    expect(await upgrade(direct, { Host: "frontrow.example", Origin: "http://frontrow.example" })).toBe(403);
    expect(await upgrade(direct, { Host: "frontrow.example", Origin: "https://frontrow.example:8443" })).toBe(403);
    const proxied = (await harness.gateway({ PUBLIC_URL, TRUST_PROXY: true })).gateway;
    const forwarded = { Host: "gateway:3000", "X-Forwarded-Host": "frontrow.example", "X-Forwarded-Proto": "https" };
    expect(await upgrade(proxied, { ...forwarded, Origin: "https://frontrow.example" })).toBe(101);
    expect(await upgrade(proxied, { ...forwarded, "X-Forwarded-Host": "evil.test", Origin: "https://evil.test" })).toBe(421);
    expect(await upgrade(direct, { ...forwarded, Origin: "https://frontrow.example" })).toBe(421);
  });

  it("changes nothing over HTTP, by whatever route", async () => {
    const before = await desks();
    const changing = Object.values(routes).filter(({ method }) => (method as string) !== "GET");
    expect(changing.length).toBeGreaterThan(5);
    const desk = `dsk_${"a".repeat(26)}`;
    for (const { method, path } of changing) {
      const line = `${method} /api/v1${path.replace("{deskId}", desk).replace(/\{\w+\}/, "x")} HTTP/1.1`;
      const host = `Host: 127.0.0.1:${gateway.port}`;
      for (const sign of [
        "Origin: https://evil.example",
        "Origin: null",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
      ]) {
        const { status, body } = await rawRequest(gateway, [line, host, sign, "Content-Length: 0"]);
        expect([status, JSON.parse(body).code], `${line} ${sign}`).toEqual([403, "ORIGIN_REFUSED"]);
      }
    }
    expect(await desks()).toBe(before);
  });

  it("cannot send a form in place of JSON", async () => {
    const before = await desks();
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "text/plain; application/json",
    ]) {
      const head = [
        "POST /api/v1/desks HTTP/1.1",
        `Host: 127.0.0.1:${gateway.port}`,
        `Content-Type: ${type}`,
        "Content-Length: 2",
      ];
      expect((await rawRequest(gateway, head, "{}")).status, type).toBe(400);
    }
    expect(await desks()).toBe(before);
  });

  it("does not keep our own page, and who is no page, from opening a desk", async () => {
    const url = `${gateway.url}/api/v1/desks`;
    const headers = { origin: gateway.url, "sec-fetch-site": "same-origin" };
    expect((await fetch(url, { method: "POST", headers })).status).toBe(201);
    expect((await fetch(url, { method: "POST" })).status).toBe(201);
    const json = { ...headers, "content-type": "application/json" };
    expect((await fetch(url, { method: "POST", headers: json, body: "{}" })).status).toBe(201);
    await eventually(async () => expect(await desks()).toBeGreaterThanOrEqual(3));
  });
});
