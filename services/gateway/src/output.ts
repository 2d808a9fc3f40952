import { type Cursor, encodeCursor } from "@frontrow/protocol/codec";
import type { ServerMessage } from "@frontrow/protocol/frame";
import type { GatewayMetrics } from "./gateway-metrics.ts";
import type { PreparedEntry } from "./prepared-entry.ts";
import { type SendLimits, SendQueue } from "./send-queue.ts";
import { textFrame } from "./ws-frame.ts";

export type Dialect = "plain" | "batched";

/** The part of a TCP socket that output needs. */
export interface OutletSocket {
  readonly writableLength: number;
  readonly destroyed: boolean;
  write(bytes: Buffer): unknown;
  on(event: "drain", listener: () => void): unknown;
}

interface Dependencies {
  readonly socket: OutletSocket;
  readonly dialect: Dialect;
  readonly limits: SendLimits;
  readonly metrics: GatewayMetrics;
  /** A socket that was behind has caught up: send it a full set of metrics. */
  onCaughtUp(): void;
  onTooSlow(): void;
}

/**
 * What one socket is sent, in its dialect, through its bounded queue.
 *
 * Frames are written to the TCP socket, past the `ws` library, so that one buffer serves all sockets. That is only right
 * while nothing on the socket is compressed: permessage-deflate stays off.
 */
export class Output {
  readonly dialect: Dialect;
  readonly #socket: OutletSocket;
  readonly #queue: SendQueue;
  readonly #metrics: GatewayMetrics;
  readonly #foldBytes: number;
  #waiting: (() => void)[] = [];
  #closed = false;

  constructor({ socket, dialect, limits, metrics, onCaughtUp, onTooSlow }: Dependencies) {
    this.#socket = socket;
    this.dialect = dialect;
    this.#metrics = metrics;
    this.#foldBytes = limits.foldBytes;
    this.#queue = new SendQueue(socket, limits, {
      onFolded: (folded) => metrics.folded(folded),
      onTooSlow,
      onLag: ({ behind, folded, told }) => {
        if (told) this.message({ type: "lagging", data: { folded, behind } });
        if (!behind) onCaughtUp();
      },
    });
    socket.on("drain", () => this.#drained());
  }

  get waitingBytes(): number {
    return this.#socket.writableLength;
  }

  /** Sends a message of the desk or its source; with the cursor that the client holds once it has it. */
  message(message: ServerMessage, cursor?: Cursor): void {
    this.#write(textFrame(JSON.stringify(cursor ? { ...message, pos: encodeCursor(cursor) } : message)));
  }

  /** Sends a frame that was made before. */
  frame(frame: Buffer): void {
    this.#write(frame);
  }

  /** Sends an entry of the viewed session, from one of its items on. `deskHalf` is for the plain dialect's positions. */
  entry(entry: PreparedEntry, deskHalf: string, fromItem: number): void {
    this.#metrics.frames.inc();
    if (this.dialect === "batched") {
      this.#queue.entry(
        entry,
        () => entry.batched,
        () => entry.lean.batched,
      );
    } else {
      this.#queue.entry(
        entry,
        () => entry.plain(deskHalf, fromItem),
        () => entry.plain(deskHalf, fromItem, true),
      );
    }
  }

  /** Resolves when the socket has room again, or is closed. */
  drained(): Promise<void> {
    if (this.#closed || this.#socket.destroyed || this.#socket.writableLength < this.#foldBytes) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  close(): void {
    this.#closed = true;
    this.#queue.close();
    this.#release();
  }

  #write(frame: Buffer): void {
    this.#metrics.frames.inc();
    this.#queue.message(frame);
  }

  #drained(): void {
    this.#queue.drained();
    this.#release();
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
