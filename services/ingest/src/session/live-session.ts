import type { LiveEvent } from "@frontrow/protocol/event";
import type { SessionId } from "@frontrow/protocol/ids";
import type { Control } from "@frontrow/protocol/session";
import type { AppendQueue } from "../append/append-queue.ts";
import type { EventClock } from "../clock/event-clock.ts";
import { TickRule } from "../clock/tick-rule.ts";
import type { IngestMetrics } from "../metrics.ts";
import { notAnnotated } from "../normalize/annotation.ts";
import { type Annotate, normalize } from "../normalize/normalize.ts";
import type { NoEvent } from "../normalize/outcome.ts";
import { sentAtMsOf } from "../normalize/values.ts";
import type { SourceMessage } from "../source/messages.ts";
import { Duplicates } from "./duplicates.ts";
import { type Gap, Outage } from "./outage.ts";
import { aheadOf, type Past } from "./read-back.ts";
import { SeenWindow } from "./seen-window.ts";

export interface LiveSessionDeps {
  readonly sessionId: SessionId;
  readonly roomId: string;
  /** When the session was opened first. */
  readonly sinceMs: number;
  /** What is in its log already, by whichever owner. */
  readonly past: Past;
  /** Why there was no source between the last entry and now. */
  readonly pastReason: "upstream" | "unwatched";
  readonly queue: AppendQueue;
  readonly clock: EventClock;
  readonly annotate: Annotate;
  readonly metrics: IngestMetrics;
}

/** So long after a connection was made an outage is judged even if nothing but history has come. */
const OUTAGE_PATIENCE_MS = 5_000;

/**
 * One broadcast on its way into its log: what is new of it becomes an event, in order; what was there before is known again.
 *
 * History that a connection begins with is appended as `late` when it is new, and covers the outage when it is not. What is
 * older than the session is context only: it is not appended, because no reader may count it.
 */
export class LiveSession {
  readonly sessionId: SessionId;
  readonly roomId: string;
  private readonly deps: LiveSessionDeps;
  private readonly seen = new SeenWindow();
  private readonly outage = new Outage();
  private readonly ticks = new TickRule();
  private readonly duplicates = new Duplicates();
  /** Nobody has written here before, and this owner's first connection is still on. */
  private isFresh: boolean;
  private isOpen = false;
  private isConnected = false;
  private lastEventAtMs = 0;
  /** By how much our clock is ahead of TikTok's, at least. */
  private aheadMs: number | undefined;
  private end: Extract<LiveEvent, { type: "streamEnd" }> | undefined;

  constructor(deps: LiveSessionDeps) {
    this.deps = deps;
    this.sessionId = deps.sessionId;
    this.roomId = deps.roomId;
    const { past } = deps;
    this.isFresh = past.isEmpty;
    if (past.isEmpty) return;
    for (const id of past.ids.toReversed()) this.seen.add(id);
    this.aheadMs = past.aheadMs;
    this.lastEventAtMs = past.lastAtMs;
    deps.clock.notBefore(past.lastAtMs);
    this.outage.begin(past.lastAtMs, deps.pastReason);
  }

  get queue(): AppendQueue {
    return this.deps.queue;
  }

  /** Takes the messages of one frame. They share one moment of event time. */
  receive(messages: readonly SourceMessage[]): void {
    const atMs = this.deps.clock.now();
    const known = this.oldestKnown(messages);
    for (const [index, message] of messages.entries())
      this.take(message, atMs, index < known.index ? known.fromMs : known.fromMs - 1);
  }

  /** A connection stands. */
  connected(): void {
    const atMs = this.deps.clock.now();
    this.isConnected = true;
    this.end = undefined;
    this.open(atMs);
    this.outage.connected(atMs);
  }

  /** There is no connection any more; the last sign of life was so long ago. */
  disconnected(silentForMs: number): void {
    if (!this.isConnected) return;
    this.isConnected = false;
    this.isFresh = false;
    const lastSignMs = Math.max(this.lastEventAtMs, Math.floor(this.deps.clock.now() - silentForMs));
    this.outage.begin(lastSignMs, "upstream");
  }

  /** Call about once a second: event time goes on when nothing happens, as long as somebody listens. */
  secondPassed(): void {
    if (!this.isConnected) return;
    const atMs = this.deps.clock.now();
    this.declare(this.outage.settle(atMs, OUTAGE_PATIENCE_MS), atMs);
    this.tell(this.duplicates.due(atMs));
    if (!this.ticks.isDue(atMs)) return;
    this.ticks.told(atMs);
    this.deps.queue.push("tick", `{"type":"tick","atMs":${atMs}}`, atMs);
  }

  /** The last word of this source: the broadcast is over, or nobody watches. */
  close(reason: "ended" | "unwatched"): void {
    const atMs = this.deps.clock.now();
    if (!this.isOpen && this.deps.past.isEmpty) return; // there never was a connection: the log stays empty
    // Nothing is missing after the source's own last word.
    if (!this.end) this.declare(this.outage.end(atMs), atMs);
    if (reason === "ended") this.append(this.endEvent(atMs));
    this.tell(this.duplicates.rest(atMs));
    this.control({ type: "sourceClosed", atMs, reason });
    this.isConnected = false;
    this.isOpen = false;
  }

