import type { Lean } from "../stream/entry.ts";

/** Where bytes go: a TCP socket. */
export interface Outlet {
  /** Bytes written that the socket has not taken yet. */
  readonly writableLength: number;
  /** False once it is closed, or about to be. */
  readonly writable: boolean;
  write(bytes: Buffer): unknown;
}

export interface SendLimits {
  /** From so many waiting bytes on, likes, joins, viewer counts and metrics are left out. */
  readonly foldBytes: number;
  /** From so many on, the client is told that it lags. */
  readonly lagBytes: number;
  /** From so many on, it is closed: it can resume, and gets what it has missed from the log. */
  readonly closeBytes: number;
}

/** `behind` from here on, or caught up; `folded` events were left out since it fell behind; whether the client knows. */
export interface Lag {
  readonly behind: boolean;
  readonly folded: number;
  readonly told: boolean;
}

export interface SendEvents {
  onFolded(folded: Lean["folded"]): void;
  onLag(lag: Lag): void;
  /** Folding was not enough. Nothing is written any more. */
  onTooSlow(): void;
}

type State = "flowing" | "folding" | "lagging" | "closed";

/**
 * The bounded output of one socket.
 *
 * What a socket does not read fast enough waits in its TCP buffer, and that has a limit. Before the limit, what has exact
 * totals elsewhere is left out (`Lane`); chat, gifts and questions never are: a socket that cannot even take those is
 * closed. When the buffer has drained, `onLag({ behind: false })` asks for a full set of metrics, which makes up for
 * all that was left out.
 */
export class SendQueue {
  readonly #outlet: Outlet;
  readonly #limits: SendLimits;
  readonly #events: SendEvents;
  #state: State = "flowing";
  #folded = 0;

  constructor(outlet: Outlet, limits: SendLimits, events: SendEvents) {
    this.#outlet = outlet;
    this.#limits = limits;
    this.#events = events;
  }

  /** Whether entries are to be sent without what may be folded. */
  get isFolding(): boolean {
    return this.#state !== "flowing";
  }

  /** Sends a message, or an entry as a whole. */
  entry(bytes: Buffer | undefined): void {
    if (this.#state === "closed" || !bytes || !this.#outlet.writable) return;
    this.#outlet.write(bytes);
    this.#look();
  }

  /** Sends what is left of an entry, if anything, and notes what was left out of it. */
  leanEntry(bytes: Buffer | undefined, folded: Lean["folded"]): void {
    if (this.#state === "closed") return;
    for (const count of Object.values(folded)) this.#folded += count;
    this.#events.onFolded(folded);
    this.entry(bytes);
  }

  /** The socket has taken all that was written. */
  drained(): void {
    if (this.#state !== "folding" && this.#state !== "lagging") return;
    const lag = { behind: false, folded: this.#folded, told: this.#state === "lagging" };
    this.#state = "flowing";
    this.#folded = 0;
    if (lag.told || lag.folded > 0) this.#events.onLag(lag);
  }

  close(): void {
    this.#state = "closed";
  }

  #look(): void {
    const waiting = this.#outlet.writableLength;
    if (waiting < this.#limits.foldBytes) return;
    if (waiting >= this.#limits.closeBytes) {
      this.#state = "closed";
      this.#events.onTooSlow();
    } else if (this.#state === "flowing") {
      this.#state = "folding";
    } else if (this.#state === "folding" && waiting >= this.#limits.lagBytes) {
      this.#state = "lagging";
      this.#events.onLag({ behind: true, folded: this.#folded, told: true });
    }
  }
}
