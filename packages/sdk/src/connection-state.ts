import { reconnectAfter } from "@frontrow/protocol/close-code";
import { backoffMs } from "@frontrow/runtime/backoff";

/** Full jitter, because ten thousand clients of a gateway that went away must not come back in the same moment. */
const BACKOFF = { firstMs: 500, maxMs: 30_000, jitter: 1 } as const;

/** State of the connection to the server. */
export type ConnectionState =
  /** Not asked to connect. */
  | { readonly state: "idle" }
  | { readonly state: "connecting"; readonly attempt: number }
  | { readonly state: "open" }
  /** Comes back by itself at `retryAtMs` (this machine's clock). */
  | { readonly state: "waiting"; readonly attempt: number; readonly retryAtMs: number }
  /** Does not come back by itself; `code` is a close code of the protocol. */
  | { readonly state: "closed"; readonly code: number };

export type ConnectionInput =
  | { readonly type: "connect" }
  /** The server has answered the handshake. */
  | { readonly type: "opened" }
  | { readonly type: "lost"; readonly code: number; readonly nowMs: number; readonly random: () => number }
  | { readonly type: "retry" }
  | { readonly type: "close"; readonly code: number };

/**
 * The state after an input; the same object when the input changes nothing.
 *
 * A close code that says "reconnect now" is followed only on a connection that was open: a server that accepts and closes at once
 * would otherwise be called in a tight loop.
 */
export function nextConnection(current: ConnectionState, input: ConnectionInput): ConnectionState {
  switch (input.type) {
    case "connect":
      if (current.state === "waiting") return { state: "connecting", attempt: current.attempt };
      return current.state === "idle" || current.state === "closed" ? { state: "connecting", attempt: 0 } : current;
    case "opened":
      return current.state === "connecting" ? { state: "open" } : current;
    case "lost":
      return lost(current, input);
    case "retry":
      return current.state === "waiting" ? { state: "connecting", attempt: current.attempt } : current;
    case "close":
      return current.state === "closed" ? current : { state: "closed", code: input.code };
  }
}

function lost(current: ConnectionState, { code, nowMs, random }: Extract<ConnectionInput, { type: "lost" }>): ConnectionState {
  if (current.state !== "connecting" && current.state !== "open") return current;
  const when = reconnectAfter(code);
  if (when === "no") return { state: "closed", code };
  const attempt = current.state === "open" ? 1 : current.attempt + 1;
  const waitMs = when === "now" && current.state === "open" ? 0 : Math.floor(backoffMs(attempt - 1, BACKOFF, random));
  return { state: "waiting", attempt, retryAtMs: nowMs + waitMs };
}
