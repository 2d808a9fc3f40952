import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import type { FoldItem } from "@frontrow/audience/fold";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { ObjectStore } from "@frontrow/blob/object-store";
import { readParts } from "@frontrow/export/parts";
import { itemsOf } from "@frontrow/protocol/entry";
import { FrontrowError } from "@frontrow/protocol/errors";
import { EXPORT_QUEUE, exportJobOptions } from "@frontrow/protocol/export-job";
import type { DeskId } from "@frontrow/protocol/ids";
import type { ExportKind } from "@frontrow/protocol/library/export";
import { NOTHING_ARCHIVED, type RecordingId, type SegmentSummary } from "@frontrow/protocol/recording";
import { finishRecording } from "@frontrow/recording/manifest";
import { putSegment } from "@frontrow/recording/segment";
import { createRedis, type RedisConnection } from "@frontrow/redis/client";
import { createDeskStore, type DeskStore } from "@frontrow/redis/desks";
import { createExportStore, type ExportRecord, type ExportStore } from "@frontrow/redis/exports";
import { keys } from "@frontrow/redis/keys";
import { createLogStore } from "@frontrow/redis/log";
import { createRecordingStore } from "@frontrow/redis/recordings";
import type { RedisServer } from "@frontrow/redis/server";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { userNamed } from "@frontrow/testkit/users";
import { Queue } from "bullmq";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createExporter } from "../src/export/exporter.ts";
import { type MakeExportDeps, makeExport } from "../src/export/make-export.ts";
import { sweepExports } from "../src/export/sweep-exports.ts";

const START_MS = 1_700_000_000_000;
const id = `ses_exportjob00-${START_MS}` as RecordingId;
const ITEMS = 6_000;
const PART_BYTES = 12 * 1024;

let server: RedisServer;
let redis: RedisConnection;
let folder: string;
let blob: ObjectStore;
let desks: DeskStore;
let exports: ExportStore;
let deskId: DeskId;
let made = 0;

const mood = { language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 };
const chat = (n: number): FoldItem => {
  const atMs = START_MS + n * 100;
  return { type: "chat", id: `c${n}`, atMs, sentAtMs: atMs, text: `message ${n}`, user: userNamed(`v${n % 50}`), ...mood };
};

/** A complete recording, made in segments: no more than one of them is in memory. */
async function record(items: number): Promise<void> {
  const broadcast = { handle: "nina", roomId: "7" };
  const segments: SegmentSummary[] = [];
  for (let from = 0; from < items; from += 8_192) {
    const values = Array.from({ length: Math.min(8_192, items - from) }, (_, n) => chat(from + n));
    const position = { epoch: 1, id: `${segments.length + 1}-0`, stamp: "ingest:1:1" };
    const after = segments.at(-1)?.upTo ?? NOTHING_ARCHIVED;
    const texts = values.map((value) => JSON.stringify(value));
    segments.push(await putSegment(blob, { recordingId: id, broadcast, revision: 0, after, position, values, texts }));
  }
  await finishRecording(blob, id, segments, broadcast);
}

beforeAll(async () => {
  server = await startTestRedis();
  redis = createRedis(server.url, quietLogger);
  await redis.start();
  folder = await mkdtemp(join(tmpdir(), "frontrow-export-job-"));
  blob = createObjectStore(pathToFileURL(folder).href);
  desks = createDeskStore(redis.client);
  exports = createExportStore(redis.client);
  await record(ITEMS);
});
afterAll(async () => {
  await redis.stop();
  await server.stop();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  made += 1;
  deskId = `dsk_${String(made).padStart(24, "0")}` as DeskId;
  await desks.open({ deskId, tokenDigest: "digest", language: "en" });
});

let asked = 0;
async function ask(kind: ExportKind = "recording", more: Partial<ExportRecord> = {}): Promise<string> {
  asked += 1;
  const exportId = `exp_${String(asked).padStart(26, "a")}`.replaceAll(/[0-9]/g, (digit) =>
    String.fromCharCode(98 + Number(digit)),
  );
  const times = { createdAtMs: Date.now(), untilMs: Date.now() + 600_000 };
  const begun = { state: "waiting", done: 0, total: 0, framesPerSecond: 30, ...times } as const;
  const record: ExportRecord = { exportId, recordingId: id, kind, ...begun, ...more };
  expect(await exports.add(deskId, record, { kept: 100, unmade: 100 })).toBe("added");
  return exportId;
}

