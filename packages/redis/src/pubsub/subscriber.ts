import { FrontrowError } from "@frontrow/protocol/errors";
import type { RedisConnection, RedisLogger } from "../client/client.ts";
import type { SubscriberLink } from "./link.ts";
import { createRoutes } from "./routes.ts";

export interface ChannelHandlers {
  onMessage(message: string): void;
  /** Messages may have been lost, and are not any more: repair by reading. */
  onReset(): void;
}

export interface ShardSubscriber {
  readonly name: "shard-subscriber";
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Resolves when the subscription stands; the function that it gives ends it. */
  subscribe(channel: string, handlers: ChannelHandlers): Promise<() => void>;
}

interface Channel {
  readonly name: string;
  /** Mostly one, and never changed in place: a message is being given to them. */
  handlers: readonly ChannelHandlers[];
  link: SubscriberLink | undefined;
  /** Callers that wait for the first confirmation; undefined afterwards. */
  waiting: Waiting[] | undefined;
}

interface Waiting {
  resolve(): void;
  reject(error: Error): void;
}

/**
 * Sharded pub/sub for many channels, by its own connections.
 *
 * A subscription outlives cuts, fail-overs and slots that move: it is made again, and only when it stands is `onReset`
 * called, so that a read which follows cannot leave a hole between itself and the next message. Several handlers of a
 * channel share one subscription.
 */
export function createShardSubscriber({ client }: RedisConnection, logger: RedisLogger): ShardSubscriber {
  const channels = new Map<string, Channel>();
  let stopped = false;

  const events = {
    onMessage(name: string, message: string) {
      const channel = channels.get(name);
      if (channel) for (const handlers of channel.handlers) if (channel.handlers.includes(handlers)) handlers.onMessage(message);
    },
    onSubscribed(name: string) {
      const channel = channels.get(name);
      if (!channel) return;
      const { waiting } = channel;
      channel.waiting = undefined;
      if (waiting) for (const { resolve } of waiting) resolve();
      else for (const handlers of channel.handlers) if (channel.handlers.includes(handlers)) handlers.onReset();
    },
  };
  const routes = createRoutes(client, { ...events, onRoutesChanged: () => assign(channels.values()) }, logger);

  /** Gives each channel to the link that serves it. */
  function assign(some: Iterable<Channel>): void {
    for (const channel of some) {
      const link = routes.linkOf(channel.name);
      if (link === channel.link) continue;
      channel.link?.unsubscribe(channel.name);
      channel.link = link;
      link?.subscribe(channel.name);
    }
  }

  function leave(channel: Channel, handlers: ChannelHandlers): void {
    channel.handlers = channel.handlers.filter((each) => each !== handlers);
    if (channel.handlers.length > 0 || channels.get(channel.name) !== channel) return;
    channels.delete(channel.name);
    channel.link?.unsubscribe(channel.name);
  }

  /** A function of its own: what it closes over lives as long as the subscription. */
  const leaving = (channel: Channel, handlers: ChannelHandlers) => () => leave(channel, handlers);

  return {
    name: "shard-subscriber",
    async start() {},
    async stop() {
      stopped = true;
      routes.close();
      for (const { waiting } of channels.values()) for (const { reject } of waiting ?? []) reject(closed());
      channels.clear();
    },
    async subscribe(name, handlers) {
      if (stopped) throw closed();
      const channel = channels.get(name) ?? { name, handlers: [], link: undefined, waiting: [] };
      channels.set(name, channel);
      if (!channel.handlers.includes(handlers)) channel.handlers = [...channel.handlers, handlers];
      if (channel.waiting) {
        const confirmed = untilConfirmed(channel.waiting);
        assign([channel]);
        await confirmed;
      }
      return leaving(channel, handlers);
    },
  };
}

const untilConfirmed = (waiting: Waiting[]): Promise<void> => new Promise((resolve, reject) => waiting.push({ resolve, reject }));

const closed = (): FrontrowError => new FrontrowError("UNAVAILABLE", "the subscriber is stopped");
