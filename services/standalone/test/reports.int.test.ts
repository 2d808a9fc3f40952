import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { ObjectStore } from "@frontrow/blob/object-store";
import { configSchema as gatewaySchema } from "@frontrow/gateway/config";
import { createGateway, type Gateway } from "@frontrow/gateway/gateway";
import { configSchema as jobsSchema } from "@frontrow/jobs/config";
import { createJobs } from "@frontrow/jobs/jobs";
import { problemSchema } from "@frontrow/protocol/http";
import type { DeskId, SessionId } from "@frontrow/protocol/ids";
import { type Report, reportAnswerSchema } from "@frontrow/protocol/library/report";
import { type Regulars, regularsSchema } from "@frontrow/protocol/library/viewer";
import type { RecordingId } from "@frontrow/protocol/recording";
import { createRedis, type RedisConnection } from "@frontrow/redis/client";
import { createDeskStore } from "@frontrow/redis/desks";
import { createKeptAnswersStore } from "@frontrow/redis/kept-answers";
import { keys } from "@frontrow/redis/keys";
import { createLogStore } from "@frontrow/redis/log";
import { createRecordingStore } from "@frontrow/redis/recordings";
import type { RedisServer } from "@frontrow/redis/server";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goLive, itemsOf, type MadeBroadcast, record } from "./made-broadcasts.ts";

type Logger = Parameters<typeof createGateway>[0]["logger"];
interface Desk {
  readonly deskId: string;
  readonly token: string;
}

/** The first ones are made by a process that has just begun. */
const MADE_WITHIN_MS = 40_000;
const DAY_MS = 86_400_000;
const FIRST_MS = 1_700_000_000_000;

let folder: string;
let server: RedisServer;
let redis: RedisConnection;
let blob: ObjectStore;
let gateway: Gateway;
let jobs: ReturnType<typeof createJobs>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontrow-reports-"));
  server = await startTestRedis();
  redis = createRedis(server.url, quietLogger);
  await redis.start();
  const BLOB_URL = pathToFileURL(folder).href;
  blob = createObjectStore(BLOB_URL);
  const shared = { redis, logger: quietLogger as unknown as Logger };
  const environment = { REDIS_URL: server.url, BLOB_URL, PORT: "0" };
  jobs = createJobs({ ...shared, config: jobsSchema.parse(environment), registry: createMetricsRegistry() });
  gateway = createGateway({ ...shared, config: gatewaySchema.parse(environment), registry: createMetricsRegistry() });
  await jobs.start();
  await gateway.start();
});
afterAll(async () => {
  const deadline = AbortSignal.timeout(5_000);
  await gateway.stop(deadline);
  await jobs.stop(deadline);
  await redis.stop();
  await server.stop();
  await rm(folder, { recursive: true });
});

async function openDesk(): Promise<Desk> {
  return (await (await fetch(`${gateway.url}/api/v1/desks`, { method: "POST" })).json()) as Desk;
}

