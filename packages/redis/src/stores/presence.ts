import type { WorkerId } from "@frontrow/protocol/ids";
import type { RedisClient } from "../client/client.ts";
import { keys } from "../keys.ts";

/** A gateway that has sent no heartbeat for a minute leaves nothing behind; what presence still says of it is judged by that. */
const GATEWAY_KEPT_MS = 60_000;

/** One sign of life a gateway for all its sockets: so presence costs nothing while nobody comes or goes. */
export interface GatewayHeartbeats {
  /** Says that the gateway lives; `heartbeat` differs from the one before. */
  send(gateway: WorkerId, heartbeat: number): Promise<void>;
  /** The last heartbeats of these gateways, undefined for one that has been silent for a minute. */
  read(gateways: readonly WorkerId[]): Promise<(string | undefined)[]>;
  /** The gateway has stopped and holds no socket. */
  remove(gateway: WorkerId): Promise<void>;
}

export function createGatewayHeartbeats(client: RedisClient): GatewayHeartbeats {
  return {
    async send(gateway, heartbeat) {
      await client.hset(keys.worker(gateway), "role", "gateway", "beat", heartbeat);
      await client.pexpire(keys.worker(gateway), GATEWAY_KEPT_MS);
    },
    read: (gateways) =>
      Promise.all(gateways.map(async (gateway) => (await client.hget(keys.worker(gateway), "beat")) ?? undefined)),
    async remove(gateway) {
      await client.del(keys.worker(gateway));
    },
  };
}
