import type { OnDemandDocument } from "@frontrow/protocol/documents";
import { type LogEntry, type Position, positionOf } from "@frontrow/protocol/entry";
import { FrontrowError } from "@frontrow/protocol/errors";
import { isAfter } from "@frontrow/protocol/stream-id";
import type { RedisLogger } from "../client/client.ts";
import type { ChannelHandlers } from "../pubsub/subscriber.ts";
import { documentsAskedBy } from "./ask.ts";
import { entryOfPush, type ReadOutcome } from "./log.ts";

export interface FollowHandlers {
  /** Each entry once, in the order of the log. One that throws ends its follow, not the others'. */
  onEntry(entry: LogEntry): void;
  /** The position cannot be continued from: start from a snapshot. Nothing more comes until the caller follows anew. */
  onResync(reason: "trimmed" | "lost" | "epoch" | "absent"): void;
  /** Somebody asks the session's fold for documents: an entry or none may have come before since they asked. */
  onAsk?(documents: readonly OnDemandDocument[]): void;
  /** `onEntry` threw, or the log cannot be read at all: the follow has ended. Logged already. */
  onFailed?(error: unknown): void;
}

export interface Follow {
  /** That of the last entry delivered. */
  readonly position: Position;
  /** Resolves when everything that existed at the call was delivered, or the follow has ended. */
  readonly caughtUp: Promise<void>;
  close(): void;
}

interface Dependencies {
  subscribe(handlers: ChannelHandlers): Promise<() => void>;
  read(position: Position): Promise<ReadOutcome>;
  readonly logger: RedisLogger;
  onEnd(): void;
}

/** Bounds of the pushes that wait while a range read is under way: what exceeds them is read again. */
const MAX_HELD_ENTRIES = 256;
const MAX_HELD_CHARS = 1 << 20;
/** Mean pause before a read that Redis refused is tried again. What heals by itself is waited for in the store. */
const RETRY_MS = 1000;
/** Further checks of a log that turned out to have entries which were not pushed. */
const CHECKS_WHILE_UNPUSHED = 10;

/**
 * One follow of one log: a position, and how it goes on.
 *
 * ```text
 * reading ── a range read found the end, and the pushes held meanwhile continue it ──▶ live
 * live ── a push that does not continue the position, a reset, a check of a quiet log ──▶ reading
 * ```
 */
export class LogFollow implements Follow {
  readonly caughtUp: Promise<void>;
  readonly #handlers: FollowHandlers;
  readonly #deps: Dependencies;
  #position: Position;
  #signalCaughtUp = () => {};
  #unsubscribe = () => {};
  #hasEnded = false;
  #isReading = false;
  /** Something happened since the current read began that another one must cover. */
  #mustReadAgain = false;
  #held: string[] = [];
  #heldChars = 0;
  /** Whether anything was pushed since the last check of the sweep. */
  #wasPushed = false;
  /** Whether the read under way is a check: one that no push or reset has asked for. */
  #isChecking = false;
  #checksLeft = 0;
  #retryTimer: NodeJS.Timeout | undefined;

  constructor(from: Position, handlers: FollowHandlers, deps: Dependencies) {
    this.#position = positionOf(from);
    this.#handlers = handlers;
    this.#deps = deps;
    this.caughtUp = new Promise((resolve) => {
      this.#signalCaughtUp = resolve;
    });
    void this.#begin();
  }

  get position(): Position {
    return this.#position;
  }

