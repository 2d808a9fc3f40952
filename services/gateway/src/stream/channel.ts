import type { LogEntry, Position } from "@frontrow/protocol/entry";
import type { LogId } from "@frontrow/protocol/ids";
import { isAfter } from "@frontrow/protocol/stream-id";
import type { Pace } from "./batching.ts";
import { EntryBatch, PreparedEntry } from "./entry.ts";

/** Who receives a log's entries. */
export interface ChannelListener {
  /** The next entries, one or several. */
  onEntries(batch: EntryBatch): void;
  /** The log cannot be continued: nothing more comes from this channel. Start from a snapshot, on a new one. */
  onResync(): void;
}

/** So many entries a channel keeps for who is about to join it; who needs an older one reads the log. */
const KEPT_ENTRIES = 512;
/** So many wait for each other at most, and so much: a socket's limits are for steps, not for leaps. */
const GATHERED_ENTRIES = 64;
const GATHERED_CHARS = 65_536;

/**
 * One log as this process follows it: a single reader, and its listeners. An entry is prepared once and given to all.
 *
 * A listener joins after the exact entry that it has, or not at all: so it can have neither a hole nor anything twice.
 */
export class Channel {
  readonly log: LogId;
  readonly #listeners = new Set<ChannelListener>();
  #position: Position;
  #keepers = 0;
  #kept: Kept | undefined;
  #last: ChannelListener | undefined;
  #ended = false;
  readonly #pace: Pace | undefined;
  #gathered: PreparedEntry[] | undefined;
  #gatheredChars = 0;

  /** With a pace, entries wait for each other as it says. */
  constructor(start: Position, pace?: Pace) {
    this.log = start.log;
    this.#position = start;
    this.#pace = pace;
  }

  /** Of the last entry given to listeners. */
  get position(): Position {
    return this.#position;
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /**
   * Keeps what comes from now on, for whoever reads the log up to here and then joins; gives how to end that. In between
   * nothing is kept: memory that lives for seconds is what a collector pays for.
   */
  keep(): () => void {
    this.#keepers += 1;
    let isKept = true;
    return () => {
      if (isKept) this.#keepers -= 1;
      isKept = false;
      if (this.#keepers === 0) this.#kept = undefined;
    };
  }

  /** One listener may be told last, when all others have the entry: it acts on it, and what it says then comes after. */
  tellLast(listener: ChannelListener): void {
    this.#last = listener;
  }

  stopTelling(listener: ChannelListener): void {
    if (this.#last === listener) this.#last = undefined;
  }

  /**
   * Gives the listener what came after `after`, and then every new entry. "behind": that was not kept, read the log first.
   * "ahead": the listener has an entry that this process has not heard of yet; it joins, and has to leave out what it knows
   * already. "ended": nothing comes from this channel any more.
   */
  join(listener: ChannelListener, after: Position): "live" | "ahead" | "behind" | "ended" {
    if (this.#ended) return "ended";
    const outcome = this.#place(listener, after);
    if (outcome !== "behind") this.#listeners.add(listener);
    return outcome;
  }

  leave(listener: ChannelListener): void {
    this.#listeners.delete(listener);
  }

  deliver(entry: LogEntry): void {
    const prepared = new PreparedEntry(entry);
    if (this.#gathered) {
      this.#gathered.push(prepared);
      this.#gatheredChars += entry.data.length;
      if (this.#gathered.length >= GATHERED_ENTRIES || this.#gatheredChars >= GATHERED_CHARS) this.flush();
      return;
    }
    if (entry.data.length < GATHERED_CHARS && this.#pace?.isGathering(this.#listeners.size)) {
      this.#gathered = [prepared];
      this.#gatheredChars = entry.data.length;
      this.#pace.flushLater(this);
    } else this.#give([prepared]);
  }

  /** Gives the listeners what was gathered. */
  flush(): void {
    const gathered = this.#gathered;
    this.#gathered = undefined;
    if (gathered) this.#give(gathered);
  }

  resync(): void {
    this.flush();
    this.#ended = true;
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener.onResync();
    this.#last?.onResync();
  }

  #give(entries: readonly PreparedEntry[]): void {
    if (this.#keepers > 0) this.#keep(entries);
    const batch = new EntryBatch(entries);
    this.#position = batch.newest.entry;
    for (const listener of this.#listeners) listener.onEntries(batch);
    this.#last?.onEntries(batch);
  }

  #place(listener: ChannelListener, after: Position): "live" | "ahead" | "behind" {
    if (isSame(after, this.#position)) return "live";
    const missed = this.#keptAfter(after);
    if (missed) {
      if (missed.length > 0) listener.onEntries(new EntryBatch(missed));
      return "live";
    }
    return after.epoch === this.#position.epoch && isAfter(after.id, this.#position.id) ? "ahead" : "behind";
  }

  #keptAfter(position: Position): readonly PreparedEntry[] | undefined {
    if (!this.#kept) return undefined;
    const { after, entries } = this.#kept;
    if (isSame(after, position)) return [...entries];
    const known = entries.findIndex(({ entry }) => isSame(entry, position));
    return known < 0 ? undefined : entries.slice(known + 1);
  }

  /** Called before the channel's position moves on to these. */
  #keep(entries: readonly PreparedEntry[]): void {
    this.#kept ??= { after: this.#position, entries: [] };
    const kept = this.#kept.entries;
    kept.push(...entries);
    if (kept.length <= KEPT_ENTRIES) return;
    const dropped = kept.splice(0, kept.length - KEPT_ENTRIES / 2).at(-1);
    if (dropped) this.#kept.after = dropped.entry;
  }
}

/** Entries that came without a hole after a position. */
interface Kept {
  after: Position;
  readonly entries: PreparedEntry[];
}

const isSame = (a: Position, b: Position): boolean => a.id === b.id && a.stamp === b.stamp && a.epoch === b.epoch;
