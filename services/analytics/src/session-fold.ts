import type { Claim, Owned, OwnedHooks } from "@frontrow/ownership/ownership";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { SessionId } from "@frontrow/protocol/ids";
import { isAfter } from "@frontrow/protocol/stream-id";
import type { Follow, LogReader } from "@frontrow/redis/log-reader";
import type { ArchiveOrders } from "./archive-orders.ts";
import type { CheckpointScheduler } from "./checkpoint-scheduler.ts";
import { FoldRun, type FoldRunDeps, type WriteOutcome } from "./fold-run.ts";
import { type RestoreDeps, restore } from "./restore.ts";

export interface SessionFoldDeps extends FoldRunDeps, RestoreDeps {
  readonly reader: LogReader;
  readonly scheduler: CheckpointScheduler;
  readonly archive: Pick<ArchiveOrders, "order" | "isDone">;
  readonly settings: FoldRunDeps["settings"] & ArchiveSettings;
}

interface ArchiveSettings {
  /** Time after which the archive is ordered to take what is new … */
  readonly archiveMs: number;
  /** … or folded items, if those are there earlier. */
  readonly archiveItems: number;
  /** Pause between two looks whether the rest of a closed session is archived. */
  readonly archivePollMs: number;
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
  /** The step that waits for its time. */
  #scheduled: (() => Promise<void>) | undefined;
  #isStepping = false;
  #lastStepMs = Number.NEGATIVE_INFINITY;
  #step: Promise<void> = Promise.resolve();
  #overChecksLeft = 0;
  /** When the archive was ordered last, and how much was folded then. */
  #archived: { readonly atMs: number; readonly items: number };
  #archiveTimer: NodeJS.Timeout | undefined;

  constructor(claim: Claim, hooks: OwnedHooks, deps: SessionFoldDeps) {
    this.#sessionId = claim.id as SessionId;
    this.#claim = claim;
    this.#hooks = hooks;
    this.#deps = deps;
    this.#archived = { atMs: deps.nowMs(), items: 0 };
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
    clearTimeout(this.#archiveTimer);
    this.#follow?.close();
    await this.#step;
    const outcome = await this.#fold?.close();
    this.#end("stopped");
    if (outcome === "fenced") this.#hooks.fenced();
  }

  lost(): void {
    this.#isStopped = true;
    clearTimeout(this.#archiveTimer);
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
        onAsk: (documents) => {
          fold.ask(documents);
          if (fold.isCheckpointDue) this.#stepNow();
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
    if (this.#scheduled || this.#isStepping || this.#isStopped) return;
    this.#deps.scheduler.schedule(this.#newStep(), this.#lastStepMs);
  }

  /** Takes a step without waiting for its time. */
  #stepNow(): void {
    if (this.#isStepping || this.#isStopped) return;
    this.#deps.scheduler.run(this.#newStep());
  }

  /** In place of one that waits: that finds nothing to do when its time comes, or it would take the step of the next one early. */
  #newStep(): () => Promise<void> {
    const step = () => this.#beginStep(step);
    this.#scheduled = step;
    return step;
  }

  #beginStep(step: () => Promise<void>): Promise<void> {
    if (this.#scheduled === step) {
      this.#scheduled = undefined;
      this.#isStepping = true;
      this.#lastStepMs = performance.now();
      this.#step = this.#takeStep();
    }
    return this.#step;
  }

  /** Writes what is not written; when all is, checks whether anything can come. Never rejects. */
  async #takeStep(): Promise<void> {
    const fold = this.#fold;
    try {
      if (!fold || this.#isStopped) return;
      if (fold.isCheckpointDue) this.#onWritten(fold, await fold.checkpoint());
      else if (this.#overChecksLeft-- > 0) await this.#finishIfOver(fold);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isStepping = false;
    }
    // Not of the run that this step was for: another may have begun meanwhile, whose changes found a step under way.
    if (this.#fold?.isCheckpointDue || this.#overChecksLeft > 0) this.#scheduleStep();
  }

  #onWritten(fold: FoldRun, outcome: WriteOutcome): void {
    if (outcome === "restart") this.#end("restart");
    else if (outcome === "fenced") this.#onFenced();
    else {
      this.#overChecksLeft = fold.isSourceClosed ? MAX_OVER_CHECKS : 0;
      this.#orderArchiveIfDue(fold);
    }
  }

  #orderArchiveIfDue({ itemsFolded }: FoldRun): void {
    const { archiveMs, archiveItems } = this.#deps.settings;
    const atMs = this.#deps.nowMs();
    if (atMs - this.#archived.atMs < archiveMs && itemsFolded - this.#archived.items < archiveItems) return;
    this.#archived = { atMs, items: itemsFolded };
    this.#orderArchive();
  }

  #orderArchive(): void {
    this.#deps.archive.order(this.#sessionId).catch((err: unknown) => {
      this.#deps.logger.warn({ err, sessionId: this.#sessionId }, "the archive could not be ordered, ordered again later");
    });
  }

  /** Checks for a while whether the session is over: its source closes the log first and the session then. */
  #checkIfOver(): void {
    this.#overChecksLeft = MAX_OVER_CHECKS;
    this.#scheduleStep();
  }

  /** The session stays ours until its recording is complete: who else would order that? */
  #waitForArchive(): void {
    this.#overChecksLeft = 0;
    this.#orderArchive();
    clearTimeout(this.#archiveTimer);
    this.#archiveTimer = setTimeout(() => this.#checkIfOver(), this.#deps.settings.archivePollMs);
  }

  #onFenced(): void {
    this.#isStopped = true;
    clearTimeout(this.#archiveTimer);
    this.#end("stopped");
    this.#hooks.fenced();
  }

  /** Finishes when the session is closed, and all of it is folded and archived. */
  async #finishIfOver(fold: FoldRun): Promise<void> {
    const session = await this.#deps.sessions.read(this.#sessionId);
    if (session?.state === "open") return;
    const tail = await this.#deps.log.tail(this.#sessionId);
    if (fold.hasUnwritten || (tail && isAfter(tail.id, fold.position.id))) return;
    if (!(await this.#deps.archive.isDone(this.#sessionId))) {
      this.#waitForArchive();
      return;
    }
    if (fold.hasUnwritten || this.#isStopped) return;
    this.#follow?.close();
    const outcome = await fold.close();
    if (outcome === "fenced") this.#onFenced();
    else this.#end(outcome === "applied" ? "finished" : "restart");
  }
}
