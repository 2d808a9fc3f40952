import { setTimeout as pause } from "node:timers/promises";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { FaultSwitches } from "../faults/fault-switches.ts";
import { type Creator, liveStatus } from "../rooms/creator.ts";
import type { Creators } from "../rooms/creators.ts";
import { giftCatalogue } from "../scenarios/gifts.ts";
import { hashOf } from "../scenarios/random.ts";

type RoomQuery = { Querystring: { room_id?: string } };

/** TikTok's own unsigned routes: what tells whether a creator is live, and in which room; and everybody's avatar. */
export function registerTiktokRoutes(
  server: FastifyInstance,
  { creators, faults }: { creators: Creators; faults: FaultSwitches },
): void {
  const statusOf = (creator: Creator, route: "page" | "api"): number => {
    const lie = faults.take(`false-${route}-status`, creator.handle);
    if (lie) return lie.liveStatus;
    return creator.state === "unknown" ? 0 : liveStatus[creator.state];
  };

  const infoOf = (creator: Creator, route: "page" | "api") => {
    const info = liveRoomUserInfo(creator, statusOf(creator, route));
    return faults.take("no-user-id", creator.handle) ? { ...info, user: { ...info.user, id: undefined } } : info;
  };

  server.all<{ Params: { name: string } }>("/@:name/live", ({ params }, reply) => {
    const creator = creators.of(params.name);
    const broken = faults.take("page-status", creator.handle);
    if (broken) return html(reply, broken.status, "<!doctype html><title>error</title>");
    if (faults.take("captcha", creator.handle)) return html(reply, 200, CAPTCHA);
    if (creator.state === "unknown") return html(reply, 404, page({ LiveRoom: {} }));
    const state = page({ LiveRoom: { liveRoomUserInfo: infoOf(creator, "page") } });
    return html(reply, 200, faults.take("number-ids", creator.handle) ? withNumberIds(state) : state);
  });

  server.all<{ Querystring: { uniqueId?: string } }>("/api-live/user/room", ({ query }, reply) => {
    const creator = creators.of(query.uniqueId ?? "");
    const broken = faults.take("api-status", creator.handle);
    if (broken) return reply.code(broken.status).send({ statusCode: 1, message: "simulated" });
    if (creator.state === "unknown" || faults.take("api-not-found", creator.handle)) {
      return reply.send({ statusCode: 19_881_007, message: "user_not_found" });
    }
    const answer = JSON.stringify({ statusCode: 0, message: "", data: infoOf(creator, "api") });
    return reply.type("application/json").send(faults.take("number-ids", creator.handle) ? withNumberIds(answer) : answer);
  });

  server.all<RoomQuery>("/webcast/room/info", ({ query }, reply) => {
    const roomId = query.room_id ?? "";
    const place = creators.room(roomId);
    const broken = faults.take("room-info-status", place?.creator.handle ?? "");
    if (broken) return reply.code(broken.status).send({ status_code: 1 });
    const restricted = faults.take("room-info-restricted", place?.creator.handle ?? "");
    if (restricted) return reply.send({ data: { prompts: "" }, extra: { now: 0 }, status_code: restricted.statusCode });
    if (!place) return reply.send({ status_code: 30_003, data: { message: "room not found", status: liveStatus.offline } });
    const { creator, room } = place;
    const lie = faults.take("false-room-status", creator.handle);
    const status = lie?.liveStatus ?? (creator.room === room ? statusOf(creator, "api") : liveStatus.offline);
    return reply.send({ status_code: 0, data: roomInfo(creator, roomId, status, room.startedAtMs) });
  });

  server.all<RoomQuery>("/webcast/gift/list", async ({ query }, reply) => {
    const slow = faults.take("slow-gift-list", creators.room(query.room_id ?? "")?.creator.handle ?? "");
    if (slow) await pause(slow.delayMs, undefined, { ref: false });
    return reply.type("application/json; charset=utf-8").send(GIFT_LIST);
  });

  server.all<{ Params: { id: string } }>("/avatar/:id.svg", ({ params }, reply) =>
    reply.header("cache-control", "public, max-age=86400").type("image/svg+xml").send(avatar(params.id)),
  );
}

const withNumberIds = (json: string): string => json.replace(/("(?:roomId|id)":)"(\d+)"/g, "$1$2");

const html = (reply: FastifyReply, status: number, body: string): FastifyReply =>
  reply.code(status).type("text/html; charset=utf-8").send(body);

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

/** A picture for everybody, drawn from the id: two colours and a shape. */
function avatar(id: string): string {
  const hash = hashOf(id);
  const hue = hash % 360;
  const other = (hue + 40 + ((hash >>> 9) % 120)) % 360;
  const x = 20 + ((hash >>> 16) % 60);
  const y = 20 + ((hash >>> 22) % 60);
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">',
    `<rect width="100" height="100" fill="hsl(${hue} 70% 55%)"/>`,
    `<circle cx="${x}" cy="${y}" r="${25 + (hash % 25)}" fill="hsl(${other} 80% 65%)"/>`,
    `<circle cx="50" cy="42" r="16" fill="#fff" fill-opacity=".85"/><circle cx="50" cy="100" r="34" fill="#fff" fill-opacity=".85"/>`,
    "</svg>",
  ].join("");
}
