import type { EntryKind } from "@frontrow/protocol/entry";
import type { AppendOutcome } from "@frontrow/redis/log";
import type { AdaptiveInterval } from "@frontrow/runtime/adaptive-interval";
import type { MemoryQuota } from "./memory-quota.ts";
import { type BufferLimits, type PackedEntry, ResendBuffer } from "./resend-buffer.ts";

/** Pause after an append that failed for another reason than Redis being away. */
const RETRY_MS = 1_000;

export interface AppendQueueDeps {
  /** One attempt to append. Waits while Redis is away; rejects only when it will not be tried again by itself. */
  append(entry: PackedEntry): Promise<AppendOutcome>;
  /** Event time of the last entry in the log; the gap after a fail-over begins there. */
  lastAtMs(): Promise<number>;
  /** Makes the session's keys again, after a Redis came back without them. */
  reopen(): Promise<"open" | "fenced">;
  /** The JSON of the item that declares what is missing in the log. */
  gap(fromMs: number, toMs: number, reason: "overflow" | "failover"): string;
  /** The log is somebody else's: nothing is written any more. */
  onFenced(): void;
  /** An append failed for another reason than Redis being away; it is tried again. */
  onFailure(error: unknown): void;
  readonly quota: MemoryQuota;
  /** Minimum interval between two entries: what comes in between is packed together. */
  readonly flushInterval: AdaptiveInterval;
  readonly limits?: BufferLimits;
  /** Sequence of the last entry that this claim has appended to this log before. */
  readonly lastSequence?: number;
  readonly monotonic?: () => number;
}

/**
 * Appends a session's items in order, each exactly once as far as Redis keeps its word, and declares what it could not keep.
 *
 * One append is in flight at a time; what comes meanwhile is packed into the next one, so that a slow Redis sees fewer and
 * larger entries. While Redis is away items wait in bounded memory. What does not fit becomes one `gap`.
 */
export class AppendQueue {
  readonly #deps: AppendQueueDeps;
  readonly #buffer: ResendBuffer;
  readonly #monotonic: () => number;
  #isPumping = false;
  #hasStopped = false;
  #timer: NodeJS.Timeout | undefined;
  /** An entry is packed when the read under way has been handled. */
  #isDue = false;
  #lastFlushAt = Number.NEGATIVE_INFINITY;
  /** Since when items are refused; undefined while there is room. */
  #overflow: { readonly fromMs: number } | undefined;
  /** Resolves when nothing waits any more; there while somebody waits for that. */
  #drained: { promise: Promise<void>; resolve(): void } | undefined;

  constructor(deps: AppendQueueDeps) {
    this.#deps = deps;
    this.#buffer = new ResendBuffer(deps.limits, deps.lastSequence);
    this.#monotonic = deps.monotonic ?? (() => performance.now());
  }

  /** Where another queue of the same claim would have to go on. */
  get lastSequence(): number {
    return this.#buffer.lastSequence;
  }

