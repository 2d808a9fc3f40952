import type { RuleMetric } from "@frontrow/protocol/library/rule";

const names: Record<RuleMetric, string> = {
  viewers: "viewers",
  chats: "messages",
  gifts: "gifts",
  diamonds: "diamonds",
  follows: "new followers",
  shares: "shares",
  questions: "questions",
  mood: "mood",
};

/** What a level was when it was met. */
export function levelText(metric: RuleMetric, value: number, spanMs: number): string {
  if (metric === "viewers") return `${value} viewers`;
  if (metric === "mood") return `Mood ${signed(value)} in ${spanOf(spanMs)}`;
  return `${value} ${names[metric]} in ${spanOf(spanMs)}`;
}

export function changeText(metric: RuleMetric, before: number, now: number, spanMs: number): string {
  const [from, to] = metric === "mood" ? [signed(before), signed(now)] : [before, now];
  return `${capital(names[metric])} went from ${from} to ${to} within ${spanOf(spanMs)}`;
}

const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : "0");
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const spanOf = (ms: number): string => {
  const seconds = Math.ceil(ms / 1_000);
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
};
