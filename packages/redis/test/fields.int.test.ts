import { documentNames } from "@frontrow/protocol/documents";
import { startOf } from "@frontrow/protocol/entry";
import type { CreatorId, DeskId, SessionId, WorkerId } from "@frontrow/protocol/ids";
import { metricNames } from "@frontrow/protocol/metrics";
import type { RecordingId } from "@frontrow/protocol/recording";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fields } from "../src/fields.ts";
import { keys } from "../src/keys.ts";
import { createCoachBudget } from "../src/stores/coach-budget.ts";
import { createCreatorStore } from "../src/stores/creators.ts";
import { applyWatchNotes } from "../src/stores/desk-watches.ts";
import { createDeskStore } from "../src/stores/desks.ts";
import { createExportStore } from "../src/stores/exports.ts";
import { createKeptAnswersStore } from "../src/stores/kept-answers.ts";
import { createKeyframeStore } from "../src/stores/keyframes.ts";
import { createLibraryStore } from "../src/stores/library.ts";
import { createMetricsStore } from "../src/stores/metrics.ts";
import { createOwnerRecords } from "../src/stores/owners.ts";
import { createGatewayHeartbeats } from "../src/stores/presence.ts";
import { createRecordingStore } from "../src/stores/recordings.ts";
import { createReplayStore } from "../src/stores/replays.ts";
import { createReportStore } from "../src/stores/reports.ts";
import { createRuleStore } from "../src/stores/rules.ts";
import { createSessionStore, sessionIdOf } from "../src/stores/sessions.ts";
import { createSignLedger } from "../src/stores/sign-ledger.ts";
import { createViewerNoteStore } from "../src/stores/viewer-notes.ts";
import { createWantedIndex } from "../src/stores/wanted-index.ts";
import { createWatcherStore } from "../src/stores/watchers.ts";
import { createWorkerStore } from "../src/stores/workers.ts";
import { type Kit, openKit } from "./fixture.ts";

let server: Awaited<ReturnType<typeof startTestRedis>>;
let kit: Kit;
/** Fields that were in a key of this kind at any moment. */
const written = new Map<string, Set<string>>();

beforeAll(async () => {
  server = await startTestRedis();
  kit = await openKit(server.url);
  await useEveryStore();
}, 30_000);
afterAll(async () => {
  await kit.stop();
  await server.stop();
});

const worker = "wkr_one" as WorkerId;
const creatorId = "cr_alice" as CreatorId;

