import type { LogEntry } from "@frontrow/protocol/entry";
import { startOf } from "@frontrow/protocol/entry";
import type { CreatorId, SessionId, WorkerId } from "@frontrow/protocol/ids";
import {
  type ArchiveRecord,
  NOTHING_ARCHIVED,
  type RecordingId,
  recordingIdOf,
  type SegmentSummary,
} from "@frontrow/protocol/recording";
import { createRedis, type RedisConnection } from "@frontrow/redis/client";
import { createLogStore, type LogStore, type Writer } from "@frontrow/redis/log";
import { createSessionStore } from "@frontrow/redis/sessions";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Glance } from "../src/glance.ts";
import { indexRecording } from "../src/index-recording.ts";
import { finishRecording } from "../src/manifest.ts";
import { openRecording, type RecordingDeps } from "../src/recording.ts";
import { writeSegment } from "../src/segment.ts";
import { itemsOf, newStore, readAll } from "./archives.ts";
import { broadcast, START_MS, someLog } from "./logs.ts";

let server: Awaited<ReturnType<typeof startTestRedis>>;
let redis: RedisConnection;
let log: LogStore;
beforeAll(async () => {
  server = await startTestRedis();
  redis = createRedis(server.url, quietLogger);
  await redis.start();
  log = createLogStore(redis.client);
});
afterAll(async () => {
  await redis.stop();
  await server.stop();
});

const writer: Writer = { role: "ingest", nonce: "nonce", fence: 1 };
let sessions = 0;

/** A session that is recorded: a test appends to its log, archives of it what it likes, and says what Redis knows. */
async function recorded() {
  const session = `ses_growing${++sessions}` as SessionId;
  const id: RecordingId = recordingIdOf(session, START_MS);
  const worker = "wkr_test" as WorkerId;
  const creatorId = "cr_demo:nina" as CreatorId;
  await createSessionStore(redis.client).open({ sessionId: session, creatorId, roomId: "7", kind: "LIVE", writer, worker });
  const blob = newStore();
  const segments: SegmentSummary[] = [];
  let state: ArchiveRecord["state"] | "unknown" = "growing";
  let appended = 0;
  const deps: RecordingDeps = {
    blob,
    growing: {
      log,
      read: async (asked) => {
        if (asked !== session || state === "unknown") return undefined;
        return {
          recordingId: id,
          state,
          broadcast,
          archived: segments.at(-1)?.upTo ?? NOTHING_ARCHIVED,
          segments: [...segments],
        };
      },
    },
  };
  return {
    id,
    deps,
    segments,
    async append(entries: readonly Pick<LogEntry, "kind" | "data">[]) {
      for (const { kind, data } of entries) {
        const { outcome } = await log.append({ log: session, writer, epoch: 1, sequence: ++appended, kind, data });
        expect(outcome).toBe("appended");
      }
    },
    /** Archives so many entries, with the log behind them trimmed or not. */
    async archive(entries: number, { trims = false } = {}) {
      const after = segments.at(-1)?.upTo ?? NOTHING_ARCHIVED;
      const read = await log.readAfter({ ...startOf(session), ...after.position }, { entries });
      if (read.outcome !== "ok") throw new Error(read.outcome);
      if (read.entries.length === 0) return;
      const segment = await writeSegment(blob, { recordingId: id, broadcast, after, entries: read.entries });
      segments.push(segment);
      if (trims) await log.trim(session, segment.upTo.position.id);
    },
    async complete() {
      await finishRecording(blob, id, segments, broadcast);
      state = "complete";
    },
    /** Redis has forgotten the session. */
    forget() {
      state = "unknown";
    },
  };
}

describe("a growing recording", () => {
  it("has the items of its log at every step of append, archive, trim and end, in the same place each time", async () => {
    const step = fc.oneof(
      fc.record({ append: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ archive: fc.integer({ min: 1, max: 20 }), trims: fc.boolean() }),
      fc.constant("refresh" as const),
    );
    await fc.assert(
      fc.asyncProperty(someLog(60), fc.array(step, { maxLength: 14 }), fc.nat(40), async (entries, steps, from) => {
        const session = await recorded();
        const recording = await openRecording(session.deps, session.id);
        let appended = 0;
        const expectSame = async () => {
          const glance = new Glance();
          for (const { value, dueMs } of await readAll(recording)) glance.see(value, dueMs);
          const { lanes, gaps, closed, toMs } = await recording.glance();
          expect({ lanes, gaps }).toEqual({ lanes: glance.seen.lanes, gaps: glance.gaps });
          expect(closed).toEqual(glance.closedUpTo(toMs));
          const expected = itemsOf(entries.slice(0, appended));
          const items = await readAll(recording);
          expect(items.map(({ text, dueMs }) => ({ text, dueMs }))).toEqual(expected);
          expect(items.map(({ item }) => item)).toEqual(expected.map((_, item) => item));
          expect(await readAll(recording, from)).toEqual(items.slice(from));
          const atMs = expected[from]?.dueMs ?? START_MS;
          expect(await recording.itemsDueBy(atMs)).toBe(expected.filter(({ dueMs }) => dueMs <= atMs).length);
        };
        for (const one of steps) {
          if (one === "refresh") {
            await recording.refresh();
            const expected = itemsOf(entries.slice(0, appended));
            expect(recording.extent).toMatchObject({ items: expected.length, isGrowing: true });
            if (expected.length > 0) {
              expect(recording.extent).toMatchObject({ fromMs: expected[0]?.dueMs, toMs: expected.at(-1)?.dueMs });
            }
          } else if ("append" in one) {
            await session.append(entries.slice(appended, appended + one.append));
            appended = Math.min(entries.length, appended + one.append);
          } else await session.archive(one.archive, one);
          await expectSame();
        }
        await session.archive(1_000, { trims: true });
        await session.complete();
        session.forget();
        await expectSame();
        await recording.refresh();
        expect(recording.extent).toMatchObject({ items: itemsOf(entries.slice(0, appended)).length, isGrowing: false });
        await expectSame();
        const { lanes, gaps, closed } = await indexRecording(session.deps.blob, session.id);
        expect(await recording.glance()).toMatchObject({ lanes, gaps, closed });
      }),
      { numRuns: 40 },
    );
  });

  it("is another one than that of the same room which Redis has forgotten", async () => {
    const session = await recorded();
    const before = recordingIdOf(session.id.slice(0, session.id.lastIndexOf("-")) as SessionId, START_MS - 1);
    await expect(openRecording(session.deps, before)).rejects.toMatchObject({ code: "RECORDING_NOT_FOUND" });
  });

  it("grows on after it was complete, when the broadcast is watched again", async () => {
    const session = await recorded();
    const tick = (n: number) => ({ kind: "tick" as const, data: JSON.stringify([{ type: "tick", atMs: START_MS + n }]) });
    await session.append([tick(1), tick(2)]);
    await session.archive(10);
    await finishRecording(session.deps.blob, session.id, session.segments, broadcast);
    await session.append([tick(3)]);
    const recording = await openRecording(session.deps, session.id);
    expect(recording.extent).toMatchObject({ items: 3, isGrowing: true });
    await session.archive(10);
    await session.complete();
    await recording.refresh();
    expect(recording.extent).toMatchObject({ items: 3, isGrowing: false });
    expect((await readAll(recording)).map(({ dueMs }) => dueMs)).toEqual([1, 2, 3].map((n) => START_MS + n));
  });
});
