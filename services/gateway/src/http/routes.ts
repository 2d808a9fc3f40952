import { FrontrowError } from "@frontrow/protocol/errors";
import { type RouteBody, routes } from "@frontrow/protocol/http";
import type { DeskRecord } from "@frontrow/redis/desks";
import type { FastifyContextConfig, FastifyInstance, FastifyRequest, FastifySchema, FastifySchemaCompiler } from "fastify";
import type { z } from "zod";
import { EncodedJson } from "./encoded-json.ts";

type RouteName = keyof typeof routes;
type Parsed<N extends RouteName, Part extends string> =
  (typeof routes)[N] extends Record<Part, infer S extends z.ZodType> ? z.infer<S> : undefined;

/** What a handler is given: all of it checked against the published table. */
export interface Call<N extends RouteName> {
  readonly request: FastifyRequest;
  /** The desk whose token came with the request. */
  readonly desk: (typeof routes)[N]["auth"] extends true ? DeskRecord : undefined;
  readonly body: Parsed<N, "body">;
  readonly params: Parsed<N, "params">;
  readonly query: Parsed<N, "query">;
}

/** The body of the answer when all is well; a route that answers 204 has none. */
type Answer<N extends RouteName> = RouteBody<N> extends undefined ? Promise<void> : Promise<RouteBody<N> | EncodedJson>;

/**
 * Implements a route of the published table (`@frontrow/protocol/http`), which says its method, path, body, status and
 * whether it is public. The handler gives the body of the answer, or throws a `FrontrowError`.
 */
export function implement<N extends RouteName>(
  api: FastifyInstance,
  name: N,
  handler: (call: Call<N>) => Answer<N>,
  config: FastifyContextConfig = {},
): void {
  const { method, path, auth, ok, ...checked } = routes[name];
  const schema: FastifySchema = {
    ...("body" in checked ? { body: checked.body } : {}),
    ...("params" in checked ? { params: checked.params } : {}),
    ...("query" in checked ? { querystring: checked.query } : {}),
  };
  api.route({
    method,
    url: path.replaceAll(/\{(\w+)\}/g, ":$1"),
    schema,
    config: auth ? config : { ...config, access: "public" },
    async handler(request, reply) {
      const { desk, body, params, query } = request;
      const answer = await handler({ request, desk, body, params, query } as Call<N>);
      reply.code(ok.status);
      return answer instanceof EncodedJson ? answer.send(request, reply) : reply.send(answer);
    },
  });
}

/** Checks a part of a request with its zod schema; the problem names the first field that is wrong. No body is one without fields. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart }) =>
  (value: unknown) => {
    const result = schema.safeParse(httpPart === "body" ? (value ?? {}) : value);
    if (result.success) return { value: result.data };
    const [issue] = result.error.issues;
    const name = issue?.path.join(".") || httpPart;
    return { error: new FrontrowError("BAD_MESSAGE", `${name}: ${issue?.message ?? "malformed"}`) };
  };
