import { setTimeout as pause } from "node:timers/promises";
import { type Position, startOf } from "@frontrow/protocol/entry";
import type { CreatorId, DeskId, SessionId, WorkerId } from "@frontrow/protocol/ids";
import type { RecordingId } from "@frontrow/protocol/recording";
import { type ClusterNode, startTestCluster, type TestCluster } from "@frontrow/testkit/cluster";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keys } from "../src/keys.ts";
import { recordOf, type Writer } from "../src/log/log.ts";
import { createDeskStore } from "../src/stores/desks.ts";
import { createKeyframeStore } from "../src/stores/keyframes.ts";
import { createMetricsStore } from "../src/stores/metrics.ts";
import { createOwnerRecords } from "../src/stores/owners.ts";
import { createReplayStore } from "../src/stores/replays.ts";
import { appendAll, dataOf, type Kit, newSessionId, numbered, openKit, openSession, record } from "./fixture.ts";

/** Far less than the time from one sweep of the kit's reader to the next: what is there by then was pushed. */
const PUSHED_WITHIN_MS = 4_000;

let cluster: TestCluster;
let kit: Kit;
beforeAll(async () => {
  cluster = await startTestCluster();
  kit = await openKit(cluster.url);
});
afterAll(async () => {
  await kit.stop();
  await cluster.stop();
});

async function sessionOn(node: ClusterNode) {
  for (;;) {
    const id = newSessionId();
    if ((await cluster.primaryOf(keys.log(id))) === node) return openSession(kit, id);
  }
}

const primaryOf = (log: SessionId) => cluster.primaryOf(keys.log(log));
async function primaryWithReplica(): Promise<ClusterNode> {
  for (const id of [...Array(50)].map(newSessionId)) {
    const node = await primaryOf(id);
    if (
      await cluster.replicaOf(node).then(
        () => true,
        () => false,
      )
    )
      return node;
  }
  throw new Error("no primary has a replica");
}
const otherThan = async (node: ClusterNode) => {
  for (const id of [...Array(50)].map(newSessionId)) {
    const other = await primaryOf(id);
    if (other !== node) return other;
  }
  throw new Error("one primary only");
};

it("follows logs on every primary, each by its own connection", async () => {
  const sessions = await Promise.all(Array.from({ length: 30 }, () => openSession(kit)));
  const follows = sessions.map(({ log }) => record(kit.reader, startOf(log)));
  await Promise.all(follows.map(({ follow }) => follow.caughtUp));
  await Promise.all(sessions.map(({ log, writer }) => appendAll(kit.store, log, writer, 1, 10)));
  await eventually(() => {
    for (const { seen } of follows) expect(seen).toEqual(dataOf(1, 10));
  });
  for (const { follow } of follows) follow.close();
});

it("subscribes again at a primary that ended the connection, each time", async () => {
  const channel = keys.log(newSessionId());
  const heard: string[] = [];
  const onMessage = (message: string) => heard.push(message);
  const unsubscribe = await kit.subscriber.subscribe(channel, { onMessage, onReset: () => heard.push("reset") });
  const primary = await cluster.primaryOf(channel);
  for (const message of ["a", "b"]) {
    heard.length = 0;
    await primary.admin.call("CLIENT", "KILL", "TYPE", "pubsub");
    await eventually(() => expect(heard).toEqual(["reset"]));
    await kit.redis.client.spublish(channel, message);
    await eventually(() => expect(heard).toEqual(["reset", message]));
  }
  unsubscribe();
});