/** Does with the stores what the services do, and notes after each step what is in Redis. */
async function useEveryStore(): Promise<void> {
  const { client } = kit.redis;
  const step = async (...operations: Promise<unknown>[]) => {
    await Promise.all(operations);
    await noteFields();
  };

  const owners = createOwnerRecords(client);
  const claim = async (nonce: string, expected: string) => {
    const outcome = await owners.claim({ id: creatorId, role: "ingest", expected, worker, nonce });
    if (outcome.outcome !== "claimed") throw new Error(outcome.outcome);
    return outcome.writer;
  };
  const early = await claim("early", "");
  await step(owners.release({ id: creatorId, role: "ingest", writer: early, backOffMs: 1 }));
  const writer = await claim("late", "").catch(() => claim("late", ""));

  const sessions = createSessionStore(client);
  const sessionId = sessionIdOf(creatorId, "room");
  await step(sessions.open({ sessionId, creatorId, roomId: "room", kind: "LIVE", writer, worker }));
  await step(kit.store.append({ log: sessionId, writer, epoch: 1, sequence: 1, kind: "events", data: "[]" }));
  const folder = await owners.claim({ id: sessionId, role: "analytics", expected: "", worker, nonce: "fold" });
  if (folder.outcome !== "claimed") throw new Error(folder.outcome);
  const position = (await kit.store.tail(sessionId)) ?? startOf(sessionId);
  const changed = {
    ...Object.fromEntries(metricNames.map((name) => [name, 1])),
    ...Object.fromEntries(documentNames.map((name) => [name, "{}"])),
  };
  await step(
    createMetricsStore(client).checkpoint({
      sessionId,
      writer: folder.writer,
      after: "0-0",
      upTo: position,
      changed,
      documentsAt: { ranking: { atMs: 1, id: position.id } },
      insights: { sequence: 1, epoch: 1, items: [] },
    }),
  );
  await step(
    createKeyframeStore(client).write({
      sessionId,
      writer: folder.writer,
      position,
      foldVersion: 1,
      slices: [new Uint8Array(3)],
    }),
  );
  await step(createCreatorStore(kit.redis, kit.subscriber, quietLogger).update({ creatorId, writer, change: { state: "live" } }));

  const recordings = createRecordingStore(client);
  const holder = "dsk_aaaaaaaaaaaaaaaaaaaaaaaa" as DeskId;
  const held = await recordings.hold(holder, sessionId, { handle: "alice", roomId: "room" });
  if (held.outcome !== "held") throw new Error(held.outcome);
  const library = createLibraryStore(client);
  await step(library.change(holder, held.recordingId, { type: "note", name: "a", isPinned: true, zeroMs: 1 }));
  await step(library.change(holder, held.recordingId, { type: "bookmark", bookmarkId: "b", atMs: 1, text: "" }));
  await step(library.delete(holder, held.recordingId));
  const nothing = { position: { epoch: 1, id: "0-0", stamp: "" }, items: 0, toMs: 0 };
  const upTo = { position, items: 1, toMs: 1 };
  await step(recordings.advance(sessionId, { key: "a", after: nothing, upTo, fromMs: 1, members: [] }));

  const wanted = createWantedIndex(client);
  const desks = createDeskStore(client);
  const watchers = createWatcherStore(client);
  const deskId = "dsk_aaaaaaaaaaaaaaaaaaaaaaaa" as DeskId;
  await step(wanted.add("desks", deskId));
  await step(desks.open({ deskId, tokenDigest: "digest", language: "en" }));
  await step(desks.present(deskId, worker, 2));
  await step(desks.change(deskId, { type: "watch", creatorId, handle: "alice" }, "c1"));
  await step(applyWatchNotes({ desks, watchers, wanted }, deskId));
  await step(desks.change(deskId, { type: "answerQuestion", questionId: "q1", session: sessionId }));
  await step(createKeptAnswersStore(client).keep(held.recordingId));
  await step(desks.change(deskId, { type: "setCoach", usesModel: true }));
  await step(desks.change(deskId, { type: "limitCoach", reason: "day", retryAtMs: 86_400_000 }));
  await step(desks.change(deskId, { type: "setLanguage", language: "de" }));
  const viewing = { session: "ses_replayreplay", recordingId: "ses_abcdefgh-1" };
  await step(desks.change(deskId, { type: "setMode", mode: "REPLAY", replay: viewing, reason: "command" }));
  await step(desks.change(deskId, { type: "setRecording", records: false }));
  await step(desks.present(deskId, worker, 0));
  await step(desks.change(deskId, { type: "reap", joins: 1, dead: [] }));

  const made = { exportId: "exp_aaaaaaaaaaaaaaaaaaaaaaaaaa", kind: "chats", framesPerSecond: 30, state: "waiting" } as const;
  const times = { done: 0, total: 0, createdAtMs: 1, untilMs: Date.now() + 60_000 };
  const exported = { ...made, ...times, recordingId: "ses_abcdefgh-1" as RecordingId };
  await step(createExportStore(client).add(deskId, exported, { kept: 1, unmade: 1 }));
  const rules = createRuleStore(client);
  const condition = { type: "words", text: "hello" } as const;
  await step(rules.set(deskId, { ruleId: "r", name: "R", condition, isOn: true, hasSound: false, quietMs: 0 }));
  await step(rules.beginTest(deskId, { backTestId: "bt_a", state: "waiting", done: 0, total: 0, recordings: [] }));

  const replay = { sessionId: "ses_replayreplay" as SessionId, deskId, recordingId: "ses_abcdefgh-1" as RecordingId };
  await step(createReplayStore(client).open({ ...replay, creatorId, roomId: "room", obeyed: startOf(deskId) }));

  await step(createViewerNoteStore(client).set(deskId, "user", { note: "asks good questions", tags: [] }));
  const reports = createReportStore(client);
  const recording = "ses_abcdefgh-1" as RecordingId;
  await step(reports.putReport(recording, { report: new Uint8Array(1), card: "{}", viewers: new Uint8Array(1) }, 1, 60_000));
  await step(reports.putFailure(recording, "RECORDING_NOT_FOUND", 60_000));
  await step(reports.putRegulars(deskId, "alice", new Uint8Array(1)));

  const workers = createWorkerStore(client);
  await step(workers.sendHeartbeat(worker, { role: "ingest", heartbeat: "1", owned: 1, capacity: 10, draining: false }));
  await step(workers.enlist(worker, "ingest"), workers.addHolding(worker, { role: "ingest", id: creatorId }));
  await step(createGatewayHeartbeats(client).send("wkr_gateway" as WorkerId, 1));

  const breaker = { creators: 1, openMs: 1, maxOpenMs: 1 };
  const ledger = createSignLedger(client, "account", { perMinute: 0, perHour: 0, perDay: 0 }, breaker);
  await step(ledger.reserve());
  await step(ledger.failed("timeout", "alice"));
  for (let asked = 0; asked < 1000 && !written.get("sign")?.has("probingUntil"); asked += 1) await step(ledger.reserve());
  await step(ledger.limited(1));
  const limit = { max: 9, left: { calls: 9, resetMs: 1_000 } };
  await step(ledger.noteLimits({ minute: limit, hour: limit, day: limit }));
  await step(ledger.noteLeft({ calls: 9, resetMs: 1_000 }));
  await step(
    createCoachBudget(client, { perDeskHour: 5, perDay: 5 }).spend({ deskId, call: "one", untilMs: Number.MAX_SAFE_INTEGER }),
  );
  await step(sessions.close(sessionId, writer, "ended"));
  await step(sessions.expire(sessionId, 100));
}