  close(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#held = [];
    clearTimeout(this.#retryTimer);
    this.#unsubscribe();
    this.#deps.onEnd();
    this.#signalCaughtUp();
  }

  /** The sweep's check. A log with pushes needs none, as its next entry shows what is missing. */
  checkWhenQuiet(): void {
    if (this.#wasPushed) this.#wasPushed = false;
    else this.#check();
  }

  /**
   * A further check after one that has found entries which were not pushed: while a slot migrates, its keys are at the new
   * node already, where nobody can subscribe yet.
   */
  checkWhileUnpushed(): void {
    if (this.#checksLeft === 0) return;
    this.#checksLeft -= 1;
    this.#check();
  }

  #check(): void {
    if (this.#isReading) return;
    this.#isChecking = true;
    this.#repair();
  }

  async #begin(): Promise<void> {
    try {
      // Subscribed before the first read, so that no entry falls between them.
      const unsubscribe = await this.#deps.subscribe({
        onMessage: (message) => this.#onPush(message),
        onReset: () => this.#repair(),
      });
      if (this.#hasEnded) unsubscribe();
      else this.#unsubscribe = unsubscribe;
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.#repair();
  }

  #repair(): void {
    if (this.#hasEnded) return;
    if (this.#isReading) this.#mustReadAgain = true;
    else void this.#readToEnd();
  }

  #onPush(message: string): void {
    if (this.#hasEnded) return;
    const asked = documentsAskedBy(message);
    if (asked) {
      this.#handlers.onAsk?.(asked);
      return;
    }
    this.#wasPushed = true;
    if (!this.#isReading) this.#accept(message);
    else if (this.#held.length < MAX_HELD_ENTRIES && this.#heldChars + message.length <= MAX_HELD_CHARS) {
      this.#held.push(message);
      this.#heldChars += message.length;
    } else this.#mustReadAgain = true;
  }

  #accept(message: string): void {
    const entry = entryOfPush(this.#position.log, message);
    if (entry.previous === this.#position.id) {
      this.#checksLeft = 0;
      this.#deliver(entry);
    }
    // An older entry was delivered by a range read already; a newer one leaves a hole.
    else if (isAfter(entry.id, this.#position.id)) this.#repair();
  }

  /** Reads to the end of the log, then lets the held pushes continue. Never throws. */
  async #readToEnd(): Promise<void> {
    this.#isReading = true;
    try {
      do {
        this.#mustReadAgain = false;
        await this.#readPage();
      } while (this.#mustReadAgain && !this.#hasEnded);
      this.#signalCaughtUp();
    } catch (error) {
      if (isRetry(error)) this.#retryTimer = setTimeout(() => this.#repair(), RETRY_MS * (0.5 + Math.random()));
      else this.#fail(error);
    } finally {
      this.#isReading = false;
      this.#isChecking = false;
    }
  }

  async #readPage(): Promise<void> {
    // The read covers what was pushed before it began.
    this.#held = [];
    this.#heldChars = 0;
    const outcome = await this.#deps.read(this.#position);
    if (outcome.outcome !== "ok") {
      this.#resync(outcome.outcome);
      return;
    }
    if (this.#isChecking && outcome.entries.length > 0) this.#checksLeft = CHECKS_WHILE_UNPUSHED;
    for (const entry of outcome.entries) this.#deliver(entry);
    if (outcome.more) this.#mustReadAgain = true;
    else for (const message of this.#held.splice(0)) this.#accept(message);
  }

  #deliver(entry: LogEntry): void {
    if (this.#hasEnded) return;
    if (entry.epoch !== this.#position.epoch) {
      this.#resync("epoch");
      return;
    }
    this.#position = positionOf(entry);
    try {
      this.#handlers.onEntry(entry);
    } catch (error) {
      this.#fail(error);
    }
  }

  #resync(reason: "trimmed" | "lost" | "epoch" | "absent"): void {
    if (this.#hasEnded) return;
    this.close();
    this.#handlers.onResync(reason);
  }

  #fail(error: unknown): void {
    if (this.#hasEnded) return;
    this.close();
    this.#deps.logger.error({ err: error, log: this.#position.log, id: this.#position.id }, "following a log failed");
    this.#handlers.onFailed?.(error);
  }
}

const isRetry = (error: unknown): boolean => error instanceof FrontrowError && error.disposition === "retry";
