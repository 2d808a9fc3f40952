import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import { problemSchema } from "@frontrow/protocol/http";
import type { SessionId } from "@frontrow/protocol/ids";
import { type RecordingSummary, recordingIdOf, type SegmentSummary } from "@frontrow/protocol/recording";
import { finishRecording } from "@frontrow/recording/manifest";
import { keys } from "@frontrow/redis/keys";
import { createSessionStore } from "@frontrow/redis/sessions";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../src/gateway.ts";
import { chat } from "./broadcast.ts";
import { Harness } from "./harness.ts";

describe("what a desk can replay", () => {
  let harness: Harness;
  let gateway: Gateway;
  let folder: string;
  const blobUrl = () => pathToFileURL(folder).href;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "frontrow-recordings-"));
    harness = await Harness.start();
    ({ gateway } = await harness.gateway({ BLOB_URL: blobUrl() }));
  });
  afterAll(async () => {
    await harness.close();
    await rm(folder, { recursive: true });
  });

  async function open() {
    const response = await fetch(`${gateway.url}/api/v1/desks`, { method: "POST" });
    return (await response.json()) as { deskId: string; token: string };
  }
  const get = (url: string, { deskId, token }: { deskId: string; token: string }) =>
    fetch(`${url}/api/v1/desks/${deskId}/recordings`, { headers: { authorization: `Bearer ${token}` } });
  const listOf = async (desk: { deskId: string; token: string }) =>
    ((await (await get(gateway.url, desk)).json()) as { recordings: RecordingSummary[] }).recordings;

  /** A desk with a socket that watches a broadcast, which is recorded for it. */
  async function watching(handle: string) {
    const desk = await open();
    const client = harness.client(gateway);
    client.send({ type: "resume", sessionId: desk.deskId, resumeToken: desk.token });
    await client.next("resumed");
    client.send({ type: "changeUsername", username: handle });
    await client.next("history");
    await eventually(async () => expect((await listOf(desk))[0]?.isSample).toBeUndefined());
    return { desk, client };
  }

  it("are samples at least, for everybody, and each can be played", async () => {
    const desk = await open();
    const samples = await listOf(desk);
    expect(samples.length).toBeGreaterThanOrEqual(1);
    expect(samples.every(({ isSample, isGrowing, toMs, fromMs }) => isSample && !isGrowing && toMs > fromMs)).toBe(true);
    const client = harness.client(gateway);
    client.send({ type: "resume", sessionId: desk.deskId, resumeToken: desk.token });
    await client.next("resumed");
    client.send({ type: "setMode", mode: "REPLAY", recordingId: samples[0]?.recordingId });
    expect((await client.next("modeChanged")).data).toMatchObject({ replay: { recordingId: samples[0]?.recordingId } });
  });

  it("is what grows, up to now, and what is complete when Redis has forgotten it", async () => {
    const broadcast = await harness.broadcast();
    await broadcast.append([chat("one")]);
    const atMs = Date.now() + 60_000;
    await broadcast.fold({ chats: 1, atMs });
    const { desk } = await watching(broadcast.handle);
    const { sinceMs = 0 } = (await createSessionStore(harness.redis.client).read(broadcast.sessionId)) ?? {};
    const recordingId = recordingIdOf(broadcast.sessionId, sinceMs);
    expect((await listOf(desk))[0]).toMatchObject({ recordingId, fromMs: sinceMs, toMs: atMs, items: 0, isGrowing: true });
    expect(await listOf(await open())).not.toContainEqual(expect.objectContaining({ recordingId }));

    const upTo = { position: { log: broadcast.sessionId, epoch: 1, id: "5-0", stamp: "ingest:1:5" }, items: 5, toMs: 7_000 };
    const after = { position: { ...upTo.position, id: "0-0", stamp: "" }, items: 0, toMs: 0 };
    const segment: SegmentSummary = { key: "recordings/x", after, upTo, fromMs: 2_000, members: [] };
    const who = { handle: broadcast.handle, roomId: "1" };
    await finishRecording(createObjectStore(blobUrl()), recordingId, [segment], who);
    const { sessionId } = broadcast;
    await harness.redis.client.del(keys.session(sessionId), keys.recording(sessionId));
    const listed = await listOf(desk);
    const untilMs = expect.closeTo(Date.now() + 30 * 86_400_000, -5);
    expect(listed[0]).toEqual({ recordingId, broadcast: who, fromMs: 2_000, toMs: 7_000, items: 5, isGrowing: false, untilMs });
    expect(listed.slice(1).every(({ isSample }) => isSample)).toBe(true);
  });

  it("is not listed when it is gone, and its place being away is said", async () => {
    const broadcast = await harness.broadcast();
    const { desk } = await watching(broadcast.handle);
    const forget = (id: SessionId) => harness.redis.client.del(keys.session(id), keys.recording(id));
    await forget(broadcast.sessionId);
    expect((await listOf(desk)).every(({ isSample }) => isSample)).toBe(true);

    // No file system takes such a name: it fails, and is not just empty.
    const away = await harness.gateway({ BLOB_URL: pathToFileURL(join(folder, "x".repeat(300))).href });
    const response = await get(away.gateway.url, desk);
    expect(response.status).toBe(503);
    expect(problemSchema.parse(await response.json())).toMatchObject({ code: "RECORDING_UNAVAILABLE" });
  });
});
