import type { Redis } from "ioredis";
import { batchWrites } from "./batch-writes.ts";
import type { RedisLogger } from "./client.ts";
import { isPassing } from "./patience.ts";

/** One connection that serves subscriptions. */
export interface SubscriberLink {
  /** How many are subscribed here, or to be. */
  readonly channels: number;
  /** Subscribes, now or when the connection stands, and again whenever it is made anew. */
  subscribe(channel: string): void;
  unsubscribe(channel: string): void;
  /** Subscribes again where the server has dropped a subscription by itself: the slot left, and may have come back. */
  mend(): void;
  close(): void;
}

export interface LinkEvents {
  onMessage(channel: string, message: string): void;
  /** The subscription stands: for the first time, or again after messages may have been lost. */
  onSubscribed(channel: string): void;
  /** The server does not serve some channels of this link (any more). */
  onMisplaced(): void;
  /** The connection is gone and will not come back. */
  onEnd(): void;
}

/** Of one command at most; a limit of what one command may delay others, not of subscriptions. */
const BATCH = 200;
/** A connection that only listens cannot tell silence from a cut: it asks, and the client's socket timeout does the rest. */
const PING_MS = 5000;

/** `batchesOf` says which channels may go into one command: in a cluster, those of one slot. */
export function createSubscriberLink(
  redis: Redis,
  events: LinkEvents,
  logger: RedisLogger,
  batchesOf: (channels: string[]) => string[][] = (channels) => [channels],
): SubscriberLink {
  const wanted = new Set<string>();
  /** To be sent at the end of this turn, so that ten thousand calls become a few commands. */
  const fresh = new Set<string>();
  /** Counts connections: what an earlier one still answers is void. */
  let connection = 0;
  let closed = false;

  const ping = setInterval(() => {
    // A failure shows as a broken connection.
    if (redis.status === "ready") redis.ping().catch(() => {});
  }, PING_MS);
  ping.unref();

  batchWrites(redis);
  redis.on("smessage", (channel: string, message: string) => events.onMessage(channel, message));
  redis.on("moved", () => events.onMisplaced());
  redis.on("error", (error: Error) => logger.warn({ reason: error.message }, "redis subscriber failed, trying again"));
  redis.on("ready", () => {
    connection += 1;
    for (const channel of wanted) want(channel);
  });
  redis.on("end", () => {
    clearInterval(ping);
    if (!closed) events.onEnd();
  });
  // A failure shows as "end" or as further attempts.
  redis.connect().catch(() => {});

  function want(channel: string): void {
    if (fresh.size === 0) setImmediate(flush);
    fresh.add(channel);
  }

  function flush(): void {
    const channels = [...fresh].filter((channel) => wanted.has(channel));
    fresh.clear();
    // Before the connection stands there is nothing to do: it asks for all that is wanted then.
    if (redis.status !== "ready") return;
    for (const batch of batchesOf(channels)) {
      for (let at = 0; at < batch.length; at += BATCH) void send(batch.slice(at, at + BATCH));
    }
  }

  async function send(batch: string[]): Promise<void> {
    const mine = connection;
    try {
      await redis.ssubscribe(...batch);
    } catch (error) {
      if (closed || mine !== connection || redis.status !== "ready") return;
      if (!isPassing(error)) logger.error({ reason: String(error) }, "redis refused a subscription");
      events.onMisplaced();
      return;
    }
    if (closed || mine !== connection) return;
    for (const channel of batch) if (wanted.has(channel)) events.onSubscribed(channel);
  }

  return {
    get channels() {
      return wanted.size;
    },
    subscribe(channel) {
      wanted.add(channel);
      want(channel);
    },
    unsubscribe(channel) {
      wanted.delete(channel);
      // Not awaited, and a failure is no loss: a connection that broke has no subscriptions.
      if (!closed && redis.status === "ready") redis.sunsubscribe(channel).catch(() => {});
    },
    mend() {
      if (redis.status !== "ready") return;
      const subscribed = redis.condition?.subscriber;
      const standing = new Set(subscribed ? subscribed.channels("ssubscribe") : []);
      for (const channel of wanted) if (!standing.has(channel)) want(channel);
    },
    close() {
      closed = true;
      clearInterval(ping);
      redis.disconnect();
    },
  };
}