const deps = (more: Partial<MakeExportDeps> = {}): MakeExportDeps => ({
  exports,
  blob,
  growing: { read: createRecordingStore(redis.client).read, log: createLogStore(redis.client) },
  notesOf: async () => ({ bookmarks: [], answers: {}, language: "en" }),
  tell: (desk, recordingId) => desks.change(desk, { type: "dataChanged", data: "exports", recordingId }),
  ...{ progressMs: 0, keptMs: 60_000, partBytes: PART_BYTES, onFailed: () => {} },
  ...more,
});
const make = (exportId: string, more?: Partial<MakeExportDeps>, signal = new AbortController().signal) =>
  makeExport(deps(more), { deskId, exportId }, signal);

async function objects(): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of blob.list(`exports/${deskId}/`)) found.push(key);
  return found.sort();
}
async function fileOf(exportId: string): Promise<Buffer> {
  const { run = "", parts = [], bytes = 0 } = (await exports.read(deskId, exportId)) ?? {};
  const chunks: Uint8Array[] = [];
  const at = `exports/${deskId}/${exportId}/${run}/`;
  for await (const chunk of readParts(blob, at, parts, { from: 0, to: bytes })) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const linesIn = (file: Buffer) => gunzipSync(file).toString().trimEnd().split("\n").length;
const told = async () =>
  (await createLogStore(redis.client).readBack(deskId, { entries: 100 }))
    .flatMap(({ data }) => itemsOf({ kind: "desk", data }))
    .filter(({ type }) => type === "dataChanged").length;

/** A store whose puts wait, once as many parts were written, until it is opened. */
function gated(parts: number) {
  let open = () => {};
  let arrived = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  let puts = 0;
  const store: ObjectStore = {
    ...blob,
    async put(key, bytes) {
      if (puts++ >= parts) {
        arrived();
        await opened;
      }
      await blob.put(key, bytes);
    },
  };
  return { store, open, reached };
}

describe("making an export", () => {
  it("writes parts of a bounded size, tells when it begins and ends, and how far it is", async () => {
    const exportId = await ask();
    const seen: number[] = [];
    const outcome = await make(exportId, {
      exports: {
        read: exports.read,
        write: (desk, record, run) => {
          seen.push(record.done);
          return exports.write(desk, record, run);
        },
      },
    });
    expect(outcome).toBe("ready");
    const { parts = [], ...record } = (await exports.read(deskId, exportId)) ?? {};
    // No index was made: what moderation removed is looked for first.
    expect(record).toMatchObject({
      state: "ready",
      done: 2 * ITEMS,
      total: 2 * ITEMS,
      fileName: "nina 2023-11-14 2213 recording.ndjson.gz",
    });
    expect(parts.length).toBeGreaterThan(3);
    expect(Math.max(...parts)).toBeLessThan(3 * PART_BYTES);
    expect(linesIn(await fileOf(exportId))).toBe(ITEMS + 2);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.length).toBeGreaterThan(3);
    expect(await told()).toBe(2);
    expect(await make(exportId)).toBe("over");
  });

  it("is begun again after its process died; one that wakes up later changes nothing of the file", async () => {
    const exportId = await ask();
    const stuck = gated(2);
    const first = make(exportId, { blob: stuck.store });
    await stuck.reached;
    expect((await objects()).length).toBe(2);
    expect(await make(exportId)).toBe("ready");
    const file = await fileOf(exportId);
    expect(linesIn(file)).toBe(ITEMS + 2);
    stuck.open();
    expect(await first).toBe("taken");
    expect((await fileOf(exportId)).equals(file)).toBe(true);
    const { run = "" } = (await exports.read(deskId, exportId)) ?? {};
    expect((await objects()).every((key) => key.includes(run))).toBe(true);
  });

  it("stops when it is deleted, and leaves nothing", async () => {
    const exportId = await ask("chats");
    const gate = gated(1);
    const making = make(exportId, { blob: gate.store });
    await gate.reached;
    expect(await exports.remove(deskId, exportId)).toBe(true);
    gate.open();
    expect(await making).toBe("gone");
    expect(await objects()).toEqual([]);
    expect(await exports.list(deskId)).toEqual([]);
  });

  it("waits for a storage that is away, and is given up where nothing can be read", async () => {
    const exportId = await ask();
    const away: ObjectStore = { ...blob, put: () => Promise.reject(new FrontrowError("RECORDING_UNAVAILABLE", "away")) };
    await expect(make(exportId, { blob: away })).rejects.toThrow("away");
    expect(await exports.read(deskId, exportId)).toMatchObject({ state: "waiting", done: 0 });
    expect(await make(exportId)).toBe("ready");

    const lost = await ask("chats", { recordingId: `ses_nosuchthing-${START_MS}` as RecordingId });
    expect(await make(lost)).toBe("failed");
    expect(await exports.read(deskId, lost)).toMatchObject({ state: "failed", code: "RECORDING_NOT_FOUND" });
  });

  it("is tried again by itself, and begun at most a few times at once", async () => {
    let isAway = true;
    const failing: ObjectStore = {
      ...blob,
      put: (key, bytes) => (isAway ? Promise.reject(new FrontrowError("RECORDING_UNAVAILABLE", "away")) : blob.put(key, bytes)),
    };
    const registry = createMetricsRegistry();
    const exporter = createExporter({ redis, blob: failing, logger: quietLogger as never, registry, concurrency: 2 });
    await exporter.start();
    const connection = redis.duplicate();
    const queue = new Queue(EXPORT_QUEUE, { connection, prefix: keys.queue("export") });
    const exportId = await ask("chats");
    await queue.add("export", { deskId, exportId }, { ...exportJobOptions, jobId: exportId });
    const jobs = () => registry.getSingleMetricAsString("frontrow_export_jobs_total");
    await eventually(async () => expect(await jobs()).toMatch(/unavailable"} [1-9]/), 20_000);
    isAway = false;
    await eventually(async () => expect((await exports.read(deskId, exportId))?.state).toBe("ready"), 20_000);
    await exporter.stop(AbortSignal.timeout(5_000));
    await queue.close();
    connection.disconnect();
  });
});

describe("a sweep over files", () => {
  it("removes what no record names: of runs that died, of what is over or deleted, of desks that are closed", async () => {
    const kept = await ask("chats");
    await make(kept);
    const files = await objects();
    const deleted = await ask("chats");
    await make(deleted);
    await exports.remove(deskId, deleted);
    const over = await ask("chats");
    await make(over, { keptMs: -1 });
    await blob.put(`exports/${deskId}/${kept}/deadrun/00000`, Buffer.from("half"));
    await blob.put("exports/dsk_zzzzzzzzzzzzzzzzzzzzzzzz/exp_a/run/00000", Buffer.from("nobody's"));
    await blob.put("exports/elsewhere", Buffer.from("no part"));
    expect(await sweepExports({ blob, exports, desks })).toBeGreaterThan(3);
    expect(await objects()).toEqual(files);
    expect(await sweepExports({ blob, exports, desks })).toBe(0);
    await desks.change(deskId, { type: "close" });
    await sweepExports({ blob, exports, desks });
    expect(await objects()).toEqual([]);
  });
});

describe.runIf(process.env["EXPORT_LARGE"])("a recording of 500,000 events", () => {
  it("is exported in bounded memory, by each kind", async () => {
    await record(500_000);
    for (const kind of ["recording", "chats", "gifts", "viewers", "questions", "minutes", "report", "markers", "edl"] as const) {
      globalThis.gc?.();
      const before = process.memoryUsage().rss;
      let most = before;
      const timer = setInterval(() => {
        most = Math.max(most, process.memoryUsage().rss);
      }, 20);
      const exportId = await ask(kind);
      const [startedMs, cpu] = [performance.now(), process.cpuUsage()];
      expect(await make(exportId, { partBytes: 4 * 1024 * 1024, progressMs: 500 })).toBe("ready");
      clearInterval(timer);
      const { user, system } = process.cpuUsage(cpu);
      const { bytes } = (await exports.read(deskId, exportId)) ?? {};
      // biome-ignore lint/suspicious/noConsole: figures, for who runs it.
      console.info(
        `${kind}: ${Math.round(performance.now() - startedMs)} ms, ${Math.round((user + system) / 1_000)} ms CPU, +${Math.round((most - before) / 1e6)} MB, ${bytes} bytes`,
      );
      expect(most - before).toBeLessThan(200e6);
    }
  }, 600_000);
});
