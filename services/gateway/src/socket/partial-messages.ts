/** What one kept chunk costs beside its bytes: an object and its backing store. */
const CHUNK_OVERHEAD_BYTES = 256;
const CHECK_INTERVAL_MS = 1_000;

export interface PartialMessageLimits {
  /** A message is whole after this time. */
  readonly timeoutMs: number;
  /** What one socket, and all together, may have sent of messages that are not whole. */
  readonly socketBytes: number;
  readonly totalBytes: number;
}

/** Why a socket is given up: its message took too long, is too large, or all together are and it is the oldest. */
export type PartialMessageFault = "late" | "large" | "crowded";

interface PartialMessage {
  readonly beganAtMs: number;
  readonly frames: FrameReader;
  bytes: number;
}

/**
 * Messages that have begun and are not whole, of all sockets of a process. What is kept of them is memory that a client
 * decides about: it is bounded in bytes and in time. A socket between two messages costs nothing here.
 */
export class PartialMessages<Socket> {
  readonly #limits: PartialMessageLimits;
  readonly #onFault: (socket: Socket, fault: PartialMessageFault) => void;
  /** In the order in which they began. */
  readonly #partial = new Map<Socket, PartialMessage>();
  #bytes = 0;
  #checks: NodeJS.Timeout | undefined;

  /** `onFault` is called once for a message that is given up; its socket must send no more of it. */
  constructor(limits: PartialMessageLimits, onFault: (socket: Socket, fault: PartialMessageFault) => void) {
    this.#limits = limits;
    this.#onFault = onFault;
  }

  /** What all of them keep. */
  get bytes(): number {
    return this.#bytes;
  }

  start(): void {
    this.#checks = setInterval(() => this.check(performance.now()), Math.min(CHECK_INTERVAL_MS, this.#limits.timeoutMs));
    this.#checks.unref();
  }

  stop(): void {
    clearInterval(this.#checks);
  }

  /** Takes what a socket has received. */
  receive(socket: Socket, chunk: Uint8Array, nowMs: number): void {
    const known = this.#partial.get(socket);
    const frames = known?.frames ?? new FrameReader();
    if (frames.read(chunk) === "whole") {
      this.forget(socket);
      return;
    }
    const message = known ?? { beganAtMs: nowMs, frames, bytes: 0 };
    if (!known) this.#partial.set(socket, message);
    message.bytes += chunk.length + CHUNK_OVERHEAD_BYTES;
    this.#bytes += chunk.length + CHUNK_OVERHEAD_BYTES;
    if (message.bytes > this.#limits.socketBytes) this.#giveUp(socket, "large");
    while (this.#bytes > this.#limits.totalBytes) this.#giveUpOldest();
  }

  /** The socket is closed, or takes no more. */
  forget(socket: Socket): void {
    this.#bytes -= this.#partial.get(socket)?.bytes ?? 0;
    this.#partial.delete(socket);
  }

  /** Gives up those that began too long ago. */
  check(nowMs: number): void {
    for (const [socket, { beganAtMs }] of this.#partial) {
      if (nowMs - beganAtMs < this.#limits.timeoutMs) return;
      this.#giveUp(socket, "late");
    }
  }

  #giveUpOldest(): void {
    for (const [socket] of this.#partial) {
      this.#giveUp(socket, "crowded");
      return;
    }
  }

  #giveUp(socket: Socket, fault: PartialMessageFault): void {
    this.forget(socket);
    this.#onFault(socket, fault);
  }
}

/**
 * Follows the heads of WebSocket frames (RFC 6455, 5.2), and nothing else of them. `ws` does not tell whether it holds half
 * a message. What is malformed it closes; here it only has to end somewhere.
 */
export class FrameReader {
  readonly #head: number[] = [];
  #payloadBytes = 0;
  #isFragmented = false;

  /** Whether the last byte of the chunk ends a message, with none begun after it. */
  read(chunk: Uint8Array): "whole" | "partial" {
    let at = 0;
    while (at < chunk.length) {
      const skipped = Math.min(this.#payloadBytes, chunk.length - at);
      this.#payloadBytes -= skipped;
      at += skipped;
      if (at < chunk.length) this.#takeHeadByte(chunk[at++] as number);
    }
    return this.#payloadBytes === 0 && this.#head.length === 0 && !this.#isFragmented ? "whole" : "partial";
  }

  #takeHeadByte(byte: number): void {
    const head = this.#head;
    head.push(byte);
    const [first = 0, second = 0] = head;
    const lengthCode = second & 0x7f;
    const lengthBytes = lengthCode === 127 ? 8 : lengthCode === 126 ? 2 : 0;
    const maskBytes = second & 0x80 ? 4 : 0;
    if (head.length < 2 || head.length < 2 + lengthBytes + maskBytes) return;
    const isFinal = (first & 0x80) !== 0;
    const isControl = (first & 0x08) !== 0;
    if (!isControl) this.#isFragmented = !isFinal;
    const length = head.slice(2, 2 + lengthBytes).reduce((sum, part) => sum * 256 + part, 0);
    this.#payloadBytes = lengthBytes === 0 ? lengthCode : length;
    head.length = 0;
  }
}
