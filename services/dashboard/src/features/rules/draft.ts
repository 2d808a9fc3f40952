import type { Rule, RuleCondition, RuleMetric } from "@frontrow/protocol/library/rule";
import type { NewRule } from "@frontrow/sdk/library";
import { sentenceOf } from "./words.ts";

/** What a rule watches for, as somebody chooses it. */
export type DraftKind = "falls" | "rises" | "atLeast" | "atMost" | "person" | "words" | "gift";

/** A rule as it is written in the form: everything that was entered, also for other kinds. */
export interface Draft {
  readonly kind: DraftKind;
  readonly metric: RuleMetric;
  readonly percent: string;
  readonly value: string;
  readonly spanMs: number;
  readonly handle: string;
  readonly words: string;
  readonly diamonds: string;
  readonly name: string;
  readonly hasSound: boolean;
  readonly quietMs: number;
}

export const newDraft: Draft = {
  ...{ kind: "falls", metric: "viewers", percent: "20", value: "100", spanMs: 120_000 },
  ...{ handle: "", words: "", diamonds: "500", name: "", hasSound: false, quietMs: 60_000 },
};

export function draftOf({ name, condition, hasSound, quietMs }: Rule): Draft {
  const given = name === beginOf(sentenceOf(condition)) ? "" : name;
  const draft = { ...newDraft, name: given, hasSound, quietMs };
  switch (condition.type) {
    case "level":
      return { ...draft, kind: condition.is, metric: condition.metric, value: String(condition.value), spanMs: condition.spanMs };
    case "change":
      return {
        ...draft,
        kind: condition.is,
        metric: condition.metric,
        percent: String(condition.percent),
        spanMs: condition.spanMs,
      };
    case "person":
      return { ...draft, kind: "person", handle: condition.handle };
    case "words":
      return { ...draft, kind: "words", words: condition.text };
    case "gift":
      return { ...draft, kind: "gift", diamonds: String(condition.diamonds) };
  }
}

/** Where a draft is not complete: in which field, and what to do. */
export interface Fault {
  readonly field: "percent" | "value" | "handle" | "words" | "diamonds";
  readonly says: string;
}

/** The condition that a draft means, or what is missing. */
export function conditionOf(draft: Draft): { readonly condition: RuleCondition } | { readonly fault: Fault } {
  const { kind, metric, spanMs } = draft;
  const number = (field: "percent" | "value" | "diamonds", least: number, most: number) => {
    const value = Number(draft[field].replace(",", "."));
    return draft[field].trim() !== "" && value >= least && value <= most ? value : undefined;
  };
  const fault = (field: Fault["field"], says: string) => ({ fault: { field, says } });
  switch (kind) {
    case "falls":
    case "rises": {
      const most = kind === "falls" && metric !== "mood" ? 100 : metric === "mood" ? 200 : 10_000;
      const percent = number("percent", 1, most);
      if (percent === undefined) return fault("percent", `Give a number from 1 to ${most}.`);
      return { condition: { type: "change", metric, is: kind, percent, spanMs } };
    }
    case "atLeast":
    case "atMost": {
      const [least, most] = metric === "mood" ? [-100, 100] : [0, 1e9];
      const value = number("value", least, most);
      if (value === undefined)
        return fault("value", metric === "mood" ? "Give a number from −100 to 100." : "Give a number, 0 or more.");
      return { condition: { type: "level", metric, is: kind, value, spanMs } };
    }
    case "person": {
      const handle = draft.handle.trim().replace(/^@/, "");
      return handle ? { condition: { type: "person", handle } } : fault("handle", "Give the name at TikTok, such as @name.");
    }
    case "words": {
      const text = draft.words.trim();
      return text ? { condition: { type: "words", text } } : fault("words", "Give a word, or several in their order.");
    }
    case "gift": {
      const diamonds = number("diamonds", 1, 1e9);
      if (diamonds === undefined) return fault("diamonds", "Give a number of diamonds, 1 or more.");
      return { condition: { type: "gift", diamonds: Math.round(diamonds) } };
    }
  }
}

/** UTF-16 units of a name. */
const NAME_LENGTH = 80;

/** The rule that a draft means; without a name of its own it is called by what it watches for. */
export const ruleOf = ({ name, hasSound, quietMs }: Draft, condition: RuleCondition, isOn: boolean): NewRule => ({
  name: name.trim() || beginOf(sentenceOf(condition)),
  ...{ condition, isOn, hasSound, quietMs },
});

function beginOf(sentence: string): string {
  let name = "";
  for (const character of sentence) {
    if (name.length + character.length > NAME_LENGTH) break;
    name += character;
  }
  return name.trim();
}

/** What is written: a rule that is there, or a new one. */
export interface Edited {
  readonly ruleId: string;
  readonly rule?: Rule;
  readonly draft: Draft;
}
