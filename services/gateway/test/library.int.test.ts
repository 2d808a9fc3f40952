import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { DeskId } from "@frontrow/protocol/ids";
import { type LibraryEntry, MOST_BOOKMARKS } from "@frontrow/protocol/library/entry";
import { type RecordingId, type RecordingSummary, recordingId, recordingIdOf } from "@frontrow/protocol/recording";
import { finishRecording } from "@frontrow/recording/manifest";
import { keys } from "@frontrow/redis/keys";
import { createRecordingStore } from "@frontrow/redis/recordings";
import { createSessionStore } from "@frontrow/redis/sessions";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../src/gateway.ts";
import { Harness } from "./harness.ts";

interface OpenDesk {
  readonly deskId: string;
  readonly token: string;
}

let harness: Harness;
let gateway: Gateway;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontrow-library-"));
  harness = await Harness.start();
  ({ gateway } = await harness.gateway({
    BLOB_URL: pathToFileURL(folder).href,
    LIBRARY_CHANGES_PER_DESK_MINUTE: 2 * MOST_BOOKMARKS,
  }));
});
afterAll(async () => {
  await harness.close();
  await rm(folder, { recursive: true });
});

async function open(): Promise<OpenDesk> {
  const response = await fetch(`${gateway.url}/api/v1/desks`, { method: "POST" });
  return (await response.json()) as OpenDesk;
}

