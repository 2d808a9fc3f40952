import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { FoldItem } from "@frontrow/audience/fold";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import { createOrders, type Orders } from "@frontrow/ownership/start-orders";
import { type LogEntry, startOf } from "@frontrow/protocol/entry";
import type { DeskId, SessionId } from "@frontrow/protocol/ids";
import { type RecordingId, recordingIdOf } from "@frontrow/protocol/recording";
import { indexRecording } from "@frontrow/recording/index-recording";
import { createLogStore } from "@frontrow/redis/log";
import { createMetricsStore } from "@frontrow/redis/metrics-store";
import { createRecordingStore } from "@frontrow/redis/recordings";
import { eventually } from "@frontrow/testkit/eventually";
import { seededRandom } from "@frontrow/testkit/random";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginReplay } from "../lib/begin-replay.ts";
import { type Known, knownFrom, Oracle } from "../lib/known.ts";
import { record } from "../lib/recorded.ts";
import { replayDesk } from "../lib/replay-desk.ts";
import { type Stack, startStack, unfolded, untrimmed } from "../lib/stack.ts";
import { openViewer, type Viewer } from "../lib/viewer.ts";
import { logOfSample } from "../samples/sample-log.ts";

/** Of each kind; `REPLAY_MOMENTS=50` for a thorough run. */
const MOMENTS = Number(process.env["REPLAY_MOMENTS"] ?? 6);
/** The speed of the broadcast leaves half a minute to be replayed, of which the worker plays a third at once at 100×. */
const EVENTS = 20_000;
const EVENTS_PER_SECOND = 700;
const STARTED_AT_MS = Date.UTC(2026, 0, 2, 20);
const seed = 11;

interface Seen {
  readonly item: number;
  readonly atMs: number;
  readonly known: Known;
}

describe(`a broadcast of ${EVENTS} events, from TikTok's frames to a replay's socket`, () => {
  let stack: Stack;
  let viewer: Viewer;
  let session: SessionId;
  let items: readonly FoldItem[];
  /** How many items each entry of the log ends after. */
  let endOf: ReadonlyMap<string, number>;
  let recordingId: RecordingId;
  const live: { position: string; known: Known }[] = [];

  beforeAll(async () => {
    stack = await startStack({
      inProcess: ["ingest", "analytics", "jobs", "replay"],
      env: {
        ...unfolded,
        ...untrimmed,
        ARCHIVE_MIN_AGE_MS: "500",
        ARCHIVE_INTERVAL_MS: "1000",
        ARCHIVE_POLL_MS: "200",
        REPLAY_COMMANDS_PER_DESK_MINUTE: "100000",
      },
    });
    const script = stack.simulator.script("again", {
      seed: "again",
      events: EVENTS,
      eventsPerSecond: EVENTS_PER_SECOND,
      messagesPerFrame: 7,
      duplicateFrames: 0.05,
      swappedFrames: 0.03,
      unfinishedStreaks: 0.2,
      endsBroadcast: true,
    });
    viewer = openViewer({ username: "demo:again", urls: stack.urls });
    session = await eventually(() => {
      expect(viewer.client.status.session).toBeTruthy();
      return viewer.client.status.session as SessionId;
    }, 30_000);
    const metrics = createMetricsStore(stack.redis.client);
    const random = seededRandom(seed);
    let isOver = false;
    void script.finished.then(() => {
      isOver = true;
    });
    while (!isOver) {
      const stored = await metrics.read(session);
      if (stored?.position) live.push({ position: stored.position.id, known: knownFrom(stored) });
      await pause(random() * 1_000);
    }
    const recordings = createRecordingStore(stack.redis.client);
    await eventually(async () => expect((await recordings.read(session))?.state).toBe("complete"), 60_000);
    recordingId = (await recordings.read(session))?.recordingId as RecordingId;
    ({ items, endOf } = await readLog());
    const last = await metrics.read(session);
    if (last?.position) live.push({ position: last.position.id, known: knownFrom(last) });
    viewer.client.setMode({ mode: "REPLAY", recordingId, paused: true });
    await eventually(() => expect(viewer.client.desk?.mode).toBe("REPLAY"));
  }, 240_000);

  afterAll(async () => {
    viewer?.close();
    await stack?.stop();
  });

  async function readLog() {
    const log = createLogStore(stack.redis.client);
    const read: FoldItem[] = [];
    const ends = new Map<string, number>();
    for (let position = startOf(session), more = true; more; ) {
      const page = await log.readAfter(position);
      if (page.outcome !== "ok") throw new Error(`log ${page.outcome}`);
      for (const entry of page.entries) {
        if (entry.kind !== "insights") read.push(...(JSON.parse(entry.data) as FoldItem[]));
        ends.set(entry.id, read.length);
        position = entry;
      }
      more = page.more;
    }
    return { items: read, endOf: ends };
  }

  it("has live numbers that are those of the fold up to the position that they name", async () => {
    expect(items.length).toBeGreaterThanOrEqual(EVENTS);
    expect(live.length).toBeGreaterThan(10);
    const oracle = new Oracle();
    for (const { position, known } of live) {
      const folded = await oracle.at(endOf.get(position) as number, undefined, sliceOf(items));
      expect(known.metrics, position).toEqual(folded.metrics);
      // What is not paced is written with the numbers.
      expect(known.documents["leaderboard"]).toEqual(folded.documents["leaderboard"]);
      if (position === live.at(-1)?.position) expect(known).toEqual(folded);
    }
  });

  knowsAtMoments(() => ({ stack, viewer, fromMs: items[0]?.atMs ?? 0, toMs: items.at(-1)?.atMs ?? 0, items: sliceOf(items) }));
});

