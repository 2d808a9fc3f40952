import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { ObjectStore } from "@frontrow/blob/object-store";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { CreatorId, DeskId, SessionId, WorkerId } from "@frontrow/protocol/ids";
import { type RecordingId, recordingId } from "@frontrow/protocol/recording";
import { readManifest } from "@frontrow/recording/manifest";
import { createRedis, type RedisConnection } from "@frontrow/redis/client";
import { createDeskStore } from "@frontrow/redis/desks";
import { createKeptAnswersStore } from "@frontrow/redis/kept-answers";
import { keys } from "@frontrow/redis/keys";
import { createLibraryStore } from "@frontrow/redis/library";
import { createLogStore, type Writer } from "@frontrow/redis/log";
import { createRecordingDesks } from "@frontrow/redis/recording-desks";
import { createRecordingRetention } from "@frontrow/redis/recording-retention";
import { createRecordingStore } from "@frontrow/redis/recordings";
import type { RedisServer } from "@frontrow/redis/server";
import { createSessionStore } from "@frontrow/redis/sessions";
import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archiveSession } from "../src/archive/archive-session.ts";
import { createRecordingSweep, type RecordingSweepDeps } from "../src/retention/recording-sweep.ts";

const broadcast = { handle: "alice", roomId: "room" };
const DELETED_KEPT_MS = 40;
const brief = { leaseSeconds: 0.04, deletedKeptMs: DELETED_KEPT_MS };
const long = { leaseSeconds: 1_000, deletedKeptMs: DELETED_KEPT_MS };

let server: RedisServer;
let redis: RedisConnection;
let folder: string;
let blob: ObjectStore;
beforeAll(async () => {
  server = await startTestRedis();
  redis = createRedis(server.url, quietLogger);
  await redis.start();
  folder = await mkdtemp(join(tmpdir(), "frontrow-retention-"));
  blob = createObjectStore(pathToFileURL(folder).href);
});
afterAll(async () => {
  await redis.stop();
  await server.stop();
  await rm(folder, { recursive: true });
});

let made = 0;
/** A desk in Redis, with nobody at it. */
async function newDesk(): Promise<DeskId> {
  made += 1;
  const deskId = `dsk_${String(made).padStart(24, "d")}` as DeskId;
  await createDeskStore(redis.client).open({ deskId, tokenDigest: "digest", language: "en" });
  return deskId;
}
function newId(): RecordingId {
  made += 1;
  return recordingId.parse(`ses_kept${String(made).padStart(8, "0")}-1700000000000`);
}

const store = (retention = long) => createRecordingStore(redis.client, retention);
const shelves = () => createLibraryStore(redis.client, long);

const objectsOf = async (id: RecordingId): Promise<string[]> => {
  const found: string[] = [];
  for await (const { key } of blob.list(`recordings/${id}/`)) found.push(key.slice(`recordings/${id}/`.length));
  return found.sort();
};
const ALL = ["recording.json", "segments/a.ndjson.gz"];
async function write(id: RecordingId): Promise<void> {
  for (const name of ALL) await blob.put(`recordings/${id}/${name}`, new Uint8Array(3));
}

/** A complete recording that these desks hold. */
async function held(desks: readonly DeskId[], retention = long): Promise<RecordingId> {
  const id = newId();
  for (const desk of desks) await store(retention).holdComplete(desk, id, broadcast, 1_700_000_000_000);
  await write(id);
  return id;
}

function depsOf(more: Partial<RecordingSweepDeps> = {}): RecordingSweepDeps {
  return {
    desks: createRecordingDesks(redis.client),
    checks: createRecordingRetention(redis.client, long),
    blob,
    nowMs: async () => Date.now(),
    againMs: 20,
    onDeleted() {},
    onFailure({ error }) {
      throw error;
    },
    ...more,
  };
}
const sweep = (more?: Partial<RecordingSweepDeps>) => createRecordingSweep(depsOf(more))();
/** Sweeps until it is so. */
const sweptUntil = (check: () => Promise<void>) =>
  eventually(async () => {
    await sweep();
    await check();
  });
const isGone = (id: RecordingId) => sweptUntil(async () => expect(await objectsOf(id)).toEqual([]));

/** What Redis keeps for the deletion of a recording. */
async function registered(id: RecordingId): Promise<boolean> {
  if (await redis.client.exists(keys.recordingDesks(id))) return true;
  for (let shard = 0; shard < 16; shard++) {
    if (await redis.client.zscore(keys.recordingsDue(shard), id)) return true;
  }
  return false;
}

