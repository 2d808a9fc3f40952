import type { Claim, Owned, OwnedHooks } from "@frontrow/ownership/ownership";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { SessionId } from "@frontrow/protocol/ids";
import { isAfter } from "@frontrow/protocol/stream-id";
import type { Follow, LogReader } from "@frontrow/redis/log-reader";
import type { CheckpointScheduler } from "./checkpoint-scheduler.ts";
import { FoldRun, type FoldRunDeps, type WriteOutcome } from "./fold-run.ts";
import { type RestoreDeps, restore } from "./restore.ts";

export interface SessionFoldDeps extends FoldRunDeps, RestoreDeps {
  readonly reader: LogReader;
  readonly scheduler: CheckpointScheduler;
}

/** `restart`: what was folded is not what the log or the metrics say any more; go back to the keyframe. */
type Ending = "finished" | "stopped" | "restart";

/** Checks whether a session is over, one an interval, before it waits for a notification. */
const MAX_OVER_CHECKS = 20;
/** Runs from a keyframe on; each but the first is a fail-over. Beyond, somebody else may try, after a pause. */
const MAX_RUNS = 10;

/** One live session: restore a keyframe → follow the log → fold → checkpoint → hand over. */
export class SessionFold implements Owned {
  readonly #sessionId: SessionId;
  readonly #claim: Claim;
  readonly #hooks: OwnedHooks;
  readonly #deps: SessionFoldDeps;
  #fold: FoldRun | undefined;
  #follow: Follow | undefined;
  #end: (ending: Ending) => void = () => {};
  #fail: (error: unknown) => void = () => {};
  #isStopped = false;
  /** A step waits for its time, or is under way. */
  #isScheduled = false;
  #step: Promise<void> = Promise.resolve();
  #overChecksLeft = 0;

  constructor(claim: Claim, hooks: OwnedHooks, deps: SessionFoldDeps) {
    this.#sessionId = claim.id as SessionId;
    this.#claim = claim;
    this.#hooks = hooks;
    this.#deps = deps;
    hooks.onUnwanted(() => this.#checkIfOver());
  }

  async run(): Promise<void> {
    let sequence = 0;
    for (let runs = 0; runs < MAX_RUNS; runs++) {
      const restored = await restore(this.#sessionId, this.#deps);
      if (!restored || this.#isStopped) return;
      // After a fail-over nobody knows which fields were lost: write them all.
      if (runs > 0) Object.assign(restored.written, { metrics: {}, documents: {} });
      this.#fold = new FoldRun(this.#sessionId, this.#claim.writer, sequence, restored, this.#deps);
      const ending = await this.#foldOn(this.#fold);
      // What is being written must have its answer before anybody reads what is written.
      await this.#step;
      if (ending !== "restart" || this.#isStopped) return;
      sequence = this.#fold.sequence;
      // A step that still waits for its time must not write what is over, while the next run is restored.
      this.#fold = undefined;
    }
    throw new FrontrowError("UNAVAILABLE", "the session's log and metrics do not stay what they were");
  }

  async handOver(): Promise<void> {
    this.#isStopped = true;
    this.#follow?.close();
    await this.#step;
    const outcome = await this.#fold?.close();
    this.#end("stopped");
    if (outcome === "fenced") this.#hooks.fenced();
  }

  lost(): void {
    this.#isStopped = true;
    this.#fold = undefined;
    this.#end("stopped");
  }

  #foldOn(fold: FoldRun): Promise<Ending> {
    return new Promise((resolve, reject) => {
      this.#end = (ending) => {
        this.#follow?.close();
        resolve(ending);
      };
      this.#fail = (error) => {
        this.#follow?.close();
        reject(error);
      };
      this.#follow = this.#deps.reader.follow(fold.position, {
        onEntry: (entry) => {
          fold.apply(entry);
          if (fold.hasUnwritten) this.#scheduleStep();
        },
        onResync: () => this.#end("restart"),
        onFailed: (error) => this.#fail(error),
      });
      // Found closed and folded already, nothing comes that would wake us.
      void this.#follow.caughtUp.then(() => {
        if (fold.isSourceClosed) this.#checkIfOver();
      });
      // It may have been handed over before there was anything to close.
      if (this.#isStopped) this.#end("stopped");
    });
  }

  #scheduleStep(): void {
    if (this.#isScheduled || this.#isStopped) return;
    this.#isScheduled = true;
    this.#deps.scheduler.schedule(() => {
      this.#step = this.#takeStep();
      return this.#step;
    });
  }

  /** Writes what is not written; when all is, checks whether anything can come. Never rejects. */
  async #takeStep(): Promise<void> {
    const fold = this.#fold;
    try {
      if (!fold || this.#isStopped) return;
      if (fold.hasUnwritten) this.#onWritten(fold, await fold.checkpoint());
      else if (this.#overChecksLeft-- > 0) await this.#finishIfOver(fold);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isScheduled = false;
    }
    // Not of the run that this step was for: another may have begun meanwhile, whose changes found a step scheduled.
    if (this.#fold?.hasUnwritten || this.#overChecksLeft > 0) this.#scheduleStep();
  }

  #onWritten(fold: FoldRun, outcome: WriteOutcome): void {
    if (outcome === "restart") this.#end("restart");
    else if (outcome === "fenced") this.#onFenced();
    else this.#overChecksLeft = fold.isSourceClosed ? MAX_OVER_CHECKS : 0;
  }

  /** Checks for a while whether the session is over: its source closes the log first and the session then. */
  #checkIfOver(): void {
    this.#overChecksLeft = MAX_OVER_CHECKS;
    this.#scheduleStep();
  }

  #onFenced(): void {
    this.#isStopped = true;
    this.#end("stopped");
    this.#hooks.fenced();
  }

  /** Finishes when the session is closed and all of it is folded. */
  async #finishIfOver(fold: FoldRun): Promise<void> {
    const session = await this.#deps.sessions.read(this.#sessionId);
    if (session?.state === "open") return;
    const tail = await this.#deps.log.tail(this.#sessionId);
    if (fold.hasUnwritten || (tail && isAfter(tail.id, fold.position.id))) return;
    this.#follow?.close();
    const outcome = await fold.close();
    if (outcome === "fenced") this.#onFenced();
    else this.#end(outcome === "applied" ? "finished" : "restart");
  }
}
