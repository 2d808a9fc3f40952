import type { LogId } from "@frontrow/protocol/ids";
import type { LogStore } from "@frontrow/redis/log";
import type { Follow, LogReader } from "@frontrow/redis/log-reader";
import { Channel } from "./channel.ts";

/** A channel in use; it must be released. */
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

interface Dependencies {
  readonly reader: LogReader;
  readonly store: LogStore;
  /** How long a log is followed after its last use: a reload should not cost a subscription. */
  readonly lingerMs: number;
  readonly now?: () => number;
}

interface Held {
  readonly opening: Promise<Channel | undefined>;
  follow: Follow | undefined;
  users: number;
  linger: NodeJS.Timeout | undefined;
}

/** Logs and their sockets: however many of this process' sockets show a log, it is followed once. */
export function createHub({ reader, store, lingerMs, now = () => performance.now() }: Dependencies): Hub {
  const held = new Map<LogId, Held>();

  function hold(log: LogId): Held {
    const fresh: Held = {
      opening: follow(log, (started) => (fresh.follow = started)),
      follow: undefined,
      users: 0,
      linger: undefined,
    };
    held.set(log, fresh);
    // A log that is not there, or cannot be read, is asked for again the next time.
    fresh.opening.then(
      (channel) => !channel && forget(log, fresh),
      () => forget(log, fresh),
    );
    return fresh;

    async function follow(id: LogId, started: (follow: Follow) => void): Promise<Channel | undefined> {
      const tail = await store.tail(id);
      if (!tail) return undefined;
      const channel = new Channel(tail, now);
      const end = () => {
        forget(id, fresh);
        channel.resync();
      };
      const following = reader.follow(tail, { onEntry: (entry) => channel.deliver(entry), onResync: end, onFailed: end });
      started(following);
      await following.caughtUp;
      return channel;
    }
  }

  function forget(log: LogId, which: Held): void {
    clearTimeout(which.linger);
    which.follow?.close();
    if (held.get(log) === which) held.delete(log);
  }

  function release(log: LogId, which: Held): void {
    which.users -= 1;
    if (which.users > 0) return;
    clearTimeout(which.linger);
    which.linger = setTimeout(() => which.users === 0 && forget(log, which), lingerMs);
    which.linger.unref();
  }

  return {
    get size() {
      return held.size;
    },
    async open(log) {
      const which = held.get(log) ?? hold(log);
      which.users += 1;
      clearTimeout(which.linger);
      let released = false;
      const giveBack = () => {
        if (!released) release(log, which);
        released = true;
      };
      try {
        const channel = await which.opening;
        if (channel) return { channel, release: giveBack };
      } catch (error) {
        giveBack();
        throw error;
      }
      giveBack();
      return undefined;
    },
    close() {
      for (const [log, which] of held) forget(log, which);
    },
  };
}
