import type { DeskState } from "@frontrow/protocol/desk";
import { whyNobody } from "@frontrow/protocol/handle";
import type { DeskId } from "@frontrow/protocol/ids";
import type { CreatorStore } from "@frontrow/redis/creators";
import type { DeskStore } from "@frontrow/redis/desks";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { DeskChanges } from "../desk/changes.ts";
import { digestOf, newDeskId, newToken } from "../desk/credentials.ts";
import { refusal } from "./problem.ts";
import { implement } from "./routes.ts";
import { sessionOf } from "./sessions.ts";

export interface DeskRouteDeps {
  readonly desks: Pick<DeskStore, "read">;
  readonly changes: DeskChanges;
  readonly creators: Pick<CreatorStore, "read">;
  /** Whether this address may open one more desk now. */
  mayOpen(request: FastifyRequest): boolean;
}

/** What opens, changes and closes a desk. */
export function registerDeskRoutes(api: FastifyInstance, { desks, changes, creators, mayOpen }: DeskRouteDeps): void {
  const stateOf = async (deskId: DeskId): Promise<DeskState> => {
    const record = await desks.read(deskId);
    if (!record) throw refusal("DESK_NOT_FOUND");
    return record.state;
  };

  implement(api, "createDesk", async ({ request }) => {
    if (!mayOpen(request)) throw refusal("RATE_LIMITED");
    const deskId = newDeskId();
    const token = newToken();
    await changes.open(deskId, digestOf(token));
    return { deskId, token, desk: await stateOf(deskId) };
  });

  implement(api, "readDesk", async ({ desk }) => desk.state);

  implement(api, "closeDesk", async ({ desk }) => {
    await changes.close(desk.deskId);
  });

  implement(api, "setSource", async ({ desk: { deskId }, body }) => {
    const outcome = await changes.watchByName(deskId, body.username);
    if (outcome === "badUsername") throw refusal("BAD_USERNAME", whyNobody(body.username));
    return stateOf(deskId);
  });

  implement(api, "clearSource", async ({ desk: { deskId } }) => {
    await changes.unwatch(deskId);
    return stateOf(deskId);
  });

  implement(api, "setMode", async ({ desk, body }) => {
    if (body.mode === "REPLAY") throw refusal("NOT_YET");
    return desk.state;
  });

  implement(api, "setLanguage", async ({ desk: { deskId }, body }) => {
    await changes.setLanguage(deskId, body.language);
    return stateOf(deskId);
  });

  implement(api, "settleQuestion", async ({ desk: { deskId, state }, params: { questionId }, body }) => {
    const session = await sessionOf(state, creators);
    const type = questionChanges[body.status];
    await changes.resolveQuestion(deskId, { type, questionId, ...(session ? { session } : {}) });
  });
}

const questionChanges = { answered: "answerQuestion", ignored: "ignoreQuestion", pending: "reopenQuestion" } as const;
