import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import { startOf } from "@frontrow/protocol/entry";
import type { CreatorId, DeskId, SessionId, WorkerId } from "@frontrow/protocol/ids";
import type { RecordingId } from "@frontrow/protocol/recording";
import type { ReplayCommand } from "@frontrow/protocol/replay";
import { openRecording, type Recording } from "@frontrow/recording/recording";
import { createRedis } from "@frontrow/redis/client";
import { createDeskStore } from "@frontrow/redis/desks";
import { createLogStore, recordOf, type Writer } from "@frontrow/redis/log";
import { createLogReader } from "@frontrow/redis/log-reader";
import { createMetricsStore } from "@frontrow/redis/metrics-store";
import { createOwnerRecords } from "@frontrow/redis/owner-record";
import { createReplayStore } from "@frontrow/redis/replays";
import { createShardSubscriber } from "@frontrow/redis/shard-subscriber";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { createReplayMetrics } from "../src/metrics.ts";
import { ReplaySession, type ReplaySessionDeps } from "../src/replay-session.ts";

/** A Redis and a folder of recordings, and what a worker has of them. */
export async function openStage() {
  const server = await startTestRedis();
  const redis = createRedis(server.url, quietLogger);
  await redis.start();
  const folder = await mkdtemp(join(tmpdir(), "frontrow-replay-"));
  const { client } = redis;
  const subscriber = createShardSubscriber(redis, quietLogger);
  const log = createLogStore(client);
  const reader = createLogReader({ subscriber, store: log, logger: quietLogger, sweepMs: 500 });
  await subscriber.start();
  await reader.start();
  return {
    server,
    redis,
    blobUrl: pathToFileURL(folder).href,
    blob: createObjectStore(pathToFileURL(folder).href),
    log,
    reader,
    desks: createDeskStore(client),
    replays: createReplayStore(client),
    metrics: createMetricsStore(client),
    async stop() {
      await reader.stop();
      await subscriber.stop();
      await redis.stop();
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}
export type Stage = Awaited<ReturnType<typeof openStage>>;

let made = 0;

/** A desk that views a replay, and the workers that play it. */
export class Viewing {
  readonly sessionId = `ses_replay${String(++made).padStart(8, "0")}` as SessionId;
  readonly deskId = `dsk_${String(made).padStart(24, "0")}` as DeskId;
  readonly #stage: Stage;
  #owner: Writer | undefined;

  private constructor(stage: Stage) {
    this.#stage = stage;
  }

  static async open(
    stage: Stage,
    recordingId: RecordingId,
    { atMs, isPaused = true, isBehindLive = false }: { atMs?: number; isPaused?: boolean; isBehindLive?: boolean } = {},
  ): Promise<Viewing> {
    const viewing = new Viewing(stage);
    const { sessionId, deskId } = viewing;
    await stage.desks.open({ deskId, tokenDigest: "digest", language: "en" });
    await stage.desks.present(deskId, "wkr_gateway" as WorkerId, 1);
    const obeyed = (await stage.log.tail(deskId)) ?? startOf(deskId);
    const creatorId = "cr_nina" as CreatorId;
    await stage.replays.open({ sessionId, deskId, recordingId, creatorId, roomId: "7", atMs, isPaused, obeyed });
    const replay = { session: sessionId, recordingId, ...(isBehindLive && { isBehindLive: true as const }) };
    await stage.desks.change(deskId, { type: "setMode", mode: "REPLAY", replay, reason: "command" });
    return viewing;
  }

  async command(command: ReplayCommand): Promise<void> {
    await this.#stage.desks.change(this.deskId, { type: "commandReplay", session: this.sessionId, command });
  }

  /** A worker that takes the replay over from the one before. */
  async worker(options: WorkerOptions = {}): Promise<Worker> {
    const claimed = await createOwnerRecords(this.#stage.redis.client).claim({
      id: this.sessionId,
      role: "replay",
      expected: this.#owner ? recordOf(this.#owner) : "",
      worker: "wkr_one" as WorkerId,
      nonce: `n${++made}`,
    });
    if (claimed.outcome !== "claimed") throw new Error(claimed.outcome);
    this.#owner = claimed.writer;
    return new Worker(this, claimed.writer, this.#stage, options);
  }

  /** What is stored of the replay. */
  async stored() {
    const [replay, known] = await Promise.all([
      this.#stage.replays.read(this.sessionId),
      this.#stage.metrics.read(this.sessionId),
    ]);
    if (!replay || !known) throw new Error("no replay");
    const { position, ...record } = replay.record;
    return { ...record, at: position, metrics: known.metrics, documents: known.documents };
  }

  /** The events in the log of the current epoch, in order. */
  async shown(): Promise<{ id: string; type: string; text?: string }[]> {
    return this.#itemsOf("events");
  }

  async insights(): Promise<{ type: string; id?: string }[]> {
    return this.#itemsOf("insights");
  }

  async #itemsOf<T>(kind: "events" | "insights"): Promise<T[]> {
    const tail = await this.#stage.log.tail(this.sessionId);
    const read = await this.#stage.log.readAfter(startOf(this.sessionId, tail?.epoch), { entries: 100_000 });
    if (read.outcome !== "ok") throw new Error(read.outcome);
    return read.entries.filter((entry) => entry.kind === kind).flatMap(({ data }) => JSON.parse(data) as T[]);
  }
}

export interface WorkerOptions {
  /** What is different about how it works. */
  readonly deps?: Partial<ReplaySessionDeps>;
  readonly opened?: (recording: Recording) => Recording;
}

/** A worker of one replay, whose clock is turned by hand. */
export class Worker {
  nowMs = 1_000_000;
  isFenced = false;
  isDone = false;
  unwanted: () => void = () => {};
  readonly session: ReplaySession;
  readonly #viewing: Viewing;
  readonly #stage: Stage;

  constructor(viewing: Viewing, writer: Writer, stage: Stage, { deps = {}, opened = (recording) => recording }: WorkerOptions) {
    this.#viewing = viewing;
    this.#stage = stage;
    const hooks = {
      fenced: () => {
        this.isFenced = true;
      },
      onUnwanted: (listener: () => void) => {
        this.unwanted = listener;
      },
    };
    const claim = { id: viewing.sessionId, role: "replay", writer, workerId: "wkr_one" as WorkerId } as const;
    const { replays, desks, reader, log, metrics, blob } = stage;
    this.session = new ReplaySession(claim, hooks, {
      replays,
      desks,
      reader,
      log,
      metrics,
      logger: quietLogger,
      openRecording: async (id) => opened(await openRecording({ blob }, id)),
      observe: createReplayMetrics(createMetricsRegistry(), () => 0),
      monotonic: () => this.nowMs,
      history: { events: 200, chars: 240_000 },
      settings: { graceMs: 30_000, restMs: 60_000 },
      wheel: { schedule() {}, delete() {}, start() {}, stop() {} },
      ...deps,
    });
    this.session.run().then(
      () => {
        this.isDone = true;
      },
      () => {
        this.isDone = true;
      },
    );
  }

  /** Turns the clock, and takes a turn. */
  async pass(ms: number): Promise<void> {
    await this.session.onTime();
    this.nowMs += ms;
    await this.session.onTime();
  }

  /** Commands, and waits until the replay has obeyed. */
  async obey(...commands: ReplayCommand[]): Promise<void> {
    for (const command of commands) await this.#viewing.command(command);
    await this.hasObeyed();
  }

  async hasObeyed(): Promise<void> {
    const tail = await this.#stage.log.tail(this.#viewing.deskId);
    await eventually(async () => {
      await this.session.onTime();
      const { obeyed } = await this.#viewing.stored();
      if (obeyed.id !== tail?.id) throw new Error(`obeyed up to ${obeyed.id}, not ${tail?.id}`);
    });
  }
}
