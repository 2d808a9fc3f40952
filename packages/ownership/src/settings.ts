import { FrontrowError } from "@frontrow/protocol/errors";

/** How a worker works; only `capacity` has no default. */
export interface OwnershipConfig {
  /** Most claims that this worker owns at a time. */
  readonly capacity: number;
  /** Time for which one observer must see a heartbeat unchanged before its worker counts as dead. */
  readonly leaseMs?: number;
  /** Time from one heartbeat to the next; well below the lease. */
  readonly heartbeatMs?: number;
  /** Time from one check of the other workers to the next; well below the lease. */
  readonly sweepMs?: number;
  /** How long a full compare of wanted with owned takes. */
  readonly compareMs?: number;
  /** How long an id stays in the index though nothing wants it: the watch it announces may be on its way. */
  readonly graceMs?: number;
  /** Whether a worker above its fair share hands over. Not where a move costs a connection. */
  readonly isRebalanced?: boolean;
  /** Most hand-overs for fairness between one check of the other workers and the next. */
  readonly handOversPerSweep?: number;
  /** Time limit of a flush at a hand-over; then the claim is given up without it. Below the shutdown's deadline. */
  readonly handOverMs?: number;
  /** Most orders that are being claimed at the same moment. */
  readonly startConcurrency?: number;
  /** Back-off after failed work: from this, doubled for each failure in a row, up to the other. */
  readonly minBackOffMs?: number;
  readonly maxBackOffMs?: number;
}

export type Settings = Required<OwnershipConfig>;

/** Fills in the defaults. Throws `CONFIG_INVALID` when heartbeats or checks are too rare for the lease. */
export function settingsOf(config: OwnershipConfig): Settings {
  const given = Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
  const settings: Settings = { ...defaults, ...given, capacity: config.capacity };
  // A heartbeat that is late once must not be a death, and an observer that misses half a lease begins anew each time.
  const longestMs = settings.leaseMs / 2;
  if (settings.heartbeatMs > longestMs || settings.sweepMs > longestMs) {
    throw new FrontrowError(
      "CONFIG_INVALID",
      "the lease must be at least twice the time between heartbeats, and between checks of the others",
    );
  }
  return settings;
}

const defaults: Omit<Settings, "capacity"> = {
  leaseMs: 3_000,
  heartbeatMs: 1_000,
  sweepMs: 1_000,
  compareMs: 60_000,
  graceMs: 60_000,
  isRebalanced: false,
  handOversPerSweep: 25,
  handOverMs: 5_000,
  startConcurrency: 32,
  minBackOffMs: 1_000,
  maxBackOffMs: 60_000,
};
