import type { ThrottledLogger } from "@frontrow/runtime/throttled-logger";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { endMalformed } from "./malformed.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Its body is a file, which comes for as long as the network takes. Others come at once. */
    takesLong?: true;
  }
}

interface Times {
  /** For the body of a request that does not take long. */
  readonly bodyMs: number;
  /** For the rest of a body whose request was answered already: who sends it reads the answer only then. */
  readonly restMs: number;
}

/** Ends connections whose body does not come in time. Node has one time for all routes, which has to be that of the longest. */
export function limitSlowBodies(server: FastifyInstance, { bodyMs, restMs }: Times, logger: ThrottledLogger): void {
  server.addHook("onRequest", async (request, reply) => {
    if (!hasBody(request) || request.routeOptions.config.takesLong) return;
    const timer = setTimeout(() => {
      if (reply.raw.headersSent) request.raw.destroy();
      else endMalformed(Object.assign(new Error("slow body"), { code: "ERR_HTTP_REQUEST_TIMEOUT" }), request.raw.socket, logger);
    }, bodyMs);
    timer.unref();
    request.raw.once("close", () => clearTimeout(timer));
  });
  server.addHook("onResponse", async (request) => {
    if (request.raw.complete || request.raw.destroyed || !request.routeOptions.config.takesLong) return;
    const timer = setTimeout(() => request.raw.destroy(), restMs);
    timer.unref();
    request.raw.once("close", () => clearTimeout(timer));
    // Whoever read it waits for more, and has given up: what waits for it in this way keeps it from flowing.
    request.raw.removeAllListeners("readable");
    setImmediate(() => request.raw.resume());
  });
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
