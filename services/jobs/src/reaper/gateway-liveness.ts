import { isSilent, type Observation, observe } from "@frontrow/ownership/observation";
import type { WorkerId } from "@frontrow/protocol/ids";
import type { GatewayHeartbeats } from "@frontrow/redis/presence";

/** Which gateways are dead, judged by their heartbeats as this process has observed them. */
export interface GatewayLiveness {
  /** False for a gateway that was never asked about: it is observed from then on. */
  isDead(gateway: WorkerId): boolean;
  /** Reads the heartbeats of all gateways that were asked about. */
  poll(): Promise<void>;
}

/** Polls after which a gateway that nobody asks about is forgotten. */
const FORGOTTEN_AFTER_POLLS = 120;

export function createGatewayLiveness(
  heartbeats: Pick<GatewayHeartbeats, "read">,
  leaseMs: number,
  now = () => performance.now(),
): GatewayLiveness {
  const observed = new Map<WorkerId, { observation: Observation | undefined; pollsUnasked: number }>();

  return {
    isDead(gateway) {
      const known = observed.get(gateway);
      if (known) known.pollsUnasked = 0;
      else observed.set(gateway, { observation: undefined, pollsUnasked: 0 });
      return isSilent(known?.observation, leaseMs);
    },
    async poll() {
      const asked = [...observed];
      const askedAtMs = now();
      const read = await heartbeats.read(asked.map(([gateway]) => gateway));
      const answeredAtMs = now();
      for (const [index, [gateway, known]] of asked.entries()) {
        // A gateway that left, or was silent for a minute, has no heartbeat. That is a value that stands still like any other.
        const reading = { heartbeat: read[index] ?? "", askedAtMs, answeredAtMs };
        known.observation = observe(known.observation, reading, leaseMs);
        known.pollsUnasked += 1;
        if (known.pollsUnasked > FORGOTTEN_AFTER_POLLS) observed.delete(gateway);
      }
    },
  };
}
