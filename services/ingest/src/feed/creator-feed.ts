import { setTimeout as sleep } from "node:timers/promises";
import type { Claim, Owned, OwnedHooks, Rest } from "@frontrow/ownership/ownership";
import type { CreatorStatus } from "@frontrow/protocol/creator";
import type { CreatorId } from "@frontrow/protocol/ids";
import type { ImageUrlOf } from "@frontrow/protocol/image-hosts";
import type { CreatorStore } from "@frontrow/redis/creators";
import type { Permit, SignLedger } from "@frontrow/redis/sign-ledger";
import type { WatcherStore } from "@frontrow/redis/watchers";
import type { Logger } from "@frontrow/runtime/logger";
import type { EventClock, TimeReading } from "../clock/event-clock.ts";
import type { IngestMetrics } from "../metrics.ts";
import { keepAllowedImages } from "../normalize/image.ts";
import type { CreatorSessions } from "../session/creator-sessions.ts";
import type { KnownHost } from "../session/live-session.ts";
import type { ConnectCode, Liveness, LiveSource, RoomDetails, SourceConnection } from "../source/live-source.ts";
import type { CheckBudget } from "./check-budget.ts";
import { CountsOnlyRule } from "./counts-only-rule.ts";
import { CreatorIdentity } from "./creator-identity.ts";
import { type FeedInput, type FeedState, type FeedTimes, type Phase, resumedState, type Step, step } from "./feed-machine.ts";
import { createWatcherMonitor } from "./watcher-monitor.ts";

export interface FeedDeps {
  readonly claim: Claim;
  readonly hooks: OwnedHooks;
  readonly source: LiveSource;
  readonly imageUrlOf: ImageUrlOf;
  readonly checks: CheckBudget;
  /** Whether a name that nobody has is left alone for a while, so that it holds no place here. */
  readonly restsUnknown: boolean;
  readonly ledger: SignLedger;
  /** Whose quota the ledger keeps; for the metrics. */
  readonly account: string;
  readonly creators: CreatorStore;
  readonly watchers: WatcherStore;
  readonly sessions: CreatorSessions;
  readonly clock: EventClock;
  readonly times: FeedTimes;
  /** How long the status of a creator is kept whom nobody watches. */
  readonly unwatchedKeptMs: number;
  readonly watch: { readonly checkMs: number; readonly graceMs: number };
  /** Longest part of a wait that is slept through: a day's limit may be raised meanwhile, or have been a mistake. */
  readonly longestSleepMs: number;
  /** Minimum interval between two questions to the sign service who is live. */
  readonly lookUpMs: number;
  /** A connection that lasted this long was made well: what follows is a first attempt. */
  readonly stableMs: number;
  /** Time with nothing but viewer counts after which the room is asked whether it is over. */
  readonly countsOnlyMs: number;
  readonly metrics: IngestMetrics;
  readonly logger: Pick<Logger, "info" | "warn">;
  readonly random: () => number;
}

/** Checks without an answer before the sign service is asked. */
const SILENT_CHECKS = 3;

/** Why a feed stops: nobody watches, another worker goes on, or the claim is gone. */
type StopReason = "unwatched" | "handOver" | "lost";

/**
 * One creator: waits for broadcasts, and brings each into its session's log, over one connection at a time.
 *
 * `step` decides what follows what; here it is done. All of it happens in one loop, so that no two attempts, and no attempt
 * and its end, overlap.
 */
export class CreatorFeed implements Owned {
  readonly #deps: FeedDeps;
  readonly #creatorId: CreatorId;
  readonly #stopping = new AbortController();
  #stopReason: StopReason | undefined;
  #state: FeedState = resumedState(undefined);
  #connection: SourceConnection | undefined;
  /** Of this connection. */
  #countsOnly: CountsOnlyRule | undefined;
  /** The room said that it is over, though the connection goes on. */
  #isFoundOver = false;
  /** The broadcast that was last said to be over. */
  #doubtedRoomId: string | undefined;
  #details: RoomDetails = {};
  /** What the last check found. */
  #isPaused = false;
  #identity: CreatorIdentity;
  /** When the sign service was asked last who is live. */
  #lookedUpAt: number | undefined;
  /** Ends a wait: there is something to do, or the feed stops. */
  #wake = new AbortController();
  #ended: Promise<Rest | undefined> | undefined;

