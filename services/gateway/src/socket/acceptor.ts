import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { ErrorCode } from "@frontrow/protocol/errors";
import type { DeskId } from "@frontrow/protocol/ids";
import { BATCHED_SUBPROTOCOL } from "@frontrow/protocol/version";
import { WebSocketServer } from "ws";
import type { GatewayConfig } from "../config.ts";
import { Connection, type ConnectionServices } from "./connection.ts";
import type { AddressLimits } from "./limits.ts";
import { addressOf, destinationOf, isOriginAllowed, refuseUpgrade } from "./upgrade.ts";

/** A message is not even read if it is this many times longer than the limit. */
const PAYLOAD_FACTOR = 4;
/** Number of groups of sockets, which are pinged one after the other. */
const PING_GROUPS = 25;
const DRAIN_STEP_MS = 50;
const CLOSED_CHECK_MS = 20;

export interface Acceptor {
  /** Open sockets. */
  readonly size: number;
  /** Bytes that sockets have not taken yet. */
  readonly waitingBytes: number;
  /** Takes upgrades of this server from now on. */
  listen(server: Server): void;
  /** Tells all sockets to go elsewhere, spread over a time, and waits until they have. Takes no new ones. */
  drain(overMs: number, deadline: AbortSignal): Promise<void>;
}

interface Dependencies {
  readonly config: GatewayConfig;
  readonly addresses: AddressLimits;
  readonly connection: ConnectionServices;
}

/** The sockets of this process: admits them, pings them, and drains them. */
export function createAcceptor({ config, addresses, connection: services }: Dependencies): Acceptor {
  const { metrics } = services.output;
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
  let isDraining = false;
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
    const { requestedDesk, release } = admission;
    socket.once("close", release);
    upgrader.handleUpgrade(request, socket, head, (webSocket) => {
      const dialect = webSocket.protocol === BATCHED_SUBPROTOCOL ? "batched" : "plain";
      const connection = new Connection({ webSocket, socket: socket as Socket, dialect, requestedDesk }, services);
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

  /** What the socket gets, or the reason why it is refused. */
  function admit(request: IncomingMessage): { requestedDesk: DeskId | undefined; release(): void } | ErrorCode {
    const destination = destinationOf(request.url ?? "/");
    if (!destination) return "NOT_FOUND";
    const host = (config.TRUST_PROXY && String(request.headers["x-forwarded-host"] ?? "")) || request.headers.host;
    if (!isOriginAllowed(request.headers.origin, host, config.ALLOWED_ORIGINS)) return "ORIGIN_REFUSED";
    if (isDraining || connections.size >= config.MAX_SOCKETS) return "UNAVAILABLE";
    const release = addresses.addSocket(addressOf(request, config.TRUST_PROXY));
    return release ? { ...destination, release } : "RATE_LIMITED";
  }

  function pingNextGroup(): void {
    group = (group + 1) % PING_GROUPS;
    for (const connection of groups[group] ?? []) connection.checkAlive();
  }

  async function allClosed(deadline: AbortSignal): Promise<void> {
    while (connections.size > 0 && !deadline.aborted) await sleep(CLOSED_CHECK_MS);
    for (const connection of connections) connection.output.cut();
  }

  return {
    get size() {
      return connections.size;
    },
    get waitingBytes() {
      let bytes = 0;
      for (const connection of connections) bytes += connection.output.waitingBytes;
      return bytes;
    },
    listen(server) {
      server.on("upgrade", onUpgrade);
      pings = setInterval(pingNextGroup, config.PING_INTERVAL_MS / PING_GROUPS);
      pings.unref();
    },
    async drain(overMs, deadline) {
      isDraining = true;
      clearInterval(pings);
      const all = [...connections];
      const steps = Math.max(1, Math.floor(overMs / DRAIN_STEP_MS));
      const perStep = Math.ceil(all.length / steps);
      while (all.length > 0) {
        for (const connection of all.splice(-perStep)) connection.output.close("GOING_AWAY");
        if (all.length > 0 && !deadline.aborted) await sleep(DRAIN_STEP_MS);
      }
      await allClosed(deadline);
    },
  };
}
