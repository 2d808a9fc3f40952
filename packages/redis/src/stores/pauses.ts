import { withTimeout } from "@frontrow/runtime/deadline";
import type { RedisClient } from "../client/client.ts";
import { keys } from "../keys.ts";

/** Pauses that all processes keep together. Nobody is kept out for want of Redis: without its answer there is no pause. */
export interface PauseStore {
  /** Begins a pause of the payer, or makes it longer. Never rejects. */
  begin(payer: string, ms: number): Promise<void>;
  /** Milliseconds until it is over, 0 without one. Never rejects, and never waits for a Redis that does not answer. */
  leftMs(payer: string): Promise<number>;
}

/** Redis answers in a millisecond; one that takes longer than this is away. */
const ANSWER_MS = 500;

export function createPauseStore(client: RedisClient): PauseStore {
  /** What Redis answers, unless it is away: then a command would wait until it is back. */
  async function ask<T>(command: () => Promise<T>): Promise<T | undefined> {
    if (client.status !== "ready") return undefined;
    return withTimeout(
      command().catch(() => undefined),
      ANSWER_MS,
      () => undefined,
    );
  }
  return {
    async begin(payer, ms) {
      await ask(() => client.set(keys.pause(payer), "1", "PX", Math.max(1, ms)));
    },
    // Without the key -2.
    leftMs: async (payer) => Math.max(0, (await ask(() => client.pttl(keys.pause(payer)))) ?? 0),
  };
}
