import type { PauseStore } from "@frontrow/redis/pauses";
import type { AddressLimits } from "./limits.ts";
import { hostOf } from "./payer.ts";

/** Pauses of addresses whose sockets were closed for abuse, of all gateways together. */
export interface AbusePauses {
  /** A socket of the address was closed for abuse here. */
  begin(address: string): void;
  /** Milliseconds that the address has to wait for what it did at any gateway; 0 where it need not. */
  leftMs(address: string): Promise<number>;
}

interface Dependencies {
  readonly store: PauseStore;
  readonly addresses: Pick<AddressLimits, "pause">;
  readonly pauseMs: number;
}

/** Whoever is paused is refused by this process alone from then on: refusing costs no call. */
export function createAbusePauses({ store, addresses, pauseMs }: Dependencies): AbusePauses {
  return {
    begin(address) {
      addresses.pause(address, pauseMs);
      void store.begin(hostOf(address), pauseMs);
    },
    async leftMs(address) {
      const leftMs = await store.leftMs(hostOf(address));
      if (leftMs > 0) addresses.pause(address, leftMs);
      return leftMs;
    },
  };
}
