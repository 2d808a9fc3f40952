import { reconnectAfter } from "@frontrow/protocol/close-code";
import { backoffMs } from "./backoff.ts";

/** The life of the link to the server. */
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
  /** The server has spoken: the link works. */
  | { readonly type: "opened" }
  | { readonly type: "lost"; readonly code: number; readonly nowMs: number; readonly random: () => number }
  | { readonly type: "retry" }
  | { readonly type: "close"; readonly code: number };

/**
 * What follows from an input; the same object when nothing does.
 *
 * A close code that says "now" is answered at once the first time only: a server that accepts and closes in a circle
 * must not be asked in a circle.
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
  const waitMs = when === "now" && current.state === "open" ? 0 : backoffMs(attempt, random);
  return { state: "waiting", attempt, retryAtMs: nowMs + waitMs };
}
