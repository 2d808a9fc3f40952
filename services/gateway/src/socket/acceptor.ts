import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { CloseName } from "@frontrow/protocol/close-code";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { DeskId } from "@frontrow/protocol/ids";
import { BATCHED_SUBPROTOCOL } from "@frontrow/protocol/version";
import { type WebSocket, WebSocketServer } from "ws";
import type { GatewayConfig } from "../config.ts";
import { endWithProblem, refusal } from "../http/problem.ts";
import type { Site } from "../http/site.ts";
import type { AbusePauses } from "./abuse-pauses.ts";
import { Connection, type ConnectionServices, connectionOf } from "./connection.ts";
import { Connections } from "./connections.ts";
import type { AddressLimits } from "./limits.ts";
import { type PartialMessageFault, PartialMessages } from "./partial-messages.ts";
import { addressOf, destinationOf } from "./upgrade.ts";

/** A message is not even read if it is this many times longer than the limit. */
const PAYLOAD_FACTOR = 4;
/** Fragments of one message, and chunks of one frame: no client of ours makes more than one, a small TCP segment some forty. */
const MAX_FRAGMENTS = 16;
const MAX_CHUNKS = 128;

/** What becomes of a socket whose message does not become whole. */
const closedFor: Record<PartialMessageFault, CloseName> = { late: "UNRESPONSIVE", large: "ABUSE", crowded: "TRY_LATER" };

export interface Acceptor {
  /** Open sockets. */
  readonly size: number;
  /** Bytes that sockets have not taken yet. */
  readonly waitingBytes: number;
  /** Bytes kept of messages that are not whole yet. */
  readonly partialBytes: number;
  /** Takes upgrades of this server from now on. */
  listen(server: Server): void;
  /** Takes no new sockets; sends the open ones elsewhere, spread over a time, and waits until they have. */
  drain(overMs: number, deadline: AbortSignal): Promise<void>;
}

interface Admitted {
  readonly requestedDesk: DeskId | undefined;
  readonly address: string;
  release(): void;
}

/** On a socket that was admitted: a listener that is a closure would keep the request, with all its headers, as long as the socket. */
const releaseKey = Symbol("release");
type Admittee = Duplex & { [releaseKey]?: Admitted["release"] };

function releaseThis(this: Admittee): void {
  this[releaseKey]?.();
}

function destroyThis(this: Duplex): void {
  this.destroy();
}

const TOO_MANY = "Your address has too many connections, or was closed for sending too much. Wait, or close other tabs.";
const tooMany = (waitMs: number): FrontrowError => refusal("RATE_LIMITED", TOO_MANY, Date.now() + waitMs);

interface Dependencies {
  readonly config: GatewayConfig;
  readonly addresses: AddressLimits;
  readonly pauses: AbusePauses;
  readonly site: Site;
  readonly connection: ConnectionServices;
}

/** Admits sockets: from allowed origins, within the limits of the process and of each address. */
export function createAcceptor({ config, addresses, pauses, site, connection: services }: Dependencies): Acceptor {
  const { metrics } = services.output;
  const connections = new Connections();
  const upgrader = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // Frames are shared by sockets and written past `ws`: nothing may be compressed. See `Output`.
    perMessageDeflate: false,
    maxPayload: config.MAX_MESSAGE_BYTES * PAYLOAD_FACTOR,
    maxFragments: MAX_FRAGMENTS,
    maxBufferedChunks: MAX_CHUNKS,
    handleProtocols: (offered) => (offered.has(BATCHED_SUBPROTOCOL) ? BATCHED_SUBPROTOCOL : false),
  });
  const partialMessages = new PartialMessages<Connection>(
    {
      timeoutMs: config.MESSAGE_TIMEOUT_MS,
      // Each fragment holds the chunk that it came in.
      socketBytes: config.MAX_MESSAGE_BYTES * PAYLOAD_FACTOR * 2,
      totalBytes: config.PARTIAL_MESSAGE_BYTES,
    },
    ({ output }, fault) => output.close(closedFor[fault]),
  );
  let isDraining = false;

  function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on("error", destroyThis);
    const admission = admit(request);
    if (admission instanceof FrontrowError) {
      refuse(socket, admission);
      return;
    }
    (socket as Admittee)[releaseKey] = admission.release;
    socket.on("close", releaseThis);
    // Nothing is read of the socket meanwhile; what `ws` finds closed it leaves alone.
    void pauses.leftMs(admission.address).then((leftMs) => {
      if (leftMs > 0) refuse(socket, tooMany(leftMs));
      else if (isFull()) refuse(socket, refusal("UNAVAILABLE"));
      else accept(request, socket, head, admission);
    });
  }

  function refuse(socket: Duplex, problem: FrontrowError): void {
    metrics.refused.inc({ reason: problem.code });
    endWithProblem(socket, problem);
  }

  function accept(request: IncomingMessage, socket: Duplex, head: Buffer, { requestedDesk, address }: Admitted): void {
    upgrader.handleUpgrade(request, socket, head, (webSocket) => {
      const dialect = webSocket.protocol === BATCHED_SUBPROTOCOL ? "batched" : "plain";
      const connection = new Connection({ webSocket, socket: socket as Socket, dialect, requestedDesk, address }, services);
      connections.add(connection);
      socket.on("data", onData);
      metrics.connections.inc({ dialect });
      webSocket.on("close", onClose);
    });
  }

  function onData(this: Duplex, chunk: Buffer): void {
    const connection = connectionOf(this);
    if (connection && !connection.output.isClosed) partialMessages.receive(connection, chunk, performance.now());
  }

  function onClose(this: WebSocket): void {
    const connection = connectionOf(this);
    if (!connection) return;
    connections.remove(connection);
    partialMessages.forget(connection);
    metrics.connections.dec({ dialect: connection.output.dialect });
  }

  const isFull = (): boolean => isDraining || connections.size >= config.MAX_SOCKETS;

  /** What the socket gets, or the reason why it is refused. */
  function admit(request: IncomingMessage): Admitted | FrontrowError {
    const refused = site.refusalOf(request, "change");
    if (refused) return refused;
    const destination = destinationOf(request.url ?? "/");
    if (!destination) return refusal("NOT_FOUND");
    if (isFull()) return refusal("UNAVAILABLE");
    const address = addressOf(request, config.TRUST_PROXY);
    const added = addresses.addSocket(address);
    if (typeof added === "function") return { ...destination, address, release: added };
    return tooMany(added.waitMs);
  }

  return {
    get size() {
      return connections.size;
    },
    get waitingBytes() {
      return connections.waitingBytes;
    },
    get partialBytes() {
      return partialMessages.bytes;
    },
    listen(server) {
      server.on("upgrade", onUpgrade);
      connections.startPinging(config.PING_INTERVAL_MS);
      partialMessages.start();
    },
    async drain(overMs, deadline) {
      isDraining = true;
      await connections.drain(overMs, deadline);
      partialMessages.stop();
    },
  };
}
