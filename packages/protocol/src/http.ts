import { z } from "zod";
import { deskModes, deskStateSchema } from "./desk.ts";
import { errorCodeSchema } from "./errors.ts";
import { leaderboardSchema } from "./insight.ts";
import { metricsSchema } from "./metrics.ts";

/** RFC 9457 problem document: every error of the HTTP interface. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  code: errorCodeSchema,
});
export type Problem = z.infer<typeof problemSchema>;

const deskCreated = z.object({ deskId: z.string(), token: z.string(), desk: deskStateSchema });
const sessionMetrics = z.object({
  session: z.string(),
  metrics: metricsSchema.partial(),
  leaderboard: leaderboardSchema.omit({ type: true }).optional(),
});

interface Route {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly summary: string;
  /** Whether the desk's token is demanded, as `Authorization: Bearer`. */
  readonly auth: boolean;
  readonly body?: z.ZodType;
  readonly ok: { readonly status: number; readonly schema?: z.ZodType };
}

/** The HTTP interface, under `/api/v1`. */
export const routes = {
  createDesk: {
    method: "POST",
    path: "/desks",
    summary: "Opens a desk. The token is shown this once.",
    auth: false,
    ok: { status: 201, schema: deskCreated },
  },
  readDesk: {
    method: "GET",
    path: "/desks/{deskId}",
    summary: "What the desk is and watches.",
    auth: true,
    ok: { status: 200, schema: deskStateSchema },
  },
  closeDesk: {
    method: "DELETE",
    path: "/desks/{deskId}",
    summary: "Closes the desk and ends its watch.",
    auth: true,
    ok: { status: 204 },
  },
  setSource: {
    method: "PUT",
    path: "/desks/{deskId}/source",
    summary: "Watches a creator.",
    auth: true,
    body: z.object({ username: z.string().max(300) }),
    ok: { status: 200, schema: deskStateSchema },
  },
  clearSource: {
    method: "DELETE",
    path: "/desks/{deskId}/source",
    summary: "Watches nobody.",
    auth: true,
    ok: { status: 200, schema: deskStateSchema },
  },
  setMode: {
    method: "PUT",
    path: "/desks/{deskId}/mode",
    summary: "LIVE, or REPLAY once there are recordings.",
    auth: true,
    body: z.object({ mode: z.enum(deskModes) }),
    ok: { status: 200, schema: deskStateSchema },
  },
  readMetrics: {
    method: "GET",
    path: "/desks/{deskId}/metrics",
    summary: "The metrics of the session that the desk views, at their last checkpoint.",
    auth: true,
    ok: { status: 200, schema: sessionMetrics },
  },
} as const satisfies Record<string, Route>;
