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
    ? createClusterRoutes(client, events, logger)
    : createSingleRoute(client as Redis, events, logger);
}

const REFRESH_PAUSES = { firstMs: 50, maxMs: 2000 };

/**
 * One link for each primary of a cluster that serves channels, by the command client's map of slots.
 *
 * ioredis has such subscribers of its own. They do not say when messages may have been lost, and drop in silence a
 * subscription that is refused while they are made anew: see docs/adr/0002.
 */
function createClusterRoutes(cluster: Cluster, events: RouteEvents, logger: RedisLogger): Routes {
  const links = new Map<string, SubscriberLink>();
  /** Nodes whose link broke: not tried again before the map of slots was asked for. */
  const broken = new Set<string>();
  /** Refreshes of the map since a subscription was last confirmed. */
  let refreshes = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const changed = () => {
    if (closed) return;
    events.onRoutesChanged();
    for (const [node, link] of links) {
      if (link.channels > 0) continue;
      links.delete(node);
      link.close();
    }
  };
  cluster.on("refresh", changed);

  /** Asks for the map of slots until it serves all channels: after a fail-over it takes a while to be true. */
  function refreshSlots(): void {
    if (closed || timer) return;
    timer = setTimeout(
      () => {
        cluster.refreshSlotsCache(() => {
          // With or without news: "refresh" does not come when no node answers.
          timer = undefined;
          if (closed) return;
          broken.clear();
          changed();
          for (const link of links.values()) link.resubscribe();
        });
      },
      backoffMs(refreshes, REFRESH_PAUSES),
    );
    refreshes += 1;
  }

  function open(node: string): SubscriberLink | undefined {
    const primary = cluster.nodes("master").find(({ options: { host, port } }) => `${host}:${port}` === node);
    if (!primary) return undefined;
    // It ends with its connection: whether the node comes back as a primary is for the map of slots to say.
    const redis: Redis = primary.duplicate({ autoResubscribe: false, readOnly: false, retryStrategy: null });
    const link = createSubscriberLink(
      redis,
      {
        onMessage: events.onMessage,
        onSubscribed(channel) {
          refreshes = 0;
          events.onSubscribed(channel);
        },
        onMoved: refreshSlots,
        onEnd() {
          links.delete(node);
          broken.add(node);
          changed();
        },
      },
      logger,
      bySlot,
    );
    links.set(node, link);
    return link;
  }

  return {
    linkOf(channel) {
      const node = cluster.slots[calculateSlot(channel)]?.[0];
      const link = node === undefined || broken.has(node) ? undefined : (links.get(node) ?? open(node));
      if (!link) refreshSlots();
      return link;
    },
    close() {
      closed = true;
      clearTimeout(timer);
      cluster.off("refresh", changed);
      for (const link of links.values()) link.close();
    },
  };
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
