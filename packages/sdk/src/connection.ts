import { closeCodes } from "@frontrow/protocol/close-code";
import { type ConnectionInput, type ConnectionState, nextConnection } from "./connection-state.ts";
import type { WebSocketConstructor, WebSocketLike } from "./types.ts";

/** Interval of the liveness check: a socket that was silent for one is sent a `test`, one that was silent for two is lost. */
const LIVENESS_CHECK_MS = 20_000;
/** Close code of a connection that was cut (RFC 6455). */
const ABNORMAL = 1006;

interface Dependencies {
  readonly WebSocket: WebSocketConstructor;
  readonly random: () => number;
  /** Asked anew for each attempt. */
  address(): { readonly url: string; readonly protocols: string[] };
  onOpen(): void;
  onText(text: string): void;
  onState(state: ConnectionState): void;
  /** The server closed with a code that means "do not come back": whether to connect again all the same. */
  onRefused(code: number): "reconnect" | "stop";
}

/** A WebSocket that is made anew whenever `connection-state.ts` says so; at most one at a time. */
export class Connection {
  readonly #deps: Dependencies;
  #state: ConnectionState = { state: "idle" };
  #webSocket: WebSocketLike | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #livenessCheck: ReturnType<typeof setInterval> | undefined;
  /** Something was received since the last liveness check. */
  #hasReceived = true;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  get state(): ConnectionState {
    return this.#state;
  }

  connect(): void {
    this.#transition({ type: "connect" });
  }

  close(): void {
    const webSocket = this.#detach();
    webSocket?.close(closeCodes.NORMAL.code);
    this.#transition({ type: "close", code: closeCodes.NORMAL.code });
  }

  /** The handshake is done: the state becomes `open`, and `send` sends. */
  established(): void {
    this.#transition({ type: "opened" });
  }

  /** Sends while the state is `open`; else does nothing. */
  send(command: object): void {
    if (this.#state.state === "open") this.#webSocket?.send(JSON.stringify(command));
  }

  /** Sends on a socket that is not `established` yet. */
  sendHandshake(command: object): void {
    this.#webSocket?.send(JSON.stringify(command));
  }

  #transition(input: ConnectionInput): void {
    const next = nextConnection(this.#state, input);
    if (next === this.#state) return;
    this.#state = next;
    clearTimeout(this.#retry);
    if (next.state === "connecting") this.#open();
    if (next.state === "waiting") {
      this.#retry = setTimeout(() => this.#transition({ type: "retry" }), Math.max(0, next.retryAtMs - Date.now()));
    }
    this.#deps.onState(next);
  }

  #open(): void {
    const { url, protocols } = this.#deps.address();
    const webSocket = new this.#deps.WebSocket(url, protocols);
    this.#webSocket = webSocket;
    const isCurrent = () => this.#webSocket === webSocket;
    webSocket.onopen = () => {
      if (isCurrent()) this.#deps.onOpen();
    };
    webSocket.onmessage = (event: { data: unknown }) => {
      if (!isCurrent()) return;
      this.#hasReceived = true;
      this.#deps.onText(String(event.data));
    };
    // A close follows every error, and tells more.
    webSocket.onerror = () => {};
    webSocket.onclose = (event: { code: number }) => {
      if (isCurrent()) this.#lost(event.code);
    };
    this.#hasReceived = true;
    this.#livenessCheck = setInterval(() => this.#checkLiveness(), LIVENESS_CHECK_MS);
  }

  #checkLiveness(): void {
    if (this.#hasReceived) {
      this.#hasReceived = false;
      this.send({ type: "test" });
      return;
    }
    const webSocket = this.#webSocket;
    this.#lost(ABNORMAL);
    webSocket?.close();
  }

  #lost(code: number): void {
    this.#detach();
    const lost = { type: "lost", nowMs: Date.now(), random: this.#deps.random } as const;
    const isRefused = nextConnection(this.#state, { ...lost, code }).state === "closed";
    const isRetried = isRefused && this.#deps.onRefused(code) === "reconnect";
    this.#transition({ ...lost, code: isRetried ? ABNORMAL : code });
  }

  /** Forgets the socket, whose events count no more, and returns it. */
  #detach(): WebSocketLike | undefined {
    clearInterval(this.#livenessCheck);
    const webSocket = this.#webSocket;
    this.#webSocket = undefined;
    return webSocket;
  }
}
