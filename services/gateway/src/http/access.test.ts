import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DeskId } from "@frontrow/protocol/ids";
import type { DeskRecord } from "@frontrow/redis/desks";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { digestOf } from "../desk/credentials.ts";
import { createHttpServer } from "./server.ts";

type Options = Parameters<typeof createHttpServer>[0];

const deskId = `dsk_${"a".repeat(26)}` as DeskId;
const token = "the-desks-own-token";

describe("a route that was added without a word on who may call it", () => {
  let folder: string;
  let server: Awaited<ReturnType<typeof createHttpServer>>;
  let handled: number;
  let isRedisReady: boolean;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "frontrow-access-"));
    await writeFile(join(folder, "index.html"), "the page");
    const desk = { deskId, tokenDigest: digestOf(token) } as DeskRecord;
    server = await createHttpServer({
      desks: { read: async (id: DeskId) => (id === deskId ? desk : undefined) },
      isRedisReady: () => isRedisReady,
      dashboardDir: folder,
      trustProxy: false,
      site: { refusalOf: () => undefined },
      imageHosts: [],
      logger: quietLogger as unknown as Options["logger"],
    } as unknown as Options);
    handled = 0;
    isRedisReady = true;
    const handler = async () => {
      handled += 1;
      return {};
    };
    server.get("/added", handler);
    server.post("/added", handler);
    server.get("/api/v1/desks/:deskId/added", handler);
    server.get("/api/v1/open", { config: { access: "public" } }, handler);
  });
  afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  const call = (url: string, authorization?: string, method: "GET" | "POST" | "HEAD" = "GET") =>
    server.inject({ method, url, ...(authorization ? { headers: { authorization } } : {}) });

  it("refuses whoever has no token of the desk in its path", async () => {
    for (const authorization of [undefined, "Bearer guess", `Basic ${token}`, token, "Bearer"]) {
      const response = await call(`/api/v1/desks/${deskId}/added`, authorization);
      expect([response.statusCode, response.json().code]).toEqual([403, "FORBIDDEN"]);
    }
    expect(handled).toBe(0);
    expect((await call(`/api/v1/desks/${deskId}/added`, `Bearer ${token}`)).statusCode).toBe(200);
    expect(handled).toBe(1);
  });

  it("refuses everybody when there is no desk in its path, or one that is unknown", async () => {
    for (const method of ["GET", "POST", "HEAD"] as const) {
      expect((await call("/added", `Bearer ${token}`, method)).statusCode).toBe(403);
    }
    const unknown = await call(`/api/v1/desks/dsk_${"b".repeat(26)}/added`, `Bearer ${token}`);
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, "DESK_NOT_FOUND"]);
    expect(handled).toBe(0);
  });

  it("is open once it says so, and says 503 while Redis is away; the dashboard's files are served all the same", async () => {
    expect((await call("/api/v1/open")).statusCode).toBe(200);
    expect((await call("/")).body).toBe("the page");
    isRedisReady = false;
    for (const url of ["/api/v1/open", `/api/v1/desks/${deskId}/added`]) {
      const response = await call(url);
      expect([response.statusCode, response.json().code]).toEqual([503, "REDIS_UNAVAILABLE"]);
    }
    expect((await call("/")).body).toBe("the page");
    expect((await call("/nothing")).statusCode).toBe(404);
    expect(handled).toBe(1);
  });
});
