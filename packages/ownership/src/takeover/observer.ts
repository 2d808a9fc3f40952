import type { WorkerId } from "@frontrow/protocol/ids";
import type { Role } from "@frontrow/protocol/session";
import type { WorkerReport, WorkerStore } from "@frontrow/redis/workers";
import { heartbeatOf, isSilent, type Observation, observe } from "./observation.ts";

/** One process' own view of the workers of a role: who is there, and who is dead. */
export interface Observer {
  /** Reads every worker once. Throws when the list of workers could not be read, and then has forgotten all it saw. */
  poll(): Promise<void>;
  /** Whether the worker's heartbeat stood still for a lease of our own reads. False for whoever was not observed that long. */
  isDead(workerId: WorkerId): boolean;
  /** The heartbeat at which a worker stopped, for whoever claims to compare it once more. */
  heartbeat(workerId: WorkerId): string;
  dead(): WorkerId[];
  /** Last reports of the workers that live. */
  living(): Map<WorkerId, WorkerReport>;
  /** Observes a worker that is not on the list, because a record names it. */
  include(workerId: WorkerId): void;
}

export interface ObserverDeps {
  readonly role: Role;
  readonly workers: WorkerStore;
  readonly leaseMs: number;
}

export function createObserver({ role, workers, leaseMs }: ObserverDeps): Observer {
  let listed = new Set<WorkerId>();
  const included = new Set<WorkerId>();
  const observations = new Map<WorkerId, Observation>();
  const reports = new Map<WorkerId, WorkerReport>();
  const isDead = (workerId: WorkerId) => isSilent(observations.get(workerId), leaseMs);

  const forget = (workerId: WorkerId): void => {
    observations.delete(workerId);
    reports.delete(workerId);
  };

  const read = async (workerId: WorkerId): Promise<void> => {
    const askedAtMs = performance.now();
    try {
      const report = await workers.read(workerId);
      const reading = { heartbeat: heartbeatOf(report), askedAtMs, answeredAtMs: performance.now() };
      observations.set(workerId, observe(observations.get(workerId), reading, leaseMs));
      if (report) reports.set(workerId, report);
      else reports.delete(workerId);
    } catch {
      // Unreadable is not dead: it is observed from the start, once it can be read again.
      forget(workerId);
    }
  };

  return {
    async poll() {
      try {
        listed = new Set(await workers.list(role));
      } catch (error) {
        observations.clear();
        reports.clear();
        throw error;
      }
      for (const workerId of observations.keys()) {
        if (!listed.has(workerId) && !included.has(workerId)) forget(workerId);
      }
      for (const workerId of included) if (listed.has(workerId)) included.delete(workerId);
      await Promise.all([...listed, ...included].map(read));
    },
    isDead,
    heartbeat: (workerId) => observations.get(workerId)?.heartbeat ?? "",
    dead: () => [...listed].filter(isDead),
    living: () => new Map([...reports].filter(([workerId]) => listed.has(workerId) && !isDead(workerId))),
    include(workerId) {
      if (!listed.has(workerId)) included.add(workerId);
    },
  };
}
