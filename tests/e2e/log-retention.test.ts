import { createObjectStore } from "@frontrow/blob/create-object-store";
import { itemsOf } from "@frontrow/protocol/entry";
import type { LiveEvent } from "@frontrow/protocol/event";
import type { SessionId } from "@frontrow/protocol/ids";
import { openRecording } from "@frontrow/recording/recording";
import { keys } from "@frontrow/redis/keys";
import { createLogStore } from "@frontrow/redis/log";
import { createMetricsStore } from "@frontrow/redis/metrics-store";
import { createRecordingStore } from "@frontrow/redis/recordings";
import { eventually } from "@frontrow/testkit/eventually";
import { expect, it } from "vitest";
import { startStack } from "../lib/stack.ts";
import { gapsOf, metricsOf, repeated } from "../lib/totals.ts";
import { openViewer } from "../lib/viewer.ts";

const NOBODY = "http://127.0.0.1:1";

it("a log that keeps little costs nobody a number: not who was away for longer, not the fold, not the recording", async () => {
  const stack = await startStack({
    env: {
      ...{ LOG_KEEP_BYTES: "30000", LOG_KEEP_MS: "500", KEYFRAME_LOG_BYTES: "60000" },
      ...{ ARCHIVE_MIN_AGE_MS: "0", ARCHIVE_ITEMS: "300", ARCHIVE_POLL_MS: "100" },
    },
  });
  const { client } = stack.redis;
  const script = stack.simulator.script("brief", { seed: "brief", events: 6_000, eventsPerSecond: 400 });
  const stays = openViewer({ username: "demo:brief", urls: stack.urls });
  const urls = [...stack.urls];
  const leaves = openViewer({ username: "demo:brief", urls });
  await eventually(() => expect(leaves.events.length).toBeGreaterThan(500), 30_000);
  urls.fill(NOBODY);
  leaves.cut();

  const session = stays.client.status.session as SessionId;
  const log = createLogStore(client);
  const eventsInLog = async (): Promise<LiveEvent[]> => {
    const entries = (await log.readBack(session, { entries: 50_000 })).toReversed();
    return entries.flatMap((entry) => (entry.kind === "events" ? itemsOf({ ...entry, kind: "events" }) : []));
  };
  // An event is gone that it has not seen: until then it may go on where it was.
  const placeOf = (event: LiveEvent | undefined) => stays.events.findIndex(({ id }) => id === event?.id);
  await eventually(async () => {
    const first = placeOf((await eventsInLog())[0]);
    expect(first).toBeGreaterThan(placeOf(leaves.events.at(-1)) + 1);
  }, 30_000);
  urls.splice(0, urls.length, ...stack.urls);
  await script.finished;

  const last = script.messages.at(-1)?.msgId;
  const truth = metricsOf(script.messages);
  for (const viewer of [stays, leaves]) {
    await eventually(() => expect(viewer.events.some(({ id }) => id === last)).toBe(true), 60_000);
    await eventually(() => expect(viewer.metrics).toMatchObject(truth), 30_000);
    expect(repeated(viewer.events)).toEqual([]);
  }
  expect([stays.snapshots, leaves.snapshots]).toEqual([1, 2]);
  await eventually(async () => expect((await createMetricsStore(client).read(session))?.metrics).toMatchObject(truth));

  stays.close();
  leaves.close();
  const recordings = createRecordingStore(client);
  await eventually(async () => expect((await recordings.read(session))?.state).toBe("complete"), 60_000);
  const { recordingId } = (await recordings.read(session)) ?? {};
  if (!recordingId) throw new Error("no recording");
  const recording = await openRecording({ blob: createObjectStore(stack.recordingsUrl) }, recordingId);
  const recorded: LiveEvent[] = [];
  for await (const page of recording.read(0)) recorded.push(...page.map(({ value }) => value as LiveEvent));
  const ids = new Set(recorded.map(({ id }) => id));
  expect(stays.events.filter(({ id }) => !ids.has(id))).toEqual([]);
  expect(gapsOf(recorded)).toEqual([]);
  await eventually(async () => expect(await client.memory("USAGE", keys.log(session), "SAMPLES", 0)).toBeLessThan(150_000));
  recording.close();
  await stack.stop();
}, 180_000);
