import type { LogEntry, Position } from "@frontrow/protocol/entry";
import type { LogId } from "@frontrow/protocol/ids";
import { isAfter } from "@frontrow/redis/log";
import { PreparedEntry } from "./prepared-entry.ts";

/** Who receives a log's entries. */
export interface ChannelListener {
  onEntry(entry: PreparedEntry): void;
  /** The log cannot be continued: nothing more comes from this channel. Start from a snapshot, on a new one. */
  onResync(): void;
}

/** What a channel remembers of the last entries, so that whoever catches up finds its end here and not in Redis. */
const RECENT_MS = 2_000;
const RECENT_ENTRIES = 128;

/**
 * One log as this process follows it: a single reader, and its listeners. An entry is prepared once and given to all.
 *
 * A listener joins after the exact entry that it has, or not at all: so it can have neither a hole nor anything twice.
 */
export class Channel {
  readonly log: LogId;
  readonly #now: () => number;
  readonly #listeners = new Set<ChannelListener>();
  #position: Position;
  #recent: PreparedEntry[] = [];
  #last: ChannelListener | undefined;
  #ended = false;

  constructor(start: Position, now: () => number) {
    this.log = start.log;
    this.#position = start;
    this.#now = now;
  }

  /** Of the last entry given to listeners. */
  get position(): Position {
    return this.#position;
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** One listener may be told last, when all others have the entry: it acts on it, and what it says then comes after. */
  tellLast(listener: ChannelListener): void {
    this.#last = listener;
  }

  stopTelling(listener: ChannelListener): void {
    if (this.#last === listener) this.#last = undefined;
  }

  /**
   * Gives the listener what came after `after`, and then every new entry. "behind": that is not remembered here any more,
   * read the log first. "ahead": the listener has an entry that this process has not heard of yet; it joins, and has to
   * leave out what it knows already. "ended": nothing comes from this channel any more.
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
    const now = this.#now();
    const prepared = new PreparedEntry(entry, now);
    this.#position = entry;
    this.#remember(prepared, now);
    for (const listener of this.#listeners) listener.onEntry(prepared);
    this.#last?.onEntry(prepared);
  }

  resync(): void {
    this.#ended = true;
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener.onResync();
    this.#last?.onResync();
  }

  #place(listener: ChannelListener, after: Position): "live" | "ahead" | "behind" {
    if (isSame(after, this.#position)) return "live";
    const known = this.#recent.findIndex(({ entry }) => isSame(entry, after));
    if (known >= 0) {
      for (const entry of this.#recent.slice(known + 1)) listener.onEntry(entry);
      return "live";
    }
    return after.epoch === this.#position.epoch && isAfter(after.id, this.#position.id) ? "ahead" : "behind";
  }

  #remember(entry: PreparedEntry, now: number): void {
    const oldest = now - RECENT_MS;
    let stale = this.#recent.length >= RECENT_ENTRIES ? 1 : 0;
    while (stale < this.#recent.length && (this.#recent[stale]?.receivedAtMs ?? 0) < oldest) stale += 1;
    if (stale > 0) this.#recent.splice(0, stale);
    this.#recent.push(entry);
  }
}

const isSame = (a: Position, b: Position): boolean => a.id === b.id && a.stamp === b.stamp && a.epoch === b.epoch;
