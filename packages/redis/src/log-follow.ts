import { type LogEntry, type Position, positionOf } from "@frontrow/protocol/entry";
import type { RedisLogger } from "./client.ts";
import { entryOfPush, isAfter, type ReadOutcome } from "./log.ts";
import type { Follow, FollowHandlers } from "./log-reader.ts";
import type { ChannelHandlers } from "./shard-subscriber.ts";

interface Dependencies {
  subscribe(handlers: ChannelHandlers): Promise<() => void>;
  read(position: Position): Promise<ReadOutcome>;
  readonly logger: RedisLogger;
  onEnd(): void;
}

/** What is pushed while a range read is under way waits for its end: so much of it, or the read is done again. */
const HELD_ENTRIES = 256;
const HELD_CHARS = 1 << 20;

/**
 * One follow of one log: a position, and how it goes on.
 *
 * ```text
 * reading ── a range read found the end, and what was pushed meanwhile continues it ──▶ live
 * live ── a push that does not continue the position, a reset, a look at a quiet log ──▶ reading
 * ```
 */
export class LogFollow implements Follow {
  position: Position;
  readonly caughtUp: Promise<void>;
  private readonly handlers: FollowHandlers;
  private readonly deps: Dependencies;
  private signalCaughtUp = () => {};
  private unsubscribe = () => {};
  private ended = false;
  private reading = false;
  /** Something happened since the current read began that another one must look into. */
  private readAgain = false;
  private held: string[] = [];
  private heldChars = 0;
  private heard = false;

  constructor(from: Position, handlers: FollowHandlers, deps: Dependencies) {
    this.position = positionOf(from);
    this.handlers = handlers;
    this.deps = deps;
    this.caughtUp = new Promise((resolve) => {
      this.signalCaughtUp = resolve;
    });
    void this.begin();
  }

  close(): void {
    if (this.ended) return;
    this.ended = true;
    this.held = [];
    this.unsubscribe();
    this.deps.onEnd();
    this.signalCaughtUp();
  }

  /** The sweep: a log that is heard of needs no look, as its next entry shows what is missing. */
  checkWhenQuiet(): void {
    if (this.heard) this.heard = false;
    else this.repair();
  }

  private async begin(): Promise<void> {
    try {
      // Subscribed before the first read, so that nothing falls between them.
      const unsubscribe = await this.deps.subscribe({
        onMessage: (message) => this.onPush(message),
        onReset: () => this.repair(),
      });
      if (this.ended) unsubscribe();
      else this.unsubscribe = unsubscribe;
    } catch (error) {
      this.fail(error);
      return;
    }
    this.repair();
  }

  private repair(): void {
    if (this.ended) return;
    if (this.reading) this.readAgain = true;
    else void this.readOn();
  }

  private onPush(message: string): void {
    if (this.ended) return;
    this.heard = true;
    if (!this.reading) this.accept(message);
    else if (this.held.length < HELD_ENTRIES && this.heldChars + message.length <= HELD_CHARS) {
      this.held.push(message);
      this.heldChars += message.length;
    } else this.readAgain = true;
  }

  private accept(message: string): void {
    const entry = entryOfPush(this.position.log, message);
    if (entry.previous === this.position.id) this.deliver(entry);
    // Older ones came by a range read already; what is newer leaves a hole.
    else if (isAfter(entry.id, this.position.id)) this.repair();
  }

  /** Reads to the end of the log, then lets the pushes that were held continue. Never throws. */
  private async readOn(): Promise<void> {
    this.reading = true;
    try {
      do {
        this.readAgain = false;
        const outcome = await this.deps.read(this.forgetHeld());
        if (this.ended) return;
        if (outcome.outcome !== "ok") return this.resync(outcome.outcome);
        for (const entry of outcome.entries) this.deliver(entry);
        if (outcome.more) this.readAgain = true;
        else for (const message of this.held.splice(0)) this.accept(message);
      } while (this.readAgain && !this.ended);
    } catch (error) {
      this.fail(error);
    } finally {
      this.reading = false;
    }
    this.signalCaughtUp();
  }

  /** What was pushed before a read began is in what it reads. */
  private forgetHeld(): Position {
    this.held = [];
    this.heldChars = 0;
    return this.position;
  }

  private deliver(entry: LogEntry): void {
    if (this.ended) return;
    if (entry.epoch !== this.position.epoch) {
      this.resync("epoch");
      return;
    }
    this.position = positionOf(entry);
    try {
      this.handlers.onEntry(entry);
    } catch (error) {
      this.fail(error);
    }
  }

  private resync(reason: "trimmed" | "lost" | "epoch" | "absent"): void {
    if (this.ended) return;
    this.close();
    this.handlers.onResync(reason);
  }

  private fail(error: unknown): void {
    if (this.ended) return;
    this.close();
    this.deps.logger.error({ err: error, log: this.position.log, id: this.position.id }, "following a log failed");
    this.handlers.onFailed?.(error);
  }
}
