import type { IncomingMessage, ServerResponse } from "node:http";
import type { FaultSwitches } from "../faults/fault-switches.ts";
import { liveStatus } from "../rooms/creator.ts";
import type { Creators, RoomPlace } from "../rooms/creators.ts";
import { encodeMessage } from "../wire/encode-message.ts";
import { encodeFetchResult } from "../wire/fetch-result.ts";
import { internalExt } from "../wire/frame.ts";
import { json, send } from "./respond.ts";
import { answerSignFault } from "./sign-faults.ts";

/** The sign service: where a client gets its WebSocket address, cookie and first batch. */
export function createSignRoutes({ creators, faults, now }: { creators: Creators; faults: FaultSwitches; now: () => number }) {
  return {
    /** `/webcast/anchors/{name}/room_id` */
    roomId(response: ServerResponse, name: string): void {
      const creator = creators.of(name);
      if (creator.state === "unknown") return json(response, 404, { code: 404, ok: false, message: "user not found" });
      const isLive = liveStatus[creator.state] !== liveStatus.offline;
      json(response, 200, { code: 200, ok: true, room_id: creator.room?.roomId ?? "", is_live: isLive });
    },

    /** `/webcast/rooms/{roomId}/connect` */
    connect(request: IncomingMessage, response: ServerResponse, roomId: string): void {
      const place = creators.room(roomId);
      if (place) place.creator.counters.signs += 1;
      if (answerSignFault(response, place?.creator.handle ?? "", faults)) return;
      if (!place) return json(response, 404, { code: 404, message: "this room is not known to the sign service" });
      const cookie: Record<string, string> = faults.take("sign-no-cookie", place.creator.handle)
        ? {}
        : { "x-set-tt-cookie": `ttwid=simulated-${roomId}; path=/` };
      send(response, 200, firstBatch(place, `ws://${request.headers.host}/webcast/im/`), {
        "content-type": "application/x-protobuf",
        "x-room-id": roomId,
        "x-request-id": `sim-${place.creator.counters.signs}`,
        ...cookie,
      });
    },

    /** `/tiktok/sign_url`: nothing to sign here, so the URL comes back as it is. */
    signUrl(response: ServerResponse, body: { url?: unknown; userAgent?: unknown }): void {
      const { url, userAgent } = body;
      json(response, 200, { code: 200, response: { signedUrl: url, userAgent: userAgent ?? "simulator", tokens: {} } });
    },
  };

  function firstBatch({ room, creator }: RoomPlace, pushServer: string): Buffer {
    const nowMs = now();
    const { history, cursor } = room.sign(nowMs);
    if (faults.take("sign-end-in-batch", creator.handle)) {
      const end = { type: "control", action: "ended", msgId: room.nextId(nowMs), createTimeMs: nowMs } as const;
      history.push(encodeMessage(end, room.roomId));
    }
    return encodeFetchResult({
      messages: history,
      cursor: faults.take("sign-empty-cursor", creator.handle) ? "" : cursor,
      internalExt: internalExt(nowMs),
      nowMs,
      pushServer,
      routeParams: { imprp: "simulated", wrss: room.roomId },
      heartbeatMs: 10_000,
      needAck: false,
      isFirst: true,
    });
  }
}
