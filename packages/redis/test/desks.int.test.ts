import type { DeskFact, DeskState } from "@frontrow/protocol/desk";
import { afterFact } from "@frontrow/protocol/desk-state";
import { itemsOf } from "@frontrow/protocol/entry";
import { creatorIdOf, type DeskId, type WorkerId } from "@frontrow/protocol/ids";
import type { RecordingId } from "@frontrow/protocol/recording";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { seededRandom } from "@frontrow/testkit/random";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRedis, type RedisConnection } from "../src/client/client.ts";
import { keys } from "../src/keys.ts";
import { createLogStore, type LogStore } from "../src/log/log.ts";
import type { RedisServer } from "../src/server/server.ts";
import { applyWatchNotes } from "../src/stores/desk-watches.ts";
import { type CommandKey, createDeskStore, type DeskStore } from "../src/stores/desks.ts";
import { createWantedIndex, shardOf } from "../src/stores/wanted-index.ts";
import { createWatcherStore } from "../src/stores/watchers.ts";

const alice = { type: "watch", creatorId: creatorIdOf("alice"), handle: "alice" } as const;
const bob = { type: "watch", creatorId: creatorIdOf("bob"), handle: "bob" } as const;
const here = "wkr_here" as WorkerId;
const there = "wkr_there" as WorkerId;

