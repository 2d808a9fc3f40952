import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import { partKeys, writeParts } from "@frontrow/export/parts";
import type { RouteBody } from "@frontrow/protocol/http";
import type { DeskId } from "@frontrow/protocol/ids";
import { createExportStore } from "@frontrow/redis/exports";
import { keys } from "@frontrow/redis/keys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../src/gateway.ts";
import { Harness } from "./harness.ts";

const SAMPLE = "ses_samplegames-1795201200000";
type Desk = { readonly deskId: string; readonly token: string };

/** Exports that nobody makes here: what a gateway does with them, and with the files of those that are ready. */
describe("a desk's exports", () => {
  let harness: Harness;
  let gateway: Gateway;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "frontrow-exports-"));
    harness = await Harness.start();
    ({ gateway } = await harness.gateway({ BLOB_URL: pathToFileURL(folder).href }));
  });
  afterAll(async () => {
    await harness.close();
    await rm(folder, { recursive: true });
  });

  const open = async (): Promise<Desk> => (await (await fetch(`${gateway.url}/api/v1/desks`, { method: "POST" })).json()) as Desk;
  const ask = (desk: Desk, method: string, path: string, body?: unknown, token = desk.token) =>
    fetch(`${gateway.url}/api/v1/desks/${desk.deskId}/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const create = async (desk: Desk, body: unknown = { kind: "chats" }) => ask(desk, "POST", `recordings/${SAMPLE}/exports`, body);
  const list = async (desk: Desk) => ((await (await ask(desk, "GET", "exports")).json()) as RouteBody<"listExports">).exports;
  const objects = async (desk: Desk) => {
    const found: string[] = [];
    for await (const { key } of createObjectStore(pathToFileURL(folder).href).list(`exports/${desk.deskId}/`)) found.push(key);
    return found;
  };

  /** As a run leaves an export of 10 bytes a part. */
  async function ready(desk: Desk, text: string, fileName = "chats.csv"): Promise<string> {
    const { exportId } = (await (await create(desk)).json()) as RouteBody<"createExport">;
    const store = createExportStore(harness.redis.client);
    const deskId = desk.deskId as DeskId;
    const record = await store.read(deskId, exportId);
    if (!record) throw new Error("no record");
    const blob = createObjectStore(pathToFileURL(folder).href);
    async function* pieces() {
      for (let at = 0; at < text.length; at += 10) yield text.slice(at, at + 10);
    }
    const parts = await writeParts(blob, partKeys.run(deskId, exportId, "run"), pieces(), 10);
    const made = { ...record, state: "ready", run: "run", parts, bytes: text.length, fileName } as const;
    expect(await store.write(deskId, made, undefined)).toBe("applied");
    return exportId;
  }
  const addressOf = async (desk: Desk, exportId: string) => {
    const { path, untilMs } = (await (
      await ask(desk, "POST", `exports/${exportId}/download`, {})
    ).json()) as RouteBody<"createDownload">;
    expect(untilMs - Date.now()).toBeLessThanOrEqual(60_000);
    return `${gateway.url}${path}`;
  };

  it("are listed as they were asked for, and told to the desk's members", async () => {
    const desk = await open();
    const client = harness.client(gateway);
    client.send({ type: "resume", sessionId: desk.deskId, resumeToken: desk.token });
    await client.next("resumed");
    const response = await create(desk, { kind: "edl", framesPerSecond: 25 });
    expect(response.status).toBe(202);
    const made = (await response.json()) as RouteBody<"createExport">;
    expect(made).toMatchObject({ recordingId: SAMPLE, kind: "edl", state: "waiting", done: 0 });
    expect((await client.next("dataChanged")).data).toEqual({ data: "exports", recordingId: SAMPLE });
    expect(await list(desk)).toEqual([made]);
    expect((await create(desk, { kind: "spell" })).status).toBe(400);
    expect((await create(desk, { kind: "edl", framesPerSecond: 23 })).status).toBe(400);
    const notReady = await ask(desk, "POST", `exports/${made.exportId}/download`, {});
    expect(await notReady.json()).toMatchObject({ status: 404, code: "EXPORT_NOT_FOUND" });
  });

  it("are three at a time; a place is free when one is cancelled", async () => {
    const desk = await open();
    for (let n = 0; n < 3; n++) expect((await create(desk)).status).toBe(202);
    const busy = await create(desk);
    expect(await busy.json()).toMatchObject({ status: 429, code: "RATE_LIMITED", detail: expect.stringContaining("cancel one") });
    const [first] = await list(desk);
    expect((await ask(desk, "DELETE", `exports/${first?.exportId}`)).status).toBe(204);
    expect((await create(desk)).status).toBe(202);
    expect(await list(desk)).toHaveLength(3);
  });

  it("are twenty that are kept; then one has to go", async () => {
    const desk = await open();
    for (let n = 0; n < 20; n++) await ready(desk, "x");
    expect(await (await create(desk)).json()).toMatchObject({ status: 409, code: "LIBRARY_FULL" });
    const [first] = await list(desk);
    await ask(desk, "DELETE", `exports/${first?.exportId}`);
    expect((await create(desk)).status).toBe(202);
    expect(await objects(desk)).toHaveLength(19);
  });

  it("are another desk's neither to read nor to change, nor is a recording that it does not hold", async () => {
    const [desk, other] = [await open(), await open()];
    const exportId = await ready(desk, "mine");
    for (const [method, path] of [
      ["GET", "exports"],
      ["DELETE", `exports/${exportId}`],
      ["POST", `exports/${exportId}/download`],
      ["POST", `recordings/${SAMPLE}/exports`],
    ] as const)
      expect((await ask(desk, method, path, method === "POST" ? { kind: "chats" } : undefined, other.token)).status).toBe(403);
    expect((await ask(other, "DELETE", `exports/${exportId}`)).status).toBe(404);
    expect((await ask(other, "POST", `exports/${exportId}/download`, {})).status).toBe(404);
    expect((await ask(other, "POST", "recordings/ses_somebodys0-1700000000000/exports", { kind: "chats" })).status).toBe(404);
    expect(await list(other)).toEqual([]);
    expect(await (await fetch(await addressOf(desk, exportId))).text()).toBe("mine");
  });

  it("are downloaded whole or in part, by nothing but the address, with a name that any browser takes", async () => {
    const desk = await open();
    const text = "0123456789abcdefghijABCDEFGHIJ-end";
    const address = await addressOf(desk, await ready(desk, text, 'нина 金 "x" chats.csv'));
    const whole = await fetch(address);
    expect(await whole.text()).toBe(text);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      "content-length": "34",
      "content-type": "text/csv; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "accept-ranges": "bytes",
    });
    expect(whole.headers.get("content-disposition")).toBe(
      `attachment; filename="???? ? \\"x\\" chats.csv"; filename*=UTF-8''${encodeURIComponent('нина 金 "x" chats.csv')}`,
    );
    const part = async (range: string) => {
      const response = await fetch(address, { headers: { range } });
      return [response.status, response.headers.get("content-range"), await response.text()];
    };
    expect(await part("bytes=8-12")).toEqual([206, "bytes 8-12/34", "89abc"]);
    expect(await part("bytes=30-")).toEqual([206, "bytes 30-33/34", "-end"]);
    expect(await part("bytes=-3")).toEqual([206, "bytes 31-33/34", "end"]);
    expect(await part("bytes=0-1000")).toEqual([206, "bytes 0-33/34", text]);
    expect((await part("bytes=34-")).slice(0, 2)).toEqual([416, "bytes */34"]);
    for (const other of ["bytes=-", "bytes=1-2,4-5", "lines=1-2", "bytes=x-y"]) expect((await part(other))[2]).toBe(text);
    const head = await fetch(address, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "34", ""]);
  });

  it("are worth nothing at an address that is made up, over, or of what was deleted", async () => {
    const desk = await open();
    const exportId = await ready(desk, "text");
    const address = await addressOf(desk, exportId);
    const at = (url: string) => fetch(url).then(({ status }) => status);
    expect(await at(address)).toBe(200);
    for (const ticket of ["a".repeat(32), "x", "..%2f..", `${address.slice(-32)}a`, exportId])
      expect(await at(`${gateway.url}/api/v1/downloads/${ticket}`)).toBe(404);
    await harness.redis.client.del(keys.ticket(address.slice(-32)));
    expect(await at(address)).toBe(404);
    const another = await addressOf(desk, exportId);
    expect((await ask(desk, "DELETE", `exports/${exportId}`)).status).toBe(204);
    expect(await at(another)).toBe(404);
    expect(await objects(desk)).toEqual([]);
    expect((await ask(desk, "DELETE", `exports/${exportId}`)).status).toBe(404);
  });

  it("are begun as often as a desk may in an hour", async () => {
    const running = await harness.gateway({ BLOB_URL: pathToFileURL(folder).href, EXPORTS_PER_DESK_HOUR: 1 });
    const desk = await open();
    const begin = () =>
      fetch(`${running.gateway.url}/api/v1/desks/${desk.deskId}/recordings/${SAMPLE}/exports`, {
        method: "POST",
        headers: { authorization: `Bearer ${desk.token}`, "content-type": "application/json" },
        body: JSON.stringify({ kind: "chats" }),
      });
    expect((await begin()).status).toBe(202);
    expect(await (await begin()).json()).toMatchObject({ status: 429, code: "RATE_LIMITED", retryAtMs: expect.any(Number) });
  });
});
