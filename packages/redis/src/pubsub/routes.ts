import { backoffMs } from "@frontrow/runtime/backoff";
import calculateSlot from "cluster-key-slot";
import { Cluster, type Redis } from "ioredis";
import type { RedisClient, RedisLogger } from "../client/client.ts";
import { createSubscriberLink, type SubscriberLink } from "./link.ts";

export interface RouteEvents {
  onMessage(channel: string, message: string): void;
  onSubscribed(channel: string): void;
  /** Some channels may be served by another link now: ask for each. */
  onRoutesChanged(): void;
}

/** Where channels are served: one connection, or in a cluster one for each primary. */
export interface Routes {
  /** The link that serves a channel now; undefined while nobody does. */
  linkOf(channel: string): SubscriberLink | undefined;
  close(): void;
}

/** The routes of a client: by the slots of a cluster, or one link for all. */
export function createRoutes(client: RedisClient, events: RouteEvents, logger: RedisLogger): Routes {
  return client instanceof Cluster
    ? new ClusterRoutes(client, events, logger)
    : createSingleRoute(client as Redis, events, logger);
}

const REFRESH_PAUSES = { firstMs: 50, maxMs: 2000 };

/**
 * One link for each primary of a cluster that serves channels, by the command client's map of slots.
 *
 * ioredis has such subscribers of its own. They do not say when messages may have been lost, and drop in silence a
 * subscription that is refused while they are made anew: see docs/adr/0002.
 */
class ClusterRoutes implements Routes {
  readonly #cluster: Cluster;
  readonly #events: RouteEvents;
  readonly #logger: RedisLogger;
  readonly #links = new Map<string, SubscriberLink>();
  /** Nodes whose link broke: not tried again before the map of slots was asked for. */
  readonly #broken = new Set<string>();
  readonly #onRefresh = () => this.#routesChanged();
  /** Refreshes of the map since a subscription was last confirmed. */
  #refreshes = 0;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(cluster: Cluster, events: RouteEvents, logger: RedisLogger) {
    this.#cluster = cluster;
    this.#events = events;
    this.#logger = logger;
    cluster.on("refresh", this.#onRefresh);
  }

  linkOf(channel: string): SubscriberLink | undefined {
    const node = this.#cluster.slots[calculateSlot(channel)]?.[0];
    const link = node === undefined || this.#broken.has(node) ? undefined : (this.#links.get(node) ?? this.#open(node));
    if (!link) this.#refreshSlots();
    return link;
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#cluster.off("refresh", this.#onRefresh);
    for (const link of this.#links.values()) link.close();
  }

  #open(node: string): SubscriberLink | undefined {
    const primary = this.#cluster.nodes("master").find(({ options: { host, port } }) => `${host}:${port}` === node);
    if (!primary) return undefined;
    // It ends with its connection: whether the node comes back as a primary is for the map of slots to say.
    const redis: Redis = primary.duplicate({ autoResubscribe: false, readOnly: false, retryStrategy: null });
    const events = {
      onMessage: this.#events.onMessage,
      onSubscribed: (channel: string) => {
        this.#refreshes = 0;
        this.#events.onSubscribed(channel);
      },
      onMoved: () => this.#refreshSlots(),
      onEnd: () => {
        this.#links.delete(node);
        this.#broken.add(node);
        this.#routesChanged();
      },
    };
    const link = createSubscriberLink(redis, events, this.#logger, bySlot);
    this.#links.set(node, link);
    return link;
  }

  #routesChanged(): void {
    if (this.#isClosed) return;
    this.#events.onRoutesChanged();
    for (const [node, link] of this.#links) {
      if (link.channels > 0) continue;
      this.#links.delete(node);
      link.close();
    }
  }

  /** Asks for the map of slots until it serves all channels: after a fail-over it takes a while to be true. */
  #refreshSlots(): void {
    if (this.#isClosed || this.#timer) return;
    // With or without news: "refresh" does not come when no node answers.
    const ask = () => this.#cluster.refreshSlotsCache(() => this.#slotsAsked());
    this.#timer = setTimeout(ask, backoffMs(this.#refreshes, REFRESH_PAUSES));
    this.#refreshes += 1;
  }

  #slotsAsked(): void {
    this.#timer = undefined;
    if (this.#isClosed) return;
    this.#broken.clear();
    this.#routesChanged();
    for (const link of this.#links.values()) link.resubscribe();
  }
}

function bySlot(channels: string[]): string[][] {
  const slots = new Map<number, string[]>();
  for (const channel of channels) {
    const slot = calculateSlot(channel);
    const same = slots.get(slot);
    if (same) same.push(channel);
    else slots.set(slot, [channel]);
  }
  return [...slots.values()];
}

/** Pause before a refused subscription is tried again. */
const RESUBSCRIBE_MS = 1000;

function createSingleRoute(client: Redis, { onMessage, onSubscribed }: RouteEvents, logger: RedisLogger): Routes {
  let link: SubscriberLink | undefined;
  let timer: NodeJS.Timeout | undefined;
  const resubscribeSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      link?.resubscribe();
    }, RESUBSCRIBE_MS);
  };
  const open = () =>
    createSubscriberLink(
      client.duplicate({ autoResubscribe: false }),
      { onMessage, onSubscribed, onMoved: resubscribeSoon, onEnd() {} },
      logger,
    );
  return {
    linkOf() {
      link ??= open();
      return link;
    },
    close() {
      clearTimeout(timer);
      link?.close();
    },
  };
}
