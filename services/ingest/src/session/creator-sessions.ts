import type { Claim } from "@frontrow/ownership/ownership";
import type { Orders } from "@frontrow/ownership/start-orders";
import type { CreatorId, SessionId } from "@frontrow/protocol/ids";
import type { LogStore } from "@frontrow/redis/log";
import { type SessionStore, sessionIdOf } from "@frontrow/redis/sessions";
import type { WantedIndex } from "@frontrow/redis/wanted-index";
import type { Logger } from "@frontrow/runtime/logger";
import { AppendQueue } from "../append/append-queue.ts";
import type { Budget } from "../append/memory-quota.ts";
import type { EventClock } from "../clock/event-clock.ts";
import type { IngestMetrics } from "../metrics.ts";
import type { Annotate } from "../normalize/normalize.ts";
import { gapEvent, LiveSession } from "./live-session.ts";
import { readPast } from "./read-back.ts";
import { SEEN_EVENTS } from "./seen-window.ts";

export interface SessionsDeps {
  readonly store: SessionStore;
  readonly log: LogStore;
  readonly wanted: WantedIndex;
  readonly orders: Orders;
  readonly clock: EventClock;
  readonly budget: Budget;
  readonly annotate: Annotate;
  readonly metrics: IngestMetrics;
  readonly logger: Pick<Logger, "warn">;
  /** How long Redis keeps a session that has ended. */
  readonly keptSeconds: number;
}

/** The first epoch of a live session, and its only one. */
const EPOCH = 1;

/** The sessions of one creator, for as long as one worker owns the creator. */
export class Sessions {
  private readonly deps: SessionsDeps;
  /** How far this claim has written each log: a session that is opened again goes on from there. */
  private readonly sequences = new Map<SessionId, number>();

  constructor(deps: SessionsDeps) {
    this.deps = deps;
  }

  /** Opens the session of a room, with all that was seen in it before, by whichever owner. */
  async open(claim: Claim, roomId: string, onFenced: () => void): Promise<LiveSession | "fenced"> {
    const { store, log, wanted, clock, annotate, metrics } = this.deps;
    const creatorId = claim.id as CreatorId;
    const sessionId = sessionIdOf(creatorId, roomId);
    const before = await store.read(sessionId);
    const opening = { sessionId, creatorId, roomId, kind: "LIVE", writer: claim.writer, worker: claim.workerId } as const;
    // Indexed first: whoever dies between the two leaves nothing that the sweep does not see.
    await wanted.add("analytics", sessionId);
    if ((await store.open(opening)) === "fenced") return "fenced";
    const session = await store.read(sessionId);
    const readBack = (limit: { entries: number; before?: string }) => log.readBack(sessionId, limit);
    const past = await readPast(readBack, SEEN_EVENTS);
    const queue = new AppendQueue({
      append: async (entry) => {
        metrics.appended();
        return log.append({ log: sessionId, writer: claim.writer, epoch: EPOCH, ...entry });
      },
      lastAtMs: async () => (await readPast(readBack, 1)).lastAtMs,
      reopen: async () => ((await store.open(opening)) === "fenced" ? "fenced" : "open"),
      gap: (fromMs, toMs, reason) => {
        metrics.gap(reason, (toMs - fromMs) / 1000);
        return JSON.stringify(gapEvent({ fromMs, toMs, reason }, toMs));
      },
      onFenced,
      onFailure: (err) => this.deps.logger.warn({ sessionId, err }, "append failed, tried again"),
      budget: this.deps.budget,
      lastSequence: this.sequences.get(sessionId) ?? 0,
    });
    return new LiveSession({
      sessionId,
      roomId,
      sinceMs: session?.sinceMs ?? clock.now(),
      past,
      pastReason: before?.state === "unwatched" ? "unwatched" : "upstream",
      queue,
      clock,
      annotate,
      metrics,
    });
  }

  /** Asks for somebody who folds the session. */
  async announce(sessionId: SessionId): Promise<void> {
    await this.deps.orders.order("analytics", sessionId);
  }

  /** Says the session's last word, and waits until it is in the log. The queue stays usable for a successor's name. */
  async close(session: LiveSession, claim: Claim, reason: "ended" | "unwatched"): Promise<void> {
    session.close(reason);
    await session.queue.flushed();
    await this.deps.store.close(session.sessionId, claim.writer, reason);
    await this.deps.store.expire(session.sessionId, this.deps.keptSeconds);
    this.sequences.set(session.sessionId, session.queue.lastSequence);
  }

  /** Writes nothing more to this session unless it is opened again. */
  async retire(session: LiveSession): Promise<void> {
    await session.queue.flushed();
    session.queue.stop();
    this.sequences.set(session.sessionId, session.queue.lastSequence);
  }
}
