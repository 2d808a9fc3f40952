import { problemSchema, routes } from "@frontrow/protocol/http";
import type { z } from "zod";
import { jsonSchema } from "./schemas.ts";

const json = (schema: z.ZodType) => ({ "application/json": { schema: jsonSchema(schema) } });

/** The HTTP interface as an OpenAPI 3.1 document. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [operationId, route] of Object.entries(routes)) {
    const ok = "schema" in route.ok ? { content: json(route.ok.schema) } : {};
    const path = `/api/v1${route.path}`;
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: {
        operationId,
        summary: route.summary,
        ...(route.auth ? { security: [{ deskToken: [] }] } : {}),
        ...(route.path.includes("{") ? { parameters: parametersOf(route) } : {}),
        ...("body" in route ? { requestBody: { required: true, content: json(route.body) } } : {}),
        responses: {
          [route.ok.status]: { description: "Done.", ...ok },
          default: {
            description: "A problem document.",
            content: { "application/problem+json": { schema: jsonSchema(problemSchema) } },
          },
        },
      },
    };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Frontrow HTTP", version: "1" },
    paths,
    components: { securitySchemes: { deskToken: { type: "http", scheme: "bearer" } } },
  };
}

function parametersOf({ path, ...route }: { path: string; params?: z.ZodObject }): object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => {
    const schema = route.params?.shape[name];
    return { name, in: "path", required: true, schema: schema ? jsonSchema(schema) : { type: "string" } };
  });
}
