import { closeCodes } from "@frontrow/protocol/close-code";
import { type ConnectionInput, type ConnectionState, nextConnection } from "./connection-state.ts";
import type { WebSocketConstructor, WebSocketLike } from "./types.ts";

/** A link that says nothing for so long is asked whether it lives; one that does not answer in the same time does not. */
const QUIET_MS = 20_000;
const ABNORMAL = 1006;

interface Dependencies {
  readonly WebSocket: WebSocketConstructor;
  readonly random: () => number;
  /** The address to connect to, asked anew for each attempt. */
  address(): { readonly url: string; readonly protocols: string[] };
  onOpen(): void;
  onText(text: string): void;
  onState(state: ConnectionState): void;
  /** A close that would be the end: whether to connect again all the same. */
  onEnd(code: number): "again" | "end";
}

/** One WebSocket at a time, made anew as `connection-state.ts` says. */
export class Link {
  readonly #deps: Dependencies;
  #state: ConnectionState = { state: "idle" };
  #webSocket: WebSocketLike | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #quiet: ReturnType<typeof setInterval> | undefined;
  #heard = true;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  get state(): ConnectionState {
    return this.#state;
  }

  connect(): void {
    this.#input({ type: "connect" });
  }

  close(): void {
    const webSocket = this.#drop();
    webSocket?.close(closeCodes.NORMAL.code);
    this.#input({ type: "close", code: closeCodes.NORMAL.code });
  }

  /** The server has answered as it should: the link works. */
  established(): void {
    this.#input({ type: "opened" });
  }

  /** False when there is nothing to send it on. */
  send(command: object): boolean {
    if (this.#state.state !== "open" || !this.#webSocket) return false;
    this.#webSocket.send(JSON.stringify(command));
    return true;
  }

  #input(input: ConnectionInput): void {
    const next = nextConnection(this.#state, input);
    if (next === this.#state) return;
    this.#state = next;
    clearTimeout(this.#retry);
    if (next.state === "connecting") this.#open();
    if (next.state === "waiting") {
      this.#retry = setTimeout(() => this.#input({ type: "retry" }), Math.max(0, next.retryAtMs - Date.now()));
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
      this.#heard = true;
      this.#deps.onText(String(event.data));
    };
    // A failure is told by the close that follows it.
    webSocket.onerror = () => {};
    webSocket.onclose = (event: { code: number }) => {
      if (isCurrent()) this.#lost(event.code);
    };
    this.#heard = true;
    this.#quiet = setInterval(() => this.#checkAlive(), QUIET_MS);
  }

  /** Sends what does not wait for `established`. */
  sendFirst(command: object): void {
    this.#webSocket?.send(JSON.stringify(command));
  }

  #checkAlive(): void {
    if (this.#heard) {
      this.#heard = false;
      if (this.#state.state === "open") this.#webSocket?.send(JSON.stringify({ type: "test" }));
      return;
    }
    const webSocket = this.#webSocket;
    this.#lost(ABNORMAL);
    webSocket?.close();
  }

  #lost(code: number): void {
    this.#drop();
    const again = { type: "lost", nowMs: Date.now(), random: this.#deps.random } as const;
    const would = nextConnection(this.#state, { ...again, code });
    if (would.state === "closed" && this.#deps.onEnd(code) === "again") {
      this.#input({ ...again, code: ABNORMAL });
      return;
    }
    this.#input({ ...again, code });
  }

  #drop(): WebSocketLike | undefined {
    clearInterval(this.#quiet);
    const webSocket = this.#webSocket;
    this.#webSocket = undefined;
    return webSocket;
  }
}