describe("a recording", () => {
  it("goes with its last holder's lease, and leaves nothing behind", async () => {
    const [one, two] = [await newDesk(), await newDesk()];
    const id = await held([one], brief);
    await store().holdComplete(two, id, broadcast, 1_700_000_000_000);
    await sweptUntil(async () => expect(await redis.client.zrange(keys.recordingDesks(id), "0", "-1")).toEqual([two]));
    expect(await objectsOf(id)).toEqual(ALL);
    expect(await store().ofDesk(one)).toEqual([]);
    await store().release(two, id);
    await isGone(id);
    expect(await registered(id)).toBe(false);
  });

  it("stays as long as somebody renews, or pinned it", async () => {
    const [renewed, pinned] = [await newDesk(), await newDesk()];
    const [a, b] = [await held([renewed], brief), await held([pinned])];
    await store().holdComplete(renewed, a, broadcast, 1_700_000_000_000);
    await shelves().change(pinned, b, { type: "note", isPinned: true });
    // Its lease is over.
    const leased = { broadcast, sinceMs: 1_700_000_000_000, untilMs: Date.now() - 1 };
    await redis.client.hset(keys.recordings(pinned), b, JSON.stringify(leased));
    for (const [id, desk] of [
      [a, renewed],
      [b, pinned],
    ] as const) {
      await createRecordingDesks(redis.client).noteSooner(id, desk, Date.now());
    }
    await sweep();
    expect(await objectsOf(a)).toEqual(ALL);
    expect(await objectsOf(b)).toEqual(ALL);
    expect(await store().holds(pinned, b)).toBe(true);
    await shelves().delete(pinned, b);
    await isGone(b);
  });

  it("goes for good an hour after its desk deleted it, not before, and what was noted of it with it", async () => {
    const desk = await newDesk();
    const [gone, back] = [await held([desk]), await held([desk])];
    const hour = { deletedKeptMs: 3_600_000 };
    const patient = createLibraryStore(redis.client, hour);
    await patient.change(desk, gone, { type: "note", name: "a" });
    for (const id of [gone, back]) {
      await patient.delete(desk, id);
      await createRecordingDesks(redis.client).noteSooner(id, desk, Date.now());
      await sweep({ checks: createRecordingRetention(redis.client, hour) });
      expect(await objectsOf(id)).toEqual(ALL);
    }
    expect((await patient.restore(desk, back)).outcome).toBe("applied");
    await createRecordingDesks(redis.client).noteSooner(gone, desk, Date.now());
    await isGone(gone);
    await sweep();
    expect(await objectsOf(back)).toEqual(ALL);
    expect((await patient.restore(desk, gone)).outcome).toBe("absent");
    expect(Object.keys(await redis.client.hgetall(keys.library(desk)))).toEqual(["", `${gone}:deleted`]);
    expect((await shelves().read(desk)).held.map(({ recordingId: id }) => id)).toEqual([back]);
  });

  it("stays for another holder, who goes on to read it, when one desk deletes it", async () => {
    const [one, two] = [await newDesk(), await newDesk()];
    const id = await held([one, two]);
    await shelves().delete(one, id);
    await sweptUntil(async () => expect(await redis.client.zrange(keys.recordingDesks(id), "0", "-1")).toEqual([two]));
    expect(await objectsOf(id)).toEqual(ALL);
    expect(await store().holds(two, id)).toBe(true);
  });

  it("stays while a desk replays it that has deleted it", async () => {
    const desk = await newDesk();
    const desks = createDeskStore(redis.client);
    const [id, other] = [await held([desk]), await held([desk])];
    const replay = { session: "ses_replayreplay", recordingId: id };
    await desks.change(desk, { type: "setMode", mode: "REPLAY", replay, reason: "command" });
    for (const each of [id, other]) await shelves().delete(desk, each);
    await isGone(other);
    expect(await objectsOf(id)).toEqual(ALL);
    expect((await shelves().read(desk)).held).toEqual([]);
    await desks.change(desk, { type: "setMode", mode: "LIVE", reason: "command" });
    // It is asked again a minute later.
    const later = () => sweep({ nowMs: async () => Date.now() + 61_000 });
    await later();
    expect(await objectsOf(id)).toEqual([]);
  });

  it("goes with a desk that was closed", async () => {
    const desk = await newDesk();
    const id = await held([desk]);
    await createDeskStore(redis.client).change(desk, { type: "close" });
    await store().releaseAll(desk);
    await isGone(id);
  });

  it("cannot be held while it is being deleted, and can afterwards", async () => {
    const [one, two] = [await newDesk(), await newDesk()];
    const id = await held([one]);
    await store().release(one, id);
    const hold = () => store().holdComplete(two, id, broadcast, 1_700_000_000_000);
    const deleting: ObjectStore = {
      ...blob,
      get: blob.get.bind(blob),
      put: blob.put.bind(blob),
      list: blob.list.bind(blob),
      async delete(names) {
        await expect(hold()).rejects.toMatchObject({ code: "RECORDING_UNAVAILABLE" });
        await blob.delete(names);
      },
    };
    await sweep({ blob: deleting });
    await isGone(id);
    await hold();
    await write(id);
    await sweep();
    expect(await objectsOf(id)).toEqual(ALL);
  });
});

