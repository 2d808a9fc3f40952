import type { FastifyInstance } from "fastify";
import type { DeskTimelines } from "../library/timelines.ts";
import { implement } from "./routes.ts";

export interface GlanceRouteDeps {
  readonly timelines: DeskTimelines;
}

/** What is known of recordings before anything of them was played. */
export function registerGlanceRoutes(api: FastifyInstance, { timelines }: GlanceRouteDeps): void {
  implement(api, "readTimeline", ({ desk: { deskId }, params: { recordingId } }) => timelines.read(deskId, recordingId));
}
