import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

export interface RawClientOptions {
  readonly port: number;
  readonly path: string;
  readonly subprotocol?: string;
  /** Text frames sent as soon as the socket is open. */
  readonly greeting?: readonly string[];
  onFrame(payload: Buffer, socket: RawClient): void;
}

export interface RawClient {
  send(text: string): void;
  close(): void;
  readonly socket: Socket;
}

/** What all sockets read into: whoever keeps a part of it beyond the read copies it. */
const received = Buffer.allocUnsafeSlow(65_536);
const nothing = Buffer.alloc(0);

/**
 * A WebSocket client that only reads frames, so that the server is what is measured. It answers pings; it does not check
 * what a browser would check. A payload is only valid while it is handed over.
 */
export function connectRaw({ port, path, subprotocol, greeting = [], onFrame }: RawClientOptions): Promise<RawClient> {
  return new Promise((resolve, reject) => {
    // Past the stream, which would cost as much for each read as the server's write.
    const onread = { buffer: received, callback: (bytes: number) => onRead(received.subarray(0, bytes)) };
    const socket = connect({ port, host: "127.0.0.1", noDelay: true, onread });
    const client: RawClient = {
      socket,
      send: (text) => socket.write(maskedFrame(1, Buffer.from(text))),
      close: () => socket.destroy(),
    };
    let pending: Buffer = nothing;
    let isOpen = false;
    socket.once("error", reject);
    socket.on("connect", () => {
      const protocol = subprotocol ? `Sec-WebSocket-Protocol: ${subprotocol}\r\n` : "";
      const key = randomBytes(16).toString("base64");
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n${protocol}\r\n`,
      );
    });

    function onRead(chunk: Buffer): boolean {
      let unread = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      if (!isOpen) {
        const end = unread.indexOf("\r\n\r\n");
        if (end < 0) {
          pending = Buffer.from(unread);
          return true;
        }
        const status = unread.toString("latin1", 9, 12);
        if (status !== "101") {
          reject(new Error(`upgrade answered ${status}`));
          socket.destroy();
          return false;
        }
        unread = unread.subarray(end + 4);
        isOpen = true;
        for (const text of greeting) client.send(text);
        resolve(client);
      }
      const left = readFrames(unread, (opcode, payload) => {
        if (opcode === 1) onFrame(payload, client);
        else if (opcode === 9) socket.write(maskedFrame(10, payload));
      });
      pending = left.length === 0 ? nothing : Buffer.from(left);
      return true;
    }
  });
}

/** Hands over each whole frame in `buffer` and returns what is left. */
function readFrames(buffer: Buffer, onFrame: (opcode: number, payload: Buffer) => void): Buffer {
  let at = 0;
  while (buffer.length - at >= 2) {
    const opcode = (buffer[at] as number) & 15;
    const short = (buffer[at + 1] as number) & 127;
    const header = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (buffer.length - at < header) break;
    const length = short < 126 ? short : short === 126 ? buffer.readUInt16BE(at + 2) : Number(buffer.readBigUInt64BE(at + 2));
    if (buffer.length - at < header + length) break;
    onFrame(opcode, buffer.subarray(at + header, at + header + length));
    at += header + length;
  }
  return buffer.subarray(at);
}

function maskedFrame(opcode: number, payload: Buffer): Buffer {
  const header =
    payload.length < 126 ? Buffer.from([128 | opcode, 128 | payload.length]) : Buffer.from([128 | opcode, 254, 0, 0]);
  if (payload.length >= 126) header.writeUInt16BE(payload.length, 2);
  // An all-zero mask leaves the payload as it is.
  return Buffer.concat([header, Buffer.alloc(4), payload]);
}