const ask = (path: string, { deskId, token }: Desk, init: RequestInit = {}) =>
  fetch(`${gateway.url}/api/v1/desks/${deskId}${path && `/${path}`}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...(init.body ? { "content-type": "application/json" } : {}) },
  });

/** Lets a desk hold a recording, as if it had watched the broadcast. */
const hold = ({ deskId }: Desk, recordingId: RecordingId, { broadcast, fromMs }: MadeBroadcast) =>
  createRecordingStore(redis.client).holdComplete(deskId as DeskId, recordingId, broadcast, fromMs);

async function remove(desk: Desk, recordingId = ""): Promise<void> {
  expect((await ask(`recordings/${recordingId}`, desk, { method: "DELETE" })).status).toBe(204);
}

async function reportOf(desk: Desk, recordingId: string): Promise<Report> {
  return eventually(
    async () => {
      const response = await ask(`recordings/${recordingId}/report`, desk);
      expect(response.status).toBe(200);
      const answer = reportAnswerSchema.parse(await response.json());
      if (answer.state !== "ready") throw new Error(answer.state);
      return answer.report;
    },
    MADE_WITHIN_MS,
    150,
  );
}

async function regularsOf(desk: Desk): Promise<Regulars> {
  return regularsSchema.parse(await (await ask("regulars", desk)).json());
}

const watch = (desk: Desk, username: string) => ask("source", desk, { method: "PUT", body: JSON.stringify({ username }) });

let creators = 0;
const newCreator = () => ({ handle: `nina${++creators}`, roomId: "7", hostId: `host${creators}` });

describe("the report of a recording", () => {
  it("compares it with the medians of the creator's earlier broadcasts that the desk holds", async () => {
    const desk = await openDesk();
    const broadcast = newCreator();
    const some: (Partial<MadeBroadcast> & Pick<MadeBroadcast, "people">)[] = [
      { viewers: 100, people: { a: { chats: 60, diamonds: 100 }, b: { chats: 60 } }, sentiment: 0.5 },
      // She renamed herself since.
      {
        viewers: 300,
        people: { a: { chats: 30, diamonds: 300 } },
        sentiment: 0.1,
        broadcast: { ...broadcast, handle: "before" },
      },
      { viewers: 200, people: { a: { chats: 90, diamonds: 500 } }, sentiment: 0.3 },
      { viewers: 250, people: { a: { chats: 120, diamonds: 50 }, c: { asks: "what brush is that?" } }, sentiment: 0.2 },
    ];
    const made = some.map((one, n): MadeBroadcast => ({ broadcast, fromMs: FIRST_MS + n * DAY_MS, minutes: 60, ...one }));
    const ids: RecordingId[] = [];
    for (const one of made) {
      const id = await record(blob, one);
      ids.push(id);
      await hold(desk, id, one);
    }
    // Somebody else's.
    const other = { ...(made[0] as MadeBroadcast), broadcast: newCreator(), fromMs: FIRST_MS + 1 };
    await hold(desk, await record(blob, other), other);

    await reportOf(desk, ids[3] ?? "");
    const report = await eventually(async () => {
      const { comparison } = await reportOf(desk, ids[3] ?? "");
      expect(comparison.broadcasts).toHaveLength(3);
      return comparison;
    });
    expect(report.broadcasts.map(({ recordingId }) => recordingId)).toEqual([ids[2], ids[1], ids[0]]);
    const value = (name: string) => {
      const found = report.values.find((one) => one.name === name);
      return [found?.value, found?.median, found?.notComparable];
    };
    expect(value("averageViewers")).toEqual([250, 200, undefined]);
    expect(value("peakViewers")).toEqual([250, 200, undefined]);
    expect(value("diamonds")).toEqual([50, 300, undefined]);
    expect(value("uniqueViewers")).toEqual([2, 1, undefined]);
    expect(value("chatsPerMinute")).toEqual([2.02, 1.5, undefined]);
    expect(value("sentiment")).toEqual([0.2, 0.3, undefined]);
    // The first of all has nothing to be compared with.
    const first = await reportOf(desk, ids[0] ?? "");
    expect(first.comparison.broadcasts).toEqual([]);
    expect(new Set(first.comparison.values.map(({ notComparable }) => notComparable))).toEqual(new Set(["tooFewEarlier"]));
  });

  it("says who was new, and who of them came again, and forgets what the desk gave up", async () => {
    const desk = await openDesk();
    const broadcast = newCreator();
    const people: MadeBroadcast["people"][] = [
      { a: { chats: 2 }, b: { chats: 1 } },
      { a: { chats: 3 }, c: { chats: 1 }, d: { diamonds: 5 } },
      { c: { chats: 1 }, e: { chats: 1 } },
    ];
    const made = people.map((some, n): MadeBroadcast => ({ broadcast, fromMs: FIRST_MS + n * DAY_MS, minutes: 5, people: some }));
    const ids: string[] = [];
    for (const one of made) {
      const id = await record(blob, one);
      ids.push(id);
      await hold(desk, id, one);
    }
    const newcomers = async (n: number) => (await reportOf(desk, ids[n] ?? "")).newcomers;
    expect(await newcomers(0)).toEqual({ people: 2, cameBack: 1 });
    expect(await newcomers(1)).toEqual({ people: 2, cameBack: 1 });
    expect(await newcomers(2)).toEqual({ people: 1 });
    await remove(desk, ids[0]);
    expect(await newcomers(1)).toEqual({ people: 3, cameBack: 1 });
  });

  it("is told of a recording that nobody has indexed, and made again after what is derived was deleted", async () => {
    const desk = await openDesk();
    const made = { broadcast: newCreator(), fromMs: FIRST_MS, minutes: 10, people: { a: { chats: 5 } } };
    const id = await record(blob, made);
    await hold(desk, id, made);
    expect((await (await ask(`recordings/${id}/report`, desk)).json()) as unknown).toEqual({ state: "making" });
    const report = await reportOf(desk, id);
    expect(report).toMatchObject({ recordingId: id, broadcast: made.broadcast, isGrowing: false, newcomers: { people: 1 } });
    const derived: string[] = [];
    for await (const { key } of blob.list(`recordings/${id}/derived/`)) derived.push(key);
    expect(derived.length).toBeGreaterThan(3);
    await blob.delete(derived);
    expect(await reportOf(desk, id)).toEqual(report);
  });

  it("is told of a sample, of which nothing can be written", async () => {
    const desk = await openDesk();
    const { recordings } = (await (await ask("recordings", desk)).json()) as { recordings: { recordingId: string }[] };
    const report = await reportOf(desk, recordings[0]?.recordingId ?? "");
    expect(report.facts.totals.chats).toBeGreaterThan(0);
    expect(report.comparison.broadcasts).toEqual([]);
  });

  it("of a broadcast that goes on is told so far, and again when somebody looks later", async () => {
    const desk = await openDesk();
    const broadcast = newCreator();
    const before = { broadcast, fromMs: FIRST_MS, minutes: 5, people: { a: { chats: 5 }, b: { chats: 1 } } };
    await hold(desk, await record(blob, before), before);
    const live = await goLive(redis, broadcast);
    const held = await createRecordingStore(redis.client).hold(desk.deskId as DeskId, live.sessionId, broadcast);
    if (held.outcome !== "held") throw new Error(held.outcome);
    const { recordingId } = held;
    await live.append(
      itemsOf({ broadcast, fromMs: FIRST_MS + DAY_MS, minutes: 2, people: { a: { chats: 3 }, c: { chats: 1 } } }).slice(0, -1),
    );
    const report = await reportOf(desk, recordingId);
    expect(report).toMatchObject({ isGrowing: true, facts: { totals: { chats: 4 } }, newcomers: { people: 1 } });
    expect(report.comparison.values.find(({ name }) => name === "diamonds")?.notComparable).toBe("goesOn");
    await live.append(
      itemsOf({ broadcast, fromMs: FIRST_MS + 2 * DAY_MS, minutes: 1, people: { d: { chats: 1 } } }).slice(1, -1),
    );
    // What was told a moment ago is told again …
    expect((await reportOf(desk, recordingId)).facts.totals.chats).toBe(4);
    // … and what was told a while ago, until there is something newer.
    await redis.client.hset(keys.derivedReport(recordingId), "freshUntilMs", Date.now() - 1);
    expect((await reportOf(desk, recordingId)).facts.totals.chats).toBe(4);
    await eventually(async () => {
      const later = await reportOf(desk, recordingId);
      expect([later.facts.totals.chats, later.newcomers]).toEqual([5, { people: 2 }]);
    });
  });

  it("is one desk's alone", async () => {
    const [desk, stranger] = [await openDesk(), await openDesk()];
    const made = { broadcast: newCreator(), fromMs: FIRST_MS, minutes: 5, people: { a: { chats: 5 } } };
    const id = await record(blob, made);
    await hold(desk, id, made);
    await reportOf(desk, id);
    const refused = await ask(`recordings/${id}/report`, stranger);
    expect([refused.status, problemSchema.parse(await refused.json()).code]).toEqual([404, "RECORDING_NOT_FOUND"]);
    const stolen = await ask(`recordings/${id}/report`, { ...desk, token: stranger.token });
    expect(stolen.status).toBe(403);
    const malformed = await ask("recordings/nonsense/report", desk);
    expect(malformed.status).toBe(400);
  });

  it("of a recording that is damaged says so", async () => {
    const desk = await openDesk();
    const made = { broadcast: newCreator(), fromMs: FIRST_MS, minutes: 5, people: { a: { chats: 5 } } };
    const id = await record(blob, made);
    await hold(desk, id, made);
    const objects: string[] = [];
    for await (const { key } of blob.list(`recordings/${id}/`)) objects.push(key);
    await blob.delete(objects);
    const gone = await ask(`recordings/${id}/report`, desk);
    expect([gone.status, problemSchema.parse(await gone.json()).code]).toEqual([404, "RECORDING_NOT_FOUND"]);
  });
});

describe("what a desk answered", () => {
  it("is in the report, with the desk's own times, and stays there when its list of answers has lost it", async () => {
    const [desk, other] = [await openDesk(), await openDesk()];
    const broadcast = newCreator();
    const live = await goLive(redis, broadcast);
    const [recordings, desks] = [createRecordingStore(redis.client), createDeskStore(redis.client)];
    for (const { deskId } of [desk, other]) await recordings.hold(deskId as DeskId, live.sessionId, broadcast);
    const [{ recordingId = "" } = {}] = await recordings.ofDesk(desk.deskId as DeskId);
    await live.append(itemsOf({ broadcast, fromMs: FIRST_MS, minutes: 2, people: { a: { asks: "what brush is that?" } } }));
    const { facts } = await reportOf(desk, recordingId);
    const questionId = facts.questions[0]?.id ?? "";
    expect(questionId).not.toBe("");
    const answer = { type: "answerQuestion", questionId, session: live.sessionId } as const;
    await desks.change(desk.deskId as DeskId, answer);
    await desks.change(desk.deskId as DeskId, {
      type: "ignoreQuestion",
      questionId: "q_other",
      session: "ses_another1" as SessionId,
    });
    const { answers } = await reportOf(desk, recordingId);
    expect(answers).toEqual({ [questionId]: { status: "answered", atMs: expect.any(Number) } });

    await live.end();
    const kept = createKeptAnswersStore(redis.client);
    await kept.keep(recordingId as RecordingId);
    await redis.client.del(keys.answers(desk.deskId as DeskId));
    expect((await reportOf(desk, recordingId)).answers).toEqual(answers);
    expect((await reportOf(other, recordingId)).answers).toEqual({});
    // They go with the recording.
    await recordings.release(desk.deskId as DeskId, recordingId as RecordingId);
    expect(await kept.read(desk.deskId as DeskId, recordingId as RecordingId)).toEqual({});
  });
});

describe("what a desk notes of viewers", () => {
  const note = (desk: Desk, userId: string, body: object) =>
    ask(`viewers/${userId}`, desk, { method: "PUT", body: JSON.stringify(body) });
  const read = async (desk: Desk, userId: string) => (await (await ask(`viewers/${userId}`, desk)).json()) as unknown;

  it("is read with the viewer and among regulars, by this desk alone, until it is removed", async () => {
    const [desk, stranger] = [await openDesk(), await openDesk()];
    const broadcast = newCreator();
    const made = [0, 1].map((n) => ({ broadcast, fromMs: FIRST_MS + n * DAY_MS, minutes: 5, people: { a: { chats: 1 } } }));
    for (const one of made) await hold(desk, await record(blob, one), one);
    for (const one of [desk, stranger]) await watch(one, broadcast.handle);
    expect((await regularsOf(desk)).regulars).toHaveLength(1);
    const written = await note(desk, "a", { note: " likes\u0007 gold ", tags: ["vip", "", "vip", "painter"] });
    expect([written.status, await written.json()]).toEqual([200, { note: "likes  gold", tags: ["vip", "painter"] }]);
    expect(await read(desk, "a")).toMatchObject({ broadcasts: 2, note: "likes  gold", tags: ["vip", "painter"] });
    expect((await regularsOf(desk)).regulars[0]).toMatchObject({ note: "likes  gold" });
    expect(await read(stranger, "a")).not.toHaveProperty("note");
    // Of somebody who never did anything too.
    await note(desk, "quiet", { tags: ["friend"] });
    expect(await read(desk, "quiet")).toMatchObject({ broadcasts: 0, note: "", tags: ["friend"] });
    await note(desk, "a", {});
    expect(await read(desk, "a")).not.toHaveProperty("note");
    const facts = await createLogStore(redis.client).readBack(desk.deskId as DeskId, { entries: 10 });
    expect(facts.filter(({ data }) => data.includes('"dataChanged"') && data.includes('"viewers"'))).toHaveLength(3);
  });

  it("is refused when it is malformed, of another desk, or more than there is room for, and what was there stays", async () => {
    const [desk, stranger] = [await openDesk(), await openDesk()];
    await watch(desk, newCreator().handle);
    await note(desk, "a", { note: "first" });
    const refused = async (response: Promise<Response>) => {
      const { status } = await response;
      const { code } = problemSchema.parse(await (await response).json());
      return [status, code];
    };
    expect(await refused(note(desk, "a", { note: "x".repeat(501) }))).toEqual([400, "BAD_MESSAGE"]);
    expect(await refused(note(desk, "a", { tags: Array.from({ length: 9 }, (_, n) => `t${n}`) }))).toEqual([400, "BAD_MESSAGE"]);
    expect(await refused(note(desk, "a", { notes: "typo" }))).toEqual([400, "BAD_MESSAGE"]);
    expect(await refused(note(desk, "a%20b", { note: "x" }))).toEqual([400, "BAD_MESSAGE"]);
    expect(await refused(note({ ...desk, token: stranger.token }, "a", { note: "stolen" }))).toEqual([403, "FORBIDDEN"]);
    const many = Array.from({ length: 1_999 }, (_, n) => [`v${n}`, "{}"]);
    await redis.client.hset(keys.viewerNotes(desk.deskId as DeskId), ...many.flat());
    expect(await refused(note(desk, "one-more", { note: "x" }))).toEqual([409, "LIBRARY_FULL"]);
    expect((await note(desk, "a", { note: "second" })).status).toBe(200);
    expect(await read(desk, "a")).toMatchObject({ note: "second" });
    // They go with the desk.
    await ask("", desk, { method: "DELETE" });
    expect(await redis.client.pttl(keys.viewerNotes(desk.deskId as DeskId))).toBeGreaterThan(0);
  });
});

describe("the regulars of a desk", () => {
  it("are those who came to several broadcasts that it holds, and of each viewer it knows where", async () => {
    const desk = await openDesk();
    const broadcast = newCreator();
    expect((await ask("regulars", desk)).status).toBe(404);
    await watch(desk, broadcast.handle);
    expect(await regularsOf(desk)).toEqual({ handle: broadcast.handle, broadcasts: 0, regulars: [] });
    const people: MadeBroadcast["people"][] = [
      { often: { chats: 2, diamonds: 10 }, twice: { chats: 1, diamonds: 500 }, once: { chats: 9 } },
      { often: { asks: "what is this?" }, twice: { chats: 1 } },
      { often: { chats: 1 } },
    ];
    const made = people.map(
      (some, n): MadeBroadcast => ({ broadcast, fromMs: FIRST_MS + n * DAY_MS, minutes: 10, people: some }),
    );
    const ids: string[] = [];
    for (const one of made) {
      const id = await record(blob, one);
      ids.push(id);
      await hold(desk, id, one);
    }
    const { broadcasts, regulars } = await regularsOf(desk);
    expect(broadcasts).toBe(3);
    const short = regulars.map(({ user, broadcasts, chats, diamonds, questions }) => [
      user.id,
      broadcasts,
      chats,
      diamonds,
      questions,
    ]);
    expect(short).toEqual([
      ["often", 3, 4, 10, 1],
      ["twice", 2, 2, 500, 0],
    ]);
    const viewer = (await (await ask("viewers/often", desk)).json()) as { recordings: { recordingId: string }[] };
    expect(viewer).toMatchObject({ ...regulars[0], user: { id: "often" } });
    expect(viewer.recordings.map(({ recordingId }) => recordingId)).toEqual([ids[2], ids[1], ids[0]]);
    expect(await (await ask("viewers/nobody", desk)).json()).toMatchObject({ broadcasts: 0, recordings: [] });

    // What is deleted no longer counts.
    await remove(desk, ids[1]);
    expect((await regularsOf(desk)).regulars.map(({ user, broadcasts }) => [user.id, broadcasts])).toEqual([["often", 2]]);
    expect(await (await ask("viewers/twice", desk)).json()).toMatchObject({ broadcasts: 1, diamonds: 500 });
  });

  it("are nothing that another desk is told, though it watches the same creator", async () => {
    const [desk, stranger] = [await openDesk(), await openDesk()];
    const broadcast = newCreator();
    const made = [0, 1].map((n) => ({ broadcast, fromMs: FIRST_MS + n * DAY_MS, minutes: 5, people: { a: { chats: 1 } } }));
    for (const one of made) await hold(desk, await record(blob, one), one);
    for (const one of [desk, stranger]) await watch(one, broadcast.handle);
    expect((await regularsOf(desk)).regulars).toHaveLength(1);
    expect(await regularsOf(stranger)).toMatchObject({ broadcasts: 0, regulars: [] });
    expect(await (await ask("viewers/a", stranger)).json()).toMatchObject({ broadcasts: 0, recordings: [] });
    const stolen = { ...desk, token: stranger.token };
    expect((await ask("regulars", stolen)).status).toBe(403);
    expect((await ask("viewers/a", stolen)).status).toBe(403);
  });
});
