import type { FastifyInstance } from "fastify";
import type { GuestLimits } from "../desk/guest-limits.ts";
import type { DeskSearch } from "../library/search.ts";
import type { DeskTimelines } from "../library/timelines.ts";
import { payerOfRequest } from "./access.ts";
import { implement } from "./routes.ts";

export interface GlanceRouteDeps {
  readonly timelines: DeskTimelines;
  readonly search: DeskSearch;
  readonly guests: Pick<GuestLimits, "spendSearch">;
  readonly trustProxy: boolean;
}

/** What is known of recordings before anything of them was played. */
export function registerGlanceRoutes(api: FastifyInstance, { timelines, search, guests, trustProxy }: GlanceRouteDeps): void {
  implement(api, "readTimeline", ({ desk: { deskId }, params: { recordingId } }) => timelines.read(deskId, recordingId));

  implement(api, "searchRecordings", async ({ request, desk, query: { words } }) => {
    await guests.spendSearch(payerOfRequest(request, trustProxy), desk.deskId);
    const { socket } = request.raw;
    return { results: await search.search(desk, words, () => !socket.destroyed) };
  });
}
