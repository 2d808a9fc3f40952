import { FrontrowError } from "@frontrow/protocol/errors";

/** How a worker works; only `capacity` has no default. */
export interface OwnershipConfig {
  /** The most that this worker owns at a time. */
  readonly capacity: number;
  /** How long a heartbeat must stay unchanged, seen by one observer, before its worker counts as dead. */
  readonly leaseMs?: number;
  /** Time from one heartbeat to the next; well below the lease. */
  readonly beatMs?: number;
  /** Time from one look at the other workers to the next; well below the lease. */
  readonly sweepMs?: number;
  /** How long a full compare of wanted with owned takes. */
  readonly compareMs?: number;
  /** How long an id stays in the index though nothing wants it: the watch it announces may be on its way. */
  readonly graceMs?: number;
  /** Whether a worker above its fair share hands over. Not where a move costs a connection. */
  readonly isRebalanced?: boolean;
  /** The most that is handed over for fairness between one look at the other workers and the next. */
  readonly handOversPerSweep?: number;
  /** A flush at a hand-over may take so long; then the claim is given up without it. Below the shutdown's deadline. */
  readonly handOverMs?: number;
  /** The most orders that are being started at the same moment. */
  readonly startConcurrency?: number;
  /** Back-off after failed work: from this, doubled for each failure in a row, up to the other. */
  readonly minBackOffMs?: number;
  readonly maxBackOffMs?: number;
}

export type Settings = Required<OwnershipConfig>;

/** Fills in the defaults. Throws `CONFIG_INVALID` when beats or looks are too rare for the lease. */
export function settingsOf(config: OwnershipConfig): Settings {
  const given = Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
  const settings: Settings = { ...defaults, ...given, capacity: config.capacity };
  // A beat that is late once must not be a death, and who looks away for half a lease begins anew each time.
  const mostMs = settings.leaseMs / 2;
  if (settings.beatMs > mostMs || settings.sweepMs > mostMs) {
    throw new FrontrowError("CONFIG_INVALID", "the lease must be at least twice the time between beats, and between looks");
  }
  return settings;
}

const defaults: Omit<Settings, "capacity"> = {
  leaseMs: 3_000,
  beatMs: 1_000,
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
