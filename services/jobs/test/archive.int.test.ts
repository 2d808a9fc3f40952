import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { documentRules } from "@frontrow/audience/documents";
import { type FoldItem, foldEntry, foldItems, readItems } from "@frontrow/audience/fold";
import { metricsOf } from "@frontrow/audience/metrics";
import { createFold, type FoldState } from "@frontrow/audience/state";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { ObjectStore } from "@frontrow/blob/object-store";
import { ARCHIVE_QUEUE, archiveJobOptions } from "@frontrow/protocol/archive-job";
import { type EntryKind, type LogEntry, startOf } from "@frontrow/protocol/entry";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { EventOf } from "@frontrow/protocol/event";
import type { CreatorId, DeskId, SessionId, WorkerId } from "@frontrow/protocol/ids";
import { type RecordingId, recordingIdOf } from "@frontrow/protocol/recording";
import { listSegments } from "@frontrow/recording/manifest";
import { openRecording } from "@frontrow/recording/recording";
import { createRedis, type RedisConnection } from "@frontrow/redis/client";
import { createDeskStore } from "@frontrow/redis/desks";
import { createKeptAnswersStore } from "@frontrow/redis/kept-answers";
import { keys } from "@frontrow/redis/keys";
import { createLogStore, type LogStore, type Writer } from "@frontrow/redis/log";
import { createRecordingStore, type RecordingStore } from "@frontrow/redis/recordings";
import type { RedisServer } from "@frontrow/redis/server";
import { createSessionStore } from "@frontrow/redis/sessions";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { startTestSentinel } from "@frontrow/testkit/sentinel";
import { userNamed } from "@frontrow/testkit/users";
import { Queue } from "bullmq";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ArchiveDeps, archiveSession } from "../src/archive/archive-session.ts";
import { createArchiver } from "../src/archive/archiver.ts";

const START_MS = 1_700_000_000_000;
const desk = "dsk_aaaaaaaaaaaaaaaaaaaaaaaa" as DeskId;
const broadcast = { handle: "alice", roomId: "room" };

let server: RedisServer;
let redis: RedisConnection;
let folder: string;
let blob: ObjectStore;
beforeAll(async () => {
  server = await startTestRedis();
  redis = createRedis(server.url, quietLogger);
  await redis.start();
  folder = await mkdtemp(join(tmpdir(), "frontrow-archive-"));
  blob = createObjectStore(pathToFileURL(folder).href);
});
afterAll(async () => {
  await redis.stop();
  await server.stop();
  await rm(folder, { recursive: true });
});

let made = 0;

const rethrow = (error: unknown) => {
  throw error;
};

/** A session that a desk holds the recording of, on one Redis. */
class Recorded {
  readonly sessionId: SessionId;
  readonly log: LogStore;
  readonly recordings: RecordingStore;
  readonly sessions: ReturnType<typeof createSessionStore>;
  readonly redis: RedisConnection;
  id = "" as RecordingId;
  #writer: Writer = { role: "ingest", nonce: "source", fence: 1 };
  #sequence = 0;
  #atMs = START_MS;

  constructor(on: RedisConnection, maxEntries?: number) {
    made += 1;
    this.sessionId = `ses_archive${String(made).padStart(8, "0")}` as SessionId;
    this.redis = on;
    this.log = createLogStore(on.client, maxEntries === undefined ? {} : { maxEntries });
    this.recordings = createRecordingStore(on.client);
    this.sessions = createSessionStore(on.client);
  }

