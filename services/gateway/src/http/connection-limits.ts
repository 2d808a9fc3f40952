import type { Server } from "node:http";
import type { Socket } from "node:net";
import { hostOf } from "../socket/payer.ts";

/** Age from which a connection that asked for no WebSocket counts: a handshake is done long before. */
const SLOW_AFTER_MS = 2_000;
const CHECK_INTERVAL_MS = 500;

export interface ConnectionLimits {
  /** Connections of one address that are idle or slow. */
  readonly slowPerAddress: number;
  /** Connections of one address, WebSockets included. */
  readonly allPerAddress: number;
}

/** On a socket, so that one listener serves all: a closure for each is what idle sockets pay for in memory. */
const addressKey = Symbol("address");
type Counted = Socket & { [addressKey]?: string };

interface Waiting {
  readonly socket: Socket;
  readonly address: string;
  readonly sinceMs: number;
}

/**
 * Bounds the TCP connections of each address before anything of them is read. What goes on to be a WebSocket is the
 * acceptor's; of the others, those that stay beyond a handshake's time count, and the oldest of too many is cut. So a
 * thousand browsers behind one address may come at once, and a thousand slow requests may not.
 */
export function limitConnections(server: Server, limits: ConnectionLimits): { stop(): void } {
  /** In the order in which they came. */
  const waiting = new Map<Socket, Waiting>();
  const open = new Map<string, number>();

  server.on("connection", (socket: Socket) => {
    const address = hostOf(socket.remoteAddress ?? "");
    const count = (open.get(address) ?? 0) + 1;
    if (count > limits.allPerAddress) {
      socket.destroy();
      return;
    }
    open.set(address, count);
    waiting.set(socket, { socket, address, sinceMs: performance.now() });
    (socket as Counted)[addressKey] = address;
    socket.on("close", onClose);
  });
  function onClose(this: Counted): void {
    const address = this[addressKey] ?? "";
    waiting.delete(this);
    const left = (open.get(address) ?? 1) - 1;
    if (left > 0) open.set(address, left);
    else open.delete(address);
  }
  server.on("upgrade", ({ socket }) => waiting.delete(socket));

  const checks = setInterval(() => {
    const nowMs = performance.now();
    const slow = [...waiting.values()].filter(({ sinceMs }) => nowMs - sinceMs >= SLOW_AFTER_MS);
    for (const { socket } of beyond(limits.slowPerAddress, slow)) socket.destroy();
  }, CHECK_INTERVAL_MS);
  checks.unref();
  return { stop: () => clearInterval(checks) };
}

/** Those that are too many of their address: its oldest. */
function beyond(most: number, slow: readonly Waiting[]): Waiting[] {
  const seen = new Map<string, number>();
  return slow.toReversed().filter(({ address }) => {
    const count = (seen.get(address) ?? 0) + 1;
    seen.set(address, count);
    return count > most;
  });
}
