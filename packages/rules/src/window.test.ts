import type { LiveEvent } from "@frontrow/protocol/event";
import type { RuleCondition, RuleMetric } from "@frontrow/protocol/library/rule";
import fc from "fast-check";
import { expect, it } from "vitest";
import { runRules } from "./rules.ts";
import { at, chat, gap, gift, paused, resumed, social, viewers } from "./testing/events.ts";

const metrics = [
  "viewers",
  "chats",
  "gifts",
  "diamonds",
  "follows",
  "shares",
  "questions",
  "mood",
] as const satisfies RuleMetric[];
const spanMs = fc.constantFrom(10_000, 20_000);
const condition: fc.Arbitrary<RuleCondition> = fc.oneof(
  fc.record({
    type: fc.constant("level" as const),
    metric: fc.constantFrom(...metrics),
    is: fc.constantFrom("atLeast" as const, "atMost" as const),
    value: fc.integer({ min: -20, max: 12 }),
    spanMs,
  }),
  fc.record({
    type: fc.constant("change" as const),
    metric: fc.constantFrom(...metrics),
    is: fc.constantFrom("rises" as const, "falls" as const),
    percent: fc.integer({ min: 1, max: 80 }),
    spanMs,
  }),
  fc.constant({ type: "words" as const, text: "hello" }),
  fc.constant({ type: "gift" as const, diamonds: 3 }),
);

/** A broadcast of a minute or two, in order. */
const events: fc.Arbitrary<LiveEvent[]> = fc
  .array(
    fc.record({
      afterMs: fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 0, max: 900 }) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 9_000 }) },
      ),
      kind: fc.constantFrom(
        "chat",
        "chat",
        "question",
        "viewers",
        "gift",
        "follow",
        "share",
        "member",
        "gap",
        "paused",
        "resumed",
      ),
      amount: fc.integer({ min: 0, max: 20 }),
    }),
    { maxLength: 200 },
  )
  .map((steps) => {
    let second = 0;
    return steps.map(({ afterMs, kind, amount }) => {
      second += afterMs / 1_000;
      return made(kind, second, amount);
    });
  });

function made(kind: string, second: number, amount: number): LiveEvent {
  switch (kind) {
    case "chat":
      return chat(second, "hello", { sentiment: (amount - 10) / 10 });
    case "question":
      return chat(second, "what?", { question: true });
    case "viewers":
      return viewers(second, amount);
    case "gift":
      return gift(second, { count: amount });
    case "gap":
      return gap(Math.max(0, second - amount / 4), second);
    case "paused":
      return paused(second);
    case "resumed":
      return resumed(second);
    default:
      return social(kind as "follow", second);
  }
}

