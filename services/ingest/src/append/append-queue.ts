import type { EntryKind } from "@frontrow/protocol/entry";
import type { AppendOutcome } from "@frontrow/redis/log";
import type { Budget } from "./memory-quota.ts";
import { Outbox, type OutboxLimits, type OutEntry } from "./resend-buffer.ts";

/** A session's log sees at most one entry in so long: what comes in between is packed together. */
const FLUSH_INTERVAL_MS = 50;

export interface AppendQueueDeps {
  /** One attempt to append. Waits while Redis is away; rejects only when it will not be tried again by itself. */
  append(entry: OutEntry): Promise<AppendOutcome>;
  /** Event time of the last entry in the log; what the gap after a fail-over begins with. */
  lastAtMs(): Promise<number>;
  /** Makes the session's keys again, after a Redis came back without them. */
  reopen(): Promise<"open" | "fenced">;
  /** The JSON of the item that says what is missing in the log. */
  gap(fromMs: number, toMs: number, reason: "overflow" | "failover"): string;
  /** The log is somebody else's: nothing is written any more. */
  onFenced(): void;
  /** An append failed in a way that is not Redis being away; it is tried again. */
  onFailure(error: unknown): void;
  /** Memory that all sessions of the process share. */
  readonly budget: Budget;
  readonly limits?: OutboxLimits;
  /** What this claim has appended to this log before. */
  readonly lastSequence?: number;
  readonly monotonic?: () => number;
}

/** After a failed append the next attempt waits for so long. */
const RETRY_MS = 1_000;

/**
 * Appends a session's items in order, each exactly once as far as Redis keeps its word, and says what it could not keep.
 *
 * One append is in flight at a time; what comes meanwhile is packed into the next one, so that a slow Redis sees fewer and
 * larger entries. While Redis is away items wait in bounded memory. What does not fit becomes one `gap`.
 */
export class AppendQueue {
  private readonly deps: AppendQueueDeps;
  private readonly outbox: Outbox;
  private readonly monotonic: () => number;
  private isPumping = false;
  private hasStopped = false;
  private timer: NodeJS.Timeout | NodeJS.Immediate | undefined;
  private lastFlushAt = Number.NEGATIVE_INFINITY;
  private overflow: { fromMs: number } | undefined;
  private idle: { promise: Promise<void>; resolve(): void } | undefined;

  constructor(deps: AppendQueueDeps) {
    this.deps = deps;
    this.outbox = new Outbox(deps.limits, deps.lastSequence);
    this.monotonic = deps.monotonic ?? (() => performance.now());
  }

  /** Where another queue of the same claim would have to go on. */
  get lastSequence(): number {
    return this.outbox.lastSequence;
  }

  /** Appends an item soon. False when there was no room for it: then the log will say so. */
  push(kind: EntryKind, json: string, atMs: number): boolean {
    if (this.hasStopped) return false;
    if (this.overflow && !this.endOverflow(atMs)) return false;
    if (!this.take(kind, json, atMs)) {
      this.overflow ??= { fromMs: atMs };
      return false;
    }
    this.schedule();
    return true;
  }

  /** Resolves when everything pushed so far is in the log, or nothing will be written any more. */
  async flushed(): Promise<void> {
    if (this.hasStopped) return;
    if (this.outbox.isEmpty && !this.isPumping) return;
    this.idle ??= withResolve();
    const { promise } = this.idle;
    this.pumpNow();
    await promise;
  }

  /** Writes nothing more, whatever waits. */
  stop(): void {
    if (this.hasStopped) return;
    this.hasStopped = true;
    this.clearTimer();
    this.deps.budget.give(this.outbox.size);
    this.settle();
  }

  private take(kind: EntryKind, json: string, atMs: number): boolean {
    if (!this.deps.budget.take(json.length)) return false;
    if (this.outbox.push(kind, json, atMs) === "taken") return true;
    this.deps.budget.give(json.length);
    return false;
  }

  /** Says what was refused, in its place, as soon as there is room again. */
  private endOverflow(atMs: number): boolean {
    if (!this.overflow) return true;
    // Not at the first free byte, or a Redis that is a little too slow would get a gap with each item.
    if (this.outbox.isHalfFull) return false;
    if (!this.take("events", this.deps.gap(this.overflow.fromMs, atMs, "overflow"), atMs)) return false;
    this.overflow = undefined;
    return true;
  }

  /** At once after a quiet time, else when the interval is over. `setImmediate` lets all frames of one read join. */
  private schedule(): void {
    if (this.timer || this.isPumping) return;
    const wait = this.lastFlushAt + FLUSH_INTERVAL_MS - this.monotonic();
    this.timer = wait > 0 ? setTimeout(() => this.pumpNow(), wait) : setImmediate(() => this.pumpNow());
  }

  private pumpNow(): void {
    this.clearTimer();
    if (this.isPumping || this.hasStopped) return;
    this.isPumping = true;
    this.pump().catch((error: unknown) => {
      this.isPumping = false;
      this.deps.onFailure(error);
      if (!this.hasStopped) this.timer = setTimeout(() => this.pumpNow(), RETRY_MS);
    });
  }

  private async pump(): Promise<void> {
    do {
      const entry = this.next();
      if (!entry) break;
      this.lastFlushAt = this.monotonic();
      await this.settleOutcome(await this.deps.append(entry));
      // A few items that came meanwhile wait for others; a backlog, or somebody who waits for the end, does not.
    } while (!this.hasStopped && (this.idle || this.outbox.hasBacklog));
    this.isPumping = false;
    if (this.outbox.isEmpty) this.settle();
    else if (!this.hasStopped) this.schedule();
  }

  /** Gives back to the budget what packing took out of the waiting items. */
  private next(): OutEntry | undefined {
    const before = this.outbox.size;
    const entry = this.outbox.next();
    this.deps.budget.give(before - this.outbox.size);
    return entry;
  }

  private async settleOutcome(answer: AppendOutcome): Promise<void> {
    if (this.hasStopped) return;
    switch (answer.outcome) {
      case "appended":
      case "repeated":
        this.outbox.acknowledged(this.monotonic());
        return;
      case "missing":
        if (this.outbox.missing(answer.lastSequence) === "lost") await this.restart(answer.lastSequence);
        return;
      case "absent":
        if ((await this.deps.reopen()) === "open") return;
        break;
      case "fenced":
      case "epoch":
        // A live session has one epoch for life: another one means that this is not our log.
        break;
    }
    this.stop();
    this.deps.onFenced();
  }

  private async restart(lastSequence: number): Promise<void> {
    const fromMs = await this.deps.lastAtMs();
    const toMs = Math.max(fromMs, this.outbox.next()?.atMs ?? fromMs);
    this.outbox.restart(lastSequence, "events", this.deps.gap(fromMs, toMs, "failover"));
  }

  private clearTimer(): void {
    if (this.timer === undefined) return;
    clearTimeout(this.timer as NodeJS.Timeout);
    clearImmediate(this.timer as NodeJS.Immediate);
    this.timer = undefined;
  }

  private settle(): void {
    this.idle?.resolve();
    this.idle = undefined;
  }
}

function withResolve(): { promise: Promise<void>; resolve(): void } {
  let resolve = () => {};
  const promise = new Promise<void>((settled) => {
    resolve = settled;
  });
  return { promise, resolve };
}
