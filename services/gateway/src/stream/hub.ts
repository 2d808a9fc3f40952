import type { LogEntry } from "@frontrow/protocol/entry";
import type { LogId } from "@frontrow/protocol/ids";
import type { LogStore } from "@frontrow/redis/log";
import type { Follow, FollowHandlers, LogReader } from "@frontrow/redis/log-reader";
import type { Pace } from "./batching.ts";
import { Channel } from "./channel.ts";

/** A channel in use; it must be released, once. */
export interface Lease {
  readonly channel: Channel;
  release(): void;
}

export interface Hub {
  /** The channel of a log, at the log's end or further; undefined when there is no such log. */
  open(log: LogId): Promise<Lease | undefined>;
  /** Logs followed now. */
  readonly size: number;
  close(): void;
}

interface Services {
  readonly reader: LogReader;
  readonly store: LogStore;
  /** How long a log is followed after its last use: a reload should not cost a subscription. */
  readonly lingerMs: number;
  /** How sessions' entries wait for each other; a desk's facts never wait. */
  readonly pace?: Pace;
  forget(log: FollowedLog): void;
}

/** Logs and their sockets: however many of this process' sockets show a log, it is followed once. */
export function createHub(options: Omit<Services, "forget">): Hub {
  const followed = new Map<LogId, FollowedLog>();
  const services: Services = {
    ...options,
    forget(log) {
      if (followed.get(log.id) === log) followed.delete(log.id);
    },
  };
  return {
    get size() {
      return followed.size;
    },
    open(id) {
      const log = followed.get(id) ?? new FollowedLog(id, services);
      followed.set(id, log);
      return log.use();
    },
    close() {
      for (const log of followed.values()) log.end();
    },
  };
}

/** One log that this process follows, for as long as it is used and a little longer. */
class FollowedLog implements FollowHandlers {
  readonly id: LogId;
  readonly #services: Services;
  readonly #opening: Promise<Channel | undefined>;
  #channel: Channel | undefined;
  #follow: Follow | undefined;
  #users = 0;
  #linger: NodeJS.Timeout | undefined;

  constructor(id: LogId, services: Services) {
    this.id = id;
    this.#services = services;
    this.#opening = this.#open();
  }

  async use(): Promise<Lease | undefined> {
    this.#users += 1;
    clearTimeout(this.#linger);
    this.#linger = undefined;
    try {
      const channel = await this.#opening;
      if (channel) return new UsedLog(channel, this);
    } catch (error) {
      this.release();
      this.end();
      throw error;
    }
    // It may be there the next time.
    this.release();
    this.end();
    return undefined;
  }

  release(): void {
    this.#users -= 1;
    if (this.#users > 0) return;
    this.#linger = setTimeout(() => this.end(), this.#services.lingerMs);
    this.#linger.unref();
  }

  end(): void {
    clearTimeout(this.#linger);
    this.#follow?.close();
    this.#channel?.flush();
    this.#services.forget(this);
  }

  onEntry(entry: LogEntry): void {
    this.#channel?.deliver(entry);
  }

  onResync(): void {
    this.end();
    this.#channel?.resync();
  }

  onFailed(): void {
    this.onResync();
  }

  async #open(): Promise<Channel | undefined> {
    const { store, reader, pace } = this.#services;
    const tail = await store.tail(this.id);
    if (!tail) return undefined;
    this.#channel = new Channel(tail, isSession(this.id) ? pace : undefined);
    this.#follow = reader.follow(tail, this);
    await this.#follow.caughtUp;
    return this.#channel;
  }
}

class UsedLog implements Lease {
  readonly channel: Channel;
  #log: FollowedLog | undefined;

  constructor(channel: Channel, log: FollowedLog) {
    this.channel = channel;
    this.#log = log;
  }

  release(): void {
    this.#log?.release();
    this.#log = undefined;
  }
}

const isSession = (log: LogId): boolean => log.startsWith("ses_");
