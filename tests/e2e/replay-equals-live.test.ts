import { setTimeout as pause } from "node:timers/promises";
import type { FoldItem } from "@frontrow/audience/fold";
import { startOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import type { RecordingId } from "@frontrow/protocol/recording";
import { createLogStore } from "@frontrow/redis/log";
import { createMetricsStore } from "@frontrow/redis/metrics-store";
import { createRecordingStore } from "@frontrow/redis/recordings";
import { eventually } from "@frontrow/testkit/eventually";
import { seededRandom } from "@frontrow/testkit/random";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Known, knownFrom, Oracle } from "../lib/known.ts";
import { replayDesk } from "../lib/replay-desk.ts";
import { type Stack, startStack, unfolded } from "../lib/stack.ts";
import { openViewer, type Viewer } from "../lib/viewer.ts";

/** Of each kind; `REPLAY_MOMENTS=50` for a thorough run. */
const MOMENTS = Number(process.env["REPLAY_MOMENTS"] ?? 8);
/** The speed of the broadcast leaves half a minute to be replayed, of which the worker plays a third at once at 100×. */
const EVENTS = 20_000;
const EVENTS_PER_SECOND = 700;
const seed = 11;

interface Seen {
  readonly item: number;
  /** The clock of a replay. A broadcast's is its last item. */
  readonly atMs?: number;
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

  async function expectFolded(seen: readonly Seen[]): Promise<void> {
    const oracle = new Oracle();
    const ascending = [...seen].sort((a, b) => a.item - b.item || (a.atMs ?? 0) - (b.atMs ?? 0));
    for (const { item, atMs, known } of ascending) {
      const folded = await oracle.at(item, atMs, async (from, to) => items.slice(from, to));
      expect(known, `item ${item} at ${atMs}`).toEqual(folded);
    }
  }

  it("has live numbers that are those of the fold up to the position that they name", async () => {
    expect(items.length).toBeGreaterThanOrEqual(EVENTS);
    expect(live.length).toBeGreaterThan(10);
    const oracle = new Oracle();
    for (const { position, known } of live) {
      const folded = await oracle.at(endOf.get(position) as number, undefined, async (from, to) => items.slice(from, to));
      expect(known.metrics, position).toEqual(folded.metrics);
      // What is not paced is written with the numbers.
      expect(known.documents["leaderboard"]).toEqual(folded.documents["leaderboard"]);
      if (position === live.at(-1)?.position) expect(known).toEqual(folded);
    }
  });

  for (const [how, speed] of [
    ["by seeking", undefined],
    ["at 1×", 1],
    ["at 100×", 100],
  ] as const) {
    it(`is known at ${MOMENTS} moments reached ${how} as it was live`, { timeout: 300_000 }, async () => {
      const random = seededRandom(seed);
      const desk = replayDesk(stack, viewer);
      const fromMs = items[0]?.atMs ?? 0;
      const toMs = items.reduce((latest, { atMs }) => Math.max(latest, atMs), 0);
      const seen: Seen[] = [];
      while (seen.length < MOMENTS) {
        const isFromStart = speed === 1 && seen.length > 0;
        const share = speed === 100 ? 0.6 : 1;
        if (!isFromStart)
          await desk.command({ action: "seek", value: { atMs: Math.floor(fromMs + random() * share * (toMs - fromMs)) } });
        if (speed) {
          await desk.command({ action: "speed", value: speed });
          await desk.command({ action: "resume" });
          await pause(random() * 400);
          await desk.command({ action: "pause" });
        }
        const { position, known, state } = await desk.stored();
        expect(state).not.toBe("playing");
        const { item = 0, atMs = 0 } = position;
        seen.push({ item, atMs, known: knownFrom(known) });
        expect(item, `due at ${atMs}`).toBeGreaterThanOrEqual(items.findIndex((each) => each.atMs >= atMs));
        // The socket shows what is stored, but for time that goes on.
        const { atMs: _clock, ...numbers } = known.metrics;
        await eventually(() => expect(viewer.metrics).toMatchObject(numbers));
      }
      await expectFolded(seen);
    });
  }
});
