import calculateSlot from "cluster-key-slot";
import type { Cluster, Redis } from "ioredis";
import type { RedisLogger } from "./client.ts";
import type { Routes } from "./shard-subscriber.ts";
import { createSubscriberLink, type SubscriberLink } from "./subscriber-link.ts";

export interface RouteEvents {
  onMessage(channel: string, message: string): void;
  onSubscribed(channel: string): void;
  /** Some channels may be served by another link now: ask for each. */
  onRoutesChanged(): void;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2000;

/**
 * One link for each primary of a cluster that serves channels, by the command client's map of slots.
 *
 * ioredis has such subscribers of its own. They do not say when messages may have been lost, and drop in silence a
 * subscription that is refused while they are made anew: see docs/adr/0002.
 */
export function createClusterRoutes(cluster: Cluster, events: RouteEvents, logger: RedisLogger): Routes {
  const links = new Map<string, SubscriberLink>();
  /** Nodes whose link broke: not tried again before the map of slots was asked for. */
  const broken = new Set<string>();
  let pauseMs = FIRST_PAUSE_MS;
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

  /** Asks for the map of slots until it serves all: after a fail-over it takes a while to be true. */
  function askAgain(): void {
    if (closed || timer) return;
    timer = setTimeout(
      () => {
        cluster.refreshSlotsCache(() => {
          // With or without news: "refresh" does not come when no node answers.
          timer = undefined;
          if (closed) return;
          changed();
          for (const link of links.values()) link.mend();
        });
      },
      pauseMs * (0.5 + Math.random() / 2),
    );
    pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
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
          pauseMs = FIRST_PAUSE_MS;
          events.onSubscribed(channel);
        },
        onMisplaced: askAgain,
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
      if (!link) askAgain();
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
