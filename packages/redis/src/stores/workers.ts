import type { WorkerId } from "@frontrow/protocol/ids";
import type { Role } from "@frontrow/protocol/session";
import type { RedisClient } from "../client/client.ts";
import type { FieldOf } from "../fields.ts";
import { type ClaimedId, type ClaimRole, keys } from "../keys.ts";

/** A worker that is gone for a minute leaves no hash behind; who still names it in a record is judged by that. */
const WORKER_KEPT_MS = 60_000;
const OWNS_KEPT_MS = 24 * 3_600_000;

/** What a worker says of itself with each heartbeat. */
export interface WorkerReport {
  readonly role: Role;
  /** Changes with each heartbeat. */
  readonly heartbeat: string;
  readonly owned: number;
  readonly capacity: number;
  /** Takes no new work and hands over what it has. */
  readonly draining: boolean;
}

/** One thing in a worker's list. */
export interface Holding {
  readonly role: ClaimRole;
  readonly id: ClaimedId;
}

/**
 * The workers: a sign of life each, and the list of what each of them owns.
 *
 * The list is written before a claim and cleaned after a release. So it may name more than its worker owns, never less,
 * and is all that is needed to take over from a dead one.
 */
export interface WorkerStore {
  sendHeartbeat(workerId: WorkerId, report: WorkerReport): Promise<void>;
  /** Puts the worker on its role's list, if it is not there: with each heartbeat, as the list may have lost it. */
  enlist(workerId: WorkerId, role: Role): Promise<void>;
  /** Every worker of the role that was not removed; the dead among them. */
  list(role: Role): Promise<WorkerId[]>;
  /** The last report, or undefined when there was none for a minute. */
  read(workerId: WorkerId): Promise<WorkerReport | undefined>;
  /** Call before a claim. */
  addHolding(workerId: WorkerId, holding: Holding): Promise<void>;
  /** Call after a release, or once the record names another. */
  removeHolding(workerId: WorkerId, holding: Holding): Promise<void>;
  holdings(workerId: WorkerId): Promise<Holding[]>;
  /** Takes a worker that left, or that died and owns nothing any more, off the list. One that wakes up adds itself again. */
  remove(workerId: WorkerId, role: Role): Promise<void>;
}

export function createWorkerStore(client: RedisClient): WorkerStore {
  return {
    async sendHeartbeat(workerId, { role, heartbeat, owned, capacity, draining }) {
      const report: Record<FieldOf<"worker">, string | number> = {
        role,
        beat: heartbeat,
        owned,
        capacity,
        draining: draining ? 1 : 0,
      };
      await Promise.all([
        client.hset(keys.worker(workerId), report),
        client.pexpire(keys.worker(workerId), WORKER_KEPT_MS),
        client.pexpire(keys.owns(workerId), OWNS_KEPT_MS),
      ]);
    },
    async enlist(workerId, role) {
      await client.zadd(keys.workers(role), "NX", String(Date.now()), workerId);
    },
    list: (role) => client.zrange(keys.workers(role), 0, "-1") as Promise<WorkerId[]>,
    async read(workerId) {
      const { role, beat: heartbeat, owned, capacity, draining } = await client.hgetall(keys.worker(workerId));
      if (!role || !heartbeat) return undefined;
      return { role: role as Role, heartbeat, owned: Number(owned), capacity: Number(capacity), draining: draining === "1" };
    },
    async addHolding(workerId, holding) {
      await client.sadd(keys.owns(workerId), member(holding)); // the next heartbeat sets its expiry
    },
    async removeHolding(workerId, holding) {
      await client.srem(keys.owns(workerId), member(holding));
    },
    async holdings(workerId) {
      return (await client.smembers(keys.owns(workerId))).map(holdingOf);
    },
    async remove(workerId, role) {
      await client.zrem(keys.workers(role), workerId);
      await client.del(keys.worker(workerId));
    },
  };
}

const member = ({ role, id }: Holding): string => `${role} ${id}`;

function holdingOf(text: string): Holding {
  const space = text.indexOf(" ");
  return { role: text.slice(0, space) as ClaimRole, id: text.slice(space + 1) as ClaimedId };
}
