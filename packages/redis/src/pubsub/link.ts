import type { Redis } from "ioredis";
import type { RedisLogger } from "../client/client.ts";
import { corkWrites } from "../client/cork.ts";
import { isTransient } from "../client/retry.ts";

/** One connection that serves subscriptions. */
export interface SubscriberLink {
  /** How many are subscribed here, or to be. */
  readonly channels: number;
  /** Subscribes, now or when the connection stands, and again whenever it is made anew. */
  subscribe(channel: string): void;
  unsubscribe(channel: string): void;
  /** Subscribes again where the server has dropped a subscription by itself: the slot left, and may have come back. */
  resubscribe(): void;
  close(): void;
}

export interface LinkEvents {
  onMessage(channel: string, message: string): void;
  /** The subscription stands: for the first time, or again after messages may have been lost. */
  onSubscribed(channel: string): void;
  /** The server does not serve some channels of this link (any more): they may be served elsewhere. */
  onMoved(): void;
  /** The connection is gone and will not come back. */
  onEnd(): void;
}

/** Channels of one command: a limit of what one command may delay others, not of subscriptions. */
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
  /** Sent at the end of this turn, so that ten thousand calls become a few commands. */
  const pending = new Set<string>();
  /** Counts connections: an answer on an earlier one is void. */
  let connection = 0;
  let closed = false;

  const ping = setInterval(() => {
    // A failure shows as a broken connection.
    if (redis.status === "ready") redis.ping().catch(() => {});
  }, PING_MS);
  ping.unref();

  corkWrites(redis);
  redis.on("smessage", (channel: string, message: string) => events.onMessage(channel, message));
  redis.on("moved", () => events.onMoved());
  redis.on("error", (error: Error) => logger.warn({ reason: error.message }, "redis subscriber failed, trying again"));
  redis.on("ready", () => {
    connection += 1;
    for (const channel of wanted) request(channel);
  });
  redis.on("end", () => {
    clearInterval(ping);
    if (!closed) events.onEnd();
  });
  // A failure shows as "end" or as further attempts.
  redis.connect().catch(() => {});

  function request(channel: string): void {
    if (pending.size === 0) setImmediate(flush);
    pending.add(channel);
  }

  function flush(): void {
    const channels = [...pending].filter((channel) => wanted.has(channel));
    pending.clear();
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
      if (!isTransient(error)) logger.error({ reason: String(error) }, "redis refused a subscription");
      events.onMoved();
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
      request(channel);
    },
    unsubscribe(channel) {
      wanted.delete(channel);
      // Not awaited, and a failure is no loss: a connection that broke has no subscriptions.
      if (!closed && redis.status === "ready") redis.sunsubscribe(channel).catch(() => {});
    },
    resubscribe() {
      if (redis.status !== "ready") return;
      const subscribed = redis.condition?.subscriber;
      const confirmed = new Set(subscribed ? subscribed.channels("ssubscribe") : []);
      for (const channel of wanted) if (!confirmed.has(channel)) request(channel);
    },
    close() {
      closed = true;
      clearInterval(ping);
      redis.disconnect();
    },
  };
}
