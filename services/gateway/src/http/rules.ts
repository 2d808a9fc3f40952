import type { FastifyInstance } from "fastify";
import type { DeskRules } from "../library/rules.ts";
import { payerOfRequest } from "./access.ts";
import { implement } from "./routes.ts";

export interface RuleRouteDeps {
  readonly rules: DeskRules;
  readonly trustProxy: boolean;
}

/** A desk's alert rules, and trials of them. */
export function registerRuleRoutes(api: FastifyInstance, { rules, trustProxy }: RuleRouteDeps): void {
  implement(api, "listRules", async ({ desk: { deskId } }) => ({ rules: await rules.list(deskId) }));

  implement(api, "setRule", async ({ desk: { deskId }, params: { ruleId }, body }) => rules.set(deskId, { ...body, ruleId }));

  implement(api, "deleteRule", async ({ desk: { deskId }, params: { ruleId } }) => {
    await rules.remove(deskId, ruleId);
  });

  implement(api, "createBackTest", async ({ request, desk: { deskId }, body: { rule } }) =>
    rules.beginTest(deskId, rule, payerOfRequest(request, trustProxy)),
  );

  implement(api, "readBackTest", async ({ desk: { deskId }, params: { backTestId } }) => rules.readTest(deskId, backTestId));
}
