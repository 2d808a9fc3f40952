import { type LogEntry, type Position, positionOf } from "@frontrow/protocol/entry";
import { isAfter, nextStreamId } from "@frontrow/protocol/stream-id";
import type { LogStore } from "@frontrow/redis/log";
import type { Channel, ChannelListener } from "./channel.ts";
import { EntryBatch, PreparedEntry } from "./entry.ts";

/** Where a socket is in a log: after an entry, or after so many items of it. */
export type ItemPosition = Position & { readonly items?: number };

export interface StreamSink {
  /** The next entry; `fromItem` is more than 0 when its first items were received before. */
  onLogEntry(entry: PreparedEntry, fromItem: number): void;
  /** The same for several whole ones, which may go out in one write. */
  onLogBatch(batch: EntryBatch): void;
  /** Resolves when the socket can take more. */
  drained(): Promise<void>;
  /** The log cannot be continued from where the stream is: start from a snapshot. */
  onLost(): void;
}

/** What the streams of a process share. */
export interface StreamServices {
  readonly store: Pick<LogStore, "readAfter" | "readBack">;
  /** Bounds how many catch up at once, in turn: after a restart all of them do. */
  readonly limit: <T>(task: () => Promise<T>) => Promise<T>;
}

const PAGE_ENTRIES = 100;

/**
 * One socket's way through one log: from a position through Redis up to the channel, and on with it. Every entry after the
 * position once, in order, at the pace of the socket.
 */
export class LogStream implements ChannelListener {
  readonly #channel: Channel;
  readonly #sink: StreamSink;
  readonly #services: StreamServices;
  #at: ItemPosition;
  /** Entries up to here are known though the channel has not heard of them yet. */
  #aheadUntil: string | undefined;
  #closed = false;

  constructor(from: ItemPosition, channel: Channel, sink: StreamSink, services: StreamServices) {
    this.#at = from;
    this.#channel = channel;
    this.#sink = sink;
    this.#services = services;
  }

  /** Catches up and stays; resolves when it is live, or never will be. */
  async run(): Promise<"live" | "lost" | "closed"> {
    const release = this.#channel.keep();
    try {
      return await this.#catchUp();
    } finally {
      release();
    }
  }

  onEntries(batch: EntryBatch): void {
    if (this.#closed) return;
    const fresh = this.#aheadUntil === undefined ? batch : this.#whatIsNew(batch);
    if (!fresh) return;
    this.#at = fresh.newest.entry;
    this.#sink.onLogBatch(fresh);
  }

  onResync(): void {
    if (!this.#closed) this.#lose();
  }

  close(): void {
    this.#closed = true;
    this.#channel.leave(this);
  }

  async #catchUp(): Promise<"live" | "lost" | "closed"> {
    const { store, limit } = this.#services;
    // What a client hands us is believed once the log has confirmed it.
    let confirmed = false;
    if (this.#at.items !== undefined && !(await this.#finishEntry(this.#at.items))) return this.#lose();
    for (;;) {
      if (this.#closed) return "closed";
      const joined = this.#channel.join(this, this.#at);
      if (joined === "live") return "live";
      if (joined === "ended") return this.#lose();
      if (joined === "ahead" && confirmed) {
        this.#aheadUntil = this.#at.id;
        return "live";
      }
      this.#channel.leave(this);
      const page = await limit(() => store.readAfter(this.#at, { entries: PAGE_ENTRIES }));
      if (this.#closed) return "closed";
      if (page.outcome !== "ok") return this.#lose();
      confirmed = true;
      for (const entry of page.entries) {
        this.#take(new PreparedEntry(entry), 0);
        // Whoever was away for long gets more than a socket's buffer may hold: at the pace at which it reads.
        await this.#sink.drained();
      }
    }
  }

  /** The channel is still behind what the socket has: the rest of the batch, if it comes to that. */
  #whatIsNew({ entries }: EntryBatch): EntryBatch | undefined {
    const until = this.#aheadUntil ?? "";
    const fresh = entries.filter(({ entry }) => isAfter(entry.id, until));
    if (fresh.length === 0) return undefined;
    this.#aheadUntil = undefined;
    return new EntryBatch(fresh);
  }

  #take(entry: PreparedEntry, fromItem: number): void {
    if (this.#closed) return;
    this.#at = entry.entry;
    this.#sink.onLogEntry(entry, fromItem);
  }

  #lose(): "lost" | "closed" {
    if (this.#closed) return "closed";
    this.close();
    this.#sink.onLost();
    return "lost";
  }

  /** The rest of the entry that the socket has received in part. */
  async #finishEntry(received: number): Promise<boolean> {
    const entry = await readEntry(this.#services.store, this.#at);
    if (this.#closed) return true;
    if (!entry) return false;
    this.#take(new PreparedEntry(entry), received);
    return true;
  }
}

/** The very entry of a position, or undefined when the log does not have it (any more). */
export async function readEntry(store: Pick<LogStore, "readBack">, position: Position): Promise<LogEntry | undefined> {
  const next = nextStreamId(position.id);
  const [entry] = next === undefined ? [] : await store.readBack(position.log, { entries: 1, before: next });
  if (!entry) return undefined;
  const { id, stamp, epoch } = positionOf(entry);
  return id === position.id && stamp === position.stamp && epoch === position.epoch ? entry : undefined;
}
