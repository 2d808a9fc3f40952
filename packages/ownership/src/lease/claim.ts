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

/** What a worker does with one id that it owns. */
export interface Owned {
  /** Runs until the work is done (resolves: released, nothing ordered) or it throws (released, and ordered again with back-off). */
  run(): Promise<void>;
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
