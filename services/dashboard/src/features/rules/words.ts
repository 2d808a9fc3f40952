import type { RuleCondition, RuleMetric } from "@frontrow/protocol/library/rule";
import { exact, spoken } from "../../ui/format.ts";

/** What is counted, as it stands in a sentence. */
export const metricNames: Record<RuleMetric, string> = {
  viewers: "viewers",
  chats: "messages",
  gifts: "gifts",
  diamonds: "diamonds",
  follows: "new followers",
  shares: "shares",
  questions: "questions",
  mood: "the mood",
};

/** When a rule rings, in a sentence. */
export function sentenceOf(condition: RuleCondition): string {
  switch (condition.type) {
    case "level": {
      const { metric, is, value, spanMs } = condition;
      const comes = is === "atLeast" ? "at least" : "at most";
      if (metric === "viewers") return `Viewers come to ${comes} ${exact(value)}`;
      if (metric === "mood") return `The mood comes to ${comes} ${moodOf(value)} in ${spoken(spanMs)}`;
      return `${capital(metricNames[metric])} come to ${comes} ${exact(value)} in ${spoken(spanMs)}`;
    }
    case "change": {
      const { metric, is, percent, spanMs } = condition;
      const by = metric === "mood" ? `${exact(percent)} points` : `${exact(percent)} %`;
      const verb = metric === "mood" ? is : is.slice(0, -1);
      return `${capital(metricNames[metric])} ${verb} by ${by} within ${spoken(spanMs)}`;
    }
    case "person":
      return `@${condition.handle.replace(/^@/, "")} writes`;
    case "words":
      return `Somebody writes “${condition.text}”`;
    case "gift":
      return `A gift of at least ${exact(condition.diamonds)} diamonds`;
  }
}

/** −100 (bad) to +100 (good). */
const moodOf = (value: number): string => (value > 0 ? `+${exact(value)}` : exact(value).replace("-", "−"));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How often, in how many broadcasts. */
export function foundText(rings: number, broadcasts: number): string {
  const times =
    rings === 0 ? "would not have rung" : rings === 1 ? "would have rung once" : `would have rung ${exact(rings)} times`;
  return `It ${times} in your last ${broadcasts === 1 ? "broadcast" : `${broadcasts} broadcasts`}.`;
}
