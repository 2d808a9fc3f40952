import type { FaultSwitches } from "../faults/fault-switches.ts";
import { liveStatus } from "../rooms/creator.ts";
import type { Creators, RoomPlace } from "../rooms/creators.ts";
import { encodeMessage } from "../wire/encode-message.ts";
import { encodeFetchResult } from "../wire/fetch-result.ts";
import { internalExt } from "../wire/frame.ts";
import { json, type Reply } from "./reply.ts";
import { signFault } from "./sign-faults.ts";

/** The sign service: where a client gets its WebSocket address, its cookie and the first batch. */
export function createSignRoutes({ creators, faults, now }: { creators: Creators; faults: FaultSwitches; now: () => number }) {
  return {
    /** `/webcast/anchors/{name}/room_id` */
    roomId(name: string): Reply {
      const creator = creators.of(name);
      if (creator.state === "unknown") return json(404, { code: 404, ok: false, message: "user not found" });
      const isLive = liveStatus[creator.state] !== liveStatus.offline;
      return json(200, { code: 200, ok: true, room_id: creator.room?.roomId ?? "", is_live: isLive });
    },

    /** `/webcast/rooms/{roomId}/connect`; `host` is how the client reached us, and will again. */
    connect(roomId: string, host: string): Reply {
      const place = creators.room(roomId);
      if (place) place.creator.counters.signs += 1;
      const fault = signFault(place?.creator.handle ?? "", faults, now());
      if (fault) return fault;
      if (!place) return json(404, { code: 404, message: "this room is not known to the sign service" });
      const hasCookie = !faults.take("sign-no-cookie", place.creator.handle);
      return {
        status: 200,
        headers: {
          "content-type": "application/x-protobuf",
          "x-room-id": roomId,
          "x-request-id": `simulated-${place.creator.counters.signs}`,
          ...(hasCookie && { "x-set-tt-cookie": `ttwid=simulated-${roomId}; path=/` }),
        },
        body: firstBatch(place, `ws://${host}/webcast/im/`),
      };
    },

    /** `/tiktok/sign_url`: nothing is signed here, so the address comes back as it is. */
    signUrl(body: string): Reply {
      const { url, userAgent } = JSON.parse(body) as { url?: string; userAgent?: string };
      return json(200, { code: 200, response: { signedUrl: url, userAgent: userAgent ?? "simulator", tokens: {} } });
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
      isFirst: true,
    });
  }
}