describe("desks", () => {
  let server: RedisServer;
  let redis: RedisConnection;
  let desks: DeskStore;
  let logs: LogStore;
  let made = 0;

  beforeAll(async () => {
    server = await startTestRedis();
    redis = createRedis(server.url, quietLogger);
    desks = createDeskStore(redis.client);
    logs = createLogStore(redis.client);
  });
  afterAll(async () => {
    await redis.stop();
    await server.stop();
  });

  const openDesk = async (): Promise<DeskId> => {
    made += 1;
    const deskId = `dsk_${String(made).padStart(24, "0")}` as DeskId;
    await desks.open({ deskId, tokenDigest: "digest", language: "en" });
    return deskId;
  };
  const facts = async (deskId: DeskId): Promise<DeskFact[]> => {
    const entries = await logs.readBack(deskId, { entries: 100 });
    return entries.reverse().flatMap((entry) => itemsOf({ kind: "desk", data: entry.data }));
  };
  const applyNotes = (deskId: DeskId) =>
    applyWatchNotes({ desks, watchers: createWatcherStore(redis.client), wanted: createWantedIndex(redis.client) }, deskId);

  it("tells that data changed, each time, and remembers its members' commands all the same", async () => {
    const deskId = await openDesk();
    const command = { id: "c1", actor: "member" };
    await desks.change(deskId, { type: "setLanguage", language: "fr" }, command);
    const change = { type: "dataChanged", data: "exports", recordingId: "ses_aaaaaaaa-1" as RecordingId } as const;
    for (let n = 0; n < 40; n++) expect((await desks.change(deskId, change)).outcome).toBe("applied");
    const told = (await facts(deskId)).filter(({ type }) => type === "dataChanged");
    expect(told).toHaveLength(40);
    expect(told[0]).toMatchObject({ data: "exports", recordingId: "ses_aaaaaaaa-1" });
    expect((await desks.change(deskId, { type: "setLanguage", language: "fr" }, command)).repeated).toBe(true);
    expect((await desks.change("dsk_none" as DeskId, change)).outcome).toBe("absent");
  });

  it("opens a desk once, and keeps it from another token", async () => {
    const deskId = await openDesk();
    expect(await desks.open({ deskId, tokenDigest: "digest", language: "fr" })).toBe("opened");
    expect(await desks.open({ deskId, tokenDigest: "another", language: "en" })).toBe("taken");
    expect(await desks.read(deskId)).toMatchObject({
      tokenDigest: "digest",
      state: { mode: "LIVE", language: "en", generation: 0 },
      joins: 0,
    });
    expect((await facts(deskId)).map((fact) => fact.type)).toEqual(["opened"]);
  });

  it("appends a fact with each change, and none when nothing changes", async () => {
    const deskId = await openDesk();
    expect(await desks.change(deskId, alice)).toEqual({ outcome: "applied", generation: 1 });
    expect(await desks.change(deskId, alice)).toEqual({ outcome: "unchanged", generation: 1 });
    expect(await desks.change(deskId, bob)).toEqual({ outcome: "applied", generation: 2 });
    expect(await desks.change(deskId, { type: "unwatch" })).toEqual({ outcome: "applied", generation: 3 });
    expect(await desks.change(deskId, { type: "unwatch" })).toEqual({ outcome: "unchanged", generation: 3 });
    await desks.change(deskId, { type: "setLanguage", language: "de" });
    expect(await facts(deskId)).toMatchObject([
      { type: "opened" },
      { type: "watched", handle: "alice", generation: 1 },
      { type: "watched", handle: "bob", generation: 2 },
      { type: "unwatched", handle: "bob", generation: 3, reason: "command" },
      { type: "languageSet", language: "de" },
    ]);
  });

  it("answers a repeated command as the first time, and does it once", async () => {
    const deskId = await openDesk();
    const first = await desks.change(deskId, alice, "c1");
    await desks.change(deskId, bob, "c2");
    expect(await desks.change(deskId, alice, "c1")).toEqual({ ...first, repeated: true });
    expect((await desks.read(deskId))?.state.handle).toBe("bob");
    expect((await facts(deskId)).slice(1)).toMatchObject([{ commandId: "c1" }, { commandId: "c2" }]);
  });

  it("takes an id from another member, or for something else, for another command", async () => {
    const deskId = await openDesk();
    const [ann, ben] = ["ann", "ben"].map((actor) => ({ id: "1", actor })) as [CommandKey, CommandKey];
    const first = await desks.change(deskId, alice, ann);
    expect(await desks.change(deskId, bob, ben)).toEqual({ outcome: "applied", generation: 2 });
    expect(await desks.change(deskId, alice, ben)).toEqual({ outcome: "applied", generation: 3 });
    expect(await desks.change(deskId, bob, ann)).toEqual({ outcome: "applied", generation: 4 });
    expect(await desks.change(deskId, alice, ann)).toEqual({ ...first, repeated: true });
    // Whoever comes back is not known by its socket any more.
    expect(await desks.change(deskId, alice, { id: "1", actor: undefined })).toEqual({ ...first, repeated: true });
  });

  it("knows the commands of a desk from before there were actors", async () => {
    const deskId = await openDesk();
    await redis.client.hset(keys.desk(deskId), "recent", JSON.stringify([["c1", "applied", "1"]]));
    const repeated = { outcome: "applied", generation: 1, repeated: true };
    expect(await desks.change(deskId, alice, { id: "c1", actor: "ann" })).toEqual(repeated);
    expect(await desks.change(deskId, alice, { id: "c2", actor: "ann" })).toEqual({ outcome: "applied", generation: 1 });
  });

  it("keeps what was answered and ignored, and tells the members and nobody else", async () => {
    const deskId = await openDesk();
    const bystander = await openDesk();
    const markQuestion = (type: "answerQuestion" | "ignoreQuestion" | "reopenQuestion", questionId: string) =>
      desks.change(deskId, { type, questionId });
    const answered = await markQuestion("answerQuestion", "q:1");
    expect(answered).toEqual({ outcome: "applied", generation: 0, answer: { status: "answered", atMs: expect.any(Number) } });
    expect(await markQuestion("answerQuestion", "q:1")).toEqual({ ...answered, outcome: "unchanged" });
    expect((await markQuestion("ignoreQuestion", "q:2")).outcome).toBe("applied");
    expect((await markQuestion("ignoreQuestion", "q:1")).answer?.status).toBe("ignored");
    expect(await markQuestion("reopenQuestion", "q:2")).toEqual({ outcome: "applied", generation: 0 });
    expect(await markQuestion("reopenQuestion", "q:2")).toEqual({ outcome: "unchanged", generation: 0 });
    const told = await facts(deskId);
    expect(told.slice(1)).toMatchObject([
      { type: "questionAnswered", questionId: "q:1", atMs: answered.answer?.atMs },
      { type: "questionIgnored", questionId: "q:2" },
      { type: "questionIgnored", questionId: "q:1" },
      { type: "questionReopened", questionId: "q:2" },
    ]);
    expect(await desks.read(deskId)).toMatchObject({
      state: { answers: { "q:1": { status: "ignored", atMs: told[3]?.atMs } } },
    });
    expect((await desks.read(bystander))?.state).not.toHaveProperty("answers");
    expect(await facts(bystander)).toHaveLength(1);
  });

  it("holds of its state exactly what its facts say", async () => {
    const deskId = await openDesk();
    const before = (await desks.read(deskId))?.state as DeskState;
    const random = seededRandom(4711);
    const types = ["answerQuestion", "ignoreQuestion", "reopenQuestion"] as const;
    for (let n = 0; n < 120; n++) {
      const type = types[Math.floor(random() * types.length)] as (typeof types)[number];
      await desks.change(deskId, { type, questionId: `q${Math.floor(random() * 9)}` });
      if (n % 20 === 0) await desks.change(deskId, n % 40 ? alice : bob);
      if (n % 30 === 0) await desks.change(deskId, { type: "setCoach", usesModel: n % 60 === 0 });
    }
    await desks.change(deskId, { type: "setCoach", usesModel: true });
    const all = await logs.readBack(deskId, { entries: 1000 });
    const told = all.reverse().flatMap((entry) => itemsOf({ kind: "desk", data: entry.data }));
    expect((await desks.read(deskId))?.state).toEqual(told.reduce(afterFact, before));
  });

  it("answers a question once for a command that is sent again, and says how it stands now", async () => {
    const deskId = await openDesk();
    const answer = { type: "answerQuestion", questionId: "q1" } as const;
    const first = await desks.change(deskId, answer, "c1");
    expect(await desks.change(deskId, answer, "c1")).toEqual({ ...first, repeated: true });
    await desks.change(deskId, { type: "reopenQuestion", questionId: "q1" }, "c2");
    expect(await desks.change(deskId, answer, "c1")).toEqual({ outcome: "applied", generation: 0, repeated: true });
    expect(await facts(deskId)).toHaveLength(3);
  });

  it("keeps the last 500 answers", async () => {
    const deskId = await openDesk();
    // The answers of a long life, an hour old and older: one is the oldest, whatever order a hash has.
    const long = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`old${n}`, `ignored:${1_000 + ((n * 7) % 500)}`]));
    await redis.client.hset(keys.answers(deskId), long);
    await desks.change(deskId, { type: "answerQuestion", questionId: "new" });
    const { answers = {} } = (await desks.read(deskId))?.state ?? {};
    expect(Object.keys(answers)).toHaveLength(500);
    expect(answers).not.toHaveProperty("old0");
    expect(answers["new"]).toMatchObject({ status: "answered" });
    // One that is answered anew takes no place of another.
    await desks.change(deskId, { type: "answerQuestion", questionId: "old1" });
    expect(Object.keys((await desks.read(deskId))?.state.answers ?? {})).toHaveLength(500);
  });

  it("lets a language model word prompts, or not, and passes its words on", async () => {
    const deskId = await openDesk();
    expect((await desks.read(deskId))?.state).not.toHaveProperty("usesModel");
    expect((await desks.change(deskId, { type: "setCoach", usesModel: false })).outcome).toBe("unchanged");
    expect((await desks.change(deskId, { type: "setCoach", usesModel: true })).outcome).toBe("applied");
    expect((await desks.change(deskId, { type: "setCoach", usesModel: true })).outcome).toBe("unchanged");
    expect((await desks.read(deskId))?.state.usesModel).toBe(true);
    const words = { type: "wordPrompt", promptId: "p1", text: 'Dis "merci" à Zoé 🌹', language: "fr" } as const;
    await desks.change(deskId, words, "job1");
    expect(await desks.change(deskId, words, "job1")).toMatchObject({ outcome: "applied", repeated: true });
    await desks.change(deskId, { type: "setCoach", usesModel: false });
    expect((await desks.read(deskId))?.state).not.toHaveProperty("usesModel");
    expect((await facts(deskId)).slice(1)).toMatchObject([
      { type: "coachSet", usesModel: true },
      { type: "promptWorded", promptId: "p1", text: words.text, language: "fr", commandId: "job1" },
      { type: "coachSet", usesModel: false },
    ]);
  });

  it("has the answers for as long as the desk", async () => {
    const deskId = await openDesk();
    const lifetimes = () => Promise.all([keys.desk(deskId), keys.answers(deskId)].map((key) => redis.client.pttl(key)));
    await desks.present(deskId, here, 1);
    await desks.change(deskId, { type: "answerQuestion", questionId: "q1" });
    expect(await lifetimes()).toEqual([-1, -1]);
    await desks.present(deskId, here, 0);
    expect(Math.min(...(await lifetimes()))).toBeGreaterThan(23 * 3_600_000);
    // A desk that was opened before there were answers.
    await redis.client.del(keys.answers(deskId));
    await desks.change(deskId, { type: "answerQuestion", questionId: "q1" });
    expect(Math.min(...(await lifetimes()))).toBeGreaterThan(23 * 3_600_000);
    await redis.client.persist(keys.answers(deskId));
    await desks.change(deskId, { type: "close" });
    expect(Math.min(...(await lifetimes()))).toBeGreaterThan(23 * 3_600_000);
    expect((await desks.change(deskId, { type: "answerQuestion", questionId: "q1" })).outcome).toBe("absent");
  });

  it("remembers a bounded number of commands", async () => {
    const deskId = await openDesk();
    for (let n = 0; n < 40; n++) await desks.change(deskId, n % 2 ? alice : bob, `c${n}`);
    const recent = await redis.client.hget(keys.desk(deskId), "recent");
    expect(JSON.parse(recent ?? "[]")).toHaveLength(32);
  });

  it("attaches and detaches as the desk's notes say, at any repetition", async () => {
    const watchers = createWatcherStore(redis.client);
    const deskId = await openDesk();
    await desks.change(deskId, alice);
    expect(await applyNotes(deskId)).toEqual(["cr_alice"]);
    expect(await watchers.read(creatorIdOf("alice"))).toEqual(new Map([[deskId, 1]]));
    await desks.change(deskId, bob);
    expect(await applyNotes(deskId)).toEqual(["cr_bob"]);
    expect(await applyNotes(deskId)).toEqual([]);
    expect(await watchers.count(creatorIdOf("alice"))).toBe(0);
    expect(await watchers.read(creatorIdOf("bob"))).toEqual(new Map([[deskId, 2]]));
    const index = createWantedIndex(redis.client);
    expect(await index.size("ingest", shardOf("cr_bob"))).toBeGreaterThan(0);
  });

  it("does not let a late attach bring an ended watch back", async () => {
    const watchers = createWatcherStore(redis.client);
    const deskId = await openDesk();
    const carol = { type: "watch", creatorId: creatorIdOf("carol"), handle: "carol" } as const;
    await desks.change(deskId, carol);
    // Between reading the note and carrying it out, another gateway ends the watch and carries that out.
    const late = {
      ...desks,
      notes: async (id: DeskId) => {
        const notes = await desks.notes(id);
        await desks.change(id, { type: "unwatch" });
        await applyNotes(id);
        return notes;
      },
    };
    const deps = { desks: late, watchers, wanted: createWantedIndex(redis.client) };
    expect(await applyWatchNotes(deps, deskId)).toEqual([]);
    expect(await watchers.count(creatorIdOf("carol"))).toBe(0);
  });

  it("reaps a desk that nobody is at, and says so to whoever comes back", async () => {
    const deskId = await openDesk();
    await desks.change(deskId, alice);
    await desks.present(deskId, here, 1);
    await desks.present(deskId, here, 0);
    const joins = (await desks.read(deskId))?.joins ?? -1;
    expect(await desks.change(deskId, { type: "reap", joins, dead: [] })).toEqual({ outcome: "applied", generation: 2 });
    expect(await desks.change(deskId, { type: "reap", joins, dead: [] })).toEqual({ outcome: "unchanged", generation: 2 });
    expect(await desks.read(deskId)).toMatchObject({ rested: "alice", state: { generation: 2 } });
    expect((await desks.read(deskId))?.state.creatorId).toBeUndefined();
    expect((await facts(deskId)).at(-1)).toMatchObject({ type: "unwatched", reason: "reaped", handle: "alice" });
  });

  it("does not reap a desk that somebody joined in the same moment, or visited meanwhile", async () => {
    const deskId = await openDesk();
    await desks.change(deskId, alice);
    const joins = (await desks.read(deskId))?.joins ?? -1;
    await desks.present(deskId, here, 1);
    expect((await desks.change(deskId, { type: "reap", joins, dead: [] })).outcome).toBe("occupied");
    await desks.present(deskId, here, 0);
    expect((await desks.change(deskId, { type: "reap", joins, dead: [] })).outcome).toBe("occupied");
  });

  it("counts a dead gateway's sockets as gone, and those of a living one as there", async () => {
    const deskId = await openDesk();
    await desks.change(deskId, alice);
    await desks.present(deskId, here, 1);
    await desks.present(deskId, there, 2);
    const joins = (await desks.read(deskId))?.joins ?? -1;
    expect((await desks.change(deskId, { type: "reap", joins, dead: [there] })).outcome).toBe("occupied");
    expect(await desks.gateways(deskId)).toEqual([here]);
    expect((await desks.change(deskId, { type: "reap", joins, dead: [here] })).outcome).toBe("applied");
  });

  it("keeps a desk for as long as somebody is there, and a day longer", async () => {
    const deskId = await openDesk();
    const lifetime = () => redis.client.pttl(keys.desk(deskId));
    expect(await lifetime()).toBeGreaterThan(23 * 3_600_000);
    await desks.present(deskId, here, 1);
    expect(await lifetime()).toBe(-1);
    await desks.present(deskId, here, 0);
    expect(await lifetime()).toBeGreaterThan(23 * 3_600_000);
  });

  it("closes a desk for good, and still knows whom to detach from", async () => {
    const deskId = await openDesk();
    await desks.change(deskId, alice);
    await applyNotes(deskId);
    await desks.change(deskId, { type: "close" });
    expect(await desks.read(deskId)).toBeUndefined();
    expect(await desks.present(deskId, here, 1)).toBe("absent");
    expect((await desks.change(deskId, bob)).outcome).toBe("absent");
    expect(await desks.notes(deskId)).toEqual([{ creatorId: "cr_alice", action: "detach", generation: 1 }]);
    await applyNotes(deskId);
    expect(await createWatcherStore(redis.client).read(creatorIdOf("alice"))).not.toContain(deskId);
  });

  it("keeps a language, once", async () => {
    const deskId = await openDesk();
    expect(await desks.change(deskId, { type: "setLanguage", language: "de" })).toEqual({ outcome: "applied", generation: 0 });
    expect(await desks.change(deskId, { type: "setLanguage", language: "de" })).toEqual({ outcome: "unchanged", generation: 0 });
    expect((await desks.read(deskId))?.state.language).toBe("de");
    expect((await facts(deskId)).map(({ type }) => type)).toEqual(["opened", "languageSet"]);
  });

  it("notes a watch anew when it is asked for again, in case the first note's work got lost", async () => {
    const deskId = await openDesk();
    await desks.change(deskId, alice);
    await applyNotes(deskId);
    expect(await desks.notes(deskId)).toEqual([]);
    expect((await desks.change(deskId, alice)).outcome).toBe("unchanged");
    expect(await desks.notes(deskId)).toEqual([{ creatorId: alice.creatorId, action: "attach", generation: 1 }]);
  });

  it("forgets whom it rested from once somebody watches or unwatches, and expires when it is reaped", async () => {
    for (const change of [bob, { type: "unwatch" }] as const) {
      const deskId = await openDesk();
      await desks.change(deskId, alice);
      await redis.client.persist(keys.desk(deskId));
      await desks.change(deskId, { type: "reap", joins: 0, dead: [] });
      expect((await desks.read(deskId))?.rested).toBe("alice");
      expect(await redis.client.pttl(keys.desk(deskId))).toBeGreaterThan(0);
      await desks.change(deskId, change);
      expect((await desks.read(deskId))?.rested).toBeUndefined();
    }
  });

  it("says that it is closed though it watched nobody", async () => {
    const deskId = await openDesk();
    await desks.change(deskId, { type: "close" });
    expect((await facts(deskId)).slice(1)).toMatchObject([{ type: "unwatched", generation: 0, reason: "closed" }]);
  });
});
