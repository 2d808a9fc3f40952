import { type Cursor, encodeCursor } from "@frontrow/protocol/codec";
import type { ServerMessage } from "@frontrow/protocol/frame";
import type { GatewayMetrics } from "../metrics.ts";
import { deskHalf, type EntryBatch, type Lean, type PlainReader, type PreparedEntry } from "../stream/entry.ts";
import { textFrame } from "./frame.ts";
import { type Lag, type Outlet, type SendEvents, type SendLimits, SendQueue } from "./send-queue.ts";

export type Dialect = "plain" | "batched";

/** The part of a TCP socket that output needs. */
export interface OutletSocket extends Outlet {
  cork(): void;
  uncork(): void;
  on(event: "drain", listener: () => void): unknown;
}

export interface OutputOwner {
  /** A socket that was behind has caught up: send it a full set of metrics. */
  onCaughtUp(): void;
  onTooSlow(): void;
}

/** Who reads entries: a member of a desk, and where its client is. */
export interface EntryReader {
  readonly cursor: Cursor;
  readonly desk: PlainReader["desk"];
}

/** More than this is written entry by entry, so that a socket which falls behind is folded before it is closed. */
const ONE_WRITE_CHARS = 131_072;

/** What the outputs of a process share. */
export interface OutputServices {
  readonly limits: SendLimits;
  readonly metrics: GatewayMetrics;
}

/**
 * What one socket is sent, in its dialect, through its bounded queue.
 *
 * Frames are written to the TCP socket, past the `ws` library, so that one buffer serves all sockets. That is only right
 * while nothing on the socket is compressed: permessage-deflate stays off.
 */
export class Output implements SendEvents {
  readonly dialect: Dialect;
  readonly #socket: OutletSocket;
  readonly #services: OutputServices;
  readonly #owner: OutputOwner;
  readonly #queue: SendQueue;
  /** Who waits for room; mostly nobody, and memory of idle sockets counts. */
  #waiting: (() => void)[] | undefined;
  #closed = false;

  constructor(socket: OutletSocket, dialect: Dialect, services: OutputServices, owner: OutputOwner) {
    this.#socket = socket;
    this.dialect = dialect;
    this.#services = services;
    this.#owner = owner;
    this.#queue = new SendQueue(socket, services.limits, this);
    socket.on("drain", () => this.#drained());
  }

  get waitingBytes(): number {
    return this.#socket.writableLength;
  }

  /** Sends a message of the desk or its source; with the cursor that the client holds once it has it. */
  message(message: ServerMessage, cursor?: Cursor): void {
    this.frame(textFrame(JSON.stringify(cursor ? { ...message, pos: encodeCursor(cursor) } : message)));
  }

  /** Sends a frame that was made before. */
  frame(frame: Buffer): void {
    this.#services.metrics.frames += 1;
    this.#queue.entry(frame);
  }

  /** Sends an entry of the viewed session, from one of its items on. `at` is asked for the desk in the plain dialect alone. */
  entry(entry: PreparedEntry, fromItem: number, at: EntryReader): void {
    this.#services.metrics.frames += 1;
    const isLean = this.#queue.isFolding;
    const bytes =
      this.dialect === "plain"
        ? entry.plain({ cursor: deskHalf(at.cursor), desk: at.desk }, fromItem, isLean)
        : entry.batchedFrame(isLean);
    if (isLean) this.#queue.leanEntry(bytes, entry.lean.folded);
    else this.#queue.entry(bytes);
  }

  /** Sends several entries, in one write unless they are very large. */
  batch(batch: EntryBatch, at: EntryReader): void {
    if (batch.chars > ONE_WRITE_CHARS) {
      for (const entry of batch.entries) if (entry.isForSockets) this.entry(entry, 0, at);
      return;
    }
    if (this.dialect === "batched" && !this.#queue.isFolding) {
      this.#services.metrics.frames += batch.entries.length;
      this.#queue.entry(batch.batched);
      return;
    }
    this.#socket.cork();
    for (const entry of batch.entries) if (entry.isForSockets) this.entry(entry, 0, at);
    this.#socket.uncork();
  }

  /** Resolves when the socket has room again, or is closed. */
  drained(): Promise<void> {
    const hasRoom = this.#socket.writableLength < this.#services.limits.foldBytes;
    if (this.#closed || hasRoom || !this.#socket.writable) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting ??= [];
      this.#waiting.push(resolve);
    });
  }

  close(): void {
    this.#closed = true;
    this.#queue.close();
    this.#release();
  }

  onFolded(folded: Lean["folded"]): void {
    this.#services.metrics.folded(folded);
  }

  onLag({ behind, folded, told }: Lag): void {
    if (told) this.message({ type: "lagging", data: { folded, behind } });
    if (!behind) this.#owner.onCaughtUp();
  }

  onTooSlow(): void {
    this.#owner.onTooSlow();
  }

  #drained(): void {
    this.#queue.drained();
    this.#release();
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    for (const resolve of waiting ?? []) resolve();
  }
}
