import type { Claim, Owned, OwnedHooks } from "@frontrow/ownership/ownership";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { SessionId } from "@frontrow/protocol/ids";
import { isAfter } from "@frontrow/protocol/stream-id";
import type { Follow, LogReader } from "@frontrow/redis/log-reader";
import type { CheckpointPace } from "./checkpoint-pace.ts";
import { Folding, type FoldingDeps, type WriteOutcome } from "./folding.ts";
import { type RestoreDeps, restore } from "./restore.ts";

export interface SessionFoldDeps extends FoldingDeps, RestoreDeps {
  readonly reader: LogReader;
  readonly pace: CheckpointPace;
}

/** `again`: what was folded is not what the log says any more, or the metrics; go back to the keyframe. */
type Ending = "finished" | "stopped" | "again";

/** So often we look whether a session is over, before we wait to be told. */
const LOOKS = 20;
/** Each time is a fail-over. Beyond, somebody else may try, after a pause. */
const MOST_BEGINNINGS = 10;

/** One live session: restore a keyframe → follow the log → fold → checkpoint → hand over. */
export class SessionFold implements Owned {
  private readonly sessionId: SessionId;
  private readonly claim: Claim;
  private readonly hooks: OwnedHooks;
  private readonly deps: SessionFoldDeps;
  private folding: Folding | undefined;
  private follow: Follow | undefined;
  private end: (ending: Ending) => void = () => {};
  private fail: (error: unknown) => void = () => {};
  private isStopped = false;
  /** A step waits for its time, or is under way. */
  private isQueued = false;
  private step: Promise<void> = Promise.resolve();
  private looksLeft = 0;

  constructor(claim: Claim, hooks: OwnedHooks, deps: SessionFoldDeps) {
    this.sessionId = claim.id as SessionId;
    this.claim = claim;
    this.hooks = hooks;
    this.deps = deps;
    hooks.onUnwanted(() => this.look());
  }

  async run(): Promise<void> {
    let sequence = 0;
    for (let beginnings = 0; beginnings < MOST_BEGINNINGS; beginnings++) {
      const restored = await restore(this.sessionId, this.deps);
      if (!restored || this.isStopped) return;
      // After a fail-over nobody knows which fields were lost: write them all.
      if (beginnings > 0) Object.assign(restored.written, { metrics: {}, documents: {} });
      this.folding = new Folding(this.sessionId, this.claim.writer, sequence, restored, this.deps);
      const ending = await this.foldOn(this.folding);
      // What is being written must have its answer before anybody reads what is written.
      await this.step;
      if (ending !== "again" || this.isStopped) return;
      sequence = this.folding.sequence;
      // A step that still waits for its time must not write what is over, while the new beginning is read.
      this.folding = undefined;
    }
    throw new FrontrowError("UNAVAILABLE", "the session's log and metrics do not stay what they were");
  }

  async handOver(): Promise<void> {
    this.isStopped = true;
    this.follow?.close();
    await this.step;
    const outcome = await this.folding?.close();
    this.end("stopped");
    if (outcome === "fenced") this.hooks.fenced();
  }

  lost(): void {
    this.isStopped = true;
    this.folding = undefined;
    this.end("stopped");
  }

  private foldOn(folding: Folding): Promise<Ending> {
    return new Promise((resolve, reject) => {
      const over = (settle: () => void): void => {
        this.follow?.close();
        settle();
      };
      this.end = (ending) => over(() => resolve(ending));
      this.fail = (error) => over(() => reject(error));
      this.follow = this.deps.reader.follow(folding.position, {
        onEntry: (entry) => {
          folding.take(entry);
          if (folding.hasNews) this.queueStep();
        },
        onResync: () => this.end("again"),
        onFailed: (error) => this.fail(error),
      });
      // Found closed and folded already, it says nothing that would wake us.
      void this.follow.caughtUp.then(() => {
        if (folding.isSourceClosed) this.look();
      });
      // It may have been handed over before there was anything to close.
      if (this.isStopped) this.end("stopped");
    });
  }

  private queueStep(): void {
    if (this.isQueued || this.isStopped) return;
    this.isQueued = true;
    this.deps.pace.due(() => {
      this.step = this.takeStep();
      return this.step;
    });
  }

  /** Writes what is new; when nothing is, looks whether anything can come. Never rejects. */
  private async takeStep(): Promise<void> {
    const { folding } = this;
    try {
      if (!folding || this.isStopped) return;
      if (folding.hasNews) this.onWritten(folding, await folding.checkpoint());
      else if (this.looksLeft-- > 0) await this.finishIfOver(folding);
    } catch (error) {
      this.fail(error);
    } finally {
      this.isQueued = false;
    }
    // Not of the folding that this step was for: another may have begun meanwhile, whose news found a step queued.
    if (this.folding?.hasNews || this.looksLeft > 0) this.queueStep();
  }

  private onWritten(folding: Folding, outcome: WriteOutcome): void {
    if (outcome === "again") this.end("again");
    else if (outcome === "fenced") this.onFenced();
    else this.looksLeft = folding.isSourceClosed ? LOOKS : 0;
  }

  /** Looks for a while whether the session is over: its source closes the log first and the session then. */
  private look(): void {
    this.looksLeft = LOOKS;
    this.queueStep();
  }

  private onFenced(): void {
    this.isStopped = true;
    this.end("stopped");
    this.hooks.fenced();
  }

  /** Finishes when the session is closed and all of it is folded. */
  private async finishIfOver(folding: Folding): Promise<void> {
    const session = await this.deps.sessions.read(this.sessionId);
    if (session?.state === "open") return;
    const tail = await this.deps.log.tail(this.sessionId);
    if (folding.hasNews || (tail && isAfter(tail.id, folding.position.id))) return;
    this.follow?.close();
    const outcome = await folding.close();
    if (outcome === "fenced") this.onFenced();
    else this.end(outcome === "applied" ? "finished" : "again");
  }
}
