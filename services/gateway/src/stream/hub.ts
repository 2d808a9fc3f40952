import type { LogEntry } from "@frontrow/protocol/entry";
import type { LogId } from "@frontrow/protocol/ids";
import type { LogStore } from "@frontrow/redis/log";
import type { Follow, FollowHandlers, LogReader } from "@frontrow/redis/log-reader";
import type { BatchingPolicy } from "./batching.ts";
import { Channel, type LostReason } from "./channel.ts";

/** A channel in use; it must be released, once. */
export interface ChannelHandle {
  readonly channel: Channel;
  release(): void;
}

/** The logs that this process follows: each once, however many of its sockets show it. */
export interface Hub {
  /** The channel of a log, at the log's end or further; undefined when there is no such log. */
  open(log: LogId): Promise<ChannelHandle | undefined>;
  /** Logs followed now. */
  readonly size: number;
  close(): void;
}

interface Dependencies {
  readonly reader: LogReader;
  readonly store: LogStore;
  /** How long a log is followed after its last use: a reload should not cost a subscription. */
  readonly lingerMs: number;
  /** Batches the entries of sessions; a desk's facts go out at once. */
  readonly batching?: BatchingPolicy;
}

export function createHub(deps: Dependencies): Hub {
  const logs = new Map<LogId, FollowedLog>();
  return {
    get size() {
      return logs.size;
    },
    open(id) {
      const log = logs.get(id) ?? new FollowedLog(id, deps, logs);
      logs.set(id, log);
      return log.use();
    },
    close() {
      for (const log of logs.values()) log.end();
    },
  };
}

/** One log that this process follows, for as long as it is used and a little longer. Its own handler: a closure a log costs memory. */
class FollowedLog implements FollowHandlers {
  readonly id: LogId;
  readonly #deps: Dependencies;
  readonly #siblings: Map<LogId, FollowedLog>;
  readonly #opening: Promise<Channel | undefined>;
  #channel: Channel | undefined;
  #follow: Follow | undefined;
  #users = 0;
  #linger: NodeJS.Timeout | undefined;

  /** `siblings` are the logs that are followed: it leaves them when it ends. */
  constructor(id: LogId, deps: Dependencies, siblings: Map<LogId, FollowedLog>) {
    this.id = id;
    this.#deps = deps;
    this.#siblings = siblings;
    this.#opening = this.#open();
  }

  async use(): Promise<ChannelHandle | undefined> {
    this.#users += 1;
    clearTimeout(this.#linger);
    this.#linger = undefined;
    try {
      const channel = await this.#opening;
      if (channel) return new Handle(channel, this);
    } catch (error) {
      this.release();
      this.end();
      throw error;
    }
    // The log may exist the next time.
    this.release();
    this.end();
    return undefined;
  }

  release(): void {
    this.#users -= 1;
    if (this.#users > 0) return;
    this.#linger = setTimeout(() => this.end(), this.#deps.lingerMs);
    this.#linger.unref();
  }

  end(): void {
    clearTimeout(this.#linger);
    this.#follow?.close();
    this.#channel?.flush();
    if (this.#siblings.get(this.id) === this) this.#siblings.delete(this.id);
  }

  onEntry(entry: LogEntry): void {
    this.#channel?.deliver(entry);
  }

  onResync(reason: Parameters<FollowHandlers["onResync"]>[0]): void {
    this.#lose(reason === "epoch" ? "epoch" : "lost");
  }

  onFailed(): void {
    this.#lose("lost");
  }

  #lose(reason: LostReason): void {
    this.end();
    this.#channel?.resync(reason);
  }

  async #open(): Promise<Channel | undefined> {
    const { store, reader, batching } = this.#deps;
    const tail = await store.tail(this.id);
    if (!tail) return undefined;
    this.#channel = new Channel(tail, isSession(this.id) ? batching : undefined);
    this.#follow = reader.follow(tail, this);
    await this.#follow.caughtUp;
    return this.#channel;
  }
}

/** Per socket: a class, as its memory counts. */
class Handle implements ChannelHandle {
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
