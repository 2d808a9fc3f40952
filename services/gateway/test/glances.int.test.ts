import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { ObjectStore } from "@frontrow/blob/object-store";
import { startOf } from "@frontrow/protocol/entry";
import type { LiveEvent } from "@frontrow/protocol/event";
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
    const who = { handle, roomId: "1", title: "Evening games" };
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
});