  async open(): Promise<this> {
    this.#writer = { ...this.#writer, fence: this.#writer.fence + 1 };
    this.#sequence = 0;
    const opening = { creatorId: "cr_demo:alice" as CreatorId, roomId: "room", kind: "LIVE" } as const;
    const { sessionId, sessions } = this;
    await sessions.open({ sessionId, ...opening, writer: this.#writer, worker: "wkr_ingest" as WorkerId });
    await this.append("control", [{ type: "sourceOpened", atMs: this.#atMs, roomId: "room" }]);
    const held = await this.recordings.hold(desk, sessionId, broadcast);
    if (held.outcome === "held") this.id = held.recordingId;
    return this;
  }

  append(kind: EntryKind, items: unknown[]): Promise<unknown> {
    return this.write(kind, JSON.stringify(items));
  }

  write(kind: EntryKind, data: string): Promise<unknown> {
    this.#sequence += 1;
    return this.log.append({
      ...{ log: this.sessionId, writer: this.#writer, epoch: 1, sequence: this.#sequence },
      ...{ kind, data },
    });
  }

  /** Entries of two events, with insights and ticks between them. */
  async happen(entries: number): Promise<void> {
    for (let n = 0; n < entries; n++) {
      this.#atMs += 700;
      await this.append("events", [this.#chat("a"), this.#chat("b")]);
      if (n % 3 === 0) await this.append("insights", [{ type: "metrics", chats: n }]);
      if (n % 5 === 0) await this.append("tick", [{ type: "tick", atMs: this.#atMs }]);
    }
  }

  async close(reason: "ended" | "unwatched" = "ended"): Promise<void> {
    await this.append("control", [{ type: "sourceClosed", atMs: this.#atMs, reason }]);
    await this.sessions.close(this.sessionId, this.#writer, reason);
    await this.sessions.expire(this.sessionId, 100);
  }

  #chat(by: string): EventOf<"chat"> {
    const mood = { language: "en", sentiment: 0.3, question: false, questionPriority: 0, toxicity: 0, spam: 0 };
    const id = `${by}${this.#atMs}`;
    return { type: "chat", id, atMs: this.#atMs, sentAtMs: this.#atMs, text: `hello ${id}`, user: userNamed(by), ...mood };
  }

  /** All that is in the log. */
  async entries(): Promise<LogEntry[]> {
    return (await this.log.readBack(this.sessionId, { entries: 10_000 })).toReversed();
  }

  async logTexts(): Promise<string[]> {
    return (await this.entries()).flatMap((entry) => readItems(entry, () => {})).map((item) => JSON.stringify(item));
  }

  deps(more: Partial<ArchiveDeps> = {}): ArchiveDeps {
    const { recordings, sessions, log } = this;
    // Everything is old enough, where a test does not say otherwise.
    return {
      ...{
        recordings,
        sessions,
        log,
        answers: createKeptAnswersStore(this.redis.client),
        blob,
        nowMs: async () => Date.now() + 60_000,
        minAgeMs: 15_000,
      },
      ...{ segmentItems: 8, onGap() {}, onNotIndexed: rethrow, ...more },
    };
  }

  archive(more?: Partial<ArchiveDeps>) {
    return archiveSession(this.deps(more), this.sessionId);
  }

  /** The recording as whoever plays it reads it. */
  async read(): Promise<FoldItem[]> {
    const growing = { read: (id: SessionId) => this.recordings.read(id), log: this.log };
    const recording = await openRecording({ blob, growing }, this.id);
    const items: FoldItem[] = [];
    let ordinal = 0;
    for await (const page of recording.read(0)) {
      for (const { item, value } of page) {
        expect(item).toBe(ordinal++);
        items.push(value);
      }
    }
    recording.close();
    return items;
  }

  /** What of the recording is in the storage, by what Redis says of it. */
  async archivedItems(): Promise<number> {
    return (await this.recordings.read(this.sessionId))?.archived.items ?? 0;
  }
}

const textsOf = (items: readonly FoldItem[]) => items.map((item) => JSON.stringify(item));
const knownBy = (state: FoldState) => ({
  metrics: metricsOf(state),
  documents: Object.entries(documentRules).map(([name, rule]) => [name, rule.of(state)]),
});
const newSession = (maxEntries?: number) => new Recorded(redis, maxEntries).open();

describe("archiving a session", () => {
  it("keeps what its holders answered, as of its end", async () => {
    const desks = createDeskStore(redis.client);
    await desks.open({ deskId: desk, tokenDigest: "digest", language: "en" });
    const session = await newSession();
    await session.happen(2);
    await desks.change(desk, { type: "answerQuestion", questionId: "q1", session: session.sessionId });
    await desks.change(desk, { type: "ignoreQuestion", questionId: "q2", session: session.sessionId });
    await desks.change(desk, { type: "answerQuestion", questionId: "q3", session: "ses_another1" as SessionId });
    await session.archive();
    const kept = () => createKeptAnswersStore(redis.client).read(desk, session.id);
    expect(await kept()).toEqual({});
    await session.close();
    expect(await session.archive()).toBe("complete");
    const { answers } = (await desks.read(desk))?.state ?? {};
    expect(await kept()).toEqual({ q1: answers?.["q1"], q2: answers?.["q2"] });
  });

  it("gives a recording whose fold is that of the log, item by item", async () => {
    const session = await newSession();
    await session.happen(20);
    expect(await session.archive()).toBe("growing");
    await session.happen(5);
    await session.close();
    expect(await session.archive()).toBe("complete");
    const items = await session.read();
    expect(textsOf(items)).toEqual(await session.logTexts());
    expect(await session.archivedItems()).toBe(items.length);
    expect(await blob.get(`recordings/${session.id}/index.json`)).toBeDefined();
    const [byLog, byRecording] = [createFold(), createFold()];
    let at = 0;
    for (const entry of await session.entries()) {
      const count = foldEntry(byLog, entry);
      foldItems(byRecording, items.slice(at, at + count));
      at += count;
      expect(knownBy(byRecording)).toEqual(knownBy(byLog));
    }
    expect(at).toBe(items.length);
  });

  it("leaves alone what is too young, and what nobody holds", async () => {
    const session = await newSession();
    await session.happen(6);
    expect(await session.archive({ nowMs: async () => Date.now(), minAgeMs: 15_000 })).toBe("growing");
    expect(await session.archivedItems()).toBe(0);
    await session.close();
    expect(await session.archive({ nowMs: async () => Date.now() })).toBe("growing");
    await session.recordings.release(desk, session.id);
    expect(await session.archive()).toBe("unrecorded");
    expect(await listSegments(blob, session.id)).toEqual([]);
  });

  it("passes over what cannot be read, as the fold does", async () => {
    const session = await newSession();
    await session.happen(2);
    await session.write("events", "not json");
    await session.append("events", [null, { type: "follow" }]);
    await session.happen(2);
    await session.archive();
    expect(textsOf(await session.read())).toEqual(await session.logTexts());
  });

  it("lets a closed session expire once its recording is complete, and goes on with it when the room is opened again", async () => {
    const session = await newSession();
    const ttl = () => redis.client.ttl(keys.log(session.sessionId));
    await session.happen(3);
    await session.close("unwatched");
    expect(await ttl()).toBeGreaterThan(1_000);
    expect(await session.archive()).toBe("complete");
    expect(await ttl()).toBeLessThanOrEqual(100);
    const { id } = session;
    const before = await session.archivedItems();
    await session.open();
    expect(await ttl()).toBe(-1);
    expect(session.id).toBe(id);
    await session.happen(3);
    expect(textsOf(await session.read())).toEqual(await session.logTexts()); // the log's end is read from the log
    await session.close();
    expect(await session.archive()).toBe("complete");
    expect(await session.archivedItems()).toBeGreaterThan(before);
    expect(textsOf(await session.read())).toEqual(await session.logTexts());
  });

  it("takes what comes after the end, as the name of the creator's next session does", async () => {
    const session = await newSession();
    await session.close();
    await session.archive();
    await session.append("control", [{ type: "successor", atMs: START_MS + 1, sessionId: "ses_next" }]);
    expect(await session.archive()).toBe("complete");
    expect((await session.read()).at(-1)).toMatchObject({ type: "successor" });
    expect(await redis.client.ttl(keys.log(session.sessionId))).toBeLessThanOrEqual(100);
  });

  it("is another recording when the room is opened again after its log went", async () => {
    const session = await newSession();
    await session.happen(3);
    await session.close();
    await session.archive();
    const [id, texts] = [session.id, textsOf(await session.read())];
    const all = await redis.client.keys(`*{${session.sessionId}}*`);
    await redis.client.del(...all); // as when they expire
    await session.open();
    expect(session.id).not.toBe(id);
    await session.happen(1);
    await session.archive();
    const old = await openRecording({ blob, growing: { read: session.recordings.read, log: session.log } }, id);
    const played: string[] = [];
    for await (const page of old.read(0)) played.push(...page.map(({ text }) => text));
    expect(played).toEqual(texts);
    expect((await session.read()).length).toBeLessThan(texts.length);
  });
});

describe("an archiver that is killed between any two steps", () => {
  class Killed extends Error {}

  /** Dies at the `step`-th call of anything outside: before it is done, or before its answer is known. */
  function dying(deps: ArchiveDeps, step: number, moment: "before" | "after"): ArchiveDeps {
    let calls = 0;
    const faulty = <T extends object>(target: T): T =>
      new Proxy(target, {
        get(object, name) {
          const method = Reflect.get(object, name) as (...parameters: unknown[]) => unknown;
          if (name === "list") return method.bind(object); // reads only, and gives no promise
          return async (...parameters: unknown[]) => {
            const isLast = ++calls === step;
            if (isLast && moment === "before") throw new Killed();
            const answer = await method.apply(object, parameters);
            if (isLast) throw new Killed();
            return answer;
          };
        },
      });
    const { recordings, sessions, log, blob: store } = deps;
    return { ...deps, recordings: faulty(recordings), sessions: faulty(sessions), log: faulty(log), blob: faulty(store) };
  }

  it.each(["before", "after"] as const)(
    "loses and doubles nothing: %s each step",
    async (moment) => {
      let step = 0;
      for (let isOver = false; !isOver; ) {
        step += 1;
        const session = await newSession();
        await session.happen(6);
        await session.close();
        const killed = archiveSession(dying(session.deps(), step, moment), session.sessionId);
        const ending = await killed.catch((error: unknown) => error);
        isOver = ending === "complete";
        if (!isOver) expect(ending).toBeInstanceOf(Killed);
        expect(textsOf(await session.read())).toEqual(await session.logTexts());
        expect(await session.archive()).toBe("complete");
        const texts = await session.logTexts();
        expect(textsOf(await session.read())).toEqual(texts);
        // Also by what is in the storage alone, when Redis has forgotten it.
        const stored = await openRecording({ blob }, session.id);
        expect(stored.extent).toMatchObject({ items: texts.length, isGrowing: false });
        expect((await listSegments(blob, session.id)).at(-1)?.upTo.items).toBe(texts.length);
      }
      expect(step).toBeGreaterThan(15);
    },
    60_000,
  );

  it("and two at once, one of which sees more, make one recording", async () => {
    for (let round = 0; round < 10; round++) {
      const session = await newSession();
      await session.happen(12);
      await session.close();
      const both = [session.archive({ segmentItems: 8 }), session.archive({ segmentItems: 5 + round })];
      expect(await Promise.all(both)).toEqual(["complete", "complete"]);
      expect(textsOf(await session.read())).toEqual(await session.logTexts());
      const { segments = [] } = (await session.recordings.read(session.sessionId)) ?? {};
      for (const [n, { after }] of segments.entries()) if (n > 0) expect(after).toEqual(segments[n - 1]?.upTo);
    }
  });
});

describe("a storage that is away", () => {
  it("past the log's bound costs a gap, and what is left is archived", async () => {
    const session = await newSession(100);
    await session.happen(5);
    await session.archive();
    const [before, archived] = [await session.logTexts(), await session.archivedItems()];
    const away = { ...blob, put: () => Promise.reject(new FrontrowError("RECORDING_UNAVAILABLE", "away")) };
    await session.happen(300);
    await expect(session.archive({ blob: away })).rejects.toMatchObject({ code: "RECORDING_UNAVAILABLE" });
    const gaps: EventOf<"gap">[] = [];
    expect(await session.archive({ onGap: (gap) => gaps.push(gap) })).toBe("growing");
    const left = await session.logTexts();
    const items = await session.read();
    expect(gaps).toHaveLength(1);
    expect(items[archived]).toEqual(gaps[0]);
    expect(gaps[0]).toMatchObject({ reason: "trimmed", fromMs: START_MS + 5 * 700, toMs: items[archived + 1]?.atMs });
    expect(textsOf(items)).toEqual([...before, JSON.stringify(gaps[0]), ...left]);
    expect(items.map(({ atMs }) => atMs)).toEqual(items.map(({ atMs }) => atMs).toSorted((a, b) => a - b));
  });

  it("past the log's bound of bytes costs a gap, too", async () => {
    const session = await newSession();
    await session.happen(5);
    await session.archive();
    const [before, archived] = [await session.logTexts(), await session.archivedItems()];
    for (let n = 0; n < 130; n++) await session.write("insights", JSON.stringify([{ type: "metrics", at: "x".repeat(400_000) }]));
    await session.happen(5);
    const gaps: EventOf<"gap">[] = [];
    expect(await session.archive({ onGap: (gap) => gaps.push(gap) })).toBe("growing");
    const items = await session.read();
    expect(gaps).toMatchObject([{ reason: "trimmed", fromMs: START_MS + 5 * 700 }]);
    expect(items[archived]).toEqual(gaps[0]);
    expect(textsOf(items)).toEqual([...before, JSON.stringify(gaps[0]), ...(await session.logTexts())]);
  });

  it("is said once, counted, and tried again until it is there", async () => {
    const session = await newSession();
    await session.happen(5);
    await session.close();
    const warnings: string[] = [];
    const logger = {
      info: (_: object, text: string) => warnings.push(text),
      warn: (_: object, text: string) => warnings.push(text),
    };
    let isAway = true;
    const failing: ObjectStore = {
      ...blob,
      put: (key, bytes) => (isAway ? Promise.reject(new FrontrowError("RECORDING_UNAVAILABLE", "away")) : blob.put(key, bytes)),
    };
    const registry = createMetricsRegistry();
    const deps = { redis, blob: failing, logger: logger as never, registry, concurrency: 2, minAgeMs: 0 };
    const archiver = createArchiver(deps);
    await archiver.start();
    const connection = redis.duplicate();
    const queue = new Queue(ARCHIVE_QUEUE, { connection, prefix: keys.queue("archive") });
    const { sessionId } = session;
    await queue.add("archive", { sessionId }, { ...archiveJobOptions, jobId: sessionId });
    const jobs = () => registry.getSingleMetricAsString("frontrow_archive_jobs_total");
    await eventually(async () => expect(await jobs()).toMatch(/unavailable"} [2-9]/), 20_000);
    isAway = false;
    await eventually(async () => expect((await session.recordings.read(sessionId))?.state).toBe("complete"), 20_000);
    await archiver.stop(AbortSignal.timeout(5_000));
    await queue.close();
    connection.disconnect();
    expect(warnings).toEqual([expect.stringContaining("is away"), expect.stringContaining("there again")]);
  }, 60_000);
});

it("has nothing in the recording that a fail-over took from the log", async () => {
  const sentinel = await startTestSentinel();
  const on = createRedis(sentinel.url, quietLogger);
  await on.start();
  const session = await new Recorded(on).open();
  await session.happen(10);
  await session.archive();
  await on.client.wait(1, 5_000);
  await sentinel.cutReplication();
  const before = await session.logTexts();
  await session.happen(10); // what comes now may be lost: it is too young to be archived
  await session.archive({ nowMs: async () => Date.now() });
  await sentinel.failOver();
  expect(await session.logTexts()).toEqual(before);
  await session.open();
  await session.happen(10);
  await session.close();
  expect(await session.archive()).toBe("complete");
  expect(textsOf(await session.read())).toEqual(await session.logTexts());
  const tail = await session.log.readAfter(startOf(session.sessionId));
  expect(tail).toMatchObject({ outcome: "ok" });
  expect(session.id).toBe(recordingIdOf(session.sessionId, (await session.sessions.read(session.sessionId))?.sinceMs ?? 0));
  await on.stop();
  await sentinel.stop();
}, 60_000);
