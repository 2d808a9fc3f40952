import { type FoldItem, foldItems, readItems } from "@frontrow/audience/fold";
import { metricsOf } from "@frontrow/audience/metrics";
import { createFold } from "@frontrow/audience/state";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { SessionId } from "@frontrow/protocol/ids";
import { openRecording } from "@frontrow/recording/recording";
import { keys } from "@frontrow/redis/keys";
import { createLogStore } from "@frontrow/redis/log";
import { createRecordingStore } from "@frontrow/redis/recordings";
import { eventually } from "@frontrow/testkit/eventually";
import { expect, it } from "vitest";
import { startStack, untrimmed } from "../lib/stack.ts";
import { openViewer } from "../lib/viewer.ts";

it("a broadcast that a desk watched is a recording with the same numbers, once everybody left", async () => {
  const stack = await startStack({
    env: { ...untrimmed, ARCHIVE_MIN_AGE_MS: "0", ARCHIVE_ITEMS: "300", ARCHIVE_POLL_MS: "100" },
  });
  const script = stack.simulator.script("archived", { seed: "archived", events: 2_000, eventsPerSecond: 500 });
  const viewer = openViewer({ username: "demo:archived", urls: stack.urls });
  await script.finished;
  const last = script.messages.at(-1)?.msgId;
  await eventually(() => expect(viewer.events.some(({ id }) => id === last)).toBe(true), 30_000);
  const session = viewer.client.status.session as SessionId;
  const recordings = createRecordingStore(stack.redis.client);
  await eventually(async () => expect((await recordings.read(session))?.segments.length).toBeGreaterThan(0), 20_000);
  viewer.close();
  const log = createLogStore(stack.redis.client);
  await eventually(async () => expect((await recordings.read(session))?.state).toBe("complete"), 60_000);
  await eventually(async () => expect(await stack.redis.client.ttl(keys.session(session))).toBeGreaterThan(0));

  const { recordingId } = (await recordings.read(session)) ?? {};
  if (!recordingId) throw new Error("no recording");
  const recording = await openRecording({ blob: createObjectStore(stack.recordingsUrl) }, recordingId);
  const played: FoldItem[] = [];
  for await (const page of recording.read(0)) played.push(...page.map(({ value }) => value));
  const entries = (await log.readBack(session, { entries: 50_000 })).toReversed();
  expect(played).toEqual(entries.flatMap((entry) => readItems(entry)));
  const state = createFold();
  foldItems(state, played);
  expect(await stack.redis.client.hget(keys.metrics(session), "chats")).toBe(String(metricsOf(state).chats));
  expect(played.map(({ atMs }) => atMs)).toEqual(played.map(({ atMs }) => atMs).toSorted((a, b) => a - b));
  recording.close();
  await stack.stop();
}, 180_000);
