import { gunzipSync } from "node:zlib";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { RouteBody } from "@frontrow/protocol/http";
import type { RecordingId } from "@frontrow/protocol/recording";
import type { RecordedItem } from "@frontrow/recording/recording";
import { openRecording } from "@frontrow/recording/recording";
import { eventually } from "@frontrow/testkit/eventually";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Stack, startStack } from "../lib/stack.ts";

const SAMPLE = "ses_samplegames-1795201200000" as RecordingId;

describe("exports", () => {
  let stack: Stack;
  let desk: { deskId: string; token: string };
  beforeAll(async () => {
    stack = await startStack({ inProcess: ["jobs"] });
    desk = (await (await fetch(`${stack.urls[0]}/api/v1/desks`, { method: "POST" })).json()) as typeof desk;
  });
  afterAll(() => stack?.stop());

  const ask = (method: string, path: string, body?: unknown, by = desk) =>
    fetch(`${stack.urls[0]}/api/v1/desks/${by.deskId}/${path}`, {
      method,
      headers: { authorization: `Bearer ${by.token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  async function exported(kind: string, recordingId: string = SAMPLE, by = desk) {
    const created = await ask("POST", `recordings/${recordingId}/exports`, { kind }, by);
    expect(created.status).toBe(202);
    const { exportId } = (await created.json()) as RouteBody<"createExport">;
    const made = await eventually(async () => {
      const { exports } = (await (await ask("GET", "exports", undefined, by)).json()) as RouteBody<"listExports">;
      const it = exports.find((one) => one.exportId === exportId);
      expect(it).toMatchObject({ state: "ready", done: it?.total });
      return it as RouteBody<"createExport">;
    });
    const { path } = (await (await ask("POST", `exports/${exportId}/download`, {}, by)).json()) as RouteBody<"createDownload">;
    const response = await fetch(`${stack.urls[0]}${path}`);
    return { response, made, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  async function itemsOf(recordingId: RecordingId) {
    const recording = await openRecording({ blob: createObjectStore(stack.recordingsUrl) }, recordingId);
    const items: RecordedItem[] = [];
    for await (const page of recording.read(0)) items.push(...page);
    return items;
  }

  it("are made of a recording, and downloaded: every message is a row", async () => {
    const { response, made, bytes } = await exported("chats");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="luna.plays 2026-11-20 1900 chats.csv"');
    expect(bytes.byteLength).toBe(made.bytes);
    const { data } = Papa.parse<Record<string, string>>(bytes.toString(), { header: true, skipEmptyLines: true });
    const items = await itemsOf(SAMPLE);
    const said = items.flatMap(({ value }) => (value.type === "chat" ? [value.text] : value.type === "emote" ? [""] : []));
    expect(data.map(({ text, removed }, at) => (removed === "yes" ? said[at] : text))).toEqual(said);
    const removed = data.filter((row) => row["removed"] === "yes");
    expect(removed.length).toBeGreaterThan(0);
    expect(removed.every(({ text }) => text === "")).toBe(true);
  });

  it("can be imported by another desk, which alone has the recording then; exported again they are the same", async () => {
    const { bytes } = await exported("recording");
    const other = (await (await fetch(`${stack.urls[0]}/api/v1/desks`, { method: "POST" })).json()) as typeof desk;
    const response = await fetch(`${stack.urls[0]}/api/v1/desks/${other.deskId}/recordings/import`, {
      method: "POST",
      headers: { authorization: `Bearer ${other.token}`, "content-type": "application/gzip" },
      body: bytes,
    });
    expect(response.status).toBe(201);
    const imported = (await response.json()) as RouteBody<"importRecording">;
    const id = imported.recordingId as RecordingId;
    const items = await itemsOf(SAMPLE);
    expect(imported).toMatchObject({ items: items.length, fromMs: items[0]?.dueMs, toMs: items.at(-1)?.dueMs, isGrowing: false });
    // What moderation removed is in no file.
    const lines = gunzipSync(bytes).toString().split("\n");
    expect((await itemsOf(id)).map(({ text }) => text)).toEqual(lines.slice(1, -2));
    expect(lines.slice(1, -2).filter((line, at) => line !== items[at]?.text).length).toBeLessThan(20);

    const again = await exported("recording", id, other);
    expect(gunzipSync(again.bytes).toString().split("\n")).toEqual(lines);
    const heldBy = async (by: typeof desk) =>
      ((await (await ask("GET", "recordings", undefined, by)).json()) as RouteBody<"listRecordings">).recordings;
    expect((await heldBy(desk)).some(({ recordingId }) => recordingId === id)).toBe(false);
    expect((await ask("POST", `recordings/${id}/exports`, { kind: "chats" })).status).toBe(404);
    // It is indexed in the background.
    await eventually(async () => {
      const own = (await heldBy(other)).find(({ recordingId }) => recordingId === id);
      expect(own?.totals?.chats).toBe(items.filter(({ value }) => value.type === "chat" || value.type === "emote").length);
    });
  });
});
