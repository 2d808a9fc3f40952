import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { ObjectStore } from "@frontrow/blob/object-store";
import { startOf } from "@frontrow/protocol/entry";
import type { LiveEvent } from "@frontrow/protocol/event";
import type { RouteBody } from "@frontrow/protocol/http";
import type { DeskId } from "@frontrow/protocol/ids";
import { REPORT_QUEUE } from "@frontrow/protocol/library/report-job";
import { LANE_STEP_MS, timelineSchema } from "@frontrow/protocol/library/timeline";
import type { RecordingId } from "@frontrow/protocol/recording";
import { indexRecording } from "@frontrow/recording/index-recording";
import { finishRecording } from "@frontrow/recording/manifest";
import { writeSegment } from "@frontrow/recording/segment";
import { keys } from "@frontrow/redis/keys";
import { createLogStore } from "@frontrow/redis/log";
import { createRecordingStore } from "@frontrow/redis/recordings";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Gateway } from "../src/gateway.ts";
import { chat } from "./broadcast.ts";
import { Harness } from "./harness.ts";

type Desk = { readonly deskId: DeskId; readonly token: string };

/** The begin of a step of lanes. */
const START_MS = Math.ceil(Date.now() / LANE_STEP_MS) * LANE_STEP_MS;
const said = (n: number, text: string, offsetMs: number): LiveEvent => ({ ...chat(`c${n}`, text), atMs: START_MS + offsetMs });

