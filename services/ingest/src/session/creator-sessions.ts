import type { Claim } from "@frontrow/ownership/ownership";
import type { Orders } from "@frontrow/ownership/start-orders";
import { type CreatorId, DEMO_PREFIX, handleOf, type SessionId } from "@frontrow/protocol/ids";
import type { ImageUrlOf } from "@frontrow/protocol/image-hosts";
import type { LogStore } from "@frontrow/redis/log";
import { type SessionStore, sessionIdOf } from "@frontrow/redis/sessions";
import type { WantedIndex } from "@frontrow/redis/wanted-index";
import type { AdaptiveInterval } from "@frontrow/runtime/adaptive-interval";
import type { Logger } from "@frontrow/runtime/logger";
import { AppendQueue } from "../append/append-queue.ts";
import type { MemoryQuota } from "../append/memory-quota.ts";
import type { EventClock } from "../clock/event-clock.ts";
import type { IngestMetrics } from "../metrics.ts";
import type { Annotate } from "../normalize/context.ts";
import { type KnownHost, LiveSession } from "./live-session.ts";
import { gapEvent } from "./outage.ts";
import { readBackLog, readLastAtMs } from "./read-back.ts";

export interface CreatorSessionsDeps {
  readonly claim: Claim;
  readonly store: SessionStore;
  readonly log: LogStore;
  readonly wanted: WantedIndex;
  readonly orders: Orders;
  readonly clock: EventClock;
  readonly quota: MemoryQuota;
  readonly flushInterval: AdaptiveInterval;
  readonly annotate: Annotate;
  readonly imageUrlOf: ImageUrlOf;
  readonly metrics: IngestMetrics;
  readonly logger: Pick<Logger, "warn">;
  /** How long Redis keeps a session that has ended. */
  readonly keptSeconds: number;
  /** A log is somebody else's: the claim is lost. */
  onFenced(): void;
}

/** The first epoch of a live session, and its only one. */
const EPOCH = 1;

/** One creator's sessions under one claim: the one that is open, and the one before, until the open one is its successor. */
export class CreatorSessions {
  readonly #deps: CreatorSessionsDeps;
  #current: LiveSession | undefined;
  #previous: LiveSession | undefined;
  /** How far this claim has written each log: a session that is opened again goes on from there. */
  readonly #sequences = new Map<SessionId, number>();

  /** Who streams; the handle is what the creator was asked for by. */
  #host: KnownHost;

  constructor(deps: CreatorSessionsDeps) {
    this.#deps = deps;
    this.#host = { handle: handleOf(deps.claim.id as CreatorId).replace(DEMO_PREFIX, "") };
  }

  get current(): LiveSession | undefined {
    return this.#current;
  }

  /** Takes over what a check found out about who streams, for this session and the next. */
  knowHost(host: KnownHost): void {
    // When a broadcast began says nothing of the next one.
    const { startedAtMs: _, ...lasting } = this.#host;
    this.#host = { ...lasting, ...host };
    this.#current?.knowHost(host);
  }

  /** The session of a room, opened if it is not: also to close what another worker had opened. */
  async enterRoom(roomId: string): Promise<LiveSession | "fenced"> {
    if (this.#current?.roomId === roomId) return this.#current;
    const session = await this.#open(roomId);
    if (session === "fenced") return "fenced";
    await this.#retirePrevious(session);
    this.#current = session;
    return session;
  }

  /** Asks for an owner that folds the open session. */
  async orderAnalytics(): Promise<void> {
    if (this.#current) await this.#deps.orders.order("analytics", this.#current.sessionId);
  }

  /** Closes the session of a room, and waits until that is in the log. It stays usable to name its successor. */
  async close(roomId: string, reason: "ended" | "unwatched"): Promise<"closed" | "fenced"> {
    const session = await this.enterRoom(roomId);
    if (session === "fenced") return "fenced";
    const { store, claim, keptSeconds } = this.#deps;
    session.close(reason);
    await session.queue.flushed();
    await store.close(session.sessionId, claim.writer, reason);
    await store.expire(session.sessionId, keptSeconds);
    this.#sequences.set(session.sessionId, session.queue.lastSequence);
    this.#current = undefined;
    this.#previous = session;
    return "closed";
  }

  /** Brings everything into the logs, for the owner that goes on from here. */
  async handOver(): Promise<void> {
    this.#current?.handOver();
    await this.#current?.queue.flushed();
    await this.#previous?.queue.flushed();
  }

  /** Writes nothing more, whatever waits. */
  stop(): void {
    this.#current?.queue.stop();
    this.#previous?.queue.stop();
  }

  async #open(roomId: string): Promise<LiveSession | "fenced"> {
    const { claim, store, log, wanted, clock, annotate, imageUrlOf, metrics } = this.#deps;
    const creatorId = claim.id as CreatorId;
    const sessionId = sessionIdOf(creatorId, roomId);
    const before = await store.read(sessionId);
    const opening = { sessionId, creatorId, roomId, kind: "LIVE", writer: claim.writer, worker: claim.workerId } as const;
    // Indexed first: whoever dies between the two leaves nothing that the sweep does not see.
    await wanted.add("analytics", sessionId);
    const open = () => store.open(opening);
    if ((await open()) === "fenced") return "fenced";
    const record = await store.read(sessionId);
    return new LiveSession({
      sessionId,
      roomId,
      openedAtMs: record?.sinceMs ?? clock.now(),
      readBack: await readBackLog((limit) => log.readBack(sessionId, limit)),
      absence: before?.state === "unwatched" ? "unwatched" : "upstream",
      queue: this.#createQueue(sessionId, open),
      clock,
      annotate,
      host: this.#host,
      imageUrlOf,
      metrics,
    });
  }

  #createQueue(sessionId: SessionId, open: () => Promise<string>): AppendQueue {
    const { claim, log, quota, flushInterval, metrics, logger, onFenced } = this.#deps;
    return new AppendQueue({
      append: ({ sequence, kind, data }) => {
        metrics.appendTried();
        return log.append({ log: sessionId, writer: claim.writer, epoch: EPOCH, sequence, kind, data });
      },
      lastAtMs: () => readLastAtMs((limit) => log.readBack(sessionId, limit)),
      reopen: async () => ((await open()) === "fenced" ? "fenced" : "open"),
      gap: (fromMs, toMs, reason) => {
        const gap = { fromMs, toMs, reason };
        metrics.gap(gap);
        return JSON.stringify(gapEvent(gap, toMs));
      },
      onFenced,
      onFailure: (err) => logger.warn({ sessionId, err }, "append failed, tried again"),
      quota,
      flushInterval,
      lastSequence: this.#sequences.get(sessionId) ?? 0,
    });
  }

  async #retirePrevious(next: LiveSession): Promise<void> {
    const previous = this.#previous;
    this.#previous = undefined;
    if (!previous) return;
    if (previous.sessionId !== next.sessionId) previous.nameSuccessor(next.sessionId);
    await previous.queue.flushed();
    previous.queue.stop();
    this.#sequences.set(previous.sessionId, previous.queue.lastSequence);
  }
}
