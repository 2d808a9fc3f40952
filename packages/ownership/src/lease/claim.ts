import type { WorkerId } from "@frontrow/protocol/ids";
import type { Role } from "@frontrow/protocol/session";
import type { Writer } from "@frontrow/redis/log";

/** A worker's claim on one id. */
export interface Claim {
  readonly id: string;
  readonly role: Role;
  /** Proves the claim in every write. */
  readonly writer: Writer;
  readonly workerId: WorkerId;
}

/** There is nothing to do for a while, though the id is wanted. */
export interface Rest {
  readonly restMs: number;
}

/** What a worker does with one id that it owns. */
export interface Owned {
  /**
   * Runs until the work is done (resolves: released, nothing ordered) or it throws (released, and ordered again with back-off). With
   * a rest nobody may claim the id for that long; if it is still wanted then, a sweep finds it.
   */
  run(): Promise<Rest | undefined> | Promise<void>;
  /** Flush, checkpoint, stop writing: after it resolves the claim is released and a start order is placed for somebody else. */
  handOver(deadline: AbortSignal): Promise<void>;
  /** The claim is gone: stop at once, write nothing. */
  lost(): void;
}

/** What the work reports to its ownership, and hears from it. */
export interface OwnedHooks {
  /** Call when a write answered "fenced". `lost` follows. */
  fenced(): void;
  /** Calls back when nothing wants the id any more, and again at each later check, until `run` has resolved. */
  onUnwanted(listener: () => void): void;
}

/** Begins the work of a claim. */
export type Own = (claim: Claim, hooks: OwnedHooks) => Owned;
