import type { DeskState } from "@frontrow/protocol/desk";
import { whyNobody } from "@frontrow/protocol/handle";
import type { DeskId } from "@frontrow/protocol/ids";
import type { CreatorStore } from "@frontrow/redis/creators";
import type { DeskStore } from "@frontrow/redis/desks";
import type { FastifyInstance } from "fastify";
import type { DeskChanges } from "../desk/changes.ts";
import { digestOf, newCredentials } from "../desk/credentials.ts";
import { sessionToAnswerIn } from "../desk/mode.ts";
import type { AddressLimits } from "../socket/limits.ts";
import { addressOf } from "../socket/upgrade.ts";
import { payerOfRequest } from "./access.ts";
import { refusal } from "./problem.ts";
import { implement } from "./routes.ts";
import { liveSessionOf } from "./sessions.ts";

export interface DeskRouteDeps {
  readonly desks: Pick<DeskStore, "read">;
  readonly changes: DeskChanges;
  readonly creators: Pick<CreatorStore, "read">;
  readonly trustProxy: boolean;
  /** Undefined limits no address. */
  readonly addresses?: Pick<AddressLimits, "spendRequest" | "spendOpening">;
}

const TOO_MANY_DESKS = "Your address opens too many desks. Wait a second.";

/** What opens, changes and closes a desk. */
export function registerDeskRoutes(
  api: FastifyInstance,
  { desks, changes, creators, trustProxy, addresses }: DeskRouteDeps,
): void {
  const stateOf = async (deskId: DeskId): Promise<DeskState> => {
    const record = await desks.read(deskId);
    if (!record) throw refusal("DESK_NOT_FOUND");
    return record.state;
  };

  implement(api, "createDesk", async ({ request }) => {
    const waitMs = addresses?.spendOpening(addressOf(request.raw, trustProxy));
    if (waitMs !== undefined) throw refusal("RATE_LIMITED", TOO_MANY_DESKS, Date.now() + waitMs);
    const { deskId, token } = newCredentials();
    await changes.open(deskId, digestOf(token), payerOfRequest(request, trustProxy));
    return { deskId, token, desk: await stateOf(deskId) };
  });

  implement(api, "readDesk", async ({ desk }) => desk.state);

  implement(api, "closeDesk", async ({ desk }) => {
    await changes.close(desk.deskId);
  });

  implement(api, "setSource", async ({ request, desk: { deskId }, body }) => {
    const outcome = await changes.watchByName(deskId, body.username, { payer: payerOfRequest(request, trustProxy) });
    if (outcome === "badUsername") throw refusal("BAD_USERNAME", whyNobody(body.username));
    return stateOf(deskId);
  });

  implement(api, "clearSource", async ({ desk: { deskId } }) => {
    await changes.unwatch(deskId);
    return stateOf(deskId);
  });

  implement(api, "setLanguage", async ({ desk: { deskId }, body }) => {
    await changes.setLanguage(deskId, body.language);
    return stateOf(deskId);
  });

  implement(api, "settleQuestion", async ({ desk: { deskId, state }, params: { questionId }, body }) => {
    const session = sessionToAnswerIn(state, await liveSessionOf(state, creators));
    const type = questionChanges[body.status];
    await changes.resolveQuestion(deskId, { type, questionId, ...(session ? { session } : {}) });
  });
}

const questionChanges = { answered: "answerQuestion", ignored: "ignoreQuestion", pending: "reopenQuestion" } as const;
