import type { IncomingMessage, RequestListener } from "node:http";
import type { Logger } from "@frontrow/runtime/logger";
import { avatar } from "./avatar.ts";
import { type ControlDeps, createControlRoutes } from "./control-routes.ts";
import { readBody } from "./read-body.ts";
import { json, type Reply, send } from "./reply.ts";
import { createSignRoutes } from "./sign-routes.ts";
import { createTiktokRoutes } from "./tiktok-routes.ts";

/** A path segment in clear; one that is not encoded correctly is taken as it is. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

export interface RequestDeps extends ControlDeps {
  readonly logger: Pick<Logger, "error">;
  readonly now: () => number;
}

/** A request, taken apart. */
interface Call {
  readonly request: IncomingMessage;
  /** What the groups of the route's pattern matched, decoded. */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
}

type Route = readonly [pattern: RegExp, answer: (call: Call) => Reply | Promise<Reply>];

/** Which part answers a request: TikTok's pages, the sign service, avatars, or the control API. */
export function createRequestHandler(deps: RequestDeps): RequestListener {
  const tiktok = createTiktokRoutes(deps);
  const sign = createSignRoutes(deps);
  const control = createControlRoutes(deps);

  const routes: readonly Route[] = [
    [/^\/@([^/]+)\/live\/?$/, ({ parts }) => tiktok.page(parts[0] ?? "")],
    [/^\/api-live\/user\/room\/?$/, ({ query }) => tiktok.userRoom(query.get("uniqueId") ?? "")],
    [/^\/webcast\/room\/info\/?$/, ({ query }) => tiktok.roomInfo(query.get("room_id") ?? "")],
    [/^\/webcast\/gift\/list\/?$/, ({ query }) => tiktok.giftList(query.get("room_id") ?? "")],
    [/^\/webcast\/anchors\/([^/]+)\/room_id$/, ({ parts }) => sign.roomId(parts[0] ?? "")],
    [/^\/webcast\/rooms\/([^/]+)\/connect$/, ({ parts, request }) => sign.connect(parts[0] ?? "", request.headers.host ?? "")],
    [/^\/tiktok\/sign_url$/, async ({ request }) => sign.signUrl(await readBody(request))],
    [/^\/avatar\/([^/]+)\.svg$/, ({ parts }) => avatar(parts[0] ?? "")],
    [/^\/healthz$/, () => json(200, { ok: true })],
    [
      /^\/control\/(.*)$/,
      async ({ parts, query, request }) => control(request.method ?? "GET", parts[0] ?? "", query, await readBody(request)),
    ],
  ];

  const answer = async (request: IncomingMessage): Promise<Reply> => {
    const url = new URL(request.url ?? "/", "http://simulator");
    for (const [pattern, reply] of routes) {
      const match = pattern.exec(url.pathname);
      if (match) return reply({ request, parts: match.slice(1).map(decoded), query: url.searchParams });
    }
    return json(404, { code: "NOT_FOUND", message: `nothing is at ${url.pathname}` });
  };

  return (request, response) => {
    answer(request).then(
      (reply) => send(response, reply),
      (err: unknown) => {
        deps.logger.error({ err }, "a request to the simulator failed");
        send(response, json(500, { code: "INTERNAL", message: "the simulator failed" }));
      },
    );
  };
}