  /** Appends an item soon. False when there was no room for it: then a gap in the log declares it missing. */
  push(kind: EntryKind, json: string, atMs: number): boolean {
    if (this.#hasStopped) return false;
    if (this.#overflow && !this.#endOverflow(this.#overflow.fromMs, atMs)) return false;
    if (!this.#enqueue(kind, json, atMs)) {
      this.#overflow = { fromMs: atMs };
      return false;
    }
    this.#schedule();
    return true;
  }

  /** Resolves when everything pushed so far is in the log, or nothing will be written any more. */
  async flushed(): Promise<void> {
    if (this.#hasStopped) return;
    if (this.#buffer.isEmpty && !this.#isPumping) return;
    this.#drained ??= withResolve();
    const { promise } = this.#drained;
    this.#pumpNow();
    await promise;
  }

  /** Writes nothing more, and gives the memory of what waits back to the quota. */
  stop(): void {
    if (this.#hasStopped) return;
    this.#hasStopped = true;
    this.#clearTimer();
    this.#deps.quota.release(this.#buffer.waitingCharacters);
    this.#resolveDrained();
  }

  #enqueue(kind: EntryKind, json: string, atMs: number): boolean {
    if (!this.#deps.quota.reserve(json.length)) return false;
    if (this.#buffer.push(kind, json, atMs) === "taken") return true;
    this.#deps.quota.release(json.length);
    return false;
  }

  /** Declares what was refused, in its place, as soon as there is room again. */
  #endOverflow(fromMs: number, atMs: number): boolean {
    // Not at the first free byte, or a Redis that is a little too slow would get a gap with each item.
    if (this.#buffer.isHalfFull) return false;
    if (!this.#enqueue("events", this.#deps.gap(fromMs, atMs, "overflow"), atMs)) return false;
    this.#overflow = undefined;
    return true;
  }

  /**
   * At once after a quiet time, else when the interval is over. `nextTick` lets all frames of one read join, and comes before other
   * sockets are read: what a frame was made into is still in the processor's cache.
   */
  #schedule(): void {
    if (this.#timer || this.#isDue || this.#isPumping) return;
    const waitMs = this.#lastFlushAt + this.#deps.flushInterval.ms - this.#monotonic();
    if (waitMs > 0) {
      this.#timer = setTimeout(() => this.#pumpNow(), waitMs);
      return;
    }
    this.#isDue = true;
    process.nextTick(() => this.#pumpNow());
  }

  #pumpNow(): void {
    this.#clearTimer();
    this.#isDue = false;
    if (this.#isPumping || this.#hasStopped) return;
    this.#isPumping = true;
    this.#pump().catch((error: unknown) => {
      this.#isPumping = false;
      this.#deps.onFailure(error);
      if (!this.#hasStopped) this.#timer = setTimeout(() => this.#pumpNow(), RETRY_MS);
    });
  }

  async #pump(): Promise<void> {
    do {
      const entry = this.#nextEntry();
      if (!entry) break;
      this.#lastFlushAt = this.#monotonic();
      this.#deps.flushInterval.record(this.#lastFlushAt);
      await this.#applyOutcome(await this.#deps.append(entry));
      // A few items that came meanwhile wait for others; a backlog, or somebody who waits for the end, does not.
    } while (!this.#hasStopped && (this.#drained || this.#buffer.hasBacklog));
    this.#isPumping = false;
    if (this.#buffer.isEmpty) this.#resolveDrained();
    else if (!this.#hasStopped) this.#schedule();
  }

  /** Gives back to the quota what packing took out of the waiting items. */
  #nextEntry(): PackedEntry | undefined {
    const before = this.#buffer.waitingCharacters;
    const entry = this.#buffer.next();
    this.#deps.quota.release(before - this.#buffer.waitingCharacters);
    return entry;
  }

  async #applyOutcome(answer: AppendOutcome): Promise<void> {
    if (this.#hasStopped) return;
    switch (answer.outcome) {
      case "appended":
      case "repeated":
        this.#buffer.acknowledge(this.#monotonic());
        return;
      case "missing":
        if (this.#buffer.rewind(answer.lastSequence) === "lost") await this.#restartAfter(answer.lastSequence);
        return;
      case "absent":
        if ((await this.#deps.reopen()) === "open") return;
        break;
      case "fenced":
      case "epoch":
      case "moved":
        // A live session has one epoch for life: another one means that this is not our log. (We append after whatever is the last.)
        break;
    }
    this.stop();
    this.#deps.onFenced();
  }

  async #restartAfter(lastSequence: number): Promise<void> {
    const fromMs = await this.#deps.lastAtMs();
    // Up to the first entry that is sent again: event time must not go back after the gap.
    const toMs = Math.max(fromMs, this.#buffer.firstAtMs ?? fromMs);
    this.#buffer.restart(lastSequence, "events", this.#deps.gap(fromMs, toMs, "failover"));
  }

  #clearTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #resolveDrained(): void {
    this.#drained?.resolve();
    this.#drained = undefined;
  }
}

function withResolve(): { promise: Promise<void>; resolve(): void } {
  let resolve = () => {};
  const promise = new Promise<void>((resolved) => {
    resolve = resolved;
  });
  return { promise, resolve };
}