async function call(method: string, { deskId, token }: OpenDesk, path: string, body?: unknown) {
  const response = await fetch(`${gateway.url}/api/v1/desks/${deskId}${path && `/${path}`}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : undefined) as Record<string, unknown> };
}
const entryIn = ({ status, body }: Awaited<ReturnType<typeof call>>) => {
  expect({ status, body }).toMatchObject({ status: 200 });
  return body as unknown as LibraryEntry;
};
const listOf = async (desk: OpenDesk) => (await call("GET", desk, "recordings")).body["recordings"] as RecordingSummary[];
const find = async (desk: OpenDesk, id: string) => (await listOf(desk)).find((one) => one.recordingId === id);

let made = 0;
/** A complete recording that these desks hold. */
async function held(...desks: OpenDesk[]): Promise<RecordingId> {
  made += 1;
  const id = recordingId.parse(`ses_library${String(made).padStart(8, "0")}-1700000000000`);
  const broadcast = { handle: "alice", roomId: "1" };
  const recordings = createRecordingStore(harness.redis.client);
  for (const { deskId } of desks) await recordings.holdComplete(deskId as DeskId, id, broadcast, 1_700_000_000_000);
  const place = { epoch: 1, id: "5-0", stamp: "ingest:1:5" };
  const after = { position: { ...place, id: "0-0", stamp: "" }, items: 0, toMs: 0 };
  const segment = { key: "x", after, upTo: { position: place, items: 5, toMs: 1_700_000_007_000 }, fromMs: 1_700_000_000_000 };
  await finishRecording(createObjectStore(pathToFileURL(folder).href), id, [{ ...segment, members: [] }], broadcast);
  return id;
}

/** A socket at the desk. */
async function member({ deskId, token }: OpenDesk) {
  const client = harness.client(gateway);
  client.send({ type: "resume", sessionId: deskId, resumeToken: token });
  await client.next("resumed");
  return client;
}

describe("a desk's shelf", () => {
  it("names, pins and marks a recording; all of the desk's members are told to read it again", async () => {
    const desk = await open();
    const id = await held(desk);
    const [one, two] = [await member(desk), await member(desk)];
    const named = entryIn(await call("PATCH", desk, `recordings/${id}`, { name: "  Friday\nnight ", isPinned: true, zeroMs: 5 }));
    expect(named).toEqual({ name: "Friday night", isPinned: true, zeroMs: 5, bookmarks: [] });
    for (const client of [one, two]) {
      expect((await client.next("dataChanged")).data).toEqual({ data: "recordings", recordingId: id });
    }
    const bookmark = { atMs: 1_700_000_001_000, text: "clip this" };
    await call("PUT", desk, `recordings/${id}/bookmarks/b2`, { atMs: 1_700_000_002_000 });
    await call("PUT", desk, `recordings/${id}/bookmarks/b1`, bookmark);
    const read = (await call("GET", desk, `recordings/${id}`)).body;
    const bookmarks = [
      { bookmarkId: "b1", ...bookmark },
      { bookmarkId: "b2", atMs: 1_700_000_002_000, text: "" },
    ];
    expect(read["entry"]).toEqual({ ...named, bookmarks });
    expect(read["recording"]).toEqual(await find(desk, id));
    expect(read["recording"]).toMatchObject({ name: "Friday night", isPinned: true, bookmarks: 2, items: 5 });
    expect(read["recording"]).not.toHaveProperty("untilMs");
    const removed = await call("PATCH", desk, `recordings/${id}`, { name: null, isPinned: false, zeroMs: null });
    expect(entryIn(removed)).toEqual({ bookmarks });
    expect((await find(desk, id))?.untilMs).toBeGreaterThan(Date.now());
    expect(entryIn(await call("DELETE", desk, `recordings/${id}/bookmarks/b2`)).bookmarks).toEqual(bookmarks.slice(0, 1));
    expect(entryIn(await call("DELETE", desk, `recordings/${id}/bookmarks/b2`)).bookmarks).toHaveLength(1);
  });

  it("keeps what two members change at the same moment", async () => {
    const desk = await open();
    const id = await held(desk);
    const changes = [
      call("PATCH", desk, `recordings/${id}`, { name: "a" }),
      call("PATCH", desk, `recordings/${id}`, { isPinned: true }),
      ...Array.from({ length: 20 }, (_, n) =>
        call("PUT", desk, `recordings/${id}/bookmarks/b${n}`, { atMs: 1_700_000_000_000 + n, text: `${n}` }),
      ),
    ];
    for (const done of await Promise.all(changes)) expect(done.status).toBe(200);
    const { body } = await call("GET", desk, `recordings/${id}`);
    expect(body["entry"]).toMatchObject({ name: "a", isPinned: true });
    expect((body["entry"] as LibraryEntry).bookmarks.map(({ text }) => text)).toEqual(
      Array.from({ length: 20 }, (_, n) => `${n}`),
    );
  });

  it("takes so many bookmarks of a recording and no more, and keeps those", async () => {
    const desk = await open();
    const id = await held(desk);
    const put = (n: number) => call("PUT", desk, `recordings/${id}/bookmarks/b${n}`, { atMs: n + 1 });
    for (let n = 0; n < MOST_BOOKMARKS; n += 50) await Promise.all(Array.from({ length: 50 }, (_, k) => put(n + k)));
    expect(await put(MOST_BOOKMARKS)).toMatchObject({ status: 409, body: { code: "LIBRARY_FULL" } });
    expect(entryIn(await put(7)).bookmarks).toHaveLength(MOST_BOOKMARKS); // one that is there can be changed
    await call("DELETE", desk, `recordings/${id}/bookmarks/b7`);
    expect(entryIn(await put(MOST_BOOKMARKS)).bookmarks).toHaveLength(MOST_BOOKMARKS);
  });

  it("refuses what is malformed, and changes nothing", async () => {
    const desk = await open();
    const id = await held(desk);
    const bad = async (method: string, path: string, body: unknown) =>
      expect(await call(method, desk, path, body)).toMatchObject({ status: 400, body: { code: "BAD_MESSAGE" } });
    await bad("PATCH", `recordings/${id}`, { name: "x".repeat(121) });
    await bad("PATCH", `recordings/${id}`, { nmae: "x" });
    await bad("PATCH", `recordings/${id}`, { zeroMs: -1 });
    await bad("PUT", `recordings/${id}/bookmarks/a:b`, { atMs: 1 });
    await bad("PUT", `recordings/${id}/bookmarks/ok`, { text: "no time" });
    await bad("PATCH", "recordings/nothing", { name: "x" });
    expect((await call("GET", desk, `recordings/${id}`)).body["entry"]).toEqual({ bookmarks: [] });
  });

  it("is the desk's alone: another desk neither sees nor changes it, though it holds the same recording", async () => {
    const [desk, other, none] = [await open(), await open(), await open()];
    const id = await held(desk, other);
    await call("PATCH", desk, `recordings/${id}`, { name: "mine" });
    await call("PUT", desk, `recordings/${id}/bookmarks/b`, { atMs: 1 });
    expect((await call("GET", other, `recordings/${id}`)).body["entry"]).toEqual({ bookmarks: [] });
    await call("DELETE", desk, `recordings/${id}`);
    expect(await find(other, id)).not.toHaveProperty("deletedAtMs");
    const asks = [
      ["GET", `recordings/${id}`],
      ["PATCH", `recordings/${id}`, { name: "x" }],
      ["DELETE", `recordings/${id}`],
      ["POST", `recordings/${id}/restore`, {}],
      ["PUT", `recordings/${id}/bookmarks/b`, { atMs: 1 }],
      ["DELETE", `recordings/${id}/bookmarks/b`],
    ] as const;
    for (const [method, path, body] of asks) {
      expect(await call(method, none, path, body)).toMatchObject({ status: 404, body: { code: "RECORDING_NOT_FOUND" } });
      expect(await call(method, { ...desk, token: none.token }, path, body)).toMatchObject({ status: 403 });
    }
    expect(await harness.redis.client.hkeys(keys.library(none.deskId as DeskId))).toEqual([""]);
  });

  it("hides what is deleted but from the list, and brings it back as it was", async () => {
    const desk = await open();
    const id = await held(desk);
    await call("PATCH", desk, `recordings/${id}`, { name: "kept" });
    const before = await find(desk, id);
    expect(await call("DELETE", desk, `recordings/${id}`)).toMatchObject({ status: 204 });
    expect(await call("DELETE", desk, `recordings/${id}`)).toMatchObject({ status: 204 });
    expect((await find(desk, id))?.deletedAtMs).toBeCloseTo(Date.now(), -4);
    const refused = { status: 404, body: { code: "RECORDING_NOT_FOUND" } };
    expect(await call("PUT", desk, "mode", { mode: "REPLAY", recordingId: id })).toMatchObject(refused);
    expect(await call("PATCH", desk, `recordings/${id}`, { name: "x" })).toMatchObject(refused);
    for (let n = 0; n < 2; n++) {
      expect(entryIn(await call("POST", desk, `recordings/${id}/restore`, {}))).toEqual({ name: "kept", bookmarks: [] });
    }
    expect(await find(desk, id)).toEqual(before);
    expect(await call("PUT", desk, "mode", { mode: "REPLAY", recordingId: id })).toMatchObject({ status: 200 });
  });

  it("leaves a replay of what is deleted, and another holder's, alone", async () => {
    const [desk, other] = [await open(), await open()];
    const id = await held(desk, other);
    await call("PUT", desk, "mode", { mode: "REPLAY", recordingId: id });
    await call("DELETE", desk, `recordings/${id}`);
    expect((await call("GET", desk, "")).body).toMatchObject({ mode: "REPLAY", replay: { recordingId: id } });
    expect(await call("POST", desk, "replay/pause", {})).toMatchObject({ status: 202 });
    expect(await call("PUT", other, "mode", { mode: "REPLAY", recordingId: id })).toMatchObject({ status: 200 });
  });

  it("takes names and bookmarks of a sample for itself, and does not let it be deleted", async () => {
    const [desk, other] = [await open(), await open()];
    const sample = (await listOf(desk))[0]?.recordingId ?? "";
    entryIn(await call("PATCH", desk, `recordings/${sample}`, { name: "try this" }));
    entryIn(await call("PUT", desk, `recordings/${sample}/bookmarks/b`, { atMs: 1 }));
    expect(await find(desk, sample)).toMatchObject({ name: "try this", bookmarks: 1, isSample: true });
    expect(await find(other, sample)).not.toHaveProperty("name");
    expect(await call("DELETE", desk, `recordings/${sample}`)).toMatchObject({ status: 403, body: { code: "FORBIDDEN" } });
    // What was noted goes with the desk.
    expect(await harness.redis.client.pttl(keys.library(desk.deskId as DeskId))).toBeGreaterThan(0);
  });

  it("does not take a broadcast again that was deleted while it goes on", async () => {
    const broadcast = await harness.broadcast();
    const desk = await open();
    const client = await member(desk);
    client.send({ type: "changeUsername", username: broadcast.handle });
    await client.next("history");
    const { sinceMs = 0 } = (await createSessionStore(harness.redis.client).read(broadcast.sessionId)) ?? {};
    const id = recordingIdOf(broadcast.sessionId, sinceMs);
    await eventually(async () => expect(await find(desk, id)).toMatchObject({ isGrowing: true }));
    await call("DELETE", desk, `recordings/${id}`);
    client.cut();
    const again = await member(desk);
    await again.next("history");
    expect(await call("PUT", desk, "mode", { mode: "REPLAY" })).toMatchObject({ body: { code: "NOTHING_TO_REPLAY" } });
    expect(await find(desk, id)).toHaveProperty("deletedAtMs");
    entryIn(await call("POST", desk, `recordings/${id}/restore`, {}));
    expect(await call("PUT", desk, "mode", { mode: "REPLAY" })).toMatchObject({ status: 200 });
  });

  it("is given up with the desk", async () => {
    const [desk, other] = [await open(), await open()];
    const id = await held(desk, other);
    expect(await call("DELETE", desk, "")).toMatchObject({ status: 204 });
    expect(await harness.redis.client.zrange(keys.recordingDesks(id), "0", "-1")).toEqual([other.deskId]);
    expect(await harness.redis.client.hkeys(keys.recordings(desk.deskId as DeskId))).toEqual([""]);
  });

  it("says when it is changed too often", async () => {
    const { gateway: strict } = await harness.gateway({ LIBRARY_CHANGES_PER_DESK_MINUTE: 1 });
    const desk = await open();
    const id = await held(desk);
    const rename = () =>
      fetch(`${strict.url}/api/v1/desks/${desk.deskId}/recordings/${id}`, {
        method: "PATCH",
        headers: { authorization: `Bearer ${desk.token}`, "content-type": "application/json" },
        body: "{}",
      });
    expect((await rename()).status).toBe(200);
    expect((await rename()).status).toBe(429);
  });
});
