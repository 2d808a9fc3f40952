import { type RateLimit, TokenBucket } from "./rate-limit.ts";

interface Address {
  sockets: number;
  readonly requests: TokenBucket;
  seenAtMs: number;
}

const FORGOTTEN_AFTER_MS = 60_000;

/** What each address has of us: sockets now, and how fast it may ask for more. Forgets who has nothing and is quiet. */
export function createAddresses(
  limits: { readonly sockets: number; readonly requests: RateLimit },
  now = () => performance.now(),
) {
  const addresses = new Map<string, Address>();
  let lookedAtMs = now();

  function of(name: string): Address {
    forgetQuiet();
    const address = addresses.get(name) ?? { sockets: 0, requests: new TokenBucket(limits.requests, now()), seenAtMs: now() };
    address.seenAtMs = now();
    addresses.set(name, address);
    return address;
  }

  function forgetQuiet(): void {
    const oldest = now() - FORGOTTEN_AFTER_MS;
    if (lookedAtMs > oldest) return;
    lookedAtMs = now();
    for (const [name, { sockets, seenAtMs }] of addresses) if (sockets === 0 && seenAtMs < oldest) addresses.delete(name);
  }

  return {
    /** Whether one more request is within the address' limit. */
    mayRequest: (name: string): boolean => of(name).requests.take(now()),
    /** Counts a socket; undefined when the address has enough, else how to take it back. */
    addSocket(name: string): (() => void) | undefined {
      const address = of(name);
      if (address.sockets >= limits.sockets) return undefined;
      address.sockets += 1;
      return () => {
        address.sockets -= 1;
      };
    },
  };
}
export type Addresses = ReturnType<typeof createAddresses>;
