import { type LogEntry, type Position, positionOf } from "@frontrow/protocol/entry";
import { FrontrowError } from "@frontrow/protocol/errors";
import { isAfter } from "@frontrow/protocol/stream-id";
import type { RedisLogger } from "./client.ts";
import { entryOfPush, type ReadOutcome } from "./log.ts";
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
/** When Redis refuses us, for as long as it does. What passes by itself waits in the store. */
const RETRY_MS = 1000;
const LOOKS_WHEN_DEAF = 10;

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
  /** Since the last look of the sweep. */
  private heard = false;
  /** The sweep found entries that were not pushed: so many more looks, sooner than the sweep comes round. */
  private looksDue = 0;
  private looking = false;
  private retryTimer: NodeJS.Timeout | undefined;

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
    clearTimeout(this.retryTimer);
    this.unsubscribe();
    this.deps.onEnd();
    this.signalCaughtUp();
  }

  /** The sweep's look: a log that is heard of needs none, as its next entry shows what is missing. */
  lookWhenQuiet(): void {
    if (this.heard) this.heard = false;
    else this.look();
  }

  /**
   * A further look when one has found something that was not pushed: while a slot migrates, its keys are at the new node
   * already, where nobody can subscribe yet.
   */
  lookWhenDeaf(): void {
    if (this.looksDue === 0) return;
    this.looksDue -= 1;
    this.look();
  }

  private look(): void {
    if (this.ended || this.reading) return;
    this.looking = true;
    this.repair();
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
    if (entry.previous === this.position.id) {
      this.looksDue = 0;
      this.deliver(entry);
    }
    // Older ones came by a range read already; what is newer leaves a hole.
    else if (isAfter(entry.id, this.position.id)) this.repair();
  }

  /** Reads to the end of the log, then lets the pushes that were held continue. Never throws. */
  private async readOn(): Promise<void> {
    this.reading = true;
    try {
      do {
        this.readAgain = false;
        await this.readPage();
      } while (this.readAgain && !this.ended);
      this.signalCaughtUp();
    } catch (error) {
      if (isRetry(error)) this.retryTimer = setTimeout(() => this.repair(), RETRY_MS * (0.5 + Math.random()));
      else this.fail(error);
    } finally {
      this.reading = false;
      this.looking = false;
    }
  }

  private async readPage(): Promise<void> {
    const outcome = await this.deps.read(this.forgetHeld());
    if (this.ended) return;
    if (outcome.outcome !== "ok") {
      this.resync(outcome.outcome);
      return;
    }
    if (this.looking && outcome.entries.length > 0) this.looksDue = LOOKS_WHEN_DEAF;
    for (const entry of outcome.entries) this.deliver(entry);
    if (outcome.more) this.readAgain = true;
    else for (const message of this.held.splice(0)) this.accept(message);
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

const isRetry = (error: unknown): boolean => error instanceof FrontrowError && error.disposition === "retry";
