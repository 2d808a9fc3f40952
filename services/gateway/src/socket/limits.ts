import type { Command } from "@frontrow/protocol/command";
import type { GatewayConfig } from "../config.ts";
import { hostOf } from "./payer.ts";

export interface RateLimit {
  /** At most this many at once. */
  readonly burst: number;
  /** At most this many a second in the long run. */
  readonly perSecond: number;
}

/** A token bucket: `take` answers whether what is about to be done is within the limit. */
export class TokenBucket {
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

/** Tokens that an invalid message costs, and a command that asks for a snapshot: some hundred times what it takes to ask. */
const INVALID_COST = 2;
const SNAPSHOT_COST = 10;
/** Each of these bytes costs one more: reading takes as long as the message is, and commands are short. */
const BYTES_A_TOKEN = 4_096;
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
  /** Tokens that the message before has yet to pay: what it costs is known only once it is read. */
  #owed = 0;
  #hasResumed = false;
  #refusals = 0;
  #refusedResumes = 0;
  #answeredAtMs = Number.NEGATIVE_INFINITY;
  #refusedAtMs = 0;

  constructor(limits: SocketLimits) {
    this.#limits = limits;
  }

  /** Judges that a message of this size came, before it is read: reading costs more than what it may say. `limited` is to be answered, `ignored` is not. */
  judge(nowMs: number, bytes = 0): Verdict {
    this.#messages ??= new TokenBucket(this.#limits.messages, nowMs);
    const cost = 1 + this.#owed + Math.floor(bytes / BYTES_A_TOKEN);
    if (!this.#messages.take(nowMs, Math.min(cost, this.#limits.messages.burst))) return this.#refuse(nowMs);
    this.#owed = 0;
    return "ok";
  }

  /** Judges what the message says; without a command it is invalid. */
  judgeCommand(nowMs: number, command: Command | undefined): Verdict {
    // Never more than a full bucket, or the socket could not say anything any more.
    this.#owed = Math.min(this.#costOf(command), this.#limits.messages.burst) - 1;
    const isWatch = command?.type === "changeUsername" || (command?.type === "setMode" && command.username !== undefined);
    if (!isWatch) return "ok";
    this.#watches ??= new TokenBucket(this.#limits.watches, nowMs);
    return this.#watches.take(nowMs) ? "ok" : this.#refuse(nowMs);
  }

  /** Counts a resume that was refused. */
  refuseResume(): "ok" | "abuse" {
    this.#refusedResumes += 1;
    return this.#refusedResumes > MAX_REFUSED_RESUMES ? "abuse" : "ok";
  }

  #costOf(command: Command | undefined): number {
    if (!command) return INVALID_COST;
    // Changes of the watch have a limit of their own.
    if (command.type === "setMode") return SNAPSHOT_COST;
    if (command.type !== "resume") return 1;
    const isAgain = this.#hasResumed;
    this.#hasResumed = true;
    return isAgain ? SNAPSHOT_COST : 1;
  }

  #refuse(nowMs: number): Verdict {
    if (nowMs - this.#refusedAtMs > CALM_MS) this.#refusals = 0;
    this.#refusedAtMs = nowMs;
    this.#refusals += 1;
    if (this.#refusals > MAX_REFUSALS) return "abuse";
    if (nowMs - this.#answeredAtMs < ANSWER_INTERVAL_MS) return "ignored";
    this.#answeredAtMs = nowMs;
    return "limited";
  }
}

type Verdict = "ok" | "limited" | "ignored" | "abuse";

interface Address {
  sockets: number;
  readonly requests: TokenBucket;
  readonly openings: TokenBucket;
  /** It may not connect before. */
  pausedUntilMs: number;
  seenAtMs: number;
}

/** Time without a socket or a request after which an address is forgotten. */
const FORGET_AFTER_MS = 60_000;
/** Desks that an address opens over HTTP: a program that opens more has no use for them. */
const OPENINGS: RateLimit = { burst: 30, perSecond: 1 };
/** What an address with all its sockets open is told to wait. */
const FULL_WAIT_MS = 10_000;

/** Limits of each address: its open sockets, and its rate of requests. */
export function createAddressLimits(
  limits: { readonly sockets: number; readonly requests: RateLimit },
  now = () => performance.now(),
) {
  /** By host, see `hostOf`. */
  const addresses = new Map<string, Address>();
  let sweptAtMs = now();

  function stateOf(name: string): Address {
    forgetQuiet();
    const address = addresses.get(name) ?? {
      sockets: 0,
      requests: new TokenBucket(limits.requests, now()),
      openings: new TokenBucket(OPENINGS, now()),
      pausedUntilMs: 0,
      seenAtMs: now(),
    };
    address.seenAtMs = now();
    addresses.set(name, address);
    return address;
  }

  function forgetQuiet(): void {
    const oldest = now() - FORGET_AFTER_MS;
    if (sweptAtMs > oldest) return;
    sweptAtMs = now();
    for (const [name, { sockets, seenAtMs, pausedUntilMs }] of addresses) {
      if (sockets === 0 && seenAtMs < oldest && pausedUntilMs < now()) addresses.delete(name);
    }
  }

  return {
    /** Spends one request of the address; gives the milliseconds after which there is another if it has none. */
    spendRequest(address: string): number | undefined {
      const { requests } = stateOf(hostOf(address));
      return requests.take(now()) ? undefined : 1_000;
    },
    /** The same of desks that are opened over HTTP. */
    spendOpening(address: string): number | undefined {
      return stateOf(hostOf(address)).openings.take(now()) ? undefined : 1_000;
    },
    /** The address may not connect for so long. */
    pause(address: string, ms: number): void {
      stateOf(hostOf(address)).pausedUntilMs = now() + ms;
    },
    /** Counts a socket and gives the function that takes it back; or the milliseconds to wait, when the address has enough. */
    addSocket(address: string): (() => void) | { readonly waitMs: number } {
      const state = stateOf(hostOf(address));
      if (state.pausedUntilMs > now()) return { waitMs: state.pausedUntilMs - now() };
      if (state.sockets >= limits.sockets) return { waitMs: FULL_WAIT_MS };
      state.sockets += 1;
      return () => {
        state.sockets -= 1;
      };
    },
  };
}
export type AddressLimits = ReturnType<typeof createAddressLimits>;
