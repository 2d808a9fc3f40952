import { type LogEntry, type Position, positionOf } from "@frontrow/protocol/entry";
import type { LogId } from "@frontrow/protocol/ids";
import { isAfter } from "@frontrow/protocol/stream-id";
import { type BatchingPolicy, SessionLoad } from "./batching.ts";
import { EntryBatch, PreparedEntry } from "./entry.ts";

/** Receives a log's entries from its channel: a subscription of one socket, or the desk whose log it is. */
export interface ChannelListener {
  /** The next entries, one or several. */
  onEntries(batch: EntryBatch): void;
  /** The log cannot be continued: nothing more comes from this channel. Start from a snapshot, on a new one. */
  onResync(reason: LostReason): void;
}

/** Why a log cannot be continued. `epoch`: a seek began another one, from which it goes on at once. */
export type LostReason = "epoch" | "lost";

/** Entries retained for joiners; a joiner that needs an older one reads the log. */
const MAX_RETAINED_ENTRIES = 512;
/** Bounds of one batch, so that the output of a socket grows in steps which its limits can act on. */
const MAX_BATCH_ENTRIES = 64;
const MAX_BATCH_CHARS = 65_536;

/**
 * One log as this process follows it, and its listeners. Each entry is prepared once and fanned out to all of them.
 *
 * A listener joins after the exact entry that it has, or not at all: so it can have neither a hole nor anything twice.
 */
export class Channel {
  readonly log: LogId;
  readonly #listeners = new Set<ChannelListener>();
  readonly #batching: BatchingPolicy | undefined;
  /** There where there is a policy. */
  readonly #load: SessionLoad | undefined;
  #position: Position;
  #retainers = 0;
  #retained: Retained | undefined;
  #lastListener: ChannelListener | undefined;
  #batch: PreparedEntry[] | undefined;
  #batchChars = 0;
  #endedBy: LostReason | undefined;

  /** Without a batching policy every entry goes out at once. */
  constructor(start: Position, batching?: BatchingPolicy) {
    this.log = start.log;
    this.#position = start;
    this.#batching = batching;
    this.#load = batching && new SessionLoad();
  }

  /** Position of the last entry given to listeners. */
  get position(): Position {
    return this.#position;
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** Why nothing comes from this channel any more; undefined while something may. */
  get endedBy(): LostReason | undefined {
    return this.#endedBy;
  }

  /**
   * Retains the entries from now on, for a listener that reads the log up to here and then joins. Returns the function that
   * ends it. Otherwise nothing is retained: memory that lives for seconds is what a garbage collector pays for.
   */
  retain(): () => void {
    this.#retainers += 1;
    let isRetained = true;
    return () => {
      if (isRetained) this.#retainers -= 1;
      isRetained = false;
      if (this.#retainers === 0) this.#retained = undefined;
    };
  }

  /**
   * Gives the listener what came after `after`, and then every new entry. "behind": that was not retained, read the log
   * first. "ahead": the listener has an entry that this process has not received yet; it joins, and has to skip what it
   * knows already. "ended": nothing comes from this channel any more.
   */
  join(listener: ChannelListener, after: Position): "live" | "ahead" | "behind" | "ended" {
    if (this.#endedBy) return "ended";
    const outcome = this.#catchUp(listener, after);
    if (outcome !== "behind") this.#listeners.add(listener);
    return outcome;
  }

  /** Makes this the listener that gets each entry after all others: what it sends in reaction then follows the entry. */
  joinLast(listener: ChannelListener): void {
    this.#lastListener = listener;
  }

  leave(listener: ChannelListener): void {
    this.#listeners.delete(listener);
    if (this.#lastListener === listener) this.#lastListener = undefined;
  }

  /** Takes the log's next entry: fans it out, or adds it to the batch that waits. */
  deliver(entry: LogEntry): void {
    const prepared = new PreparedEntry(entry);
    const batch = this.#batch;
    const { length } = entry.data;
    const isWaiting =
      this.#load &&
      this.#batching?.isBatching(this.#load, {
        chars: length,
        listeners: this.#listeners.size,
        isEvents: entry.kind === "events",
        isJoining: batch !== undefined,
      });
    if (batch) {
      batch.push(prepared);
      this.#batchChars += length;
      if (!isWaiting || batch.length >= MAX_BATCH_ENTRIES || this.#batchChars >= MAX_BATCH_CHARS) this.flush();
      return;
    }
    if (isWaiting && length < MAX_BATCH_CHARS) {
      this.#batch = [prepared];
      this.#batchChars = length;
      this.#batching?.scheduleFlush(this);
    } else this.#fanOut([prepared]);
  }

  /** Fans out the batch that waits, if any. */
  flush(): void {
    const batch = this.#batch;
    this.#batch = undefined;
    if (batch) this.#fanOut(batch);
  }

  /** Ends the channel: the log cannot be continued. */
  resync(reason: LostReason = "lost"): void {
    this.flush();
    this.#endedBy = reason;
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener.onResync(reason);
    this.#lastListener?.onResync(reason);
  }

  #fanOut(entries: readonly PreparedEntry[]): void {
    if (this.#retainers > 0) this.#addRetained(entries);
    const batch = new EntryBatch(entries);
    // Without its data, which would be held until the next entry.
    this.#position = positionOf(batch.newest.entry);
    for (const listener of this.#listeners) listener.onEntries(batch);
    this.#lastListener?.onEntries(batch);
  }

  #catchUp(listener: ChannelListener, after: Position): "live" | "ahead" | "behind" {
    if (isSamePosition(after, this.#position)) return "live";
    const missed = this.#retainedAfter(after);
    if (missed) {
      if (missed.length > 0) listener.onEntries(new EntryBatch(missed));
      return "live";
    }
    return after.epoch === this.#position.epoch && isAfter(after.id, this.#position.id) ? "ahead" : "behind";
  }

  #retainedAfter(position: Position): readonly PreparedEntry[] | undefined {
    if (!this.#retained) return undefined;
    const { after, entries } = this.#retained;
    if (isSamePosition(after, position)) return [...entries];
    const index = entries.findIndex(({ entry }) => isSamePosition(entry, position));
    return index < 0 ? undefined : entries.slice(index + 1);
  }

  /** Called before the channel's position moves on to these. */
  #addRetained(entries: readonly PreparedEntry[]): void {
    this.#retained ??= { after: this.#position, entries: [] };
    const retained = this.#retained.entries;
    retained.push(...entries);
    if (retained.length <= MAX_RETAINED_ENTRIES) return;
    const dropped = retained.splice(0, retained.length - MAX_RETAINED_ENTRIES / 2).at(-1);
    if (dropped) this.#retained.after = positionOf(dropped.entry);
  }
}

/** Entries that came without a hole after a position. */
interface Retained {
  after: Position;
  readonly entries: PreparedEntry[];
}

const isSamePosition = (a: Position, b: Position): boolean => a.id === b.id && a.stamp === b.stamp && a.epoch === b.epoch;
