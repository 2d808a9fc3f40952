import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { ObjectStore } from "@frontrow/blob/object-store";
import { BACK_TEST_QUEUE, type BackTestJob, backTestJobOptions } from "@frontrow/protocol/back-test-job";
import type { CreatorId, DeskId, SessionId, WorkerId } from "@frontrow/protocol/ids";
import { type BackTest, MOST_BACK_TESTED, type RuleCondition } from "@frontrow/protocol/library/rule";
import { NOTHING_ARCHIVED } from "@frontrow/protocol/recording";
import { finishRecording } from "@frontrow/recording/manifest";
import { writeSegment } from "@frontrow/recording/segment";
import { createRedis, type RedisConnection } from "@frontrow/redis/client";
import { keys } from "@frontrow/redis/keys";
import { createLogStore } from "@frontrow/redis/log";
import { createRecordingStore } from "@frontrow/redis/recordings";
import { createRuleStore, type RuleStore } from "@frontrow/redis/rules";
import type { RedisServer } from "@frontrow/redis/server";
import { createSessionStore } from "@frontrow/redis/sessions";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { userNamed } from "@frontrow/testkit/users";
import { Queue } from "bullmq";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BackTestDeps, backTest } from "../src/back-test/back-test.ts";
import { createBackTester } from "../src/back-test/back-tester.ts";

const START_MS = 1_700_000_000_000;
const broadcast = { handle: "alice", roomId: "room" };
const never = new AbortController().signal;

let server: RedisServer;
let redis: RedisConnection;
let folder: string;
let blob: ObjectStore;
let rules: RuleStore;
beforeAll(async () => {
  server = await startTestRedis();
  redis = createRedis(server.url, quietLogger);
  await redis.start();
  folder = await mkdtemp(join(tmpdir(), "frontrow-back-test-"));
  blob = createObjectStore(pathToFileURL(folder).href);
  rules = createRuleStore(redis.client);
});
afterAll(async () => {
  await redis.stop();
  await server.stop();
  await rm(folder, { recursive: true });
});

let made = 0;
const newDesk = () => `dsk_trial${String(++made).padStart(17, "0")}` as DeskId;
const newTest = (): BackTest => ({
  backTestId: `bt_${String(++made).padStart(26, "0")}`,
  ...{ state: "waiting", done: 0, total: 0, recordings: [] },
});

interface Recorded {
  /** It goes on: nothing of it is in the storage. */
  readonly isGrowing?: boolean;
}

/** A broadcast that a desk holds, in which this is said, a second apart. */
async function recorded(deskId: DeskId, items: readonly object[], { isGrowing }: Recorded = {}) {
  const sessionId = `ses_trial${String(++made).padStart(17, "0")}` as SessionId;
  const writer = { role: "ingest", nonce: "source", fence: 1 } as const;
  const opening = { creatorId: "cr_demo:alice" as CreatorId, roomId: "room", kind: "LIVE" } as const;
  await createSessionStore(redis.client).open({ sessionId, ...opening, writer, worker: "wkr_ingest" as WorkerId });
  const held = await createRecordingStore(redis.client).hold(deskId, sessionId, broadcast);
  if (held.outcome !== "held") throw new Error(held.outcome);
  const { recordingId } = held;
  const log = createLogStore(redis.client);
  const data = JSON.stringify(items);
  const appended = await log.append({ log: sessionId, writer, epoch: 1, sequence: 1, kind: "events", data });
  if (appended.outcome !== "appended") throw new Error(appended.outcome);
  if (isGrowing) return recordingId;
  const read = await log.readAfter({ log: sessionId, epoch: 1, id: "0-0", stamp: "" });
  if (read.outcome !== "ok") throw new Error(read.outcome);
  const segment = await writeSegment(blob, { recordingId, broadcast, after: NOTHING_ARCHIVED, entries: read.entries });
  await finishRecording(blob, recordingId, [segment], broadcast);
  await redis.client.del(keys.session(sessionId), keys.recording(sessionId));
  return recordingId;
}

const chats = (...texts: string[]) =>
  texts.map((text, n) => ({
    ...{ type: "chat", id: `c${n}`, atMs: START_MS + n * 1_000, sentAtMs: 0, user: userNamed("mia"), text, language: "en" },
    ...{ sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 },
  }));

const jobOf = (deskId: DeskId, { backTestId }: BackTest, condition: RuleCondition): BackTestJob => ({
  ...{ deskId, backTestId },
  rule: { ruleId: "tried", name: "Rule", condition, isOn: false, hasSound: false, quietMs: 0 },
});
const hello: RuleCondition = { type: "words", text: "hello" };

const depsOf = (more: Partial<BackTestDeps> = {}): BackTestDeps => {
  const recordings = createRecordingStore(redis.client);
  const storage = { blob, growing: { read: recordings.read, log: createLogStore(redis.client) } };
  return { rules, recordings, storage, now: () => performance.now(), ...more };
};

