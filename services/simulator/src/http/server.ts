import type { Logger } from "@frontrow/runtime/logger";
import { throttleLogger } from "@frontrow/runtime/throttled-logger";
import Fastify, { type FastifyError, type FastifyInstance } from "fastify";
import { type ControlDeps, registerControlRoutes } from "./control-routes.ts";
import { registerSignRoutes } from "./sign-routes.ts";
import { registerTiktokRoutes } from "./tiktok-routes.ts";

export interface HttpDeps extends ControlDeps {
  readonly logger: Pick<Logger, "error" | "warn" | "info">;
  readonly now: () => number;
  readonly hasControl: boolean;
}

const MAX_BODY_BYTES = 1024 * 1024;
/** Longest path segment: a name of any length is a creator. Fastify's own limit is 100. */
const MAX_SEGMENT_CHARS = 4096;

/** TikTok's pages, the sign service, avatars and the control API, on one port; it does not listen yet. */
export function createHttpServer(deps: HttpDeps): FastifyInstance {
  const server = Fastify({
    bodyLimit: MAX_BODY_BYTES,
    forceCloseConnections: true,
    logger: false,
    routerOptions: {
      ignoreTrailingSlash: true,
      maxParamLength: MAX_SEGMENT_CHARS,
      // The last value of a name that is given twice: a parameter is always text.
      querystringParser: (query) => Object.fromEntries(new URLSearchParams(query)),
    },
  });
  const logger = throttleLogger(deps.logger);
  // Bodies are JSON whatever their type says: curl and fetch send text unless told otherwise.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => done(null, body));
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ code: "BAD_REQUEST", message: error.message });
    logger.error({ err: error }, "a request to the simulator failed");
    return reply.code(500).send({ code: "INTERNAL", message: "the simulator failed" });
  });
  server.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ code: "NOT_FOUND", message: `nothing is at ${pathOf(request.url)}` }),
  );
  server.get("/healthz", () => ({ ok: true }));
  registerTiktokRoutes(server, deps);
  registerSignRoutes(server, deps);
  if (deps.hasControl) server.register(async (control) => registerControlRoutes(control, deps), { prefix: "/control" });
  return server;
}

const pathOf = (url: string): string => url.split("?", 1)[0] ?? url;
