import type { Omitted } from "../stream/entry.ts";

/** Where bytes go: a TCP socket. */
export interface Outlet {
  /** Bytes written that the socket has not taken yet. */
  readonly writableLength: number;
  /** False once it is closed, or about to be. */
  readonly writable: boolean;
  write(bytes: Buffer): unknown;
}

/** Numbers of waiting bytes. */
export interface SendLimits {
  /** From here on items that have a lane are left out. */
  readonly coalesceBytes: number;
  /** From here on the client is notified that it lags. */
  readonly lagBytes: number;
  /** From here on the socket is closed: it can resume, and gets what it has missed from the log. */
  readonly closeBytes: number;
}

/** The socket has fallen behind, or has caught up again. */
export interface Lag {
  readonly isBehind: boolean;
  /** Items left out since it fell behind. */
  readonly omitted: number;
  /** Whether the client knows that it lags, or is to be notified. */
  readonly isToldToClient: boolean;
}

/** What a write brought about: mostly nothing. */
export interface Written {
  readonly omitted?: Omitted;
  readonly lag?: Lag;
  /** Leaving items out was not enough. Nothing is written any more. */
  readonly isTooSlow?: true;
}

type State = "flowing" | "coalescing" | "lagging" | "closed";
/** How much waits, by the limits. */
type Level = "low" | "coalesce" | "lag" | "close";

/** The state after a write. Two writes lead from flowing to lagging: coalescing is tried first. Only a drain leads back. */
export const afterWrite: Readonly<Record<State, Readonly<Record<Level, State>>>> = {
  flowing: { low: "flowing", coalesce: "coalescing", lag: "coalescing", close: "closed" },
  coalescing: { low: "coalescing", coalesce: "coalescing", lag: "lagging", close: "closed" },
  lagging: { low: "lagging", coalesce: "lagging", lag: "lagging", close: "closed" },
  closed: { low: "closed", coalesce: "closed", lag: "closed", close: "closed" },
};

const NOTHING: Written = {};

/**
 * The bounded output of one socket.
 *
 * What a socket does not read fast enough waits in its TCP buffer, and that has a limit. Before the limit, items that have
 * exact totals elsewhere are left out (`Lane`); chat, gifts and questions never are: a socket that cannot even take those is
 * closed. When the buffer has drained, a full set of metrics makes up for all that was left out.
 */
export class SendQueue {
  readonly #outlet: Outlet;
  readonly #limits: SendLimits;
  #state: State = "flowing";
  #omitted = 0;

  constructor(outlet: Outlet, limits: SendLimits) {
    this.#outlet = outlet;
    this.#limits = limits;
  }

  /** Whether entries are to be sent without the items that may be left out. */
  get isCoalescing(): boolean {
    return this.#state !== "flowing";
  }

  /** Writes a message, or an entry as a whole. */
  write(bytes: Buffer | undefined): Written {
    if (this.#state === "closed" || !bytes || !this.#outlet.writable) return NOTHING;
    this.#outlet.write(bytes);
    const before = this.#state;
    this.#state = afterWrite[before][this.#level()];
    if (this.#state === before) return NOTHING;
    if (this.#state === "closed") return { isTooSlow: true };
    return this.#state === "lagging" ? { lag: { isBehind: true, omitted: this.#omitted, isToldToClient: true } } : NOTHING;
  }

  /** Writes what is left of an entry, if anything, and counts the items that were left out of it. */
  writeCoalesced(bytes: Buffer | undefined, omitted: Omitted): Written {
    if (this.#state === "closed") return NOTHING;
    for (const count of Object.values(omitted)) this.#omitted += count;
    return { omitted, ...this.write(bytes) };
  }

  /** The socket has taken all that was written. Says so if the client is to know, or to get what was left out. */
  onDrained(): Lag | undefined {
    if (this.#state !== "coalescing" && this.#state !== "lagging") return undefined;
    const lag = { isBehind: false, omitted: this.#omitted, isToldToClient: this.#state === "lagging" };
    this.#state = "flowing";
    this.#omitted = 0;
    return lag.isToldToClient || lag.omitted > 0 ? lag : undefined;
  }

  close(): void {
    this.#state = "closed";
  }

  #level(): Level {
    const waiting = this.#outlet.writableLength;
    if (waiting < this.#limits.coalesceBytes) return "low";
    if (waiting < this.#limits.lagBytes) return "coalesce";
    return waiting < this.#limits.closeBytes ? "lag" : "close";
  }
}
