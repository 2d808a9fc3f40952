import { TikTokLiveConnection } from "tiktok-live-connector";
import type { Closed, ConnectOutcome, SourceConnection, SourceHandlers } from "../live-source.ts";
import { type Ack, encodeAck } from "./ack.ts";
import { connectorOptions, type Limits, type TikTokHosts } from "./connector-options.ts";
import { FrameQueue, type PausableSocket } from "./frame-queue.ts";
import { type Batch, decodeFrame, decodeHistory } from "./frames.ts";
import type { Signed } from "./sign.ts";

export interface ConnectionLimits extends Limits {
  /** Silence after which a connection is dead, whatever the socket says. */
  readonly stallMs: number;
}

interface OpenOptions {
  readonly name: string;
  readonly roomId: string;
  readonly signed: Signed;
  readonly hosts: TikTokHosts;
  readonly limits: ConnectionLimits;
  /** Cookies that TikTok gave while it was asked about the room. */
  readonly cookies: string;
  readonly handlers: SourceHandlers;
  readonly signal: AbortSignal;
}

/** What we use of the connector's two emitters; its own types for them need packages that it does not bring. */
interface Connector {
  on(event: "error", listener: () => void): void;
  on(event: "websocketData", listener: (bytes: Buffer) => void): void;
  on(event: "websocketConnected", listener: (socket: Socket) => void): void;
  on(event: "disconnected", listener: () => void): void;
  readonly wsClient: Socket | null;
}
interface Socket extends PausableSocket {
  on(event: "message", listener: (bytes: Buffer) => void): void;
  removeAllListeners(event: "message"): void;
  sendBytes(bytes: Uint8Array): boolean;
  terminate(): void;
  /** What `ws` writes to; not promised by it, and not needed. */
  readonly _socket?: { cork(): void; uncork(): void };
}

/**
 * Opens one WebSocket through one connector instance that is used for nothing else: `disconnect` while it connects, or
 * connecting an instance again, leaves sockets behind that nobody owns.
 */
export async function openConnection(options: OpenOptions): Promise<ConnectOutcome> {
  const connection = new Connection(options);
  return connection.open();
}

/** From the handshake to the end of one WebSocket. States go forward only: opening → open → closed. */
class Connection implements SourceConnection {
  readonly closed: Promise<Closed>;
  readonly #options: OpenOptions;
  readonly #connector: TikTokLiveConnection & Connector;
  #resolveClosed: (closed: Closed) => void = () => {};
  #state: "opening" | "open" | "closed" = "opening";
  #socket: Socket | undefined;
  #frames: FrameQueue | undefined;
  #watchdog: NodeJS.Timeout | undefined;
  #lastFrameAt = performance.now();
  #isCorked = false;

