import type { Socket } from "node:net";
import { type CloseName, closeCodes } from "@frontrow/protocol/close-code";
import { type Cursor, encodeCursor } from "@frontrow/protocol/cursor";
import { type ErrorCode, errorCatalogue, FrontrowError } from "@frontrow/protocol/errors";
import type { ServerMessage } from "@frontrow/protocol/frame";
import type { ThrottledLogger } from "@frontrow/runtime/throttled-logger";
import type { WebSocket } from "ws";
import type { GatewayMetrics } from "../metrics.ts";
import { deskHalf, type EntryBatch, type PlainReader, type PreparedEntry } from "../stream/entry.ts";
import { textFrame } from "../stream/frame.ts";
import { type Lag, type SendLimits, SendQueue, type Written } from "./send-queue.ts";

export type Dialect = "plain" | "batched";

/** A WebSocket, and the TCP socket below it. */
export interface Link {
  readonly webSocket: Pick<WebSocket, "close" | "terminate" | "once">;
  readonly socket: Pick<Socket, "writableLength" | "writableNeedDrain" | "writable" | "write" | "cork" | "uncork">;
  readonly dialect: Dialect;
}

/** The reader of entries: which desk's member it is, and where its client is in both logs. */
export interface EntryReader {
  readonly cursor: Cursor;
  readonly desk: PlainReader["desk"];
}

export interface OutputOwner {
  /** Called once, whoever closes the socket. */
  onOutputClosed(): void;
}

/** What the outputs of a process share. */
export interface OutputServices {
  readonly limits: SendLimits;
  readonly metrics: GatewayMetrics;
  readonly logger: Pick<ThrottledLogger, "error">;
}

/** A larger batch is written entry by entry, so that a socket which falls behind is coalesced before it is closed. */
const MAX_WRITE_CHARS = 131_072;
/** A slow consumer cannot read that it is closed: its socket is cut after this. */
const CUT_AFTER_MS = 3_000;

/**
 * The writing half of a socket: messages and entries in its dialect, through its bounded queue, and its end with a close
 * code.
 *
 * Frames are written to the TCP socket, past the `ws` library, so that one buffer serves all sockets. That is only right
 * while nothing on the socket is compressed: permessage-deflate stays off.
 */
export class Output {
  readonly dialect: Dialect;
  /** Called when a socket that was behind has caught up: it lacks the items that were left out. */
  onCaughtUp: (() => void) | undefined;
  readonly #webSocket: Link["webSocket"];
  readonly #socket: Link["socket"];
  readonly #services: OutputServices;
  readonly #owner: OutputOwner;
  readonly #queue: SendQueue;
  /** Resolves those who wait for room; mostly nobody, and the memory of idle sockets counts. */
  #waiting: (() => void)[] | undefined;
  #isClosed = false;

