import type { LiveEvent } from "@frontrow/protocol/event";
import type { Ring, Rule, RuleCondition } from "@frontrow/protocol/library/rule";
import { createMatch } from "./match.ts";
import type { Watch } from "./watch.ts";
import { createWindow } from "./window.ts";

/** Rules that follow one session from some event on. */
export interface RuleRun {
  /**
   * What the next event of the session makes ring, in order of event time. Every event is to be given once and in the order of the log;
   * how they were divided over frames or pages makes no difference.
   */
  feed(event: LiveEvent): readonly Ring[];
  /** Goes on with these rules: those that are the same keep what they have seen, the others begin anew. */
  change(rules: readonly Rule[]): void;
}

interface RunningRule {
  /** Of which the watch is made: a rule that differs in nothing else is the same. */
  readonly made: string;
  readonly ruleId: string;
  readonly watch: Watch;
}

/** Begins with nothing seen: what a rule compares with must come first. Rules that are off do not ring. */
export function runRules(rules: readonly Rule[]): RuleRun {
  let running: readonly RunningRule[] = [];

  const begin = ({ ruleId, condition, quietMs }: Rule): RunningRule => {
    const made = JSON.stringify([condition, quietMs]);
    const same = running.find((each) => each.ruleId === ruleId && each.made === made);
    return same ?? { made, ruleId, watch: watchOf(condition, quietMs) };
  };
  const change = (next: readonly Rule[]): void => {
    running = next.filter(({ isOn }) => isOn).map(begin);
  };
  change(rules);

  return {
    change,
    feed: (event) =>
      running
        .flatMap(({ ruleId, watch }) => watch.feed(event).map((met) => ({ ruleId, ...met })))
        .sort((a, b) => a.atMs - b.atMs),
  };
}

const watchOf = (condition: RuleCondition, quietMs: number): Watch =>
  condition.type === "level" || condition.type === "change" ? createWindow(condition, quietMs) : createMatch(condition, quietMs);