  constructor(deps: FeedDeps) {
    this.#deps = deps;
    this.#creatorId = deps.claim.id as CreatorId;
    this.#identity = new CreatorIdentity(this.#creatorId);
  }

  get phase(): Phase {
    return this.#state.phase;
  }

  run(): Promise<Rest | undefined> {
    this.#ended ??= this.#run();
    return this.#ended;
  }

  /** Lets go of the source and flushes; the next owner finds the session open, and goes on with it. */
  async handOver(): Promise<void> {
    this.#stop("handOver");
    await this.#ended;
  }

  lost(): void {
    this.#stop("lost");
    this.#deps.sessions.stop();
  }

  /** Call about once a second. */
  onSecond(): void {
    this.#deps.sessions.current?.onSecond();
    if (this.#connection && this.#countsOnly?.takeIfDue(performance.now())) {
      this.#endIfOver(this.#connection).catch((err: unknown) => {
        this.#deps.logger.warn({ creatorId: this.#creatorId, err }, "could not ask whether the broadcast is over");
      });
    }
  }

  /** Takes over the time by Redis, where the clock stood still because this machine slept. */
  onTime(reading: TimeReading): void {
    const lostMs = this.#deps.clock.catchUp(reading);
    if (lostMs > 0) this.#deps.sessions.current?.onSlept(lostMs);
  }

  /** TikTok may go on to count viewers of a broadcast that is over. */
  async #endIfOver(connection: SourceConnection): Promise<void> {
    const { roomId } = this.#state;
    if (roomId === undefined || (await this.#deps.checks.spend("again")) > 0) return;
    if (!(await this.#deps.source.isOver(roomId, this.#stopping.signal))) return;
    if (this.#connection !== connection) return;
    this.#isFoundOver = true;
    connection.release();
  }

  async #run(): Promise<Rest | undefined> {
    const { creators, sessions, times, random } = this.#deps;
    const monitor = this.#createMonitor();
    monitor.start();
    try {
      const status = await creators.read(this.#creatorId);
      this.#state = resumedState(status);
      this.#identity = new CreatorIdentity(this.#creatorId, status);
      // The checks to come may say nothing of who streams.
      if (status && this.#state.roomId !== undefined) sessions.knowHost(hostOf(status));
      let waitMs = 0;
      while (!this.#hasStopped()) {
        const next = step(this.#state, await this.#nextInput(waitMs), times, random());
        if (!this.#hasStopped()) await this.#apply(next);
        waitMs = next.waitMs;
        if (next.state.creator === "failed" && this.#deps.restsUnknown) {
          await sessions.handOver();
          return { restMs: waitMs };
        }
      }
      if (this.#stopReason !== "lost") await this.#finish();
    } finally {
      this.#stopping.abort();
      this.#connection?.release();
      sessions.stop();
      await monitor.stop();
    }
    return undefined;
  }

  #createMonitor() {
    const { watchers, watch, logger } = this.#deps;
    return createWatcherMonitor({
      creatorId: this.#creatorId,
      watchers,
      ...watch,
      logger,
      onUnwatched: () => this.#stop("unwatched"),
      // A name that nobody had may have come into being, and whoever asks anew wants to know now.
      onNewWatcher: () => {
        if (this.#state.creator === "failed") this.#wake.abort();
      },
    });
  }

  /** Does what the phase asks for, and gives what came of it. */
  async #nextInput(waitMs: number): Promise<FeedInput> {
    switch (this.#state.phase) {
      case "checking":
        return (await this.#heldBack()) ?? this.#check();
      case "waiting":
        await sleep(Math.min(waitMs, this.#deps.longestSleepMs), undefined, { signal: this.#wake.signal }).catch(() => {});
        this.#wake = new AbortController();
        return { state: "due" };
      case "connecting":
        return this.#connect();
      case "live":
        return this.#untilClosed();
    }
  }

  async #check(): Promise<Liveness> {
    const { source, sessions, imageUrlOf } = this.#deps;
    const { roomId } = this.#state;
    const doubtedRoomId = this.#doubtedRoomId;
    const mayLookUp = (isDisputed: boolean) => this.#mayLookUp(isDisputed);
    const liveness = await source.check(this.#stopping.signal, { ...this.#identity.known, roomId, doubtedRoomId, mayLookUp });
    this.#isPaused = liveness.state === "live" && liveness.details.isPaused === true;
    if ("details" in liveness) {
      const { details } = liveness;
      if (this.#identity.learn(details)) this.#deps.logger.info({ creatorId: this.#creatorId }, "creator has another name");
      this.#details = keepAllowedImages({ ...details }, imageUrlOf);
      sessions.knowHost(details);
    } else if (liveness.state === "unknown" && roomId === undefined) this.#identity.forgetName();
    return liveness;
  }

  /** Now and then, as it is a call of the sign service's quota. */
  async #mayLookUp(isDisputed: boolean): Promise<boolean> {
    const { ledger, lookUpMs } = this.#deps;
    // TikTok's silence is mostly over soon.
    if (!isDisputed && this.#state.attempts < SILENT_CHECKS) return false;
    const now = performance.now();
    if (this.#lookedUpAt !== undefined && now - this.#lookedUpAt < lookUpMs) return false;
    if ((await ledger.reserve()).outcome !== "granted") return false;
    this.#lookedUpAt = now;
    return true;
  }

  /** A broadcast that is under way is not kept waiting: what it loses meanwhile is lost. */
  async #heldBack(): Promise<FeedInput | undefined> {
    const { roomId, creator } = this.#state;
    if (roomId !== undefined) return undefined;
    const retryAfterMs = await this.#deps.checks.spend(creator === "unknown" ? "first" : "again");
    return retryAfterMs > 0 ? { state: "held", code: "UPSTREAM_RATE_LIMITED", retryAfterMs } : undefined;
  }

  async #connect(): Promise<FeedInput> {
    const { ledger, source, sessions, metrics } = this.#deps;
    const permit = await ledger.reserve();
    metrics.signUsage(this.#deps.account, await ledger.usage());
    if (permit.outcome === "wait") {
      return { state: "held", code: codeOfWait(permit), retryAfterMs: permit.waitMs };
    }
    const { roomId } = this.#state;
    const session = roomId === undefined ? undefined : await sessions.enterRoom(roomId);
    if (session === "fenced") this.#onFenced();
    if (session === undefined || session === "fenced") return { state: "due" };
    const countsOnly = new CountsOnlyRule(this.#deps.countsOnlyMs, performance.now(), this.#deps.random);
    this.#countsOnly = countsOnly;
    this.#isFoundOver = false;
    const outcome = await source.connect(
      session.roomId,
      {
        onMessages: (messages) => {
          for (const message of messages) metrics.received(message);
          countsOnly.onMessages(messages, performance.now());
          session.receive(messages);
        },
        onUnreadable: (what) => metrics.unreadable(what),
      },
      this.#stopping.signal,
    );
    if (outcome.outcome === "aborted") return { state: "due" };
    if (outcome.outcome === "connected") {
      metrics.connectTried("connected");
      this.#connection = outcome.connection;
      session.onConnected(this.#isPaused);
      await ledger.succeeded();
      return { state: "connected" };
    }
    const { code, retryAfterMs, cause } = outcome;
    metrics.connectTried(code);
    this.#deps.logger.warn({ creatorId: this.#creatorId, code, err: cause }, "could not connect");
    await this.#recordFailure(code, retryAfterMs);
    return { state: "refused", code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  }

  async #recordFailure(code: ConnectCode, retryAfterMs: number | undefined): Promise<void> {
    const { ledger, logger } = this.#deps;
    if (code === "SIGN_RATE_LIMITED") await ledger.limited(retryAfterMs ?? 0);
    else if ((await ledger.failed(code, this.#creatorId)) === "open") {
      logger.warn({ code }, "several creators fail the same way: nobody connects for a while");
    }
  }

  /** Waits for the end of the connection. */
  async #untilClosed(): Promise<FeedInput> {
    const connection = this.#connection;
    const session = this.#deps.sessions.current;
    if (!connection || !session) return { state: "lost", code: "UPSTREAM_DROPPED", wasStable: false };
    const began = performance.now();
    const closed = await connection.closed;
    this.#connection = undefined;
    // What we let go of ourselves is no outage: the next connection, or the session's end, follows.
    if (closed.reason !== "released" || this.#isFoundOver) session.onDisconnected(connection.silentForMs());
    if (closed.reason === "ended" || this.#isFoundOver) {
      this.#doubtedRoomId = this.#state.roomId;
      return { state: "ended" };
    }
    const code = closed.reason === "lost" ? closed.code : "UPSTREAM_DROPPED";
    return { state: "lost", code, wasStable: performance.now() - began > this.#deps.stableMs };
  }

  async #apply(next: Step): Promise<void> {
    if (next.closesSession) await this.#closeSession("ended");
    const before = this.#state;
    this.#state = next.state;
    await this.#publish(before, next);
    if (next.state.phase === "live" && before.phase !== "live") await this.#deps.sessions.orderAnalytics();
  }

  async #closeSession(reason: "ended" | "unwatched"): Promise<void> {
    const { roomId } = this.#state;
    if (roomId === undefined) return;
    if ((await this.#deps.sessions.close(roomId, reason)) === "fenced") this.#onFenced();
  }

  async #publish(before: FeedState, { state, waitMs, code }: Step): Promise<void> {
    const hasChanged = state.creator !== before.creator || code !== undefined;
    if (!hasChanged && state.phase !== "live") return;
    const { clock, sessions, logger } = this.#deps;
    const session = sessions.current;
    if (hasChanged) logger.info({ creatorId: this.#creatorId, state: state.creator, code }, "creator's source changed");
    await this.#updateStatus({
      state: state.creator,
      code,
      retryAtMs: code === undefined ? undefined : Math.round(clock.now() + waitMs),
      ...(session && { roomId: session.roomId, sessionId: session.sessionId }),
      renamedTo: this.#identity.renamedTo,
      hostId: this.#identity.hostId,
      ...(state.phase === "live" || state.creator === "offline" ? shownOf(this.#details) : {}),
    });
  }

  async #updateStatus(change: Partial<CreatorStatus>, keptMs?: number): Promise<void> {
    const { creators, claim } = this.#deps;
    const lifetime = keptMs === undefined ? {} : { keptMs };
    const answer = await creators.update({ creatorId: this.#creatorId, writer: claim.writer, change, ...lifetime });
    if (answer === "fenced") this.#onFenced();
  }

  async #finish(): Promise<void> {
    if (this.#stopReason === "unwatched") {
      await this.#closeSession("unwatched");
      const nothing = {
        state: "unknown",
        code: undefined,
        retryAtMs: undefined,
        renamedTo: undefined,
        hostId: undefined,
      } as const;
      await this.#updateStatus(nothing, this.#deps.unwatchedKeptMs);
    }
    await this.#deps.sessions.handOver();
  }

  #onFenced(): void {
    this.#deps.hooks.fenced();
    this.#stop("lost");
  }

  #stop(reason: StopReason): void {
    // A lost claim overrules everything: nothing may be written any more.
    if (this.#stopReason === undefined || reason === "lost") this.#stopReason = reason;
    this.#stopping.abort();
    this.#wake.abort();
    this.#connection?.release();
  }

  #hasStopped(): boolean {
    return this.#stopping.signal.aborted;
  }
}

/** Whose limit it is that the ledger keeps us from calling for. */
function codeOfWait({ why, isOurs }: Extract<Permit, { outcome: "wait" }>): ConnectCode {
  if (why === "breaker") return "SIGN_UNAVAILABLE";
  return isOurs ? "SIGN_BUDGET_SPENT" : "SIGN_RATE_LIMITED";
}

/** What the creator's status tells of who streams. */
const hostOf = ({ hostId, renamedTo, nickname }: CreatorStatus): KnownHost => ({
  ...(hostId !== undefined && { id: hostId }),
  ...(renamedTo !== undefined && { handle: renamedTo }),
  ...(nickname !== undefined && { nickname }),
});

/** What the creator's status shows of a broadcast. */
const shownOf = ({ nickname, avatarUrl, title }: RoomDetails): Partial<CreatorStatus> => ({
  ...(nickname !== undefined && { nickname }),
  ...(avatarUrl !== undefined && { avatarUrl }),
  ...(title !== undefined && { title }),
});
