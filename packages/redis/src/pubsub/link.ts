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
export const createSubscriberLink = (
  redis: Redis,
  events: LinkEvents,
  logger: RedisLogger,
  batchesOf: (channels: string[]) => string[][] = (channels) => [channels],
): SubscriberLink => new Link(redis, events, logger, batchesOf);

class Link implements SubscriberLink {
  readonly #redis: Redis;
  readonly #events: LinkEvents;
  readonly #logger: RedisLogger;
  readonly #batchesOf: (channels: string[]) => string[][];
  readonly #wanted = new Set<string>();
  /** Sent at the end of this turn, so that ten thousand calls become a few commands. */
  readonly #pending = new Set<string>();
  readonly #pings: NodeJS.Timeout;
  /** Counts connections: an answer on an earlier one is void. */
  #connection = 0;
  #isClosed = false;

  constructor(redis: Redis, events: LinkEvents, logger: RedisLogger, batchesOf: (channels: string[]) => string[][]) {
    this.#redis = redis;
    this.#events = events;
    this.#logger = logger;
    this.#batchesOf = batchesOf;
    this.#pings = setInterval(() => this.#ping(), PING_MS);
    this.#pings.unref();
    this.#listen();
    // A failure shows as "end" or as further attempts.
    redis.connect().catch(() => {});
  }

  get channels(): number {
    return this.#wanted.size;
  }

  subscribe(channel: string): void {
    this.#wanted.add(channel);
    this.#request(channel);
  }

  unsubscribe(channel: string): void {
    this.#wanted.delete(channel);
    // Not awaited, and a failure is no loss: a connection that broke has no subscriptions.
    if (!this.#isClosed && this.#redis.status === "ready") this.#redis.sunsubscribe(channel).catch(() => {});
  }

  resubscribe(): void {
    if (this.#redis.status !== "ready") return;
    const subscribed = this.#redis.condition?.subscriber;
    const confirmed = new Set(subscribed ? subscribed.channels("ssubscribe") : []);
    for (const channel of this.#wanted) if (!confirmed.has(channel)) this.#request(channel);
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#pings);
    this.#redis.disconnect();
  }

  #listen(): void {
    const redis = this.#redis;
    corkWrites(redis);
    redis.on("smessage", (channel: string, message: string) => this.#events.onMessage(channel, message));
    redis.on("moved", () => this.#events.onMoved());
    redis.on("error", (error: Error) => this.#logger.warn({ reason: error.message }, "redis subscriber failed, trying again"));
    redis.on("ready", () => {
      this.#connection += 1;
      for (const channel of this.#wanted) this.#request(channel);
    });
    redis.on("end", () => {
      clearInterval(this.#pings);
      if (!this.#isClosed) this.#events.onEnd();
    });
  }

  #ping(): void {
    // A failure shows as a broken connection.
    if (this.#redis.status === "ready") this.#redis.ping().catch(() => {});
  }

  #request(channel: string): void {
    if (this.#pending.size === 0) setImmediate(() => this.#flush());
    this.#pending.add(channel);
  }

  #flush(): void {
    const channels = [...this.#pending].filter((channel) => this.#wanted.has(channel));
    this.#pending.clear();
    // Before the connection stands there is nothing to do: it asks for all that is wanted then.
    if (this.#redis.status !== "ready") return;
    for (const batch of this.#batchesOf(channels)) {
      for (let at = 0; at < batch.length; at += BATCH) void this.#send(batch.slice(at, at + BATCH));
    }
  }

  async #send(batch: string[]): Promise<void> {
    const mine = this.#connection;
    try {
      await this.#redis.ssubscribe(...batch);
    } catch (error) {
      if (this.#isVoid(mine) || this.#redis.status !== "ready") return;
      if (!isTransient(error)) this.#logger.error({ reason: String(error) }, "redis refused a subscription");
      this.#events.onMoved();
      return;
    }
    if (this.#isVoid(mine)) return;
    for (const channel of batch) if (this.#wanted.has(channel)) this.#events.onSubscribed(channel);
  }

  #isVoid(connection: number): boolean {
    return this.#isClosed || connection !== this.#connection;
  }
}
