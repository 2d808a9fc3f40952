import { type LogEntry, type Position, positionOf } from "@frontrow/protocol/entry";
import { isAfter, nextStreamId } from "@frontrow/protocol/stream-id";
import type { LogStore } from "@frontrow/redis/log";
import type { Channel, ChannelListener, LostReason } from "./channel.ts";
import { EntryBatch, PreparedEntry } from "./entry.ts";

/** Where a socket is in a log: after an entry, or after the first `items` items of it. */
export type ItemPosition = Position & { readonly items?: number };

/** Takes what a subscription gives: a member (its desk's facts) or a view (the session's entries). */
export interface Subscriber {
  /** The next entries, one or several. Of the first one `fromItem` items were received before. */
  onEntries(batch: EntryBatch, fromItem: number): void;
  /** Resolves when the socket can take more. */
  drained(): Promise<void>;
  /** The log cannot be continued from where the subscription is: start from a snapshot. */
  onLost(reason: LostReason): void;
}

/** What the subscriptions of a process share. */
export interface SubscriptionServices {
  readonly store: Pick<LogStore, "readAfter" | "readBack">;
  /** Bounds how many catch up at once, in turn: after a restart all of them do. */
  readonly limit: <T>(task: () => Promise<T>) => Promise<T>;
}

const PAGE_ENTRIES = 100;

/**
 * One socket's subscription to one log, from a position on: first through Redis up to the channel, then with the channel.
 * It gives every entry after the position once, in order, at the pace of the socket.
 */
export class Subscription implements ChannelListener {
  readonly #channel: Channel;
  readonly #subscriber: Subscriber;
  readonly #services: SubscriptionServices;
  #at: ItemPosition;
  /** The subscriber has the entries up to this id, though the channel has not received them yet. */
  #aheadUntil: string | undefined;
  #closed = false;

  constructor(from: ItemPosition, channel: Channel, subscriber: Subscriber, services: SubscriptionServices) {
    this.#at = from;
    this.#channel = channel;
    this.#subscriber = subscriber;
    this.#services = services;
  }

  /** Catches up and stays; resolves when it is live, or never will be. */
  async run(): Promise<"live" | "lost" | "closed"> {
    const release = this.#channel.retain();
    try {
      return await this.#catchUp();
    } finally {
      release();
    }
  }

  onEntries(batch: EntryBatch): void {
    if (this.#closed) return;
    const unseen = this.#aheadUntil === undefined ? batch : this.#withoutSeen(batch);
    if (unseen) this.#give(unseen, 0);
  }

  onResync(reason: LostReason): void {
    if (!this.#closed) this.#lose(reason);
  }

  close(): void {
    this.#closed = true;
    this.#channel.leave(this);
  }

  async #catchUp(): Promise<"live" | "lost" | "closed"> {
    const { store, limit } = this.#services;
    // A position comes from a client: it is believed once the log has confirmed it.
    let isConfirmed = false;
    if (this.#at.items !== undefined && !(await this.#finishEntry(this.#at.items))) return this.#lose();
    for (;;) {
      if (this.#closed) return "closed";
      const joined = this.#channel.join(this, this.#at);
      if (joined === "live") return "live";
      if (joined === "ended") return this.#lose(this.#channel.endedBy);
      if (joined === "ahead" && isConfirmed) {
        this.#aheadUntil = this.#at.id;
        return "live";
      }
      this.#channel.leave(this);
      const page = await limit(() => store.readAfter(this.#at, { entries: PAGE_ENTRIES }));
      if (this.#closed) return "closed";
      if (page.outcome !== "ok") return this.#lose(page.outcome === "epoch" ? "epoch" : "lost");
      isConfirmed = true;
      for (const entry of page.entries) {
        this.#give(new EntryBatch([new PreparedEntry(entry)]), 0);
        // What was missed may be more than a socket's buffer holds: it goes out as fast as the socket reads.
        await this.#subscriber.drained();
      }
    }
  }

  /** While the channel is behind the subscriber: the entries of the batch that it does not have, if any. */
  #withoutSeen({ entries }: EntryBatch): EntryBatch | undefined {
    const until = this.#aheadUntil ?? "";
    const unseen = entries.filter(({ entry }) => isAfter(entry.id, until));
    if (unseen.length === 0) return undefined;
    this.#aheadUntil = undefined;
    return new EntryBatch(unseen);
  }

  #give(batch: EntryBatch, fromItem: number): void {
    if (this.#closed) return;
    this.#at = batch.newest.entry;
    this.#subscriber.onEntries(batch, fromItem);
  }

  #lose(reason: LostReason = "lost"): "lost" | "closed" {
    if (this.#closed) return "closed";
    this.close();
    this.#subscriber.onLost(reason);
    return "lost";
  }

  /** Gives the rest of the entry that the socket has received in part. */
  async #finishEntry(received: number): Promise<boolean> {
    const entry = await readEntry(this.#services.store, this.#at);
    if (this.#closed) return true;
    if (!entry) return false;
    this.#give(new EntryBatch([new PreparedEntry(entry)]), received);
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
