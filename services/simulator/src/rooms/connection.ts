import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { readFields, varintOf } from "../wire/proto-reader.ts";
import { decodePushFrame, encodePushFrame } from "../wire/push-frame.ts";
import type { Counters } from "./counters.ts";

/** Beyond this a peer does not read; keeping more for it would only fill our memory. */
const MAX_BUFFERED_BYTES = 16 * 1024 * 1024;
/** How long a peer may take to notice that the line has ended. */
const HANG_UP_MS = 2_000;

export interface ConnectionHandlers {
  onEnter(connection: Connection, roomId: string): void;
  onClose(connection: Connection): void;
}

/**
 * One WebSocket of a client.
 *
 * TikTok's protocol in this direction is small: the client enters a room, is answered, acknowledges frames that ask for it
 * and sends a heartbeat each ten seconds, which is answered too. The client never answers WebSocket pings.
 */
export class Connection {
  readonly #socket: WebSocket;
  readonly #line: Duplex;
  readonly #counters: Counters;
  /** Half-open: the socket is there, but nothing leaves us any more. */
  isSilent = false;

  /** @param line the TCP connection under the WebSocket */
  constructor(socket: WebSocket, line: Duplex, counters: Counters, handlers: ConnectionHandlers) {
    this.#socket = socket;
    this.#line = line;
    this.#counters = counters;
    socket.on("message", (data, isBinary) => {
      if (isBinary) this.#onFrame(data as Buffer, handlers);
    });
    socket.on("close", () => handlers.onClose(this));
    // A reset by the peer ends in "close", which is all that matters here.
    socket.on("error", () => socket.terminate());
  }

  get bufferedBytes(): number {
    return this.#socket.bufferedAmount;
  }

  send(frame: Uint8Array, messages: number): void {
    if (this.isSilent || this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > MAX_BUFFERED_BYTES) {
      this.#counters.slowConsumers += 1;
      this.#socket.terminate();
      return;
    }
    this.#socket.send(frame);
    this.#counters.framesSent += 1;
    this.#counters.messagesSent += messages;
    this.#counters.bytesSent += frame.length;
  }

  /** Answers `im_enter_room`. */
  confirmRoom(): void {
    this.#counters.entered += 1;
    this.send(encodePushFrame({ logId: 0, payloadType: "im_enter_room_resp", payload: Buffer.alloc(0) }), 0);
  }

  /** An orderly close, as when a broadcast has ended. */
  close(code: number): void {
    this.#socket.close(code);
  }

  /** Ends the line after what was sent, without a closing frame: the client gets all of it, then sees code 1006. */
  hangUp(): void {
    this.isSilent = true;
    this.#line.end();
    const timer = setTimeout(() => this.#line.destroy(), HANG_UP_MS);
    this.#line.once("close", () => clearTimeout(timer));
  }

  /** Cuts the line at once: the client sees code 1006, and may miss what was on its way. */
  terminate(): void {
    this.#socket.terminate();
  }

  #onFrame(data: Buffer, handlers: ConnectionHandlers): void {
    const frame = tryDecode(data);
    if (frame?.payloadType === "ack") this.#counters.acks += 1;
    else if (frame?.payloadType === "hb") this.#onHeartbeat();
    else if (frame?.payloadType === "im_enter_room") handlers.onEnter(this, varintOf(readFields(frame.payload), 1).toString());
  }

  #onHeartbeat(): void {
    this.#counters.heartbeats += 1;
    this.send(encodePushFrame({ logId: 0, payloadType: "hb", payload: Buffer.alloc(0) }), 0);
  }
}

/** A client that sends garbage is not our business to judge: it is ignored. */
function tryDecode(data: Buffer): ReturnType<typeof decodePushFrame> | undefined {
  try {
    return decodePushFrame(data);
  } catch {
    return undefined;
  }
}
