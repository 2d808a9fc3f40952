import type { DeskId } from "@frontrow/protocol/ids";
import { type BackTest, MOST_RULES, type Rule } from "@frontrow/protocol/library/rule";
import type { RuleStore } from "@frontrow/redis/rules";
import type { DeskChanges } from "../desk/changes.ts";
import type { GuestLimits } from "../desk/guest-limits.ts";
import { randomLetters } from "../desk/random-letters.ts";
import { refusal } from "../http/problem.ts";
import type { BackTestOrders } from "./back-test-orders.ts";

/** A desk's alert rules, and what one would have done. Each rejects with the refusal that a member is told. */
export interface DeskRules {
  list(deskId: DeskId): Promise<Rule[]>;
  set(deskId: DeskId, rule: Rule): Promise<Rule>;
  /** Safe to repeat. */
  remove(deskId: DeskId, ruleId: string): Promise<void>;
  /** Tries a rule on the desk's last recordings; what it tried before is tried no more. */
  beginTest(deskId: DeskId, rule: Omit<Rule, "ruleId">, payer: string): Promise<BackTest>;
  readTest(deskId: DeskId, backTestId: string): Promise<BackTest>;
}

interface Dependencies {
  readonly rules: RuleStore;
  readonly orders: BackTestOrders;
  readonly changes: Pick<DeskChanges, "noteData">;
  readonly guests: Pick<GuestLimits, "spendBackTest" | "spendLibraryChange">;
}

const TEST_IS_OVER = "Try the rule again: a desk has one trial at a time, and what it found is kept for an hour.";

export function createDeskRules({ rules, orders, changes, guests }: Dependencies): DeskRules {
  return {
    list: (deskId) => rules.list(deskId),
    async set(deskId, rule) {
      await guests.spendLibraryChange(deskId);
      const outcome = await rules.set(deskId, rule);
      if (outcome === "absent") throw refusal("DESK_NOT_FOUND");
      if (outcome === "full") throw refusal("LIBRARY_FULL", `Delete a rule first: a desk may have ${MOST_RULES}.`);
      await changes.noteData(deskId, "rules");
      return rule;
    },
    async remove(deskId, ruleId) {
      await guests.spendLibraryChange(deskId);
      if (await rules.remove(deskId, ruleId)) await changes.noteData(deskId, "rules");
    },
    async beginTest(deskId, rule, payer) {
      await guests.spendBackTest(payer, deskId);
      const backTestId = `bt_${randomLetters()}`;
      const test: BackTest = { backTestId, state: "waiting", done: 0, total: 0, recordings: [] };
      await rules.beginTest(deskId, test);
      await orders.order({ deskId, backTestId, rule: { ...rule, ruleId: "tried" } });
      return test;
    },
    async readTest(deskId, backTestId) {
      const test = await rules.readTest(deskId, backTestId);
      if (!test) throw refusal("NOT_FOUND", TEST_IS_OVER);
      return test;
    },
  };
}
