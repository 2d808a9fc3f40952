import type { Position } from "@frontrow/protocol/entry";
import pLimit from "p-limit";
import type { RedisLogger } from "../client/client.ts";
import { keys } from "../keys.ts";
import type { ShardSubscriber } from "../pubsub/subscriber.ts";
import { type Follow, type FollowHandlers, LogFollow } from "./follow.ts";
import type { LogStore } from "./log.ts";

export type { Follow, FollowHandlers } from "./follow.ts";

export interface LogReader {
  readonly name: "log-reader";
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Delivers every entry after a position, once and in order, and goes on as new ones come; or says that it cannot. */
  follow(from: Position, handlers: FollowHandlers): Follow;
}

interface Dependencies {
  readonly subscriber: ShardSubscriber;
  readonly store: LogStore;
  readonly logger: RedisLogger;
  /** Interval at which a log without pushes is checked. */
  readonly sweepMs?: number;
}

const SWEEP_MS = 10_000;
/** Steps over which a sweep is spread, so that ten thousand quiet logs are no burst. */
const SWEEP_STEPS = 50;
/** Steps between two checks of a log with entries that were not pushed. */
const UNPUSHED_EVERY_STEPS = 5;
/** Range reads at a time, however many follows ask for one: after a fail-over all of them do. */
const MAX_CONCURRENT_READS = 64;

/**
 * The only way to follow a log. Its users cannot tell that pub/sub loses messages: entries are pushed, each names its
 * predecessor, and where the chain breaks, the connection was made anew, or a log has been quiet for a while, a range read
 * on the primary fills in. A push costs nothing for the follows of other logs.
 */
export function createLogReader({ subscriber, store, logger, sweepMs = SWEEP_MS }: Dependencies): LogReader {
  const follows = new Set<LogFollow>();
  const limit = pLimit(MAX_CONCURRENT_READS);
  let sweep: NodeJS.Timeout | undefined;
  let round: LogFollow[] = [];
  let perStep = 0;
  let steps = 0;

  function step(): void {
    if (round.length === 0) {
      round = [...follows];
      perStep = Math.ceil(round.length / SWEEP_STEPS);
    }
    for (const follow of round.splice(-perStep)) follow.checkWhenQuiet();
    steps += 1;
    if (steps % UNPUSHED_EVERY_STEPS === 0) for (const follow of follows) follow.checkWhileUnpushed();
  }

  return {
    name: "log-reader",
    async start() {
      // Workers that start together must not sweep together.
      sweep = setInterval(step, (sweepMs / SWEEP_STEPS) * (0.8 + 0.4 * Math.random()));
      sweep.unref();
    },
    async stop() {
      clearInterval(sweep);
      for (const follow of follows) follow.close();
    },
    follow(from, handlers) {
      const follow = new LogFollow(from, handlers, {
        subscribe: (channel) => subscriber.subscribe(keys.push(from.log), channel),
        read: (position) => limit(() => store.readAfter(position)),
        logger,
        onEnd: () => follows.delete(follow),
      });
      follows.add(follow);
      return follow;
    },
  };
}
