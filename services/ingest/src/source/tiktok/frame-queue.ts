/** What one session may take of a turn of the event loop: some frames of a large room. */
const SLICE_MS = 4;
/** The same for a session that falls behind: what waits when its connection breaks is lost, and no gap can say since when. */
const MAX_SLICE_MS = 128;

/** The socket that frames come from: read no further while some wait. */
export interface PausableSocket {
  pause(): void;
  resume(): void;
}

/**
 * Handles a session's frames in order, for a slice of time in each turn of the event loop. What is over waits for the next
 * turn, and the socket for that: one read of a busy room holds hundreds of messages, and all other sessions of the process
 * would wait for them. The slice doubles with each turn that leaves frames waiting, until none do.
 */
export class FrameQueue {
  readonly #handle: (frame: Buffer) => void;
  readonly #socket: PausableSocket;
  readonly #now: () => number;
  #waiting: Buffer[] = [];
  #sliceMs = SLICE_MS;
  #sliceEndsAtMs: number | undefined;
  #isPaused = false;

  constructor(socket: PausableSocket, handle: (frame: Buffer) => void, now: () => number = () => performance.now()) {
    this.#socket = socket;
    this.#handle = handle;
    this.#now = now;
  }

  /** Handles the frame now, or after those that wait. */
  push(frame: Buffer): void {
    if (this.#waiting.length === 0 && this.#hasTime()) {
      this.#handle(frame);
      return;
    }
    this.#waiting.push(frame);
    if (this.#isPaused) return;
    this.#isPaused = true;
    this.#socket.pause();
  }

  /** Handles all that waits: nothing more will come. */
  drain(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const frame of waiting) this.#handle(frame);
  }

  #hasTime(): boolean {
    const nowMs = this.#now();
    if (this.#sliceEndsAtMs === undefined) {
      this.#sliceEndsAtMs = nowMs + this.#sliceMs;
      setImmediate(() => this.#beginTurn());
    }
    return nowMs < this.#sliceEndsAtMs;
  }

  #beginTurn(): void {
    this.#sliceEndsAtMs = undefined;
    this.#sliceMs = this.#waiting.length > 0 ? Math.min(2 * this.#sliceMs, MAX_SLICE_MS) : SLICE_MS;
    while (this.#waiting.length > 0 && this.#hasTime()) this.#handle(this.#waiting.shift() as Buffer);
    if (this.#waiting.length > 0 || !this.#isPaused) return;
    this.#isPaused = false;
    this.#socket.resume();
  }
}
