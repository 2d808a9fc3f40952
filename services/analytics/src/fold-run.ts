import { changesSince, type Pace } from "@frontrow/audience/changes";
import { foldItems, readItems } from "@frontrow/audience/fold";
import { takeKeyframe } from "@frontrow/audience/keyframe";
import { compressSlices } from "@frontrow/audience/keyframe-compression";
import { type OnDemandDocument, onDemandDocuments } from "@frontrow/protocol/documents";
import { type LogEntry, type Position, positionOf } from "@frontrow/protocol/entry";
import type { LiveEvent } from "@frontrow/protocol/event";
import type { SessionId } from "@frontrow/protocol/ids";
import type { Insight } from "@frontrow/protocol/insight";
import { isAfter } from "@frontrow/protocol/stream-id";
import type { KeyframeStore } from "@frontrow/redis/keyframes";
import type { LogStore, Writer } from "@frontrow/redis/log";
import type { DocumentTimes, MetricsStore } from "@frontrow/redis/metrics-store";
import type { Logger } from "@frontrow/runtime/logger";
import { createLogRetention, type RetentionSettings, sizeInLog } from "./log-retention.ts";
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
  /** Bytes of the log after which a keyframe is due, unless they are few for its size. */
  readonly keyframeLogBytes: number;
  readonly retention: RetentionSettings;
}

