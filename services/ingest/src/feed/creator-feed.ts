import type { Claim, Owned, OwnedHooks } from "@frontrow/ownership/ownership";
import type { CreatorStatus } from "@frontrow/protocol/creator";
import type { CreatorId } from "@frontrow/protocol/ids";
import type { CreatorStore } from "@frontrow/redis/creators";
import type { SignLedger } from "@frontrow/redis/sign-ledger";
import type { WatcherStore } from "@frontrow/redis/watchers";
import type { Logger } from "@frontrow/runtime/logger";
import type { EventClock } from "../clock/event-clock.ts";
import type { IngestMetrics } from "../metrics.ts";
import type { Sessions } from "../session/creator-sessions.ts";
import type { LiveSession } from "../session/live-session.ts";
import type { ConnectCode, LiveSource, RoomDetails, SourceConnection } from "../source/live-source.ts";
import { type FeedState, type FeedTimes, type Happening, type Phase, resumedState, type Step, step } from "./feed-machine.ts";
import { pause } from "./pause.ts";
import { WatchRule } from "./watcher-monitor.ts";

export interface FeedDeps {
  readonly claim: Claim;
  readonly hooks: OwnedHooks;
  readonly source: LiveSource;
  readonly ledger: SignLedger;
  /** Whose quota that is; for the metrics. */
  readonly account: string;
  readonly creators: CreatorStore;
  readonly watchers: WatcherStore;
  readonly sessions: Sessions;
  readonly clock: EventClock;
  readonly times: FeedTimes;
  readonly watch: { readonly checkMs: number; readonly graceMs: number };
  /** A connection that lasted so long had been made well: what follows is a first attempt. */
  readonly stableMs: number;
  readonly metrics: IngestMetrics;
  readonly logger: Pick<Logger, "info" | "warn">;
  readonly random: () => number;
}

/** Why a feed stops: nobody watches, another worker goes on, or the claim is gone. */
type StopReason = "unwatched" | "handOver" | "lost";

/**
 * One creator: waits for broadcasts, and brings each into its session's log, over one connection at a time.
 *
 * What follows what is decided by `step`; here it is done. All of it happens in one loop, so that no two attempts, and no
 * attempt and its end, overlap.
 */
export class CreatorFeed implements Owned {
  private readonly deps: FeedDeps;
  private readonly creatorId: CreatorId;
  private readonly stopping = new AbortController();
  private stopReason: StopReason | undefined;
  private state: FeedState = resumedState(undefined);
  private session: LiveSession | undefined;
  /** The session of the last broadcast, until the next one names itself in its log. */
  private previous: LiveSession | undefined;
  private connection: SourceConnection | undefined;
  private details: RoomDetails = {};
  /** Ends a wait: there is something to do, or the feed stops. */
  private wake = new AbortController();
  private ended: Promise<void> | undefined;

  constructor(deps: FeedDeps) {
    this.deps = deps;
    this.creatorId = deps.claim.id as CreatorId;
  }

  get phase(): Phase {
    return this.state.phase;
  }

  run(): Promise<void> {
    this.ended ??= this.go();
    return this.ended;
  }

  /** Lets go of the source and flushes; the next owner finds the session open, and goes on with it. */
  async handOver(): Promise<void> {
    this.stop("handOver");
    await this.ended;
  }

  lost(): void {
    this.stop("lost");
    this.session?.queue.stop();
    this.previous?.queue.stop();
  }

  secondPassed(): void {
    this.session?.secondPassed();
  }

  private async go(): Promise<void> {
    const watching = this.watchWatchers();
    try {
      this.state = resumedState(await this.deps.creators.read(this.creatorId));
      let waitMs = 0;
      while (!this.hasStopped()) {
        const next = step(this.state, await this.happening(waitMs), this.deps.times, this.deps.random());
        if (!this.hasStopped()) await this.apply(next);
        waitMs = next.waitMs;
      }
      if (this.stopReason !== "lost") await this.finish();
    } finally {
      this.stopping.abort();
      this.connection?.release();
      this.session?.queue.stop();
      this.previous?.queue.stop();
      await watching;
    }
  }

  private async happening(waitMs: number): Promise<Happening> {
    const { signal } = this.stopping;
    switch (this.state.phase) {
      case "checking": {
        const liveness = await this.deps.source.check(signal);
        if ("details" in liveness) this.details = liveness.details;
        return liveness;
      }
      case "waiting":
        await pause(waitMs, this.wake.signal);
        this.wake = new AbortController();
        return { state: "due" };
      case "connecting":
        return this.connect();
      case "live":
        return this.listen();
    }
  }