describe("while a slot migrates", () => {
  it("appends and follows go on, there and back", async () => {
    const { log, writer } = await openSession(kit);
    const { seen, follow } = record(kit.reader, startOf(log));
    await follow.caughtUp;
    let last = 0;
    let done = false;
    const writing = (async () => {
      while (!done) {
        last += 1;
        await appendAll(kit.store, log, writer, last, last);
        await pause(3);
      }
    })();
    const home = await primaryOf(log);
    const away = await otherThan(home);
    for (const to of [away, home, away]) {
      await cluster.migrateSlot(cluster.slotOf(keys.log(log)), to, { halfWay: () => pause(60), moved: () => pause(60) });
      await pause(100);
    }
    done = true;
    await writing;
    await eventually(() => expect(seen).toEqual(dataOf(1, last)));
    // And by pushes again, not by chance of a range read.
    const before = last;
    for (let n = before + 1; n <= before + 3; n += 1) {
      await appendAll(kit.store, log, writer, n, n);
      await eventually(() => expect(seen.at(-1)).toBe(`[${n}]`), PUSHED_WITHIN_MS);
    }
    follow.close();
  });

  it("every script of a session is served where its keys are, as all of them exist", async () => {
    const { log, writer } = await openSession(kit);
    const folder: Writer = { role: "analytics", nonce: "fold", fence: 1 };
    await kit.redis.client.hset(keys.owner(log, "analytics"), { writer: recordOf(folder), sequence: 0, reply: "" });
    const metrics = createMetricsStore(kit.redis.client);
    const keyframes = createKeyframeStore(kit.redis.client);
    const to = await otherThan(await primaryOf(log));
    await cluster.migrateSlot(cluster.slotOf(keys.log(log)), to, {
      async moved() {
        const appended = await kit.store.append(numbered(log, writer, 1));
        expect(appended.outcome).toBe("appended");
        const upTo = (await kit.store.tail(log)) as Position;
        const insights = { sequence: 1, epoch: 1, items: [] };
        const checkpoint = { sessionId: log, writer: folder, after: "0-0", upTo, changed: { chats: 1 }, insights };
        expect(await metrics.checkpoint(checkpoint)).toMatchObject({ outcome: "applied" });
        const keyframe = { sessionId: log, writer: folder, position: upTo, foldVersion: 1, slices: [Uint8Array.of(1)] };
        expect(await keyframes.write(keyframe)).toBe("applied");
        expect(await kit.store.readAfter(startOf(log))).toMatchObject({ outcome: "ok", entries: [{}, {}] });
      },
    });
    expect((await metrics.read(log))?.metrics.chats).toBe(1);
    expect((await keyframes.read(log))?.foldVersion).toBe(1);
  });

  it("so is every script of a desk with a member", async () => {
    const desks = createDeskStore(kit.redis.client);
    const deskId = "dsk_00000000000000000000migr" as DeskId;
    await desks.open({ deskId, tokenDigest: "digest", language: "en" });
    const gateway = "wkr_test" as WorkerId;
    await desks.present(deskId, gateway, 1);
    const to = await otherThan(await cluster.primaryOf(keys.desk(deskId)));
    await cluster.migrateSlot(cluster.slotOf(keys.desk(deskId)), to, {
      async moved() {
        const answered = await desks.change(deskId, { type: "answerQuestion", questionId: "q1" });
        expect(answered).toMatchObject({ outcome: "applied", answer: { status: "answered" } });
        expect((await desks.change(deskId, { type: "setCoach", usesModel: true })).outcome).toBe("applied");
        expect(await desks.present(deskId, gateway, 2)).toBe("joined");
      },
    });
    expect((await desks.read(deskId))?.state).toMatchObject({ answers: { q1: { status: "answered" } }, usesModel: true });
  });

  it("so is every script of a replay", async () => {
    const replays = createReplayStore(kit.redis.client);
    const sessionId = newSessionId();
    const deskId = "dsk_00000000000000000000migr" as DeskId;
    const recordingId = "ses_abcdefgh-1" as RecordingId;
    const creatorId = "cr_alice" as CreatorId;
    await replays.open({ sessionId, deskId, recordingId, creatorId, roomId: "room", obeyed: startOf(deskId) });
    const claim = { id: sessionId, role: "replay", expected: "", worker: "wkr_test" as WorkerId, nonce: "nonce" } as const;
    const to = await otherThan(await primaryOf(sessionId));
    await cluster.migrateSlot(cluster.slotOf(keys.log(sessionId)), to, {
      async moved() {
        const claimed = await createOwnerRecords(kit.redis.client).claim(claim);
        if (claimed.outcome !== "claimed") throw new Error(claimed.outcome);
        const record = (await replays.read(sessionId))?.record;
        if (!record) throw new Error("no replay");
        const step = { sessionId, writer: claimed.writer, epoch: 1, entries: [], fields: {}, record };
        expect(await replays.play({ ...step, sequence: 1 })).toBe("applied");
        expect(await replays.seek({ ...step, sequence: 2, record: { ...record, epoch: 2 } })).toBe("applied");
        await replays.touch(sessionId);
      },
    });
    expect((await replays.read(sessionId))?.record.epoch).toBe(2);
  });

  it("a sweep finds what the new node could not push yet", async () => {
    const sweeping = await openKit(cluster.url, { sweepMs: 500 });
    const { log, writer } = await openSession(sweeping);
    const { seen, follow } = record(sweeping.reader, startOf(log));
    await follow.caughtUp;
    await cluster.migrateSlot(cluster.slotOf(keys.log(log)), await otherThan(await primaryOf(log)), {
      async moved() {
        await appendAll(sweeping.store, log, writer, 1, 2);
        await eventually(() => expect(seen).toEqual(dataOf(1, 2)), 3000);
      },
    });
    follow.close();
    await sweeping.stop();
  });
});

