import type { LogEntry, Position } from "@frontrow/protocol/entry";
import type { RedisLogger } from "./client.ts";
import { keys } from "./keys.ts";
import { createLimit } from "./limit.ts";
import type { LogStore } from "./log.ts";
import { LogFollow } from "./log-follow.ts";
import type { ShardSubscriber } from "./shard-subscriber.ts";

export interface FollowHandlers {
  /** Each entry once, in the order of the log. One that throws ends its follow, not the others'. */
  onEntry(entry: LogEntry): void;
  /** The position cannot be continued from: start from a snapshot. Nothing more comes until the caller follows anew. */
  onResync(reason: "trimmed" | "lost" | "epoch" | "absent"): void;
  /** `onEntry` threw, or the log cannot be read at all: the follow has ended. Logged already. */
  onFailed?(error: unknown): void;
}

export interface Follow {
  /** That of the last entry delivered. */
  readonly position: Position;
  /** Resolves when everything that existed at the call was delivered, or the follow has ended. */
  readonly caughtUp: Promise<void>;
  close(): void;
}

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
  /** How often a log that says nothing is looked at. */
  readonly sweepMs?: number;
}

const SWEEP_MS = 10_000;
/** A sweep is spread over so many steps, so that ten thousand quiet logs are no burst. */
const SWEEP_STEPS = 50;
/** How often a log is looked at that a sweep found to have entries which nobody pushed. */
const DEAF_EVERY_STEPS = 5;
/** So many range reads at once, however many follows ask for one: after a fail-over all of them do. */
const READS_AT_ONCE = 64;

/**
 * The only way to follow a log. Who uses it cannot tell that pub/sub loses messages: entries are pushed, each names its
 * predecessor, and where the chain breaks, the connection was made anew, or a log has been quiet for a while, a range read
 * on the primary fills in. Waking up costs nothing for the other follows.
 */
export function createLogReader({ subscriber, store, logger, sweepMs = SWEEP_MS }: Dependencies): LogReader {
  const follows = new Set<LogFollow>();
  const limit = createLimit(READS_AT_ONCE);
  let sweep: NodeJS.Timeout | undefined;
  let round: LogFollow[] = [];
  let perStep = 0;
  let steps = 0;

  function step(): void {
    if (round.length === 0) {
      round = [...follows];
      perStep = Math.ceil(round.length / SWEEP_STEPS);
    }
    for (const follow of round.splice(-perStep)) follow.lookWhenQuiet();
    steps += 1;
    if (steps % DEAF_EVERY_STEPS === 0) for (const follow of follows) follow.lookWhenDeaf();
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
