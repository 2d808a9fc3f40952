import type { BackTest, Rule } from "@frontrow/protocol/library/rule";
import type { ClientEvent, RecordingSummary } from "@frontrow/sdk/client";
import type { Library } from "@frontrow/sdk/library";

type Rules = Pick<Library, "rules" | "setRule" | "removeRule" | "backTest" | "backTestState">;

/** Alert rules that a made-up desk has, and a trial that takes a second. */
export function createRules(
  answer: <T>(make: () => T) => Promise<T>,
  tell: (events: readonly ClientEvent[]) => void,
  recordings: () => readonly RecordingSummary[],
): Rules {
  let rules: Rule[] = [
    {
      ...{ ruleId: "1", name: "Viewers fall by 20 % within 2 min", isOn: true, hasSound: true, quietMs: 60_000 },
      condition: { type: "change", metric: "viewers", is: "falls", percent: 20, spanMs: 120_000 },
    },
    {
      ...{ ruleId: "2", name: "The one who always comes with a very long name and asks for the giveaway مرحبا", isOn: true },
      ...{ hasSound: false, quietMs: 0, condition: { type: "words", text: "giveaway" } },
    },
    {
      ...{ ruleId: "3", name: "Somebody writes “e”", isOn: false, hasSound: false, quietMs: 30_000 },
      condition: { type: "words", text: "e" },
    },
  ];
  const changed = () => tell([{ type: "dataChanged", data: "rules" }]);
  let asked = 0;
  const test = (state: BackTest["state"], done: number): BackTest => ({
    ...{ backTestId: "bt_made", state, done, total: 1_000 },
    recordings:
      state === "done"
        ? recordings()
            .slice(0, 5)
            .map(({ recordingId, fromMs }, n) => ({
              recordingId,
              rings: n * 13,
              first: Array.from({ length: n * 13 }, (_, ring) => ({
                ...{ ruleId: "tried", atMs: fromMs + (ring + 1) * 73_000 },
                text:
                  ring % 3 === 0 ? "سارة: متى الهدية القادمة؟" : `Viewers went from ${300 + ring} to ${200 + ring} within 2 min`,
              })),
            }))
        : [],
  });
  return {
    rules: () => answer(() => [...rules]),
    setRule: (ruleId, rule) =>
      answer(() => {
        const set = { ...rule, ruleId };
        rules = rules.some((each) => each.ruleId === ruleId)
          ? rules.map((each) => (each.ruleId === ruleId ? set : each))
          : [...rules, set];
        changed();
        return set;
      }),
    removeRule: (ruleId) =>
      answer(() => {
        rules = rules.filter((each) => each.ruleId !== ruleId);
        changed();
      }),
    backTest: () =>
      answer(() => {
        asked = 0;
        return test("waiting", 0);
      }),
    backTestState: () =>
      answer(() => {
        asked += 1;
        return asked < 3 ? test("running", asked * 400) : test("done", 1_000);
      }),
  };
}
