import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { ErrorCode } from "@frontrow/protocol/errors";
import type { DeskId } from "@frontrow/protocol/ids";
import { BATCHED_SUBPROTOCOL } from "@frontrow/protocol/version";
import { WebSocketServer } from "ws";
import type { Addresses } from "./addresses.ts";
import { Connection, type ConnectionServices } from "./connection.ts";
import type { Dialect } from "./output.ts";
import { addressOf, destinationOf, isOriginAllowed, refuseUpgrade } from "./upgrade.ts";

/** A message of more than so many times the limit is not even read. */
const PAYLOAD_FACTOR = 4;
/** Sockets are pinged in so many groups, one after the other. */
const PING_GROUPS = 25;
const DRAIN_STEP_MS = 50;

export interface Sockets {
  readonly size: number;
  /** Output that they have not taken yet. */
  readonly waitingBytes: number;
  /** Takes upgrades of this server from now on. */
  listen(server: Server): void;
  /** Tells all sockets to go elsewhere, spread over a time, and waits until they have. Takes no new ones. */
  drain(overMs: number, deadline: AbortSignal): Promise<void>;
}

/** The sockets of this process: who may open one, whether they live, and their end. */
export function createSockets(services: ConnectionServices, addresses: Addresses): Sockets {
  const { config, metrics } = services;
  const connections = new Set<Connection>();
  const groups = Array.from({ length: PING_GROUPS }, () => new Set<Connection>());
  const upgrader = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // Frames are shared by sockets and written past `ws`: nothing may be compressed. See `Output`.
    perMessageDeflate: false,
    maxPayload: config.MAX_MESSAGE_BYTES * PAYLOAD_FACTOR,
    handleProtocols: (offered) => (offered.has(BATCHED_SUBPROTOCOL) ? BATCHED_SUBPROTOCOL : false),
  });
  let draining = false;
  let group = 0;
  let pings: NodeJS.Timeout | undefined;

  function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on("error", () => socket.destroy());
    const admission = admit(request);
    if (typeof admission === "string") {
      metrics.refused.inc({ reason: admission });
      refuseUpgrade(socket, admission);
      return;
    }
    socket.once("close", admission.release);
    upgrader.handleUpgrade(request, socket, head, (webSocket) => {
      const dialect: Dialect = webSocket.protocol === BATCHED_SUBPROTOCOL ? "batched" : "plain";
      const connection = new Connection({ webSocket, socket: socket as Socket, dialect, asked: admission.asked }, services);
      const members = groups[connections.size % PING_GROUPS];
      connections.add(connection);
      members?.add(connection);
      metrics.connections.inc({ dialect });
      webSocket.once("close", () => {
        connections.delete(connection);
        members?.delete(connection);
        metrics.connections.dec({ dialect });
      });
    });
  }

  /** What the socket gets, or why it gets nothing. */
  function admit(request: IncomingMessage): { asked: DeskId | undefined; release(): void } | ErrorCode {
    const destination = destinationOf(request.url ?? "/");
    if (!destination) return "NOT_FOUND";
    const host = (config.TRUST_PROXY && String(request.headers["x-forwarded-host"] ?? "")) || request.headers.host;
    if (!isOriginAllowed(request.headers.origin, host, config.ALLOWED_ORIGINS)) return "ORIGIN_REFUSED";
    if (draining || connections.size >= config.MAX_SOCKETS) return "UNAVAILABLE";
    const release = addresses.addSocket(addressOf(request, config.TRUST_PROXY));
    return release ? { asked: destination.asked, release } : "RATE_LIMITED";
  }

  function pingNext(): void {
    group = (group + 1) % PING_GROUPS;
    for (const connection of groups[group] ?? []) connection.checkAlive();
  }

  async function gone(deadline: AbortSignal): Promise<void> {
    while (connections.size > 0 && !deadline.aborted) await pause(20);
    for (const connection of connections) connection.cut();
  }

  return {
    get size() {
      return connections.size;
    },
    get waitingBytes() {
      let bytes = 0;
      for (const connection of connections) bytes += connection.waitingBytes;
      return bytes;
    },
    listen(server) {
      server.on("upgrade", onUpgrade);
      pings = setInterval(pingNext, config.PING_INTERVAL_MS / PING_GROUPS);
      pings.unref();
    },
    async drain(overMs, deadline) {
      draining = true;
      clearInterval(pings);
      const all = [...connections];
      const steps = Math.max(1, Math.floor(overMs / DRAIN_STEP_MS));
      const perStep = Math.ceil(all.length / steps);
      while (all.length > 0) {
        for (const connection of all.splice(-perStep)) connection.close("GOING_AWAY");
        if (all.length > 0 && !deadline.aborted) await pause(DRAIN_STEP_MS);
      }
      await gone(deadline);
    },
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