  /** Another owner goes on from here: what was only noted until now is said. */
  letGo(): void {
    if (this.isOpen) this.tell(this.duplicates.rest(this.deps.clock.now()));
  }

  /** The creator's next broadcast has another session: the last entry of this log names it. */
  succeededBy(sessionId: SessionId): void {
    this.control({ type: "successor", atMs: this.deps.clock.now(), sessionId });
  }

  /** `contextUpToMs`: history of this moment or older is from before what we know. */
  private take(message: SourceMessage, atMs: number, contextUpToMs: number): void {
    const { metrics } = this.deps;
    if (this.seen.has(message.id)) {
      metrics.duplicate();
      this.drop(message, atMs);
      if (message.isHistory) this.outage.overlapped();
      return;
    }
    const event = this.normalized(message, atMs);
    if (typeof event === "string") {
      metrics.ignored(event);
      return;
    }
    if (event.type === "streamEnd") {
      // Not appended before it is certain, and not before what comes after it in the same frame.
      this.end = event;
      return;
    }
    if (message.isHistory && this.isContext(event, contextUpToMs)) {
      // A new session's may come once more as if it were new. Later, a long history must not push out what it repeats.
      if (this.isFresh) this.seen.add(message.id);
      metrics.context();
      return;
    }
    this.seen.add(message.id);
    this.open(atMs);
    if (message.isHistory) event.late = true;
    else {
      this.declare(this.outage.end(atMs), atMs);
      this.aheadMs = aheadOf(event, this.aheadMs);
    }
    this.append(event);
  }

  /**
   * The oldest thing in this history that we have seen: when it was sent, by TikTok's clock (−∞ when we have seen nothing of
   * it), and where the first that we have seen stands. The place tells apart what was sent in the same millisecond.
   */
  private oldestKnown(messages: readonly SourceMessage[]): { readonly fromMs: number; readonly index: number } {
    let fromMs = Number.POSITIVE_INFINITY;
    let index = 0;
    for (const [at, { isHistory, id, body }] of messages.entries()) {
      if (!isHistory || !this.seen.has(id)) continue;
      if (fromMs === Number.POSITIVE_INFINITY) index = at;
      fromMs = Math.min(fromMs, sentAtMsOf(body.common?.createTime, Number.POSITIVE_INFINITY));
    }
    return Number.isFinite(fromMs) ? { fromMs, index } : { fromMs: Number.NEGATIVE_INFINITY, index: 0 };
  }

  /**
   * Older than the session, or than what we remember of it: then it was seen and forgotten, or is in a gap that was declared.
   * All history of a new session is; else TikTok's clock tells, compared with itself or with what we know of it.
   */
  private isContext({ sentAtMs }: LiveEvent, contextUpToMs: number): boolean {
    return this.isFresh || sentAtMs <= contextUpToMs || sentAtMs + (this.aheadMs ?? 0) < this.deps.sinceMs;
  }

  /** Counts by what it would have been; what it says was annotated when it came first. */
  private drop(message: SourceMessage, atMs: number): void {
    const event = this.normalized(message, atMs, notAnnotated);
    if (typeof event !== "string") this.duplicates.drop(event.type);
  }

  /** A message that nobody expected is one message less, not one process less. */
  private normalized(message: SourceMessage, atMs: number, annotate = this.deps.annotate): LiveEvent | NoEvent {
    try {
      return normalize(message, atMs, annotate);
    } catch {
      this.deps.metrics.unreadable({ reason: "message" });
      return "emptyMessage";
    }
  }

  private append(event: LiveEvent): void {
    this.lastEventAtMs = event.atMs;
    this.ticks.happened(event.atMs);
    this.deps.metrics.event(event.type, event.late === true);
    this.deps.queue.push("events", JSON.stringify(event), event.atMs);
  }

  private declare(gap: Gap | undefined, atMs: number): void {
    if (!gap) return;
    this.deps.metrics.gap(gap.reason, (gap.toMs - gap.fromMs) / 1000);
    this.append(gapEvent(gap, atMs));
  }

  private open(atMs: number): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.control({ type: "sourceOpened", atMs, roomId: this.roomId });
  }

  private tell(fact: Control | undefined): void {
    if (fact) this.control(fact);
  }

  private control(item: Control): void {
    this.deps.queue.push("control", JSON.stringify(item), item.atMs);
  }

  private endEvent(atMs: number): LiveEvent {
    return this.end
      ? { ...this.end, atMs }
      : { type: "streamEnd", id: `end:${this.sessionId}`, atMs, sentAtMs: atMs, reason: "ended" };
  }
}

/** What a gap is in the log; its id follows from what it is about, so that it cannot be there twice. */
export const gapEvent = ({ fromMs, toMs, reason }: Gap, atMs: number): LiveEvent => ({
  type: "gap",
  id: `gap:${reason}:${fromMs}`,
  atMs,
  sentAtMs: atMs,
  fromMs,
  toMs,
  reason,
});