/** What the windows say, counted anew from all events for each second: slow, and easy to believe. */
function ringsByHand(
  rule: Extract<RuleCondition, { type: "level" | "change" }>,
  quietMs: number,
  all: readonly LiveEvent[],
): number[] {
  const [first] = all;
  if (!first) return [];
  const spanS = rule.spanMs / 1_000;
  const kept = rule.type === "change" && rule.metric !== "viewers" ? 2 * spanS : spanS;
  const rings: number[] = [];
  let isArmed = rule.type === "change";
  let quietUntil = Number.NEGATIVE_INFINITY;
  const firstWhole = Math.floor(first.atMs / 1_000) + 1;
  const last = Math.floor((all.at(-1) ?? first).atMs / 1_000);
  for (let end = firstWhole + kept; end <= last; end += 1) {
    // As far as was known when the first event of a later second came, that event included if it tells of a gap.
    const next = all.findIndex(({ atMs }) => atMs >= end * 1_000);
    const known = all.slice(0, next + 1);
    const inSpan = (from: number, to: number) =>
      all.slice(0, next).filter(({ atMs }) => atMs >= from * 1_000 && atMs < to * 1_000);
    const isFragile = rule.type === "change" || rule.is === "atMost" || rule.metric === "mood";
    if (isFragile && isUnseen(known, (end - kept) * 1_000, end * 1_000)) continue;
    const measure = (from: number, to: number): number => {
      const seen = inSpan(from, to);
      switch (rule.metric) {
        case "viewers":
          return (
            all.slice(0, next).findLast((event) => event.type === "roomUser" && event.atMs < to * 1_000)?.["viewers" as never] ??
            Number.NaN
          );
        case "mood": {
          const moods = seen.flatMap((event) => (event.type === "chat" ? [Math.round(event.sentiment * 100)] : []));
          return moods.length < 5 ? Number.NaN : Math.round(moods.reduce((sum, mood) => sum + mood, 0) / moods.length);
        }
        case "gifts":
        case "diamonds":
          return seen.reduce((sum, event) => sum + (event.type === "gift" ? event.count : 0), 0);
        case "questions":
          return seen.filter((event) => event.type === "chat" && event.question).length;
        default:
          return seen.filter(({ type }) => type === rule.metric.slice(0, -1)).length;
      }
    };
    let isMet = false;
    let isLeft = false;
    if (rule.type === "level") {
      const beyond = (measure(end - spanS, end) - rule.value) * (rule.is === "atLeast" ? 1 : -1);
      isMet = beyond >= 0;
      isLeft = -beyond > (rule.metric === "mood" ? 5 : Math.abs(rule.value) / 10);
    } else {
      const now = measure(end - spanS, end);
      const before = measure(end - 2 * spanS, end - spanS);
      const grown = rule.metric === "mood" ? now - before : before >= 5 ? ((now - before) / before) * 100 : Number.NaN;
      const moved = rule.is === "rises" ? grown : -grown;
      isMet = moved >= rule.percent;
      isLeft = moved < rule.percent / 2;
    }
    if (isLeft) isArmed = true;
    if (!isMet || !isArmed || end * 1_000 < quietUntil) continue;
    isArmed = false;
    quietUntil = end * 1_000 + quietMs;
    rings.push(end * 1_000);
  }
  return rings;
}

function isUnseen(known: readonly LiveEvent[], fromMs: number, toMs: number): boolean {
  let pausedAtMs: number | undefined;
  const spans: [number, number][] = [];
  for (const event of known) {
    if (event.type === "gap") spans.push([event.fromMs, event.toMs]);
    if (event.type === "streamPaused") pausedAtMs ??= event.atMs;
    if (event.type !== "streamResumed" || pausedAtMs === undefined) continue;
    spans.push([pausedAtMs, Math.min(event.atMs, pausedAtMs + 600_000)]);
    pausedAtMs = undefined;
  }
  if (pausedAtMs !== undefined) spans.push([pausedAtMs, pausedAtMs + 600_000]);
  return spans.some(([from, to]) => from < toMs && fromMs < to);
}

const ruleOf = (of: RuleCondition, quietMs: number) => ({
  ...{ ruleId: "r", name: "Rule", condition: of, isOn: true, hasSound: false, quietMs },
});

it("rings as if each second were counted by hand", () => {
  fc.assert(
    fc.property(condition, fc.constantFrom(0, 5_000, 30_000), events, (of, quietMs, all) => {
      if (of.type !== "level" && of.type !== "change") return;
      const run = runRules([ruleOf(of, quietMs)]);
      expect(all.flatMap((event) => run.feed(event)).map(({ atMs }) => atMs)).toEqual(ringsByHand(of, quietMs, all));
    }),
    { numRuns: 400 },
  );
});

it("rings the same whatever other rules run, and whatever else happens in a second that is no part of it", () => {
  fc.assert(
    fc.property(fc.array(condition, { minLength: 1, maxLength: 5 }), events, (conditions, all) => {
      const rules = conditions.map((of, n) => ({ ...ruleOf(of, 5_000), ruleId: `r${n}` }));
      const together = runRules(rules);
      const rings = all.flatMap((event) => together.feed(event));
      for (const rule of rules) {
        const alone = runRules([rule]);
        const likes = all.flatMap((event): LiveEvent[] => [
          event,
          { ...event, id: `${event.id}-like`, type: "like", count: 1, total: 1, user: undefined } as LiveEvent,
        ]);
        expect(likes.flatMap((event) => alone.feed(event))).toEqual(rings.filter(({ ruleId }) => ruleId === rule.ruleId));
      }
      expect(rings.map(({ atMs }) => atMs >= at(0))).not.toContain(false);
    }),
    { numRuns: 100 },
  );
});
