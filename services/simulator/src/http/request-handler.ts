import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Logger } from "@frontrow/runtime/logger";
import type { FaultSwitches } from "../faults/fault-switches.ts";
import type { Creators } from "../rooms/creators.ts";
import { json } from "./respond.ts";
import { createSignRoutes } from "./sign-routes.ts";
import { createTiktokRoutes } from "./tiktok-routes.ts";

/** Which part answers a request: TikTok's pages, the sign service, avatars, or the control API. */
export function createRequestHandler(deps: {
  creators: Creators;
  faults: FaultSwitches;
  logger: Logger;
  now: () => number;
}): RequestListener {
  const tiktok = createTiktokRoutes(deps);
  const sign = createSignRoutes(deps);

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://simulator");
    const query = url.searchParams;
    const path = url.pathname;
    const page = /^\/@([^/]+)\/live\/?$/.exec(path);
    if (page) return tiktok.page(response, decodeURIComponent(page[1] as string));
    const anchor = /^\/webcast\/anchors\/([^/]+)\/room_id$/.exec(path);
    if (anchor) return sign.roomId(response, decodeURIComponent(anchor[1] as string));
    const connect = /^\/webcast\/rooms\/([^/]+)\/connect$/.exec(path);
    if (connect) return sign.connect(request, response, connect[1] as string);
    if (path === "/api-live/user/room/") return tiktok.userRoom(response, query.get("uniqueId") ?? "");
    if (path === "/webcast/room/info/") return tiktok.roomInfo(response, query.get("room_id") ?? "");
    if (path === "/webcast/gift/list/") return tiktok.giftList(response, query.get("room_id") ?? "");
    json(response, 404, { code: "NOT_FOUND", message: `nothing is at ${path}` });
  };

  return (request, response) => {
    route(request, response).catch((err: unknown) => {
      deps.logger.error({ err }, "a request failed");
      if (!response.headersSent) json(response, 500, { code: "INTERNAL", message: "the simulator failed" });
    });
  };
}
