import type { WorkerId } from "@frontrow/protocol/ids";
import type { Role } from "@frontrow/protocol/session";
import type { ClaimedId } from "@frontrow/redis/keys";
import type { OwnerRecords } from "@frontrow/redis/owner-record";
import type { Holding, WorkerStore } from "@frontrow/redis/workers";
import { backoffMs } from "@frontrow/runtime/backoff";
import { beforeDeadline, withDeadline } from "@frontrow/runtime/deadline";
import type { Logger } from "@frontrow/runtime/logger";
import type { OwnershipMetrics } from "../metrics.ts";
import type { OrderOptions, Orders } from "../orders/start-orders.ts";
import type { Settings } from "../settings.ts";
import type { Claim, Own, Owned, OwnedHooks, Rest } from "./claim.ts";
import { type LeaseEvent, type LeaseState, nextLeaseState } from "./lease-state.ts";

export interface LeaseDeps {
  readonly role: Role;
  readonly workerId: WorkerId;
  readonly records: OwnerRecords;
  readonly workers: WorkerStore;
  readonly orders: Orders;
  isWanted(id: string): Promise<boolean>;
  readonly own: Own;
  readonly settings: Pick<Settings, "handOverMs" | "minBackOffMs" | "maxBackOffMs">;
  readonly metrics: OwnershipMetrics;
  readonly logger: Pick<Logger, "info" | "warn" | "error">;
}

/** Work that ran for longer had started well: its next failure counts as the first. */
const STARTED_WELL_MS = 30_000;

/** One claim that is worked on: from the claim to its release, its hand-over or its loss. */
export class Lease {
  readonly claim: Claim;
  readonly #deps: LeaseDeps;
  readonly #onEnded: (lease: Lease) => void;
  readonly #holding: Holding;
  readonly #failuresBefore: number;
  readonly #beganAtMs = performance.now();
  readonly #unwantedListeners: (() => void)[] = [];
  #state: LeaseState = "running";
  #work: Owned | undefined;

  /** `failuresBefore` is how often in a row the work failed before; `onEnded` is called once, when the claim is gone. */
  constructor(claim: Claim, failuresBefore: number, deps: LeaseDeps, onEnded: (lease: Lease) => void) {
    this.claim = claim;
    this.#deps = deps;
    this.#onEnded = onEnded;
    this.#holding = { id: claim.id as ClaimedId, role: deps.role };
    this.#failuresBefore = failuresBefore;
  }

  /** Does the work, and gives the claim up when that has ended; somebody else may have done so before. */
  async run(): Promise<void> {
    const { role, logger } = this.#deps;
    let rest: Rest | undefined;
    try {
      this.#work = this.#deps.own(this.claim, this.#hooks());
      rest = (await this.#work.run()) ?? undefined;
    } catch (error) {
      if (!this.#advance("work ended")) return;
      const failures = performance.now() - this.#beganAtMs > STARTED_WELL_MS ? 1 : this.#failuresBefore + 1;
      const delayMs = this.#backoffMs(failures);
      logger.warn(
        { err: error, role, id: this.claim.id, failures, retryInMs: Math.round(delayMs) },
        "work failed, ordered again",
      );
      await this.#release(delayMs, { failures, delayMs, urgency: "interrupted" });
      return;
    }
    if (!this.#advance("work ended")) return;
    await this.#release(rest?.restMs);
    if (rest) return;
    await this.#orderIfStillWanted();
  }

  /** Gives the claim up for somebody else: flush, release, order. Waits for the flush, but never beyond the deadline. */
  async handOver(deadline: AbortSignal): Promise<void> {
    if (!this.#advance("hand-over")) return;
    const { role, settings, metrics, logger } = this.#deps;
    try {
      const work = this.#work;
      if (work) await withDeadline(deadline, settings.handOverMs, (latest) => beforeDeadline(work.handOver(latest), latest));
    } catch (error) {
      // What was not flushed is in the log's or the source's hands; holding on to the claim would not bring it back.
      logger.warn({ err: error, role, id: this.claim.id }, "hand-over without a complete flush");
    }
    if (!this.#advance("flushed")) return;
    await this.#release(0, { urgency: "interrupted" });
    metrics.handedOver();
  }

  /** The record of this claim names another, or nobody: stops the work without a write. */
  async lose(): Promise<void> {
    if (!this.#advance("lost")) return;
    const { role, workerId, workers, orders, logger } = this.#deps;
    logger.warn({ role, id: this.claim.id }, "claim lost, another owner writes now");
    try {
      this.#work?.lost();
    } finally {
      await workers.removeHolding(workerId, this.#holding);
      // Mostly somebody else has it, who makes this order void. When a fail-over lost the claim, nobody has.
      await orders.order(role, this.claim.id, { urgency: "interrupted" });
    }
  }

  notifyUnwanted(): void {
    if (this.#state === "running") for (const listener of this.#unwantedListeners) listener();
  }

  #hooks(): OwnedHooks {
    const { role, logger } = this.#deps;
    return {
      fenced: () => {
        this.lose().catch((err: unknown) => logger.error({ err, role, id: this.claim.id }, "work did not stop as it should"));
      },
      onUnwanted: (listener) => void this.#unwantedListeners.push(listener),
    };
  }

  /** Release, take off the list, order: whoever dies in between leaves what the sweep sees. */
  async #release(backOffMs = 0, next?: OrderOptions): Promise<void> {
    const { role, workerId, records, workers, orders } = this.#deps;
    let isEnded = false;
    try {
      await records.release({ ...this.#holding, writer: this.claim.writer, backOffMs });
    } finally {
      // Also when Redis refused: what stays on the list without a lease is released by the audit.
      isEnded = this.#advance("released");
    }
    // Lost in the meantime: the place on the list may be that of the next claim already.
    if (!isEnded) return;
    await workers.removeHolding(workerId, this.#holding);
    if (next) await orders.order(role, this.claim.id, next);
  }

  /** Whoever began to want the id while the work was finishing found it owned, so the order was dropped: place it again. */
  async #orderIfStillWanted(): Promise<void> {
    const { role, orders, settings, isWanted } = this.#deps;
    if (!(await isWanted(this.claim.id))) return;
    const failures = this.#failuresBefore + 1;
    const endedAtOnce = performance.now() - this.#beganAtMs < settings.minBackOffMs;
    await orders.order(role, this.claim.id, endedAtOnce ? { failures, delayMs: this.#backoffMs(failures) } : {});
  }

  /** Goes on to the next state; false when the event changes nothing any more. */
  #advance(event: LeaseEvent): boolean {
    const next = nextLeaseState(this.#state, event);
    if (!next) return false;
    this.#state = next;
    if (next === "ended") this.#onEnded(this);
    return true;
  }

  #backoffMs(failures: number): number {
    const { minBackOffMs, maxBackOffMs } = this.#deps.settings;
    return backoffMs(failures - 1, { firstMs: minBackOffMs, maxMs: maxBackOffMs, jitter: 0.25 });
  }
}
