import { deskId as deskIdSchema } from "@frontrow/protocol/ids";
import type { DeskRecord, DeskStore } from "@frontrow/redis/desks";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { createAdmission } from "../desk/admission.ts";
import type { DeskChanges } from "../desk/changes.ts";
import { payerOf } from "../socket/payer.ts";
import { addressOf } from "../socket/upgrade.ts";
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
  readonly changes: DeskChanges;
  readonly trustProxy: boolean;
  isRedisReady(): boolean;
}

/** Closes every route of the server that does not say `config.access`. Refused requests are refused before their body is read. */
export function closeByDefault(server: FastifyInstance, { desks, changes, trustProxy, isRedisReady }: AccessDeps): void {
  const admission = createAdmission(desks, changes);
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
    const token = bearerToken(request);
    const desk = id.success ? await admission.admit({ deskId: id.data, token }, payerOfRequest(request, trustProxy)) : "absent";
    if (desk === "absent") throw refusal("DESK_NOT_FOUND");
    if (desk === "forbidden") throw refusal("FORBIDDEN");
    request.desk = desk;
  });
}

function bearerToken(request: FastifyRequest): string {
  const [scheme, token = ""] = (request.headers.authorization ?? "").split(" ");
  return scheme?.toLowerCase() === "bearer" ? token : "";
}

/** Who pays for what a request asks for. */
export const payerOfRequest = (request: FastifyRequest, trustProxy: boolean): string =>
  payerOf(addressOf(request.raw, trustProxy));
