import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { ErrorCode } from "@frontrow/protocol/errors";
import type { DeskId } from "@frontrow/protocol/ids";
import { BATCHED_SUBPROTOCOL } from "@frontrow/protocol/version";
import { WebSocketServer } from "ws";
import type { GatewayConfig } from "../config.ts";
import { Connection, type ConnectionServices } from "./connection.ts";
import { Connections } from "./connections.ts";
import type { AddressLimits } from "./limits.ts";
import { addressOf, destinationOf, isOriginAllowed, refuseUpgrade } from "./upgrade.ts";

/** A message is not even read if it is this many times longer than the limit. */
const PAYLOAD_FACTOR = 4;

export interface Acceptor {
  /** Open sockets. */
  readonly size: number;
  /** Bytes that sockets have not taken yet. */
  readonly waitingBytes: number;
  /** Takes upgrades of this server from now on. */
  listen(server: Server): void;
  /** Takes no new sockets; sends the open ones elsewhere, spread over a time, and waits until they have. */
  drain(overMs: number, deadline: AbortSignal): Promise<void>;
}

interface Dependencies {
  readonly config: GatewayConfig;
  readonly addresses: AddressLimits;
  readonly connection: ConnectionServices;
}

/** Admits sockets: from allowed origins, within the limits of the process and of each address. */
export function createAcceptor({ config, addresses, connection: services }: Dependencies): Acceptor {
  const { metrics } = services.output;
  const connections = new Connections();
  const upgrader = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // Frames are shared by sockets and written past `ws`: nothing may be compressed. See `Output`.
    perMessageDeflate: false,
    maxPayload: config.MAX_MESSAGE_BYTES * PAYLOAD_FACTOR,
    handleProtocols: (offered) => (offered.has(BATCHED_SUBPROTOCOL) ? BATCHED_SUBPROTOCOL : false),
  });
  let isDraining = false;

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
      const remove = connections.add(new Connection({ webSocket, socket: socket as Socket, dialect, requestedDesk }, services));
      metrics.connections.inc({ dialect });
      webSocket.once("close", () => {
        remove();
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

  return {
    get size() {
      return connections.size;
    },
    get waitingBytes() {
      return connections.waitingBytes;
    },
    listen(server) {
      server.on("upgrade", onUpgrade);
      connections.startPinging(config.PING_INTERVAL_MS);
    },
    drain(overMs, deadline) {
      isDraining = true;
      return connections.drain(overMs, deadline);
    },
  };
}