/** Event time after which documents are written that nobody has asked for: who asks while nobody folds the session gets those. */
const UNASKED_EVERY_MS = 60_000;
/** A keyframe is due when the log since the last one is this many times as large: what keyframes cost is a share of what is folded. */
const LOG_BYTES_OF_KEYFRAME_BYTE = 8;
/** Bytes of the log after which what nobody needs of it is trimmed again. */
const TRIM_BYTES = 65_536;

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
  /** Event time whose entries were trimmed before they were folded, until the log says so; its end is known with the first item. */
  #lost: { readonly fromMs: number; readonly toMs?: number } | undefined;
  // Emptied in place, not replaced: an old list would hold what is new in it until V8's next full collection.
  readonly #conclusions: Insight[] = [];
  readonly #asked = new Set<OnDemandDocument>();
  #documentsAt: DocumentTimes;
  /** Event time at which documents were last written that nobody had asked for, or of the beginning. */
  #unaskedAtMs: number;
  #eventsSinceKeyframe = 0;
  /** Items folded by this run. */
  itemsFolded = 0;
  /** Event time of the last keyframe, or of the first item without one. */
  #keyframeAtMs: number;
  /** Position of the last keyframe, and its size once one was written. */
  #keyframe: { readonly id: string; readonly bytes: number };
  #logBytesSinceKeyframe = 0;
  #logBytesSinceTrim = 0;
  readonly #retention: ReturnType<typeof createLogRetention>;

  constructor(sessionId: SessionId, writer: Writer, sequence: number, restored: Restored, deps: FoldRunDeps) {
    this.#sessionId = sessionId;
    this.#writer = writer;
    this.sequence = sequence;
    this.#deps = deps;
    this.#state = restored.state;
    this.position = restored.position;
    this.#written = restored.written;
    this.#documentsAt = restored.documentsAt;
    this.#unaskedAtMs = restored.state.nowMs;
    this.#lost = restored.gapFromMs === undefined ? undefined : { fromMs: restored.gapFromMs };
    this.#keyframeAtMs = restored.state.nowMs;
    this.#keyframe = { id: restored.position.id, bytes: 0 };
    this.#retention = createLogRetention(deps.settings.retention);
  }

  /** Folds the entry that follows the position; one that does not changes nothing. */
  apply(entry: LogEntry): void {
    if (!isAfter(entry.id, this.position.id)) return;
    this.#retention.recordEntry(entry);
    const bytes = sizeInLog(entry);
    this.#logBytesSinceKeyframe += bytes;
    this.#logBytesSinceTrim += bytes;
    if (entry.kind !== "insights") {
      const isUnwritten = this.hasUnwritten || isAfter(entry.id, this.#written.positionId);
      this.#fold(entry, isUnwritten ? this.#conclusions : undefined);
      this.hasUnwritten = isUnwritten;
    }
    this.position = positionOf(entry);
  }

  /** Writes these with the next checkpoint: somebody asks for them. */
  ask(documents: readonly OnDemandDocument[]): void {
    for (const name of documents) this.#asked.add(name);
  }

  /** Whether there is something to write: folded, or asked for. What is written already is folded first, after a restart. */
  get isCheckpointDue(): boolean {
    return this.hasUnwritten || (this.#asked.size > 0 && !isAfter(this.#written.positionId, this.position.id));
  }

  /** Writes what was folded, what was asked for, and a keyframe when one is due. */
  async checkpoint(): Promise<WriteOutcome> {
    const declared = await this.#declareLost();
    if (declared !== "applied") return declared;
    const { positionId } = this.#written;
    const upTo = this.position;
    const changes = changesSince(this.#written, this.#state, this.#conclusions, this.#pace());
    const keyframe = this.#isKeyframeDue() ? takeKeyframe(this.#state) : undefined;
    const documentsAt = { ...this.#documentsAt };
    for (const name of changes.current) documentsAt[name] = { atMs: this.#state.nowMs, id: upTo.id };
    this.hasUnwritten = false;
    this.#conclusions.length = 0;
    this.#asked.clear();
    const outcome = await this.#deps.metrics.checkpoint({
      sessionId: this.#sessionId,
      writer: this.#writer,
      after: positionId,
      upTo,
      changed: changes.changed,
      ...(changes.current.length > 0 ? { documentsAt } : {}),
      ...(changes.insights.length > 0
        ? { insights: { sequence: this.sequence + 1, epoch: upTo.epoch, items: changes.insights } }
        : {}),
    });
    this.#deps.observe.checkpointed(outcome.outcome);
    if (outcome.outcome === "fenced") return "fenced";
    if (outcome.outcome === "missing") this.sequence = outcome.lastSequence;
    if (outcome.outcome !== "applied") return "restart";
    if (changes.insights.length > 0) this.sequence += 1;
    const { metrics, documents } = changes.written;
    this.#written = { metrics, documents, positionId: upTo.id };
    this.#documentsAt = documentsAt;
    if (keyframe) return this.#writeKeyframe(keyframe, upTo);
    // The archive may have what it had not at the last keyframe, and of what is behind that one more is older than what is kept.
    if (this.#logBytesSinceTrim >= TRIM_BYTES) await this.#trimLog();
    return "applied";
  }

  /** Leaves all that the next owner needs; nothing may be taken meanwhile. */
  async close(): Promise<WriteOutcome> {
    const isCurrent = onDemandDocuments.every((name) => this.#documentsAt[name]?.id === this.#written.positionId);
    if (!isCurrent) this.ask(onDemandDocuments);
    const outcome = this.isCheckpointDue ? await this.checkpoint() : "applied";
    if (outcome !== "applied" || this.#eventsSinceKeyframe === 0 || this.#lost) return outcome;
    return this.#writeKeyframe(takeKeyframe(this.#state), this.position);
  }

  #fold(entry: LogEntry, conclusions: Insight[] | undefined): void {
    const { observe, logger, nowMs } = this.#deps;
    // Its data is wrong, and would be wrong again: the session goes on without it.
    const onBadItem = (err: unknown) => {
      logger.warn({ err, sessionId: this.#sessionId, entryId: entry.id }, "an item of a log entry could not be folded, left out");
      observe.unreadable();
    };
    const items = readItems(entry, onBadItem);
    const [first] = items;
    if (this.#lost && first) {
      this.#lost = { toMs: first.atMs, ...this.#lost };
      const id = idOfLost(this.#lost.fromMs);
      if (items.some((item) => item.type === "gap" && item.id === id)) this.#lost = undefined;
    }
    foldItems(this.#state, items, conclusions, onBadItem);
    this.#eventsSinceKeyframe += items.length;
    this.itemsFolded += items.length;
    if (this.#keyframeAtMs === 0) this.#keyframeAtMs = this.#unaskedAtMs = this.#state.nowMs;
    observe.folded(items.length);
    observe.lagged(nowMs() - this.#state.nowMs);
  }

  /**
   * Appends what was lost as a gap, so that whoever folds the log after us finds it there too: once we have read to the end of the log,
   * as event time must not go back in it.
   */
  async #declareLost(): Promise<WriteOutcome> {
    const { fromMs, toMs } = this.#lost ?? {};
    if (fromMs === undefined || toMs === undefined) return "applied";
    const atMs = this.#state.nowMs;
    const gap: LiveEvent = { type: "gap", id: idOfLost(fromMs), atMs, sentAtMs: atMs, fromMs, toMs, reason: "trimmed" };
    const outcome = await this.#deps.log.append({
      log: this.#sessionId,
      writer: this.#writer,
      epoch: this.position.epoch,
      sequence: this.sequence + 1,
      kind: "events",
      data: JSON.stringify([gap]),
      afterId: this.position.id,
    });
    if (outcome.outcome === "moved") return "applied"; // there is more to read: the next checkpoint tries again
    if (outcome.outcome === "fenced") return "fenced";
    if (outcome.outcome === "missing") this.sequence = outcome.lastSequence;
    if (outcome.outcome !== "appended" && outcome.outcome !== "repeated") return "restart";
    this.sequence += 1;
    this.#lost = undefined;
    return "applied";
  }

  #pace(): Pace {
    const { nowMs, isSourceOpen } = this.#state;
    const isUnaskedDue = nowMs - this.#unaskedAtMs >= UNASKED_EVERY_MS;
    if (isUnaskedDue) this.#unaskedAtMs = nowMs;
    return { nowMs, isLast: !isSourceOpen, asked: isUnaskedDue ? new Set(onDemandDocuments) : this.#asked };
  }

  #isKeyframeDue(): boolean {
    const { keyframeEvents, keyframeMs, keyframeLogBytes } = this.#deps.settings;
    // One that knows nothing of what was lost would let it be forgotten.
    if (this.#lost) return false;
    if (this.#eventsSinceKeyframe >= keyframeEvents || this.#state.nowMs - this.#keyframeAtMs >= keyframeMs) return true;
    const dueBytes = Math.max(keyframeLogBytes, LOG_BYTES_OF_KEYFRAME_BYTE * this.#keyframe.bytes);
    return this.#logBytesSinceKeyframe >= dueBytes;
  }

  async #writeKeyframe({ foldVersion, slices }: ReturnType<typeof takeKeyframe>, position: Position) {
    const { keyframes, observe } = this.#deps;
    this.#eventsSinceKeyframe = 0;
    this.#logBytesSinceKeyframe = 0;
    this.#keyframeAtMs = this.#state.nowMs;
    const packed = await compressSlices(slices);
    const frame = { sessionId: this.#sessionId, writer: this.#writer, position, foldVersion, slices: packed };
    if ((await keyframes.write(frame)) === "fenced") return "fenced";
    observe.keyframeWritten();
    this.#keyframe = { id: position.id, bytes: packed.reduce((sum, { byteLength }) => sum + byteLength, 0) };
    await this.#trimLog();
    return "applied";
  }

  async #trimLog(): Promise<void> {
    this.#logBytesSinceTrim = 0;
    const { id } = this.#keyframe;
    const firstToKeep = this.#retention.firstToKeep(id);
    if (firstToKeep) await this.#deps.log.trim(this.#sessionId, firstToKeep, id);
  }
}

const idOfLost = (fromMs: number): string => `gap:trimmed:${fromMs}`;