describe("a recording at a glance", () => {
  let harness: Harness;
  let gateway: Gateway;
  let folder: string;
  let blob: ObjectStore;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "frontrow-glances-"));
    blob = createObjectStore(pathToFileURL(folder).href);
    harness = await Harness.start();
    ({ gateway } = await harness.gateway({ BLOB_URL: pathToFileURL(folder).href }));
  });
  afterAll(async () => {
    await harness.close();
    await rm(folder, { recursive: true });
  });

  async function open(): Promise<Desk> {
    return (await (await fetch(`${gateway.url}/api/v1/desks`, { method: "POST" })).json()) as Desk;
  }
  const get = ({ deskId, token }: Desk, path: string, headers: Record<string, string> = {}) =>
    fetch(`${gateway.url}/api/v1/desks/${deskId}/${path}`, { headers: { authorization: `Bearer ${token}`, ...headers } });
  const timelineOf = async (desk: Desk, id: RecordingId) => {
    const response = await get(desk, `recordings/${id}/timeline`);
    expect(response.status).toBe(200);
    return z.strictObject(timelineSchema.shape).parse(await response.json());
  };

  /** A broadcast that a desk holds. */
  async function held(desk: Desk) {
    const broadcast = await harness.broadcast();
    const { sessionId, handle } = broadcast;
    const recordings = createRecordingStore(harness.redis.client);
    const who = { handle, roomId: "1", title: "Xylophone games" };
    const hold = await recordings.hold(desk.deskId, sessionId, who);
    if (hold.outcome !== "held") throw new Error(hold.outcome);
    const { recordingId } = hold;
    const recordOf = async () => {
      const record = await recordings.read(sessionId);
      if (!record) throw new Error("not recorded");
      return record;
    };
    return Object.assign(broadcast, {
      recordingId,
      /** Archives what the log has. */
      async archive() {
        const { archived } = await recordOf();
        const read = await createLogStore(harness.redis.client).readAfter({ ...startOf(sessionId), ...archived.position });
        if (read.outcome !== "ok") throw new Error(read.outcome);
        const segment = await writeSegment(blob, { recordingId, broadcast: who, after: archived, entries: read.entries });
        await recordings.advance(sessionId, segment);
      },
      /** The broadcast is over, and Redis has forgotten it. */
      async complete() {
        await finishRecording(blob, recordingId, (await recordOf()).segments, who);
        await harness.redis.client.del(keys.session(sessionId), keys.recording(sessionId));
      },
    });
  }

  it("has a time line while it grows, and the same when it is complete", async () => {
    const desk = await open();
    const broadcast = await held(desk);
    const { recordingId } = broadcast;
    await broadcast.append([said(1, "one", 0), said(2, "two", LANE_STEP_MS)]);
    await broadcast.archive();
    await broadcast.append([said(3, "three", LANE_STEP_MS + 1), said(4, "what is four?", 3 * LANE_STEP_MS)]);
    const raid = { type: "moment", id: "m1", kind: "raid", atMs: START_MS + 5, params: {} } as const;
    await broadcast.fold({ chats: 4 }, { moments: [raid] });

    const growing = await timelineOf(desk, recordingId);
    expect(growing).toMatchObject({ recordingId, fromMs: START_MS, toMs: START_MS + 3 * LANE_STEP_MS, isGrowing: true });
    expect(growing.lanes.map(({ atMs, chats }) => [(atMs - START_MS) / LANE_STEP_MS, chats])).toEqual([
      [0, 1],
      [1, 2],
      [3, 1],
    ]);
    expect(growing).toMatchObject({ moments: [raid], gaps: [], closed: [] });
    expect(growing.minutes).toBeUndefined();

    await broadcast.archive();
    await broadcast.complete();
    // Without an index it is what segments say, and the index is ordered.
    const job = `${keys.queue("report")}:${REPORT_QUEUE}:${recordingId}`;
    expect(await harness.redis.client.exists(job)).toBe(0);
    const { gateway: another } = await harness.gateway({ BLOB_URL: pathToFileURL(folder).href });
    const url = `${another.url}/api/v1/desks/${desk.deskId}/recordings/${recordingId}/timeline`;
    const bare = await (await fetch(url, { headers: { authorization: `Bearer ${desk.token}` } })).json();
    expect(bare).toMatchObject({ isGrowing: false, lanes: growing.lanes, moments: [] });
    expect(await harness.redis.client.exists(job)).toBe(1);

    const { lanes, minutes } = await indexRecording(blob, recordingId);
    const complete = await timelineOf(desk, recordingId);
    expect(complete).toMatchObject({ isGrowing: false, lanes });
    expect(complete.lanes).toEqual(growing.lanes);
    expect(complete.minutes).toHaveLength(minutes.length);
    const plain = await get(desk, `recordings/${recordingId}/timeline`, { "accept-encoding": "identity" });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await plain.json()).toEqual(complete);
  });

  it("is nobody's but of desks that hold it", async () => {
    const [desk, other] = [await open(), await open()];
    const { recordingId } = await held(desk);
    expect((await get(other, `recordings/${recordingId}/timeline`)).status).toBe(404);
    expect((await get({ ...desk, token: other.token }, `recordings/${recordingId}/timeline`)).status).toBe(403);
    expect((await get(desk, "recordings/nonsense/timeline")).status).toBe(400);
  });

  const found = async (desk: Desk, words: string) => {
    const response = await get(desk, `recordings/search?words=${encodeURIComponent(words)}`);
    expect(response.status).toBe(200);
    return ((await response.json()) as RouteBody<"searchRecordings">).results;
  };
  const put = (desk: Desk, method: string, path: string, body: object) =>
    fetch(`${gateway.url}/api/v1/desks/${desk.deskId}/${path}`, {
      method,
      headers: { authorization: `Bearer ${desk.token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  it("is found by words of its chat, moments, bookmarks and name, by the desk that holds it", async () => {
    const [desk, other] = [await open(), await open()];
    const [quiz, music, live] = [await held(desk), await held(desk), await held(desk)];
    const gift = { type: "moment", id: "m1", kind: "firstGift", atMs: START_MS + 500, params: { name: "Zorro" } } as const;
    await quiz.append([said(1, "zanzibar!", 0), said(2, "no, Zürich", 1_000), said(3, "今日は世界一周", 2_000)]);
    await music.append(Array.from({ length: 30 }, (_, n) => said(n, `zanzibar song ${n}`, n * 100)));
    await live.append([said(1, "zanzibar too", 0)]);
    await live.fold({ chats: 1 }, { moments: [gift] });
    for (const one of [quiz, music]) {
      await one.archive();
      await one.complete();
    }
    // Not indexed yet: it is ordered, and its chat not found.
    expect(await found(desk, "zanzibar")).toEqual([]);
    for (const { recordingId } of [quiz, music]) {
      expect(await harness.redis.client.exists(`${keys.queue("report")}:${REPORT_QUEUE}:${recordingId}`)).toBe(1);
      await indexRecording(blob, recordingId);
    }

    const results = await found(desk, "ZANZI");
    expect(results.map(({ recordingId, hits, isNamed }) => [recordingId, hits, isNamed])).toEqual([
      [music.recordingId, 30, false],
      [quiz.recordingId, 1, false],
    ]);
    expect(results[0]?.first).toHaveLength(10);
    expect(results[1]?.first).toEqual([{ kind: "chat", atMs: START_MS, text: "zanzibar!", by: "Viewer" }]);
    expect((await found(desk, "世界"))[0]?.first).toMatchObject([{ text: "今日は世界一周" }]);
    expect((await found(desk, "zurich no"))[0]?.recordingId).toBe(quiz.recordingId);
    expect(await found(desk, "zorro")).toMatchObject([{ recordingId: live.recordingId, hits: 1, first: [{ kind: "moment" }] }]);
    expect(await found(desk, "first zorro gift")).toHaveLength(1);
    expect(await found(desk, "zanzibar zürich")).toEqual([]);
    expect(await found(desk, "?!")).toEqual([]);

    await put(desk, "PATCH", `recordings/${quiz.recordingId}`, { name: "Capitals quiz" });
    await put(desk, "PUT", `recordings/${quiz.recordingId}/bookmarks/b1`, { atMs: START_MS + 1, text: "clip the capitals" });
    expect(await found(desk, "capitals")).toEqual([
      {
        recordingId: quiz.recordingId,
        isNamed: true,
        hits: 1,
        first: [{ kind: "bookmark", atMs: START_MS + 1, text: "clip the capitals" }],
      },
    ]);
    expect((await found(desk, "xylo")).length).toBe(3);
    await put(desk, "DELETE", `recordings/${quiz.recordingId}`, {});
    expect(await found(desk, "capitals")).toEqual([]);

    expect(await found(other, "zanzibar")).toEqual([]);
    expect((await get({ ...desk, token: other.token }, "recordings/search?words=zanzibar")).status).toBe(403);
    for (const query of ["", "?words=z", `?words=${"z".repeat(101)}`]) {
      expect((await get(desk, `recordings/search${query}`)).status).toBe(400);
    }
  });

  it("is searched so often by a desk, and not more", async () => {
    const limited = await harness.gateway({ BLOB_URL: pathToFileURL(folder).href, SEARCHES_PER_DESK_MINUTE: 2 });
    const { deskId, token } = await open();
    const url = `${limited.gateway.url}/api/v1/desks/${deskId}/recordings/search?words=zanzibar`;
    const statuses: number[] = [];
    for (let n = 0; n < 3; n++) statuses.push((await fetch(url, { headers: { authorization: `Bearer ${token}` } })).status);
    expect(statuses).toEqual([200, 200, 429]);
  });
});
