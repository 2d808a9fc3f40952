import type { WorkerId } from "@frontrow/protocol/ids";
import type { Role } from "@frontrow/protocol/session";
import type { ClaimedId } from "@frontrow/redis/keys";
import { recordOf } from "@frontrow/redis/log";
import type { OwnerRecords } from "@frontrow/redis/owner-record";
import type { WorkerStore } from "@frontrow/redis/workers";
import { withDeadline } from "@frontrow/runtime/deadline";
import type { Logger } from "@frontrow/runtime/logger";
import { within } from "./deadline.ts";
import type { OwnershipMetrics } from "./metrics.ts";
import type { Claim, Own, Owned } from "./owned.ts";
import type { Settings } from "./settings.ts";
import type { OrderOptions, Orders } from "./start-orders.ts";

export interface TurnsDeps {
  readonly role: Role;
  readonly workerId: WorkerId;
  readonly records: OwnerRecords;
  readonly workers: WorkerStore;
  readonly orders: Orders;
  isWanted(id: string): Promise<boolean>;
  readonly own: Own;
  readonly settings: Settings;
  readonly metrics: OwnershipMetrics;
  readonly logger: Pick<Logger, "info" | "warn" | "error">;
  /** Called when there is room for another. */
  onRoom(): void;
}

/** What one worker owns. A turn begins with a claim, and ends with a release or with the loss of the claim. */
export interface Turns {
  /** Begins the work of a claim that was just made; `failures` is how often in a row it failed before. */
  begin(claim: Claim, failures: number): void;
  has(id: string): boolean;
  count(): number;
  claims(): Claim[];
  /** Gives one up for somebody else: flush, release, order. Waits for the flush for a while, never beyond the deadline. */
  handOver(id: string, deadline: AbortSignal): Promise<void>;
  /** The record of this claim names another, or nobody: stop without a write. */
  lose(claim: Claim): Promise<void>;
  tellUnwanted(id: string): void;
}

interface Turn {
  readonly claim: Claim;
  readonly failures: number;
  readonly beganAtMs: number;
  readonly unwantedListeners: (() => void)[];
  owned?: Owned;
  /** "ending": the claim is ours still, but the work has ended or ends. */
  state: "running" | "ending" | "gone";
}

/** Work that lasted so long had started well: its next failure counts as the first. */
const LASTED_MS = 30_000;

export function createTurns(deps: TurnsDeps): Turns {
  const { role, workerId, records, workers, orders, own, settings, metrics, logger } = deps;
  const turns = new Map<string, Turn>();

  const begin = (claim: Claim, failures: number): void => {
    const turn: Turn = { claim, failures, beganAtMs: performance.now(), unwantedListeners: [], state: "running" };
    turns.set(claim.id, turn);
    run(turn).catch((err: unknown) => logger.error({ err, role, id: claim.id }, "a claim could not be given up"));
  };

  const run = async (turn: Turn): Promise<void> => {
    const hooks = {
      fenced: () => {
        lose(turn.claim).catch((err: unknown) =>
          logger.error({ err, role, id: turn.claim.id }, "work did not stop as it should"),
        );
      },
      onUnwanted: (listener: () => void) => void turn.unwantedListeners.push(listener),
    };
    try {
      turn.owned = own(turn.claim, hooks);
      await turn.owned.run();
    } catch (error) {
      if (turn.state !== "running") return;
      const failures = performance.now() - turn.beganAtMs > LASTED_MS ? 1 : turn.failures + 1;
      const delayMs = backOffMs(failures, settings);
      logger.warn(
        { err: error, role, id: turn.claim.id, failures, retryInMs: Math.round(delayMs) },
        "work failed, ordered again",
      );
      return end(turn, { failures, delayMs, urgency: "interrupted" });
    }
    if (turn.state !== "running") return;
    await end(turn);
    await orderIfStillWanted(turn);
  };

  /** Whoever began to want the id while the work was finishing found it owned, so the order was dropped: place it again. */
  const orderIfStillWanted = async ({ claim, beganAtMs, failures }: Turn): Promise<void> => {
    if (!(await deps.isWanted(claim.id))) return;
    const isQuick = performance.now() - beganAtMs < settings.minBackOffMs;
    await orders.order(role, claim.id, isQuick ? { failures: failures + 1, delayMs: backOffMs(failures + 1, settings) } : {});
  };

  /** Release, take off the list, order: whoever dies in between leaves what the sweep sees. */
  const end = async (turn: Turn, next?: OrderOptions): Promise<void> => {
    const { claim } = turn;
    const holding = { id: claim.id as ClaimedId, role };
    let wasLost = false;
    turn.state = "ending";
    try {
      await records.release({ ...holding, writer: claim.writer, backOffMs: next?.delayMs ?? 0 });
    } finally {
      // Also when Redis refused: what stays on the list without a turn is released by the upkeep.
      wasLost = turns.get(claim.id) !== turn;
      forget(turn);
    }
    // Lost in the meantime: the place on the list may be that of the next claim already.
    if (wasLost) return;
    await workers.removeHolding(workerId, holding);
    if (next) await orders.order(role, claim.id, next);
  };

  const forget = (turn: Turn): void => {
    turn.state = "gone";
    if (turns.get(turn.claim.id) === turn) turns.delete(turn.claim.id);
    deps.onRoom();
  };

  const lose = async (claim: Claim): Promise<void> => {
    const turn = turns.get(claim.id);
    if (!turn || turn.state === "gone" || recordOf(turn.claim.writer) !== recordOf(claim.writer)) return;
    logger.warn({ role, id: claim.id }, "claim lost, another owner writes now");
    try {
      turn.owned?.lost();
    } finally {
      forget(turn);
      await workers.removeHolding(workerId, { role, id: claim.id as ClaimedId });
      // Mostly somebody else has it, who makes this order void. When a fail-over lost the claim, nobody has.
      await orders.order(role, claim.id, { urgency: "interrupted" });
    }
  };

  const handOver = async (id: string, deadline: AbortSignal): Promise<void> => {
    const turn = turns.get(id);
    if (turn?.state !== "running") return;
    turn.state = "ending";
    try {
      const { owned } = turn;
      if (owned) await withDeadline(deadline, settings.handOverMs, (latest) => within(owned.handOver(latest), latest));
    } catch (error) {
      // What was not flushed is in the log's or the source's hands; holding on to the claim would not bring it back.
      logger.warn({ err: error, role, id }, "hand-over without a complete flush");
    }
    if (turns.get(id) !== turn) return; // lost in the meantime
    await end(turn, { urgency: "interrupted" });
    metrics.handedOver();
  };

  return {
    begin,
    has: (id) => turns.has(id),
    count: () => turns.size,
    claims: () => [...turns.values()].map(({ claim }) => claim),
    handOver,
    lose,
    tellUnwanted(id) {
      const turn = turns.get(id);
      if (turn?.state === "running") for (const listener of turn.unwantedListeners) listener();
    },
  };
}

/** Doubles from failure to failure, with jitter so that what failed together does not come back together. */
function backOffMs(failures: number, { minBackOffMs, maxBackOffMs }: Settings): number {
  const full = Math.min(maxBackOffMs, minBackOffMs * 2 ** (failures - 1));
  return full * (0.75 + Math.random() * 0.25);
}