/** Takes some minutes and a gigabyte: `REPLAY_LARGE=1`. */
describe.runIf(process.env["REPLAY_LARGE"])("a recording of three hours and 500,000 events", () => {
  let stack: Stack;
  let viewer: Viewer;
  let orders: Orders;
  let log: readonly LogEntry[];
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "frontrow-large-"));
    const url = pathToFileURL(folder).href;
    const blob = createObjectStore(url);
    const large = {
      handle: "large",
      title: "",
      startedAtMs: STARTED_AT_MS,
      minutes: 180,
      eventsPerSecond: 46,
      population: 20_000,
    };
    const made = logOfSample({ ...large, session: "ses_large00000000" as SessionId });
    const recordingId = recordingIdOf("ses_large00000000" as SessionId, STARTED_AT_MS);
    await record(blob, { recordingId, ...made });
    await indexRecording(blob, recordingId);
    log = made.log;
    stack = await startStack({
      inProcess: ["replay"],
      env: { ...unfolded, BLOB_URL: url, REPLAY_COMMANDS_PER_DESK_MINUTE: "100000" },
    });
    orders = createOrders(stack.redis);
    viewer = openViewer({ username: "nobody.is.here", urls: stack.urls });
    await eventually(() => expect(viewer.client.desk?.handle).toBe("nobody.is.here"));
    const deskId = viewer.client.desk?.deskId as DeskId;
    await beginReplay({ redis: stack.redis, orders }, { deskId, recordingId, isPaused: true });
    await eventually(() => expect(viewer.client.desk?.mode).toBe("REPLAY"));
  }, 600_000);

  afterAll(async () => {
    viewer?.close();
    await orders?.close();
    await stack?.stop();
    await rm(folder, { recursive: true });
  });

  knowsAtMoments(() => ({ stack, viewer, fromMs: STARTED_AT_MS, toMs: STARTED_AT_MS + 180 * 60_000, items: itemsIn(log) }));
});

interface Replayed {
  readonly stack: Stack;
  readonly viewer: Viewer;
  readonly fromMs: number;
  readonly toMs: number;
  readonly items: Slice;
}

/** The items from one on, up to another. */
type Slice = (from: number, to: number) => Promise<readonly FoldItem[]>;

const sliceOf =
  (items: readonly FoldItem[]): Slice =>
  async (from, to) =>
    items.slice(from, to);

/** The same of the text of a log, of which few are wanted at a time. */
function itemsIn(log: readonly LogEntry[]): Slice {
  const ends: number[] = [];
  for (const { data } of log) ends.push((ends.at(-1) ?? 0) + (JSON.parse(data) as unknown[]).length);
  return async (from, to) => {
    const first = ends.findIndex((end) => end > from);
    const last = ends.findIndex((end) => end >= to);
    const items = log.slice(first, last + 1).flatMap(({ data }) => JSON.parse(data) as FoldItem[]);
    const before = ends[first - 1] ?? 0;
    return items.slice(from - before, to - before);
  };
}

function knowsAtMoments(replayed: () => Replayed): void {
  for (const [how, speed] of [
    ["by seeking", undefined],
    ["at 1×", 1],
    ["at 100×", 100],
  ] as const) {
    it(`is known at ${MOMENTS} moments reached ${how} as it was live`, { timeout: 600_000 }, async () => {
      const { stack, viewer, fromMs, toMs, items } = replayed();
      const random = seededRandom(seed);
      const desk = replayDesk(stack, viewer);
      const seen: Seen[] = [];
      while (seen.length < MOMENTS) {
        // At 1× from the first place on; at 100× there would be no way left.
        const share = speed === 100 ? 0.6 : 1;
        const atMs = Math.floor(fromMs + random() * share * (toMs - fromMs));
        if (speed !== 1 || seen.length === 0) await desk.command({ action: "seek", value: { atMs } });
        if (speed) {
          await desk.command({ action: "speed", value: speed });
          await desk.command({ action: "resume" });
          await pause(random() * 400);
          await desk.command({ action: "pause" });
        }
        const { position, known, state } = await desk.stored();
        expect(state).not.toBe("playing");
        seen.push({ item: position.item ?? 0, atMs: position.atMs ?? 0, known: knownFrom(known) });
        // The socket shows what is stored, but for time that goes on.
        const { atMs: _clock, ...numbers } = known.metrics;
        await eventually(() => expect(viewer.metrics).toMatchObject(numbers));
      }
      const oracle = new Oracle();
      for (const { item, atMs, known } of seen.sort((a, b) => a.item - b.item || a.atMs - b.atMs)) {
        expect(known, `item ${item} at ${atMs}`).toEqual(await oracle.at(item, atMs, items));
        const [next] = await items(item, item + 1);
        expect(next?.atMs ?? Number.POSITIVE_INFINITY, `not shown at ${atMs}`).toBeGreaterThanOrEqual(atMs);
      }
    });
  }
}