  constructor(options: OpenOptions) {
    this.#options = options;
    this.closed = new Promise((resolve) => {
      this.#resolveClosed = resolve;
    });
    const { signed } = options;
    this.#connector = new TikTokLiveConnection(
      options.name,
      connectorOptions(options.hosts, options.limits, {
        body: signed.body,
        headers: { "x-set-tt-cookie": signed.cookie, ...(signed.roomId ? { "x-room-id": signed.roomId } : {}) },
      }),
    ) as TikTokLiveConnection & Connector;
  }

  async open(): Promise<ConnectOutcome> {
    const { signal, handlers, signed } = this.#options;
    const abort = () => this.release();
    signal.addEventListener("abort", abort, { once: true });
    try {
      this.#addListeners();
      await this.#addCookies();
      if (signal.aborted) return { outcome: "aborted" };
      // History goes first: it is older than every frame.
      this.#deliver(decodeHistory(signed.container, (what) => handlers.onUnreadable(what)));
      // A broadcast whose end is in its history needs no socket; the connector would open one, without a room.
      if (!this.#hasClosed()) await this.#connector.connect(this.#options.roomId);
      return signal.aborted ? { outcome: "aborted" } : { outcome: "connected", connection: this };
    } catch (cause) {
      // A handshake that was refused, timed out or cut: the connector knows no codes for these.
      this.release();
      return signal.aborted ? { outcome: "aborted" } : { outcome: "failed", code: "UPSTREAM_UNAVAILABLE", cause };
    } finally {
      signal.removeEventListener("abort", abort);
      // A connection that was released while the connector was still at it has a socket only now.
      if (this.#hasClosed()) this.#connector.wsClient?.terminate();
    }
  }

  silentForMs(): number {
    return performance.now() - this.#lastFrameAt;
  }

  release(): void {
    this.#close({ reason: "released" });
  }

  #addListeners(): void {
    // Without this listener the connector's errors vanish; what they mean for us arrives as a close or as a rejection.
    this.#connector.on("error", () => {});
    // Frames that come in one segment with the handshake's answer are here before the socket is: the connector acknowledges them.
    this.#connector.on("websocketData", (bytes: Buffer) => this.#receive(bytes));
    this.#connector.on("websocketConnected", (socket) => this.#attachSocket(socket));
    this.#connector.on("disconnected", () => {
      this.#frames?.drain();
      this.#close({ reason: "lost", code: "UPSTREAM_DROPPED" });
    });
  }

  async #addCookies(): Promise<void> {
    const { cookieJar } = this.#connector.webClient;
    for (const cookie of this.#options.cookies.split("; ")) await cookieJar.setCookie(cookie);
  }

  /** From here on frames are decoded by us, in order. Heartbeats and entering the room stay the connector's. */
  #attachSocket(socket: Socket): void {
    if (this.#hasClosed()) {
      socket.terminate();
      return;
    }
    this.#state = "open";
    this.#socket = socket;
    socket.removeAllListeners("message");
    const frames = new FrameQueue(socket, (bytes) => this.#receive(bytes, socket));
    this.#frames = frames;
    socket.on("message", (bytes: Buffer) => {
      this.#lastFrameAt = performance.now();
      frames.push(bytes);
    });
    this.#lastFrameAt = performance.now();
    this.#watchdog = setInterval(() => this.#checkStall(), Math.max(50, this.#options.limits.stallMs / 4));
  }

  #receive(bytes: Buffer, socket?: Socket): void {
    if (this.#hasClosed()) return;
    const frame = decodeFrame(bytes, (what) => this.#options.handlers.onUnreadable(what));
    this.#deliver(frame);
    if (socket && frame.ack) this.#acknowledge(socket, frame.ack);
  }

  /** Acknowledgements of frames that came in one read leave in one write: each write on its own costs as much as ten events. */
  #acknowledge(socket: Socket, ack: Ack): void {
    if (!this.#isCorked && socket._socket) {
      const { _socket: line } = socket;
      this.#isCorked = true;
      line.cork();
      setImmediate(() => {
        this.#isCorked = false;
        line.uncork();
      });
    }
    socket.sendBytes(encodeAck(ack));
  }

  #deliver({ messages, ended }: Batch): void {
    if (messages.length > 0) this.#options.handlers.onMessages(messages);
    // The whole batch counts, also what it holds after the end; nothing later does.
    if (ended) this.#close({ reason: "ended", how: ended });
  }

  #checkStall(): void {
    if (!this.#hasStalled()) return;
    // After a pause of this process timers come first: what waits in the sockets is read before anybody is judged.
    setImmediate(() => {
      if (this.#hasStalled()) this.#close({ reason: "lost", code: "UPSTREAM_STALLED" });
    });
  }

  #hasStalled(): boolean {
    return this.silentForMs() > this.#options.limits.stallMs;
  }

  #close(closed: Closed): void {
    if (this.#hasClosed()) return;
    this.#state = "closed";
    clearInterval(this.#watchdog);
    // Terminated, not closed: a closing handshake with a dead peer takes its time, and later frames are not wanted.
    (this.#socket ?? this.#connector.wsClient)?.terminate();
    this.#resolveClosed(closed);
  }

  #hasClosed(): boolean {
    return this.#state === "closed";
  }
}
