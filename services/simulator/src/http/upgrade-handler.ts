import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { FaultSwitches } from "../faults/fault-switches.ts";
import { Connection } from "../rooms/connection.ts";
import type { Creators, RoomPlace } from "../rooms/creators.ts";
import type { Room } from "../rooms/room.ts";

/** Clients say little: who sends more than this is not one. */
const MAX_CLIENT_FRAME_BYTES = 64 * 1024;

export interface UpgradeHandler {
  handle(request: IncomingMessage, line: Duplex, head: Buffer): void;
  stop(): void;
}

/** The WebSocket, on any path: the room is named by the query, as the client has it from the sign reply. */
export function createUpgradeHandler(deps: { creators: Creators; faults: FaultSwitches; now: () => number }): UpgradeHandler {
  const { creators, faults, now } = deps;
  const webSockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MAX_CLIENT_FRAME_BYTES });
  /** Every line that asked for an upgrade: the HTTP server no longer closes those. */
  const lines = new Set<Duplex>();

  /** Whether this upgrade is not to be: refused, or never answered. */
  const isRefused = (line: Duplex, { creator }: RoomPlace): boolean => {
    const fault = faults.take("upgrade-status", creator.handle);
    const isStalled = !fault && faults.take("upgrade-stall", creator.handle) !== undefined;
    if (!fault && !isStalled) return false;
    creator.counters.refused += 1;
    // Nobody reads this line otherwise, and so would not notice that the client has hung up.
    line.resume().once("end", () => line.end());
    if (fault) answer(line, fault.status, fault.keepOpen);
    return true;
  };

  const welcome = (webSocket: WebSocket, line: Duplex, place: RoomPlace, cursor: string): void => {
    const { creator } = place;
    let entered: Room | undefined;
    const enter = (connection: Connection, room: Room | undefined): void => {
      if (room === entered) return;
      entered?.detach(connection);
      entered = room;
      room?.attach(connection, cursor, now());
    };
    const connection = new Connection(webSocket, line, creator.counters, {
      onEnter(entering, roomId) {
        if (faults.take("no-enter-room", creator.handle)) return;
        entering.confirmRoom();
        enter(entering, creators.room(roomId)?.room);
      },
      onClose(closing) {
        entered?.detach(closing);
        creator.closed(closing);
      },
    });
    creator.opened(connection);
    if (faults.take("early-frame", creator.handle)) {
      enter(connection, place.room);
      sayEarly(place, now());
    }
  };

  return {
    handle(request, line, head) {
      lines.add(line);
      line.once("close", () => lines.delete(line));
      line.on("error", () => line.destroy());
      const query = new URL(request.url ?? "/", "http://simulator").searchParams;
      const place = creators.room(query.get("room_id") ?? "");
      if (!place) {
        answer(line, 404, false);
        return;
      }
      if (isRefused(line, place)) return;
      // Corked, so that a frame which is sent at once leaves in the same segment as the 101 reply.
      line.cork();
      webSockets.handleUpgrade(request, line, head, (webSocket) => welcome(webSocket, line, place, query.get("cursor") ?? ""));
      process.nextTick(() => line.uncork());
    },
    stop() {
      webSockets.close();
      for (const line of lines) line.destroy();
    },
  };
}

function sayEarly({ room, creator }: RoomPlace, nowMs: number): void {
  const early = { type: "chat", user: creator.host, text: "welcome", msgId: room.nextId(nowMs), createTimeMs: nowMs } as const;
  room.publishFrame([early], nowMs, { gzip: false });
}

const REASONS: Record<number, string> = { 200: "OK", 403: "Forbidden", 404: "Not Found", 503: "Service Unavailable" };

/** A plain HTTP answer to an upgrade. */
function answer(line: Duplex, status: number, keepOpen: boolean): void {
  const head = `HTTP/1.1 ${status} ${REASONS[status] ?? "Refused"}\r\nHandshake-Msg: simulated\r\nContent-Length: 0\r\n`;
  if (keepOpen) line.write(`${head}Connection: keep-alive\r\n\r\n`);
  else line.end(`${head}Connection: close\r\n\r\n`);
}