describe("a sweep", () => {
  class Killed extends Error {}

  /** Dies at the `step`-th call of anything outside: before it is done, or before its answer is known. */
  function dying(step: number, moment: "before" | "after"): RecordingSweepDeps {
    let calls = 0;
    const faulty = <T extends object>(target: T): T =>
      new Proxy(target, {
        get(object, name) {
          const method = Reflect.get(object, name) as (...parameters: unknown[]) => unknown;
          if (name === "list" || name === "due") return method.bind(object); // reads only
          return async (...parameters: unknown[]) => {
            const isLast = ++calls === step;
            if (isLast && moment === "before") throw new Killed();
            const answer = await method.apply(object, parameters);
            if (isLast) throw new Killed();
            return answer;
          };
        },
      });
    const { desks, checks, blob: objects, ...rest } = depsOf();
    return { ...rest, desks: faulty(desks), checks: faulty(checks), blob: faulty(objects) };
  }

  it.each(["before", "after"] as const)(
    "that is killed %s any step deletes what is nobody's, and nothing else",
    async (moment) => {
      let step = 0;
      for (let isOver = false; !isOver; ) {
        step += 1;
        const [one, two, three] = [await newDesk(), await newDesk(), await newDesk()];
        const [gone, stays] = [await held([one, two]), await held([one, three])];
        for (const desk of [one, two]) await shelves().delete(desk, gone);
        await shelves().delete(one, stays);
        const nowMs = async () => Date.now();
        await eventually(async () => expect((await shelves().read(one)).held).toEqual([]));
        const ending = await createRecordingSweep({ ...dying(step, moment), nowMs })().catch((error: unknown) => error);
        isOver = ending === undefined;
        if (!isOver) expect(ending).toBeInstanceOf(Killed);
        await isGone(gone);
        expect(await objectsOf(stays)).toEqual(ALL);
        expect(await store().holds(three, stays)).toBe(true);
        await eventually(async () => {
          await sweep();
          expect(await registered(gone)).toBe(false);
        });
        expect(await redis.client.zrange(keys.recordingDesks(stays), "0", "-1")).toEqual([three]);
      }
      expect(step).toBeGreaterThan(10);
    },
  );

  it("beside another does the same, and fails at nothing", async () => {
    const desks = await Promise.all(Array.from({ length: 5 }, newDesk));
    const gone = await Promise.all(Array.from({ length: 10 }, () => held(desks, brief)));
    const stays = await held([...desks.slice(1)], brief);
    await store().holdComplete(desks[0] as DeskId, stays, broadcast, 1_700_000_000_000);
    await eventually(async () => {
      await Promise.all([sweep(), sweep(), sweep()]);
      for (const id of gone) expect(await objectsOf(id)).toEqual([]);
    });
    expect(await objectsOf(stays)).toEqual(ALL);
    for (const id of gone) expect(await registered(id)).toBe(false);
  });

  it("waits for a storage that is away, and says so once", async () => {
    const ids = [await held([await newDesk()], brief), await held([await newDesk()], brief)];
    const away: ObjectStore = {
      ...blob,
      list: blob.list.bind(blob),
      delete: () => Promise.reject(new FrontrowError("RECORDING_UNAVAILABLE", "away")),
    };
    const failures: number[] = [];
    await eventually(async () => {
      await sweep({ blob: away, onFailure: ({ count }) => failures.push(count) });
      expect(failures).toContain(2);
    });
    for (const id of ids) expect(await objectsOf(id)).toEqual(ALL);
    for (const id of ids) await isGone(id);
  });

  it("deletes nothing for want of data: all of Redis, a desk, or who held a recording may be lost", async () => {
    const desk = await newDesk();
    const [byDesk, byRegistry, byAll] = [await held([desk]), await held([await newDesk()], brief), await held([desk], brief)];
    const every = async () => {
      for (let n = 0; n < 3; n++) await sweep();
      for (const id of [byDesk, byRegistry, byAll]) expect(await objectsOf(id)).toEqual(ALL);
    };
    await redis.client.del(keys.recordingDesks(byRegistry), keys.recordingDesks(byAll));
    await redis.client.del(keys.desk(desk), keys.recordings(desk), keys.library(desk));
    await sweptUntil(async () => expect(await registered(byRegistry)).toBe(false));
    await every();
    await redis.client.flushall();
    await every();
  });
});

