import { changesSince } from "@frontrow/audience/changes";
import { type FoldItem, foldEntry, foldItems } from "@frontrow/audience/fold";
import { takeKeyframe } from "@frontrow/audience/keyframe";
import { compressSlices } from "@frontrow/audience/keyframe-compression";
import { type LogEntry, type Position, positionOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import type { Insight } from "@frontrow/protocol/insight";
import { isAfter } from "@frontrow/protocol/stream-id";
import type { KeyframeStore } from "@frontrow/redis/keyframes";
import type { LogStore, Writer } from "@frontrow/redis/log";
import type { MetricsStore } from "@frontrow/redis/metrics-store";
import type { Logger } from "@frontrow/runtime/logger";
import { createLogRetention, type RetentionSettings } from "./log-retention.ts";
import type { FoldMetrics } from "./metrics.ts";
import type { Restored } from "./restore.ts";

export interface FoldRunDeps {
  readonly log: LogStore;
  readonly metrics: MetricsStore;
  readonly keyframes: KeyframeStore;
  readonly observe: FoldMetrics;
  readonly logger: Pick<Logger, "warn">;
  readonly settings: FoldRunSettings;
  /** Wall clock, for the lag alone. */
  readonly nowMs: () => number;
}

interface FoldRunSettings {
  /** Folded items after which a keyframe is due. */
  readonly keyframeEvents: number;
  /** Event time after which a keyframe is due. */
  readonly keyframeMs: number;
  readonly retention: RetentionSettings;
}

/** `restart`: the metrics are not where this fold left them, a fail-over lost a checkpoint. `fenced`: the session is not ours. */
export type WriteOutcome = "applied" | "restart" | "fenced";

/**
 * A session folded from one restored state on: entries in, checkpoints and keyframes out.
 *
 * Metrics, their position and the insights are written in one step. So the conclusions of entries up to that position have
 * been published and are dropped here; those of later entries are published once, by whoever folds them.
 */
export class FoldRun {
  /** Of the last entry folded, our own insights included. */
  position: Position;
  /** Whether the source was closed, and nothing has come since. */
  get isSourceClosed(): boolean {
    return this.#state.nowMs > 0 && !this.#state.isSourceOpen;
  }
  /** Whether something was folded that no checkpoint has written. */
  hasUnwritten = false;
  /** Our entries in the log since the claim. */
  sequence: number;

  readonly #sessionId: SessionId;
  readonly #writer: Writer;
  readonly #deps: FoldRunDeps;
  readonly #state: Restored["state"];
  #written: Restored["written"];
  #gapFromMs: number | undefined;
  #conclusions: Insight[] = [];
  #eventsSinceKeyframe = 0;
  /** Event time of the last keyframe, or of the first item without one. */
  #keyframeAtMs: number;
  readonly #retention: ReturnType<typeof createLogRetention>;

  constructor(sessionId: SessionId, writer: Writer, sequence: number, restored: Restored, deps: FoldRunDeps) {
    this.#sessionId = sessionId;
    this.#writer = writer;
    this.sequence = sequence;
    this.#deps = deps;
    this.#state = restored.state;
    this.position = restored.position;
    this.#written = restored.written;
    this.#gapFromMs = restored.gapFromMs;
    this.#keyframeAtMs = restored.state.nowMs;
    this.#retention = createLogRetention(deps.settings.retention);
  }

  /** Folds the entry that follows the position; one that does not changes nothing. */
  apply(entry: LogEntry): void {
    if (!isAfter(entry.id, this.position.id)) return;
    this.#retention.recordEntry(entry.id);
    if (entry.kind !== "insights") {
      const isUnwritten = this.hasUnwritten || isAfter(entry.id, this.#written.positionId);
      this.#fold(entry, isUnwritten ? this.#conclusions : undefined);
      this.hasUnwritten = isUnwritten;
    }
    this.position = positionOf(entry);
  }

  /** Writes what was folded, and a keyframe when one is due. */
  async checkpoint(): Promise<WriteOutcome> {
    const { positionId } = this.#written;
    const upTo = this.position;
    const changes = changesSince(this.#written, this.#state, this.#conclusions);
    const keyframe = this.#isKeyframeDue() ? takeKeyframe(this.#state) : undefined;
    this.hasUnwritten = false;
    this.#conclusions = [];
    const outcome = await this.#deps.metrics.checkpoint({
      sessionId: this.#sessionId,
      writer: this.#writer,
      after: positionId,
      upTo,
      changed: changes.changed,
      ...(changes.insights.length > 0
        ? { insights: { sequence: this.sequence + 1, epoch: upTo.epoch, data: `[${changes.insights.join(",")}]` } }
        : {}),
    });
    this.#deps.observe.checkpointed(outcome.outcome);
    if (outcome.outcome === "fenced") return "fenced";
    if (outcome.outcome === "missing") this.sequence = outcome.lastSequence;
    if (outcome.outcome !== "applied") return "restart";
    if (changes.insights.length > 0) this.sequence += 1;
    this.#written = { ...changes.written, positionId: upTo.id };
    return keyframe ? this.#writeKeyframe(keyframe, upTo) : "applied";
  }

  /** Leaves all that the next owner needs; nothing may be taken meanwhile. */
  async close(): Promise<WriteOutcome> {
    const outcome = this.hasUnwritten ? await this.checkpoint() : "applied";
    if (outcome !== "applied" || this.#eventsSinceKeyframe === 0) return outcome;
    return this.#writeKeyframe(takeKeyframe(this.#state), this.position);
  }

  #fold(entry: LogEntry, conclusions: Insight[] | undefined): void {
    const { observe, logger, nowMs } = this.#deps;
    try {
      if (this.#gapFromMs !== undefined) this.#foldGap(this.#gapFromMs, entry);
      const items = foldEntry(this.#state, entry, conclusions);
      this.#eventsSinceKeyframe += items;
      if (this.#keyframeAtMs === 0) this.#keyframeAtMs = this.#state.nowMs;
      observe.folded(items);
      observe.lagged(nowMs() - this.#state.nowMs);
    } catch (err) {
      // Its data is wrong, and would be wrong again: the session goes on without it.
      logger.warn({ err, sessionId: this.#sessionId, entryId: entry.id }, "log entry could not be folded, left out");
      observe.unreadable();
    }
  }

  #foldGap(fromMs: number, entry: LogEntry): void {
    const [first] = JSON.parse(entry.data) as { atMs: number }[];
    if (!first) return;
    this.#gapFromMs = undefined;
    const atMs = first.atMs;
    // Without a keyframe to go by, the fact that opened the source is among what was trimmed.
    const opened: FoldItem[] = this.#state.nowMs === 0 ? [{ type: "sourceOpened", atMs: fromMs, roomId: "" }] : [];
    foldItems(this.#state, [
      ...opened,
      { type: "tick", atMs: fromMs },
      { type: "gap", id: `gap_${entry.id}`, atMs, sentAtMs: atMs, fromMs, toMs: atMs, reason: "trimmed" },
    ]);
  }

  #isKeyframeDue(): boolean {
    const { keyframeEvents, keyframeMs } = this.#deps.settings;
    return this.#eventsSinceKeyframe >= keyframeEvents || this.#state.nowMs - this.#keyframeAtMs >= keyframeMs;
  }

  async #writeKeyframe({ foldVersion, slices }: ReturnType<typeof takeKeyframe>, position: Position) {
    const { keyframes, log, observe } = this.#deps;
    this.#eventsSinceKeyframe = 0;
    this.#keyframeAtMs = this.#state.nowMs;
    const packed = await compressSlices(slices);
    const frame = { sessionId: this.#sessionId, writer: this.#writer, position, foldVersion, slices: packed };
    if ((await keyframes.write(frame)) === "fenced") return "fenced";
    observe.keyframeWritten();
    const firstToKeep = this.#retention.firstToKeep(position.id);
    if (firstToKeep) await log.trim(this.#sessionId, firstToKeep);
    return "applied";
  }
}
