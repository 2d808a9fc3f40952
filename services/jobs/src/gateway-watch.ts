import { isSilent, type Observation, observe } from "@frontrow/ownership/observation";
import type { WorkerId } from "@frontrow/protocol/ids";
import type { GatewayBeats } from "@frontrow/redis/presence";

/** Which gateways are dead, as this process has seen it; of one that it does not know yet it says nothing. */
export interface GatewayWatch {
  isDead(gateway: WorkerId): boolean;
  /** Reads the beats of all gateways that were asked about. */
  look(): Promise<void>;
}

/** Gateways that nobody asks about any more are forgotten after so many looks. */
const FORGOTTEN_AFTER = 120;

export function createGatewayWatch(beats: GatewayBeats, leaseMs: number, now = () => performance.now()): GatewayWatch {
  const watched = new Map<WorkerId, { observation: Observation | undefined; unasked: number }>();

  return {
    isDead(gateway) {
      const known = watched.get(gateway);
      if (known) known.unasked = 0;
      else watched.set(gateway, { observation: undefined, unasked: 0 });
      return isSilent(known?.observation, leaseMs);
    },
    async look() {
      const asked = [...watched];
      const askedAtMs = now();
      const read = await beats.read(asked.map(([gateway]) => gateway));
      const answeredAtMs = now();
      for (const [index, [gateway, known]] of asked.entries()) {
        // One that left, or has been silent for a minute, has no beat: it is judged by that in the same way.
        const reading = { beat: read[index] ?? "", askedAtMs, answeredAtMs };
        known.observation = observe(known.observation, reading, leaseMs);
        known.unasked += 1;
        if (known.unasked > FORGOTTEN_AFTER) watched.delete(gateway);
      }
    },
  };
}
