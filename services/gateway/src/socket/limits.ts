import type { Command } from "@frontrow/protocol/command";
import type { GatewayConfig } from "../config.ts";

export interface RateLimit {
  /** At most this many at once. */
  readonly burst: number;
  /** At most this many a second in the long run. */
  readonly perSecond: number;
}

/** A token bucket: `take` answers whether what is about to be done is within the limit. */
class TokenBucket {
  readonly #limit: RateLimit;
  #tokens: number;
  #atMs: number;

  constructor(limit: RateLimit, nowMs: number) {
    this.#limit = limit;
    this.#tokens = limit.burst;
    this.#atMs = nowMs;
  }

  take(nowMs: number, cost = 1): boolean {
    const gained = ((nowMs - this.#atMs) / 1000) * this.#limit.perSecond;
    this.#tokens = Math.min(this.#limit.burst, this.#tokens + gained);
    this.#atMs = nowMs;
    if (this.#tokens < cost) return false;
    this.#tokens -= cost;
    return true;
  }
}

/** An invalid message costs two tokens. */
const INVALID_COST = 2;
/** Refusals for being too fast, without a calm time between them, after which a socket is closed. */
const MAX_REFUSALS = 100;
/** Time without a refusal after which they are counted anew. */
const CALM_MS = 30_000;
/** Minimum interval between answers to refusals: answering must not cost more than what is refused. */
const ANSWER_INTERVAL_MS = 1_000;
/** Refused resumes after which a socket is closed: it is guessing tokens. */
const MAX_REFUSED_RESUMES = 5;

/** Limits of one socket. */
export interface SocketLimits {
  readonly messages: RateLimit;
  /** Changes of what a desk watches: each can cost a connection to TikTok. */
  readonly watches: RateLimit;
}

export const socketLimits = (config: GatewayConfig): SocketLimits => ({
  messages: { burst: config.MESSAGE_BURST, perSecond: config.MESSAGES_PER_SECOND },
  watches: { burst: config.WATCH_BURST, perSecond: config.WATCHES_PER_SECOND },
});

/** Judges what one socket sends: within its limits, too fast, or abuse. */
export class AbuseGuard {
  readonly #limits: SocketLimits;
  /** Made with the first message: most sockets only listen, and their memory counts. */
  #messages: TokenBucket | undefined;
  #watches: TokenBucket | undefined;
  #refusals = 0;
  #refusedResumes = 0;
  #answeredAtMs = Number.NEGATIVE_INFINITY;
  #refusedAtMs = 0;

  constructor(limits: SocketLimits) {
    this.#limits = limits;
  }

  /** Judges a message; without a command it is invalid. `limited` is to be answered, `ignored` is not. */
  judge(nowMs: number, command: Command | undefined): "ok" | "limited" | "ignored" | "abuse" {
    if (this.#isWithinLimits(nowMs, command)) return "ok";
    if (nowMs - this.#refusedAtMs > CALM_MS) this.#refusals = 0;
    this.#refusedAtMs = nowMs;
    this.#refusals += 1;
    if (this.#refusals > MAX_REFUSALS) return "abuse";
    if (nowMs - this.#answeredAtMs < ANSWER_INTERVAL_MS) return "ignored";
    this.#answeredAtMs = nowMs;
    return "limited";
  }

  /** Counts a resume that was refused. */
  refuseResume(): "ok" | "abuse" {
    this.#refusedResumes += 1;
    return this.#refusedResumes > MAX_REFUSED_RESUMES ? "abuse" : "ok";
  }

  #isWithinLimits(nowMs: number, command: Command | undefined): boolean {
    this.#messages ??= new TokenBucket(this.#limits.messages, nowMs);
    this.#watches ??= new TokenBucket(this.#limits.watches, nowMs);
    const isWatch = command?.type === "changeUsername" || (command?.type === "setMode" && command.username !== undefined);
    return this.#messages.take(nowMs, command ? 1 : INVALID_COST) && (!isWatch || this.#watches.take(nowMs));
  }
}

interface Address {
  sockets: number;
  readonly requests: TokenBucket;
  seenAtMs: number;
}

/** Time without a socket or a request after which an address is forgotten. */
const FORGET_AFTER_MS = 60_000;

/** Limits of each address: its open sockets, and its rate of requests. */
export function createAddressLimits(
  limits: { readonly sockets: number; readonly requests: RateLimit },
  now = () => performance.now(),
) {
  const addresses = new Map<string, Address>();
  let sweptAtMs = now();

  function addressOf(name: string): Address {
    forgetQuiet();
    const address = addresses.get(name) ?? { sockets: 0, requests: new TokenBucket(limits.requests, now()), seenAtMs: now() };
    address.seenAtMs = now();
    addresses.set(name, address);
    return address;
  }

  function forgetQuiet(): void {
    const oldest = now() - FORGET_AFTER_MS;
    if (sweptAtMs > oldest) return;
    sweptAtMs = now();
    for (const [name, { sockets, seenAtMs }] of addresses) if (sockets === 0 && seenAtMs < oldest) addresses.delete(name);
  }

  return {
    /** Whether one more request is within the address' limit. */
    mayRequest: (name: string): boolean => addressOf(name).requests.take(now()),
    /** Counts a socket and returns the function that takes it back; undefined when the address has enough. */
    addSocket(name: string): (() => void) | undefined {
      const address = addressOf(name);
      if (address.sockets >= limits.sockets) return undefined;
      address.sockets += 1;
      return () => {
        address.sockets -= 1;
      };
    },
  };
}
export type AddressLimits = ReturnType<typeof createAddressLimits>;