describe("when a primary dies", () => {
  it("logs on the others are pushed on, and its own are continued by its replica", async () => {
    const dying = await primaryOf(newSessionId());
    const [hit, spared] = [await sessionOn(dying), await sessionOn(await otherThan(dying))];
    const [of, ofSpared] = [record(kit.reader, startOf(hit.log)), record(kit.reader, startOf(spared.log))];
    await Promise.all([of.follow.caughtUp, ofSpared.follow.caughtUp]);
    await appendAll(kit.store, hit.log, hit.writer, 1, 3);
    await dying.admin.wait(1, 1000);
    const takeOver = cluster.failOver(dying);
    const writing = appendAll(kit.store, hit.log, hit.writer, 4, 6);
    for (let n = 1; n <= 5; n += 1) {
      await appendAll(kit.store, spared.log, spared.writer, n, n);
      await eventually(() => expect(ofSpared.seen).toEqual(dataOf(1, n)), PUSHED_WITHIN_MS);
      await pause(100);
    }
    await takeOver;
    await writing;
    await eventually(() => expect(of.seen).toEqual(dataOf(1, 6)));
    of.follow.close();
    ofSpared.follow.close();
  });

  it("with entries that its replica never got: their reader hears of it, and their writer sends them again", async () => {
    const dying = await primaryOf(newSessionId());
    const { log, writer } = await sessionOn(dying);
    await appendAll(kit.store, log, writer, 1, 5);
    await dying.admin.wait(1, 1000);
    const kept = (await kit.store.tail(log)) as Position;
    const ahead = record(kit.reader, startOf(log));
    await cluster.cutReplication(dying);
    await appendAll(kit.store, log, writer, 6, 9);
    await eventually(() => expect(ahead.seen).toEqual(dataOf(1, 9)));

    await cluster.failOver(dying);
    expect(await kit.store.append(numbered(log, writer, 10))).toEqual({ outcome: "missing", lastSequence: 5 });
    await eventually(() => expect(ahead.seen).toEqual([...dataOf(1, 9), "lost"]));
    await appendAll(kit.store, log, writer, 6, 10);

    const [whole, behind] = [record(kit.reader, startOf(log)), record(kit.reader, kept)];
    await Promise.all([whole.follow.caughtUp, behind.follow.caughtUp]);
    expect(whole.seen).toEqual(dataOf(1, 10));
    expect(behind.seen).toEqual(dataOf(6, 10));
    whole.follow.close();
    behind.follow.close();
  });

  it("and another that only slept wakes up replaced: what it took in its sleep is sent again, nothing is there twice", async () => {
    const asleep = await primaryWithReplica();
    const { log, writer } = await sessionOn(asleep);
    const { seen, follow } = record(kit.reader, startOf(log));
    await appendAll(kit.store, log, writer, 1, 3);
    await asleep.admin.wait(1, 1000);
    const replica = await cluster.replicaOf(asleep);
    asleep.pause();
    const writing = appendAll(kit.store, log, writer, 4, 20);
    await eventually(async () => expect(await replica.admin.info("replication")).toContain("role:master"));
    asleep.resume();
    await writing;
    const whole = record(kit.reader, startOf(log));
    await whole.follow.caughtUp;
    expect(whole.seen).toEqual(dataOf(1, 20));
    // Whoever heard what the sleeper took and lost is told; whoever did not goes on.
    await eventually(() => expect(["[20]", "lost"]).toContain(seen.at(-1)));
    const entries = seen.filter((one) => one !== "lost");
    expect(entries).toEqual(dataOf(1, entries.length));
    follow.close();
    whole.follow.close();
  });
});