  constructor({ webSocket, socket, dialect }: Link, services: OutputServices, owner: OutputOwner) {
    this.dialect = dialect;
    this.#webSocket = webSocket;
    this.#socket = socket;
    this.#services = services;
    this.#owner = owner;
    this.#queue = new SendQueue(socket, services.limits);
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Bytes that the socket has not taken yet. */
  get waitingBytes(): number {
    return this.#socket.writableLength;
  }

  /** Sends a message of the desk or its source; with the cursor that the client has once it has received it. */
  message(message: ServerMessage, cursor?: Cursor): void {
    this.frame(textFrame(JSON.stringify(cursor ? { ...message, pos: encodeCursor(cursor) } : message)));
  }

  /** Answers with an error; by default with the advice of its code. The socket stays open. */
  refuse(code: ErrorCode, commandId?: string, message: string = errorCatalogue[code].advice, retryAtMs?: number): void {
    this.#services.metrics.refused.inc({ reason: code });
    const details = { ...(commandId ? { commandId } : {}), ...(retryAtMs === undefined ? {} : { retryAtMs }) };
    this.message({ type: "error", data: { code, message, ...details } });
  }

  /** Sends a frame that was made before. */
  frame(frame: Buffer): void {
    this.#services.metrics.frames += 1;
    this.#handle(this.#queue.write(frame));
  }

  /**
   * Sends entries of the viewed session; of the first one from item `fromItem` on, which the batched dialect leaves to the
   * client. They go out in one write, unless they are very large.
   */
  entries(batch: EntryBatch, reader: EntryReader, fromItem: number): void {
    const isOneWrite = batch.chars <= MAX_WRITE_CHARS;
    if (isOneWrite && this.dialect === "batched" && !this.#queue.isCoalescing) {
      this.#services.metrics.frames += batch.entries.length;
      this.#handle(this.#queue.write(batch.batched));
      return;
    }
    if (isOneWrite) this.#socket.cork();
    let from = fromItem;
    for (const entry of batch.entries) {
      if (entry.isForSockets) this.#entry(entry, reader, from);
      from = 0;
    }
    if (isOneWrite) this.#socket.uncork();
  }

  /** Resolves when the socket has room again, or is closed. */
  drained(): Promise<void> {
    return this.#socket.writableLength < this.#services.limits.coalesceBytes ? Promise.resolve() : this.#untilDrain();
  }

  /** Resolves when the socket has taken what was written, or is closed: what is large is not to wait behind what is large. */
  taken(): Promise<void> {
    return this.#socket.writableNeedDrain ? this.#untilDrain() : Promise.resolve();
  }

  /** The socket has taken all that was written. */
  onDrain(): void {
    const lag = this.#queue.onDrained();
    if (lag) this.#report(lag);
    this.#releaseWaiting();
  }

  /** Closes the socket with a code that says what the client is to do next. */
  close(name: CloseName): void {
    if (this.#isClosed) return;
    this.markClosed();
    const { code } = closeCodes[name];
    this.#services.metrics.disconnects.inc({ code: String(code) });
    this.#webSocket.close(code, name);
    const cut = setTimeout(() => this.#webSocket.terminate(), CUT_AFTER_MS);
    cut.unref();
    this.#webSocket.once("close", () => clearTimeout(cut));
  }

  /** Closes the socket after an error that nobody foresaw. */
  fail(error: unknown): void {
    if (this.#isClosed) return;
    const code = error instanceof FrontrowError ? error.code : "INTERNAL";
    this.#services.logger.error({ err: error, code }, "socket failed");
    this.close("INTERNAL");
  }

  /** Closes the socket without a code. */
  cut(): void {
    this.markClosed();
    this.#webSocket.terminate();
  }

  /** Notes that the socket is closed: nothing is written any more, and nobody waits. */
  markClosed(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#queue.close();
    this.#releaseWaiting();
    this.#owner.onOutputClosed();
  }

  #untilDrain(): Promise<void> {
    if (this.#isClosed || !this.#socket.writable) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting ??= [];
      this.#waiting.push(resolve);
    });
  }

  #entry(entry: PreparedEntry, reader: EntryReader, fromItem: number): void {
    this.#services.metrics.frames += 1;
    const isCoalesced = this.#queue.isCoalescing;
    const bytes =
      this.dialect === "plain"
        ? entry.plain({ cursor: deskHalf(reader.cursor), desk: reader.desk }, fromItem, isCoalesced)
        : (isCoalesced ? entry.coalesced : entry).batched;
    this.#handle(isCoalesced ? this.#queue.writeCoalesced(bytes, entry.coalesced.omitted) : this.#queue.write(bytes));
  }

  #handle({ omitted, lag, isTooSlow }: Written): void {
    if (omitted) this.#services.metrics.omitted(omitted);
    if (lag) this.#report(lag);
    if (isTooSlow) this.close("SLOW_CONSUMER");
  }

  #report({ isBehind, omitted, isToldToClient }: Lag): void {
    if (isToldToClient) this.message({ type: "lagging", data: { folded: omitted, behind: isBehind } });
    if (!isBehind) this.onCaughtUp?.();
  }

  #releaseWaiting(): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    for (const resolve of waiting ?? []) resolve();
  }
}
