import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** Names that a browser never looks up elsewhere, so that no page of another site can have its own name lead here. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/** Keeps pages of browsers away from the control API: it is for tests and for people with curl, on the same machine. */
export function guardControl(control: FastifyInstance): void {
  control.addHook("onRequest", async (request, reply) => {
    const refused = refusalOf(request);
    if (refused) return refuse(reply, ...refused);
    return undefined;
  });
}

function refusalOf({ headers }: FastifyRequest): readonly [status: number, message: string] | undefined {
  if (!LOOPBACK.test(headers.host ?? "")) return [421, "the control API answers on this machine alone: ask at http://127.0.0.1"];
  const { origin, "sec-fetch-site": fetchSite = "none" } = headers;
  if (origin !== undefined || fetchSite !== "none") return [403, "the control API is not for pages"];
  const hasBody = headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
  const isJson = /^application\/json\s*(?:;|$)/i.test(headers["content-type"] ?? "");
  if (hasBody && !isJson) return [415, "send JSON, and say so: Content-Type: application/json (curl --json)"];
  return undefined;
}

const refuse = (reply: FastifyReply, status: number, message: string): FastifyReply =>
  reply.code(status).send({ code: "FORBIDDEN", message });