  private async connect(): Promise<Happening> {
    const { ledger, source, metrics } = this.deps;
    const permit = await ledger.reserve();
    metrics.signUsage(this.deps.account, await ledger.usage());
    if (permit.outcome === "wait") {
      const code = permit.why === "limit" ? "SIGN_RATE_LIMITED" : "SIGN_UNAVAILABLE";
      return { state: "held", code, retryAfterMs: permit.waitMs };
    }
    const session = await this.sessionOfRoom();
    if (!session) return { state: "due" };
    const outcome = await source.connect(
      session.roomId,
      { onBatch: (messages) => session.receive(messages), onUnreadable: (what) => metrics.unreadable(what) },
      this.stopping.signal,
    );
    if (outcome.outcome === "aborted") return { state: "due" };
    if (outcome.outcome === "connected") {
      metrics.connect("connected");
      this.connection = outcome.connection;
      session.connected();
      await ledger.succeeded();
      return { state: "connected" };
    }
    const { code, retryAfterMs, cause } = outcome;
    metrics.connect(code);
    this.deps.logger.warn({ creatorId: this.creatorId, code, err: cause }, "could not connect");
    await this.report(code, retryAfterMs);
    return { state: "refused", code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  }

  private async report(code: ConnectCode, retryAfterMs: number | undefined): Promise<void> {
    const { ledger, logger } = this.deps;
    if (code === "SIGN_RATE_LIMITED") await ledger.limited(retryAfterMs ?? 0);
    else if ((await ledger.failed(code, this.creatorId)) === "open") {
      logger.warn({ code }, "several creators fail the same way: nobody connects for a while");
    }
  }

  private async listen(): Promise<Happening> {
    const { connection, session } = this;
    if (!connection || !session) return { state: "lost", code: "UPSTREAM_DROPPED", wasStable: false };
    const began = performance.now();
    const closed = await connection.closed;
    this.connection = undefined;
    // What we let go of ourselves is no outage: the next connection, or the session's end, follows.
    if (closed.reason !== "released") session.disconnected(connection.silentForMs());
    if (closed.reason === "ended") return { state: "ended" };
    const code = closed.reason === "lost" ? closed.code : "UPSTREAM_DROPPED";
    return { state: "lost", code, wasStable: performance.now() - began > this.deps.stableMs };
  }

  /** The session of the room in `state`, opened if it is not: also to close what another worker had opened. */
  private async sessionOfRoom(): Promise<LiveSession | undefined> {
    const { roomId } = this.state;
    if (roomId === undefined || this.session?.roomId === roomId) return this.session;
    const session = await this.deps.sessions.open(this.deps.claim, roomId, () => this.deps.hooks.fenced());
    if (session === "fenced") {
      this.deps.hooks.fenced();
      this.stop("lost");
      return undefined;
    }
    await this.retirePrevious(session);
    this.session = session;
    return session;
  }

  private async retirePrevious(next: LiveSession): Promise<void> {
    const { previous } = this;
    this.previous = undefined;
    if (previous && previous.sessionId !== next.sessionId) previous.succeededBy(next.sessionId);
    if (previous) await this.deps.sessions.retire(previous);
  }

  private async apply(next: Step): Promise<void> {
    if (next.closes) await this.closeSession("ended");
    const before = this.state;
    this.state = next.state;
    await this.publish(before, next);
    if (next.state.phase === "live" && before.phase !== "live" && this.session) {
      await this.deps.sessions.announce(this.session.sessionId);
    }
  }

  private async closeSession(reason: "ended" | "unwatched"): Promise<void> {
    const session = await this.sessionOfRoom();
    if (!session) return;
    await this.deps.sessions.close(session, this.deps.claim, reason);
    this.session = undefined;
    this.previous = session;
  }

  private async publish(before: FeedState, { state, waitMs, code }: Step): Promise<void> {
    const change: Partial<CreatorStatus> = {
      state: state.creator,
      code,
      retryAtMs: code === undefined ? undefined : Math.round(this.deps.clock.now() + waitMs),
      ...(this.session && { roomId: this.session.roomId, sessionId: this.session.sessionId }),
      ...(state.phase === "live" || state.creator === "offline" ? this.details : {}),
    };
    if (state.creator === before.creator && state.phase !== "live" && code === undefined) return;
    if (state.creator !== before.creator || code !== undefined) {
      this.deps.logger.info({ creatorId: this.creatorId, state: state.creator, code }, "creator's source changed");
    }
    const answer = await this.deps.creators.update({ creatorId: this.creatorId, writer: this.deps.claim.writer, change });
    if (answer === "fenced") {
      this.deps.hooks.fenced();
      this.stop("lost");
    }
  }

  /** Looks whether anybody watches, until the feed stops: nobody for a while ends it, somebody new may wake it. */
  private async watchWatchers(): Promise<void> {
    const { watchers, watch, logger } = this.deps;
    const rule = new WatchRule(watch.graceMs);
    for (; !this.hasStopped(); await pause(watch.checkMs, this.stopping.signal)) {
      let found: Awaited<ReturnType<WatcherStore["read"]>>;
      try {
        found = await watchers.read(this.creatorId);
      } catch (err) {
        // Not knowing who watches is no reason to let go of a broadcast.
        logger.warn({ creatorId: this.creatorId, err }, "could not read who watches");
        continue;
      }
      const seen = rule.look(found, performance.now());
      if (seen === "unwatched") this.stop("unwatched");
      // A name that nobody had may have come into being, and whoever asks anew wants to know now.
      else if (seen === "somebodyNew" && this.state.creator === "failed") this.wake.abort();
    }
  }

  private async finish(): Promise<void> {
    if (this.stopReason === "unwatched") {
      if (this.state.roomId !== undefined) await this.closeSession("unwatched");
      const change = { state: "unknown", code: undefined, retryAtMs: undefined } as const;
      await this.deps.creators.update({ creatorId: this.creatorId, writer: this.deps.claim.writer, change });
    }
    this.session?.letGo();
    await this.session?.queue.flushed();
    await this.previous?.queue.flushed();
  }

  private stop(reason: StopReason): void {
    // A lost claim overrules everything: nothing may be written any more.
    if (this.stopReason === undefined || reason === "lost") this.stopReason = reason;
    this.stopping.abort();
    this.wake.abort();
    this.connection?.release();
  }

  private hasStopped(): boolean {
    return this.stopping.signal.aborted;
  }
}
