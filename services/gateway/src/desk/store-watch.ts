import type { RedisClient } from "@frontrow/redis/client";
import { readFullness } from "@frontrow/redis/memory";
import { createPoller, type Poller } from "@frontrow/runtime/poller";

/** Knows how full Redis is, as of a moment ago. */
export interface StoreWatch extends Poller {
  /** Whether new guests are to wait, so that those who are here can go on. */
  isFull(): boolean;
}

export function createStoreWatch(
  client: RedisClient,
  fullPercent: number,
  pauseMs: number,
  onError: (error: unknown) => void,
): StoreWatch {
  let isFull = false;
  const poller = createPoller({
    pauseMs,
    async poll() {
      isFull = (await readFullness(client)) * 100 >= fullPercent;
    },
    onError,
  });
  return { ...poller, isFull: () => isFull };
}