describe("a recording of a session that Redis knows", () => {
  const writer: Writer = { role: "ingest", nonce: "source", fence: 1 };

  async function recorded() {
    made += 1;
    const sessionId = `ses_retained${String(made).padStart(8, "0")}` as SessionId;
    const sessions = createSessionStore(redis.client);
    const log = createLogStore(redis.client);
    const opening = { creatorId: "cr_demo:alice" as CreatorId, roomId: "room", kind: "LIVE" } as const;
    let { fence } = writer;
    let sequence = 0;
    const open = async () => {
      fence += 1;
      sequence = 0;
      await sessions.open({ sessionId, ...opening, writer: { ...writer, fence }, worker: "wkr_ingest" as WorkerId });
    };
    const append = async (atMs: number) => {
      sequence += 1;
      const data = JSON.stringify([{ type: "tick", atMs }]);
      await log.append({ log: sessionId, writer: { ...writer, fence }, epoch: 1, sequence, kind: "tick", data });
    };
    const archive = () =>
      archiveSession(
        {
          ...{ recordings: store(), sessions, log, blob, nowMs: async () => Date.now() + 60_000, minAgeMs: 15_000 },
          ...{ answers: createKeptAnswersStore(redis.client), segmentItems: 100, onGap() {}, onNotIndexed() {} },
        },
        sessionId,
      );
    const close = async () => {
      await sessions.close(sessionId, { ...writer, fence }, "ended");
      await sessions.expire(sessionId, 100);
    };
    await open();
    return { sessionId, open, append, archive, close };
  }
  const idOf = (outcome: Awaited<ReturnType<ReturnType<typeof store>["hold"]>>): RecordingId => {
    if (outcome.outcome !== "held") throw new Error(outcome.outcome);
    return outcome.recordingId;
  };

  it("is not archived any further when nobody holds it, and is gone on with by who watches while it is LIVE", async () => {
    const session = await recorded();
    const [one, two] = [await newDesk(), await newDesk()];
    const id = idOf(await store().hold(one, session.sessionId, broadcast));
    await session.append(1_700_000_000_000);
    expect(await session.archive()).toBe("growing");
    const archived = await objectsOf(id);
    expect(archived.length).toBeGreaterThan(0);
    await shelves().delete(one, id);
    await sweptUntil(async () => expect(await store().isHeld(session.sessionId)).toBe(false));
    await session.append(1_700_000_001_000);
    expect(await session.archive()).toBe("unrecorded");
    expect(await objectsOf(id)).toEqual(archived);
    // Not for who deleted it.
    expect(await store().hold(one, session.sessionId, broadcast)).toEqual({ outcome: "closed" });
    expect(idOf(await store().hold(two, session.sessionId, broadcast))).toBe(id);
    await session.close();
    expect(await session.archive()).toBe("complete");
    await sweep({ nowMs: async () => Date.now() + 60_000 });
    expect(await readManifest(blob, id)).toMatchObject({ broadcast });
  });

  it("goes when the broadcast is over, and is not begun again in a room that opens again", async () => {
    const session = await recorded();
    const [one, two] = [await newDesk(), await newDesk()];
    const id = idOf(await store().hold(one, session.sessionId, broadcast));
    await session.append(1_700_000_000_000);
    await session.archive();
    await shelves().delete(one, id);
    await sweptUntil(async () => expect(await store().isHeld(session.sessionId)).toBe(false));
    expect((await objectsOf(id)).length).toBeGreaterThan(0);
    await session.close();
    await isGone(id);
    expect(await store().read(session.sessionId)).toBeUndefined();
    await session.open();
    expect(await store().hold(two, session.sessionId, broadcast)).toEqual({ outcome: "closed" });
    expect(await session.archive()).toBe("unrecorded");
    // A last segment, by an archiver that was slow, goes too, and at the end nothing is known any more.
    await blob.put(`recordings/${id}/segments/late.ndjson.gz`, new Uint8Array(1));
    await isGone(id);
    await redis.client.del(...(await redis.client.keys(`*{${session.sessionId}}*`))); // as when they expire
    await sweptUntil(async () => expect(await registered(id)).toBe(false));
  });

  it("is kept for whom the session knows as its holder, though nothing else does", async () => {
    const session = await recorded();
    const desk = await newDesk();
    const id = idOf(await store().hold(desk, session.sessionId, broadcast));
    await session.append(1_700_000_000_000);
    await session.archive();
    await session.close();
    await session.archive();
    const objects = await objectsOf(id);
    // As if the desk gave it up, and a fail-over had taken that back in the session's and the desk's slots.
    await createRecordingDesks(redis.client).noteSooner(id, desk, 0);
    await createRecordingDesks(redis.client).remove(id, desk);
    await sweptUntil(async () => expect(await redis.client.zrange(keys.recordingDesks(id), "0", "-1")).toEqual([desk]));
    await sweep();
    expect(await objectsOf(id)).toEqual(objects);
  });
});
