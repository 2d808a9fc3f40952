import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { FaultSwitches } from "../faults/fault-switches.ts";
import { Connection } from "../rooms/connection.ts";
import type { Creators, RoomPlace } from "../rooms/creators.ts";

const MAX_CLIENT_FRAME_BYTES = 64 * 1024;

export interface UpgradeHandler {
  handle(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  stop(): void;
}

/** The WebSocket, on any path: the room is named by the query, as the client has it from the sign reply. */
export function createUpgradeHandler({
  creators,
  faults,
  now,
}: {
  creators: Creators;
  faults: FaultSwitches;
  now: () => number;
}): UpgradeHandler {
  const webSockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MAX_CLIENT_FRAME_BYTES });
  /** Sockets that a fault leaves without an answer. */
  const stalled = new Set<Duplex>();

  const refuse = (socket: Duplex, place: RoomPlace | undefined): boolean => {
    const handle = place?.creator.handle ?? "";
    const fault = faults.take("upgrade-status", handle);
    if (fault || !place) {
      if (place) place.creator.counters.refused += 1;
      answer(socket, fault?.status ?? 404, fault?.keepOpen ?? false);
      return true;
    }
    if (!faults.take("upgrade-stall", handle)) return false;
    place.creator.counters.refused += 1;
    stalled.add(socket);
    socket.once("close", () => stalled.delete(socket));
    return true;
  };

  return {
    handle(request, socket, head) {
      socket.on("error", () => socket.destroy());
      const query = new URL(request.url ?? "/", "http://simulator").searchParams;
      const place = creators.room(query.get("room_id") ?? "");
      if (refuse(socket, place) || !place) return;
      const cursor = query.get("cursor") ?? "";
      webSockets.handleUpgrade(request, socket, head, (webSocket) => {
        const { creator } = place;
        const connection = new Connection(webSocket, creator.counters, {
          onEnter(entering, roomId) {
            if (faults.take("no-enter-room", creator.handle)) return;
            entering.confirmRoom();
            const target = roomId === place.room.roomId ? place.room : creators.room(roomId)?.room;
            target?.attach(entering, cursor, now());
          },
          onClose: (closing) => creator.closed(closing),
        });
        creator.opened(connection);
      });
    },
    stop() {
      for (const socket of stalled) socket.destroy();
      for (const client of webSockets.clients) client.terminate();
      webSockets.close();
    },
  };
}

const REASONS: Record<number, string> = {
  200: "OK",
  403: "Forbidden",
  404: "Not Found",
  429: "Too Many Requests",
  503: "Service Unavailable",
};

function answer(socket: Duplex, status: number, keepOpen: boolean): void {
  const head = `HTTP/1.1 ${status} ${REASONS[status] ?? "Refused"}\r\nHandshake-Msg: simulated\r\nContent-Length: 0\r\n`;
  if (keepOpen) socket.write(`${head}Connection: keep-alive\r\n\r\n`);
  else socket.end(`${head}Connection: close\r\n\r\n`);
}