async function tried(deskId: DeskId, condition: RuleCondition, deps = depsOf()): Promise<BackTest | undefined> {
  const test = newTest();
  await rules.beginTest(deskId, test);
  expect(await backTest(deps, jobOf(deskId, test, condition), never)).toBe("done");
  return rules.readTest(deskId, test.backTestId);
}

describe("a rule that is tried", () => {
  it("tells of the last five recordings, the newest first, how often it would have rung, and when", async () => {
    const deskId = newDesk();
    const ids: string[] = [];
    for (let n = 0; n < MOST_BACK_TESTED + 1; n++)
      ids.push(await recorded(deskId, chats("hello", "bye", ...Array(n).fill("hello"))));
    ids.push(await recorded(deskId, chats("nothing", "hello there"), { isGrowing: true }));
    const test = await tried(deskId, hello);
    expect(test?.recordings.map(({ recordingId, rings }) => [recordingId, rings])).toEqual([
      [ids[6], 1],
      [ids[5], 6],
      [ids[4], 5],
      [ids[3], 4],
      [ids[2], 3],
    ]);
    expect(test).toMatchObject({ state: "done", done: test?.total });
    expect(test?.recordings[0]?.first).toEqual([
      { ruleId: "tried", atMs: START_MS + 1_000, eventId: "c1", text: "mia: hello there" },
    ]);
  });

  it("tells a hundred of many, and counts all", async () => {
    const deskId = newDesk();
    await recorded(deskId, chats(...Array(1_500).fill("hello")));
    const test = await tried(deskId, hello);
    expect(test?.recordings[0]?.rings).toBe(1_500);
    expect(test?.recordings[0]?.first).toHaveLength(100);
  });

  it("does not hear what moderation removed, and leaves out what is gone", async () => {
    const deskId = newDesk();
    const items = [
      ...chats("hello", "hello"),
      { type: "moderation", id: "m", atMs: START_MS + 5_000, sentAtMs: 0, eventIds: ["c0"], userIds: [] },
    ];
    await recorded(deskId, items);
    const gone = await recorded(deskId, chats("hello"));
    await rm(join(folder, "recordings", gone), { recursive: true });
    const test = await tried(deskId, hello);
    expect(test?.recordings.map(({ rings }) => rings)).toEqual([1]);
  });

  it("of a desk that has recorded nothing finds nothing, at once", async () => {
    expect(await tried(newDesk(), hello)).toMatchObject({ state: "done", done: 0, total: 0, recordings: [] });
  });

  it("ends as soon as the desk tries another one, and does not write over it", async () => {
    const deskId = newDesk();
    await recorded(deskId, chats(...Array(5_000).fill("hello")));
    const [first, second] = [newTest(), newTest()];
    await rules.beginTest(deskId, first);
    let pages = 0;
    // Each page is a moment at which progress is due; at the third somebody else begins.
    const now = () => ++pages * 1_000;
    const writeTest: RuleStore["writeTest"] = async (id, test) => {
      if (pages === 3) await rules.beginTest(deskId, second);
      return rules.writeTest(id, test);
    };
    expect(await backTest(depsOf({ now, rules: { writeTest } }), jobOf(deskId, first, hello), never)).toBe("replaced");
    expect(await rules.readTest(deskId, first.backTestId)).toBeUndefined();
    expect(await rules.readTest(deskId, second.backTestId)).toEqual(second);
    expect(pages).toBeLessThan(8);
  });
});

describe("the back-tester", () => {
  async function ordered(blobOf: ObjectStore, job: BackTestJob) {
    const own = createRedis(server.url, quietLogger);
    await own.start();
    const tester = createBackTester({
      redis: own,
      blob: blobOf,
      logger: quietLogger as never,
      registry: createMetricsRegistry(),
    });
    const queue = new Queue<BackTestJob>(BACK_TEST_QUEUE, {
      connection: own.duplicate() as never,
      prefix: keys.queue("backTest"),
    });
    await tester.start();
    await queue.add("try", job, { ...backTestJobOptions, attempts: 1, jobId: job.backTestId });
    return async () => {
      await tester.stop(AbortSignal.timeout(5_000));
      await queue.close();
      await own.stop();
    };
  }

  it("does what is ordered, and says when it could not", async () => {
    const deskId = newDesk();
    await recorded(deskId, chats("hello"));
    for (const [storage, state] of [
      [blob, "done"],
      [createObjectStore(pathToFileURL(join(folder, "x".repeat(300))).href), "failed"],
    ] as const) {
      const test = newTest();
      await rules.beginTest(deskId, test);
      const stop = await ordered(storage, jobOf(deskId, test, hello));
      await eventually(async () => expect(await rules.readTest(deskId, test.backTestId)).toMatchObject({ state }), 20_000);
      await stop();
    }
  });
});
