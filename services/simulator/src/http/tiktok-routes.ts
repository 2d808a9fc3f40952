import type { ServerResponse } from "node:http";
import type { FaultSwitches } from "../faults/fault-switches.ts";
import { type Creator, liveStatus } from "../rooms/creator.ts";
import type { Creators } from "../rooms/creators.ts";
import { giftCatalogue } from "../scenarios/gifts.ts";
import { html, json } from "./respond.ts";

/** TikTok's own unsigned routes: what tells whether a creator is live, and in which room. */
export function createTiktokRoutes({ creators, faults }: { creators: Creators; faults: FaultSwitches }) {
  const statusOf = (creator: Creator, route: "page" | "api"): number => {
    const lie = faults.active ? faults.take("false-live-status", creator.handle) : undefined;
    if (lie && (lie.route === "all" || lie.route === route)) return lie.liveStatus;
    return creator.state === "unknown" ? 0 : liveStatus[creator.state];
  };

  return {
    /** `/@name/live` */
    page(response: ServerResponse, name: string): void {
      const creator = creators.of(name);
      const broken = faults.take("page-status", creator.handle);
      if (broken) return html(response, broken.status, "<!doctype html><title>error</title>");
      if (faults.take("captcha", creator.handle)) return html(response, 200, CAPTCHA);
      if (creator.state === "unknown") return html(response, 404, page({ LiveRoom: {} }));
      html(response, 200, page({ LiveRoom: { liveRoomUserInfo: liveRoomUserInfo(creator, statusOf(creator, "page")) } }));
    },

    /** `/api-live/user/room/` */
    userRoom(response: ServerResponse, name: string): void {
      const creator = creators.of(name);
      const broken = faults.take("api-status", creator.handle);
      if (broken) return json(response, broken.status, { statusCode: 1, message: "simulated" });
      if (creator.state === "unknown") return json(response, 200, { statusCode: 19_881_007, message: "user_not_found" });
      json(response, 200, { statusCode: 0, message: "", data: liveRoomUserInfo(creator, statusOf(creator, "api")) });
    },

    /** `/webcast/room/info/` */
    roomInfo(response: ServerResponse, roomId: string): void {
      const place = creators.room(roomId);
      const handle = place?.creator.handle ?? "";
      const broken = faults.take("room-info-status", handle);
      if (broken) return json(response, broken.status, { status_code: 1 });
      if (!place)
        return json(response, 200, { status_code: 30_003, data: { message: "room not found", status: liveStatus.offline } });
      const { creator, room } = place;
      const isCurrent = creator.room === room;
      const status = isCurrent ? statusOf(creator, "api") : liveStatus.offline;
      json(response, 200, { status_code: 0, data: roomInfo(creator, roomId, status, room.startedAtMs) });
    },

    /** `/webcast/gift/list/` */
    giftList(response: ServerResponse, roomId: string): void {
      const slow = faults.take("slow-gift-list", creators.room(roomId)?.creator.handle ?? "");
      const answer = (): void => json(response, 200, { status_code: 0, data: { gifts: GIFT_LIST } });
      if (!slow) return answer();
      const timer = setTimeout(answer, slow.delayMs);
      response.once("close", () => clearTimeout(timer));
    },
  };
}

const CAPTCHA = '<!doctype html><title>Security check</title><div id="captcha-verify-container">Verify to continue</div>';

const GIFT_LIST = giftCatalogue.map((gift) => ({
  id: gift.id,
  name: gift.name,
  describe: `Sent ${gift.name}`,
  diamond_count: gift.diamonds,
  type: gift.streakable ? 1 : 2,
  combo: gift.streakable,
}));

function liveRoomUserInfo(creator: Creator, status: number) {
  const { room, host } = creator;
  return {
    user: {
      id: host.id,
      uniqueId: creator.handle,
      nickname: host.nickname,
      avatarThumb: host.avatarUrl,
      roomId: room?.roomId ?? "",
      status,
    },
    liveRoom: {
      status,
      title: `${host.nickname} is live`,
      startTime: Math.floor((room?.startedAtMs ?? 0) / 1000),
      liveRoomStats: { userCount: 0 },
    },
  };
}

function roomInfo(creator: Creator, roomId: string, status: number, startedAtMs: number) {
  const { host } = creator;
  return {
    id: Number(roomId),
    id_str: roomId,
    status,
    title: `${host.nickname} is live`,
    create_time: Math.floor(startedAtMs / 1000),
    owner: { id_str: host.id, display_id: creator.handle, nickname: host.nickname, avatar_thumb: { url_list: [host.avatarUrl] } },
  };
}

/** The state is JSON inside a script element: a `<` in a nickname must not end it. */
function page(state: unknown): string {
  const data = JSON.stringify(state).replaceAll("<", "\\u003c");
  return `<!doctype html><title>LIVE</title><script id="SIGI_STATE" type="application/json">${data}</script>`;
}
