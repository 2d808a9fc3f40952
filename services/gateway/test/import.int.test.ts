import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { RouteBody } from "@frontrow/protocol/http";
import { problemSchema } from "@frontrow/protocol/http";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../src/gateway.ts";
import { Harness } from "./harness.ts";

const START_MS = 1_700_000_000_000;
const head = JSON.stringify({ type: "recording", schema: 1, broadcast: { handle: "nina", roomId: "7" } });
const tick = (n: number) => JSON.stringify({ type: "tick", atMs: START_MS + n });
const end = (items: number) => JSON.stringify({ type: "end", items });
const file = (...lines: string[]) => `${lines.join("\n")}\n`;
const whole = (items: number) => file(head, ...Array.from({ length: items }, (_, n) => tick(n)), end(items));

describe("importing a file", () => {
  let harness: Harness;
  let gateway: Gateway;
  let folder: string;
  let desk: { deskId: string; token: string };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "frontrow-import-"));
    harness = await Harness.start();
    const limits = { IMPORTS_PER_DESK_HOUR: 100, IMPORTS_PER_NETWORK_HOUR: 1_000 };
    ({ gateway } = await harness.gateway({ BLOB_URL: pathToFileURL(folder).href, ...limits }));
    desk = await open(gateway);
  });
  afterAll(async () => {
    await harness.close();
    await rm(folder, { recursive: true });
  });

  async function open(at: Gateway) {
    return (await (await fetch(`${at.url}/api/v1/desks`, { method: "POST" })).json()) as typeof desk;
  }
  interface Sending {
    readonly type?: string;
    readonly by?: typeof desk;
    readonly at?: Gateway;
    readonly token?: string;
  }
  const send = (body: string | Uint8Array, { type = "application/gzip", by = desk, at = gateway, token }: Sending = {}) =>
    fetch(`${at.url}/api/v1/desks/${by.deskId}/recordings/import`, {
      method: "POST",
      headers: { authorization: `Bearer ${token ?? by.token}`, "content-type": type },
      body: body as BodyInit,
    });
  const objects = async () => {
    const keys: string[] = [];
    for await (const { key } of createObjectStore(pathToFileURL(folder).href).list("recordings/")) keys.push(key);
    return keys;
  };
  const held = async (by = desk) => {
    const response = await fetch(`${gateway.url}/api/v1/desks/${by.deskId}/recordings`, {
      headers: { authorization: `Bearer ${by.token}` },
    });
    return ((await response.json()) as RouteBody<"listRecordings">).recordings.filter(({ isSample }) => !isSample);
  };

  it.each([
    ["nothing", "", "line 1: the file is empty"],
    ["a file of something else", "hello\n", "line 1: it is no JSON"],
    ["JSON of something else", file(`{"a":1}`, tick(0)), "line 1: this is no recording"],
    ["a newer version", file(head.replace('"schema":1', '"schema":2'), tick(0), end(1)), "line 1: this is no recording"],
    ["no items", file(head, end(0)), "line 2: it has no items"],
    ["an item of no kind", file(head, tick(0), `{"type":"spell","atMs":${START_MS}}`, end(2)), "line 3: type"],
    ["an item without what its kind has", file(head, tick(0), `{"type":"follow","atMs":${START_MS}}`, end(2)), "line 3: id"],
    ["null", file(head, "null", end(1)), "line 2: "],
    ["a time before there was any", file(head, `{"type":"tick","atMs":5}`, end(1)), "line 2: atMs"],
    ["a time to come", file(head, `{"type":"tick","atMs":${Date.now() + 3 * 86_400_000}}`, end(1)), "line 2: atMs"],
    ["a time far back", file(head, tick(0), tick(-3_700_000), end(2)), "line 3: atMs"],
    ["a blank line", file(head, tick(0), "", tick(1), end(2)), "line 3: it is no JSON"],
    ["one that was cut between lines", file(head, tick(0), tick(1)), "line 4: the file is cut off here"],
    ["one that was cut in a line", file(head, tick(0)).slice(0, -4), "line 2: the file is cut off here"],
    ["lines that are missing", file(head, tick(0), end(2)), "line 3: the file is cut off here, or lines are missing"],
    ["more after the end", file(head, tick(0), end(1), tick(1)), "line 4: nothing follows"],
    ["a line without an end", `${head}\n{"type":"tick","x":"${"a".repeat(300_000)}`, "line 2: it is longer"],
  ])("refuses %s, by its first line that is wrong, and leaves nothing", async (_what, text, reason) => {
    for (const body of text === "" ? [gzipSync("")] : [text, gzipSync(text)]) {
      const response = await send(body);
      const problem = problemSchema.parse(await response.json());
      expect(problem).toMatchObject({ status: 422, code: "RECORDING_UNREADABLE" });
      expect(problem.detail).toContain(reason);
    }
    expect(await objects()).toEqual([]);
    expect(await held()).toEqual([]);
  });

  it("refuses bytes that were packed and are cut or changed, also after segments were written", async () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => JSON.stringify({ type: "tick", atMs: START_MS + n, seen: undefined }));
    const packed = gzipSync(file(head, ...lines, end(20_000)));
    for (const bytes of [packed.subarray(0, packed.length - 20), Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8)])]) {
      const response = await send(bytes);
      expect(await response.json()).toMatchObject({ code: "RECORDING_UNREADABLE" });
    }
    expect(await objects()).toEqual([]);
    expect(await held()).toEqual([]);
  });

  it("unpacks no more of a bomb than a line", async () => {
    // A gigabyte of blanks, a megabyte packed: as members, so that the test needs no gigabyte either.
    const member = gzipSync(Buffer.alloc(16 * 1024 * 1024, 0x20));
    const before = process.memoryUsage().rss;
    const response = await send(Buffer.concat([gzipSync(file(head)), ...Array.from({ length: 64 }, () => member)]));
    expect(await response.json()).toMatchObject({ code: "RECORDING_UNREADABLE", detail: expect.stringContaining("line 2") });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    expect(await objects()).toEqual([]);
  });

  it("leaves nothing of one that is cut off on its way", async () => {
    const lines = Array.from({ length: 30_000 }, (_, n) => tick(n));
    const upload = httpRequest(`${gateway.url}/api/v1/desks/${desk.deskId}/recordings/import`, {
      method: "POST",
      headers: { authorization: `Bearer ${desk.token}`, "content-type": "application/x-ndjson", "transfer-encoding": "chunked" },
    });
    upload.on("error", () => {});
    upload.write(file(head, ...lines));
    await eventually(async () => expect((await objects()).length).toBeGreaterThan(0));
    upload.destroy();
    await eventually(async () => expect(await objects()).toEqual([]));
    expect(await held()).toEqual([]);
  });

  it("is for who has the desk's token, a file, and a type that no form can send", async () => {
    const other = await open(gateway);
    expect((await send(whole(3), { token: other.token })).status).toBe(403);
    const form = await send(whole(3), { type: "text/plain" });
    expect(await form.json()).toMatchObject({ code: "BAD_MESSAGE", detail: expect.stringContaining("application/gzip") });
    expect((await send("{}", { type: "application/json" })).status).toBe(400);
    expect(await objects()).toEqual([]);
  });

  it("takes as long as the network does, and no more files than it may", async () => {
    const running = await harness.gateway({ BLOB_URL: pathToFileURL(folder).href, IMPORTS_PER_DESK_HOUR: 1 });
    const by = await open(running.gateway);
    const upload = httpRequest(`${running.gateway.url}/api/v1/desks/${by.deskId}/recordings/import`, {
      method: "POST",
      headers: { authorization: `Bearer ${by.token}`, "content-type": "application/x-ndjson" },
    });
    upload.write(file(head));
    for (let n = 0; n < 5; n++) {
      upload.write(file(JSON.stringify({ type: "tick", atMs: START_MS + n, unknown: "from a newer version" })));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    upload.end(file(end(5)));
    const [response] = (await once(upload, "response")) as [NodeJS.ReadableStream & { statusCode: number }];
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(Buffer.from(chunk));
    const recording = JSON.parse(Buffer.concat(chunks).toString()) as RouteBody<"importRecording">;
    expect(response.statusCode).toBe(201);
    expect(recording).toMatchObject({ items: 5, fromMs: START_MS, toMs: START_MS + 4, broadcast: { handle: "nina" } });
    expect((await held(by)).map(({ recordingId }) => recordingId)).toEqual([recording.recordingId]);
    expect(await (await send(whole(3), { by, at: running.gateway })).json()).toMatchObject({ code: "RATE_LIMITED" });
  });
});
