import type { FaultSwitches } from "../faults/fault-switches.ts";
import { type Creator, liveStatus } from "../rooms/creator.ts";
import type { Creators } from "../rooms/creators.ts";
import { giftCatalogue } from "../scenarios/gifts.ts";
import { html, json, type Reply } from "./reply.ts";

/** TikTok's own unsigned routes: what tells whether a creator is live, and in which room. */
export function createTiktokRoutes({ creators, faults }: { creators: Creators; faults: FaultSwitches }) {
  const statusOf = (creator: Creator, route: "page" | "api"): number => {
    const lie = faults.take(`false-${route}-status`, creator.handle);
    if (lie) return lie.liveStatus;
    return creator.state === "unknown" ? 0 : liveStatus[creator.state];
  };

  return {
    /** `/@name/live` */
    page(name: string): Reply {
      const creator = creators.of(name);
      const broken = faults.take("page-status", creator.handle);
      if (broken) return html(broken.status, "<!doctype html><title>error</title>");
      if (faults.take("captcha", creator.handle)) return html(200, CAPTCHA);
      if (creator.state === "unknown") return html(404, page({ LiveRoom: {} }));
      return html(200, page({ LiveRoom: { liveRoomUserInfo: liveRoomUserInfo(creator, statusOf(creator, "page")) } }));
    },

    /** `/api-live/user/room/` */
    userRoom(name: string): Reply {
      const creator = creators.of(name);
      const broken = faults.take("api-status", creator.handle);
      if (broken) return json(broken.status, { statusCode: 1, message: "simulated" });
      if (creator.state === "unknown") return json(200, { statusCode: 19_881_007, message: "user_not_found" });
      return json(200, { statusCode: 0, message: "", data: liveRoomUserInfo(creator, statusOf(creator, "api")) });
    },

    /** `/webcast/room/info/` */
    roomInfo(roomId: string): Reply {
      const place = creators.room(roomId);
      const broken = faults.take("room-info-status", place?.creator.handle ?? "");
      if (broken) return json(broken.status, { status_code: 1 });
      if (!place) return json(200, { status_code: 30_003, data: { message: "room not found", status: liveStatus.offline } });
      const { creator, room } = place;
      const status = creator.room === room ? statusOf(creator, "api") : liveStatus.offline;
      return json(200, { status_code: 0, data: roomInfo(creator, roomId, status, room.startedAtMs) });
    },

    /** `/webcast/gift/list/` */
    giftList(roomId: string): Reply {
      const slow = faults.take("slow-gift-list", creators.room(roomId)?.creator.handle ?? "");
      const headers = { "content-type": "application/json; charset=utf-8" };
      return { status: 200, headers, body: GIFT_LIST, delayMs: slow?.delayMs ?? 0 };
    },
  };
}

const CAPTCHA = '<!doctype html><title>Security check</title><div id="captcha-verify-container">Verify to continue</div>';

const GIFT_LIST = JSON.stringify({
  status_code: 0,
  data: {
    gifts: giftCatalogue.map((gift) => ({
      id: gift.id,
      name: gift.name,
      describe: `Sent ${gift.name}`,
      diamond_count: gift.diamonds,
      type: gift.streakable ? 1 : 2,
      combo: gift.streakable,
    })),
  },
});

function liveRoomUserInfo(creator: Creator, status: number) {
  const { room, host } = creator;
  const startTime = Math.floor((room?.startedAtMs ?? 0) / 1000);
  return {
    user: {
      id: host.id,
      uniqueId: creator.handle,
      nickname: host.nickname,
      avatarThumb: host.avatarUrl,
      roomId: room?.roomId ?? "",
      status,
    },
    liveRoom: { status, title: `${host.nickname} is live`, startTime, liveRoomStats: { userCount: 0 } },
  };
}

function roomInfo(creator: Creator, roomId: string, status: number, startedAtMs: number) {
  const { host } = creator;
  return {
    id_str: roomId,
    status,
    title: `${host.nickname} is live`,
    create_time: Math.floor(startedAtMs / 1000),
    owner: {
      id_str: host.id,
      display_id: creator.handle,
      nickname: host.nickname,
      avatar_thumb: { url_list: [host.avatarUrl] },
    },
  };
}

/** The state is JSON inside a script element: a `<` in a nickname must not end it. */
function page(state: unknown): string {
  const data = JSON.stringify(state).replaceAll("<", "\\u003c");
  return `<!doctype html><title>LIVE</title><script id="SIGI_STATE" type="application/json">${data}</script>`;
}
