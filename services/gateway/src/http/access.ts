import { deskId as deskIdSchema } from "@frontrow/protocol/ids";
import type { DeskRecord, DeskStore } from "@frontrow/redis/desks";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { isToken } from "../desk/credentials.ts";
import { refusal } from "./problem.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /**
     * Who may call a route. One that says nothing is closed: it demands the token of the desk in its path. `public`: anybody.
     * `static`: anybody, and without Redis.
     */
    access?: "public" | "static";
  }
  interface FastifyRequest {
    /** The desk whose token came with the request; undefined on routes that demand none. */
    desk: DeskRecord | undefined;
  }
}

export interface AccessDeps {
  readonly desks: Pick<DeskStore, "read">;
  isRedisReady(): boolean;
}

/** Closes every route of the server that does not say `config.access`. Refused requests are refused before their body is read. */
export function closeByDefault(server: FastifyInstance, { desks, isRedisReady }: AccessDeps): void {
  server.decorateRequest("desk", undefined);
  server.addHook("onRequest", async (request) => {
    const { access } = request.routeOptions.config;
    if (request.is404 || access === "static") return;
    // A socket can wait for Redis to come back; who asks over HTTP wants an answer.
    if (!isRedisReady()) throw refusal("REDIS_UNAVAILABLE");
    if (access === "public") return;
    const { deskId } = request.params as { deskId?: string };
    // A closed route without a desk in its path has nobody whose token would do.
    if (deskId === undefined) throw refusal("FORBIDDEN");
    const id = deskIdSchema.safeParse(deskId);
    const desk = id.success ? await desks.read(id.data) : undefined;
    if (!desk) throw refusal("DESK_NOT_FOUND");
    if (!isToken(bearerToken(request), desk.tokenDigest)) throw refusal("FORBIDDEN");
    request.desk = desk;
  });
}

function bearerToken(request: FastifyRequest): string {
  const [scheme, token = ""] = (request.headers.authorization ?? "").split(" ");
  return scheme?.toLowerCase() === "bearer" ? token : "";
}
