import type { DeskId } from "@frontrow/protocol/ids";
import { type BackTest, MOST_RULES, type Rule } from "@frontrow/protocol/library/rule";
import type { RedisClient } from "../client/client.ts";
import { retryUntilAnswered } from "../client/retry.ts";
import { defineScript, oneOf } from "../define-script.ts";
import { keys } from "../keys.ts";

/** The alert rules of desks, and the last trial of one that each desk began. */
export interface RuleStore {
  /** In the order in which they were made. */
  list(deskId: DeskId): Promise<Rule[]>;
  /** `full`: the desk has as many as it may. Safe to repeat. */
  set(deskId: DeskId, rule: Rule): Promise<"applied" | "full" | "absent">;
  /** Whether it was there. */
  remove(deskId: DeskId, ruleId: string): Promise<boolean>;
  /** Begins a trial, which replaces the desk's one before. */
  beginTest(deskId: DeskId, test: BackTest): Promise<void>;
  /** `replaced`: the desk has begun another since, or this one is over: nobody waits for it. */
  writeTest(deskId: DeskId, test: BackTest): Promise<"applied" | "replaced">;
  /** Undefined for one that is over, or was replaced. */
  readTest(deskId: DeskId, backTestId: string): Promise<BackTest | undefined>;
}

/** How long a trial is kept after it was written last. */
const TEST_KEPT_MS = 3_600_000;

export function createRuleStore(client: RedisClient): RuleStore {
  return {
    async list(deskId) {
      const hash = await retryUntilAnswered(client, () => client.hgetall(keys.rules(deskId)));
      return Object.entries(hash)
        .flatMap(([ruleId, text]) => (ruleId ? [{ ruleId, text, madeMs: Number.parseInt(text, 10) }] : []))
        .sort((a, b) => a.madeMs - b.madeMs || (a.ruleId < b.ruleId ? -1 : 1))
        .map(({ ruleId, text }) => ({ ...(JSON.parse(text.slice(text.indexOf(":") + 1)) as Omit<Rule, "ruleId">), ruleId }));
    },
    set: (deskId, rule) => setRule(client, { deskId, rule }),
    remove: async (deskId, ruleId) => (await retryUntilAnswered(client, () => client.hdel(keys.rules(deskId), ruleId))) === 1,
    async beginTest(deskId, test) {
      await writeBackTest(client, { deskId, test, begins: true });
    },
    writeTest: (deskId, test) => writeBackTest(client, { deskId, test, begins: false }),
    async readTest(deskId, backTestId) {
      const { answer } = await retryUntilAnswered(client, () => client.hgetall(keys.backTest(deskId)));
      const test = answer === undefined ? undefined : (JSON.parse(answer) as BackTest);
      return test?.backTestId === backTestId ? test : undefined;
    },
  };
}

const setRule = defineScript<{ deskId: DeskId; rule: Rule }, "applied" | "full" | "absent">("set-rule.lua", {
  keys: ({ deskId }) => [keys.desk(deskId), keys.rules(deskId)],
  args: ({ rule: { ruleId, ...rest } }) => [ruleId, JSON.stringify(rest), MOST_RULES],
  reply: oneOf("applied", "full", "absent"),
});

const writeBackTest = defineScript<{ deskId: DeskId; test: BackTest; begins: boolean }, "applied" | "replaced">(
  "write-back-test.lua",
  {
    keys: ({ deskId }) => [keys.backTest(deskId)],
    args: ({ test, begins }) => [test.backTestId, JSON.stringify(test), TEST_KEPT_MS, begins ? 1 : 0],
    reply: oneOf("applied", "replaced"),
  },
);
