import { whyNobody } from "@frontrow/protocol/handle";
import type { CreatorStore } from "@frontrow/redis/creators";
import type { DeskStore } from "@frontrow/redis/desks";
import type { FastifyInstance } from "fastify";
import type { DeskChanges } from "../desk/changes.ts";
import type { DeskReplays } from "../desk/replays.ts";
import { payerOfRequest } from "./access.ts";
import { refusal } from "./problem.ts";
import { implement } from "./routes.ts";
import { liveSessionOf } from "./sessions.ts";

export interface ReplayRouteDeps {
  readonly desks: Pick<DeskStore, "read">;
  readonly creators: Pick<CreatorStore, "read">;
  readonly changes: DeskChanges;
  readonly replays: DeskReplays;
  readonly trustProxy: boolean;
}

/** What sets a desk's mode and moves its replay: the same as the commands of a socket. */
export function registerReplayRoutes(
  api: FastifyInstance,
  { desks, creators, changes, replays, trustProxy }: ReplayRouteDeps,
): void {
  implement(api, "setMode", async ({ request, desk: { deskId, state }, body }) => {
    const payer = payerOfRequest(request, trustProxy);
    const { mode, username, ...wish } = body;
    if (mode === "REPLAY") await replays.begin({ deskId, state, live: await liveSessionOf(state, creators) }, wish, { payer });
    else {
      // The creator first: else the one before would be on the screens for a moment.
      if (username !== undefined && (await changes.watchByName(deskId, username, { payer })) === "badUsername")
        throw refusal("BAD_USERNAME", whyNobody(username));
      await replays.goLive(deskId);
    }
    const changed = await desks.read(deskId);
    if (!changed) throw refusal("DESK_NOT_FOUND");
    return changed.state;
  });

  implement(api, "commandReplay", async ({ desk, params: { action }, body }) => {
    await replays.command(desk, { action, value: body.value });
  });

  implement(api, "setRecording", async ({ desk: { deskId }, body }) => {
    await replays.setRecording(deskId, body.records);
    const changed = await desks.read(deskId);
    if (!changed) throw refusal("DESK_NOT_FOUND");
    return changed.state;
  });
}