const patterns = Object.entries(keys).map(([name, keyOf]) => {
  const sample = (keyOf as (...parameters: string[]) => string)("\0", "\0");
  return { name, pattern: new RegExp(`^${escaped(sample).replaceAll("\0", ".+")}$`) };
});
function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** What `keys` calls a key that is in Redis. */
const nameOf = (key: string) => patterns.find(({ pattern }) => pattern.test(key))?.name ?? `unknown key ${key}`;

async function noteFields(): Promise<void> {
  const { client } = kit.redis;
  for (const key of await client.keys("*")) {
    const name = nameOf(key);
    const known = written.get(name) ?? new Set();
    written.set(name, known);
    const type = await client.type(key);
    if (type === "hash") for (const field of await client.hkeys(key)) known.add(field);
    if (type === "stream") {
      for (const [, pairs] of await client.xrange(key, "-", "+"))
        for (let at = 0; at < pairs.length; at += 2) known.add(pairs[at] ?? "");
    }
  }
}

const named: Record<string, readonly string[]> = { "<metric>": metricNames, "<document>": documentNames };

/** The documented field that one in Redis is; exact names come first. */
function documented(name: string, field: string): string | undefined {
  const known = Object.keys(fields[name as keyof typeof fields] ?? {});
  if (known.includes(field)) return field;
  return known.find((pattern) => {
    const names = named[pattern];
    return names
      ? names.includes(field)
      : pattern.includes("<") && new RegExp(`^${escaped(pattern).replaceAll(/<[^>]+>/g, ".+")}$`).test(field);
  });
}

describe("the documented fields", () => {
  it("are all that is in Redis: every key and every field that a store leaves there is named", () => {
    const unknown = [...written].flatMap(([name, found]) =>
      name in keys
        ? [...found].filter((field) => documented(name, field) === undefined).map((field) => `${name}.${field}`)
        : [name],
    );
    expect(unknown).toEqual([]);
  });

  it("are all really there: none is named that no store writes", () => {
    const missing = Object.entries(fields).flatMap(([name, known]) => {
      const found = new Set([...(written.get(name) ?? [])].map((field) => documented(name, field)));
      return Object.keys(known)
        .filter((field) => !found.has(field))
        .map((field) => `${name}.${field}`);
    });
    expect(missing).toEqual([]);
  });
});
