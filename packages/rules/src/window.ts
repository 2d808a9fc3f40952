import type { LiveEvent } from "@frontrow/protocol/event";
import type { RuleCondition, RuleMetric } from "@frontrow/protocol/library/rule";
import { type Meter, meterOf } from "./meters.ts";
import { createQuiet } from "./quiet.ts";
import { changeText, levelText } from "./ring-text.ts";
import { LONGEST_UNSEEN_S, Unseen } from "./unseen.ts";
import type { Met, Watch } from "./watch.ts";

type Level = Extract<RuleCondition, { type: "level" }>;
type Change = Extract<RuleCondition, { type: "change" }>;

/** Fewer are not compared: from two to one is half, and means nothing. */
const LEAST_COMPARED = 5;
/** A level has been left when it is so much of itself away; it may ring again then. */
const LEVEL_SLACK = 0.1;
/** The same of moods, whose levels are around zero. */
const MOOD_SLACK = 5;
/** A change is over when only so much of it is left. */
const CHANGE_LEFT = 0.5;

/** What a condition says of a second: it is met, it is left for good, neither (between both), or nothing is known. */
type Verdict = { readonly is: "met"; readonly text: string } | { readonly is: "left" | "between" | "unknown" };
const BETWEEN: Verdict = { is: "between" };
const LEFT: Verdict = { is: "left" };
const UNKNOWN: Verdict = { is: "unknown" };

/**
 * A condition over the last seconds. It is looked at once a second of event time, as soon as an event shows that the second is over:
 * so rings depend on the events alone, and silence rings nothing that a lost connection would, too. It is met when it comes true, and
 * again only after it was left by more than a little. Nothing is met before the span was seen whole, nor by a fall across time that was
 * not seen.
 */
export function createWindow(condition: Level | Change, quietMs: number): Watch {
  const span = Math.ceil(condition.spanMs / 1_000);
  const isChange = condition.type === "change";
  // Counts are compared with those of the span before, viewers with how many they were.
  const kept = isChange && condition.metric !== "viewers" ? 2 * span : span;
  const unseen = new Unseen();
  const quiet = createQuiet(quietMs);
  const judge = isChange ? judgeChange(condition, span) : judgeLevel(condition, span);
  /** Seconds without an event after which looking again tells nothing new. */
  const settled = kept + Math.ceil(quietMs / 1_000) + LONGEST_UNSEEN_S + 1;
  let meter: Meter | undefined;
  let second = 0;
  let firstWhole = 0;
  // What a level was at first is no news; a change always is.
  let isArmed = isChange;

  function look(on: Meter): Met | undefined {
    if (second - kept + 1 < firstWhole) return undefined;
    const atMs = (second + 1) * 1_000;
    const isBlind = unseen.overlaps(atMs - kept * 1_000, atMs);
    const verdict = isBlind && isFragile(condition) ? UNKNOWN : judge(on, second);
    if (verdict.is === "left") isArmed = true;
    if (verdict.is !== "met" || !isArmed || quiet.isAt(atMs)) return undefined;
    isArmed = false;
    quiet.begin(atMs);
    return { atMs, text: verdict.text };
  }

  return {
    feed(event) {
      const now = Math.floor(event.atMs / 1_000);
      // A gap tells of the seconds before it.
      noteUnseen(unseen, event);
      if (!meter) {
        meter = meterOf(condition.metric, now, kept + 1);
        second = now;
        firstWhole = now + 1;
      }
      const met: Met[] = [];
      for (const until = Math.min(now, second + settled); second < until; second += 1) {
        meter.moveTo(second);
        const found = look(meter);
        if (found) met.push(found);
      }
      second = Math.max(second, now);
      meter.moveTo(second);
      if (!event.late) meter.count(event);
      return met;
    },
  };
}

/** What is counted too low, or not compared, when a part was not seen. */
const isFragile = (condition: Level | Change): boolean =>
  condition.type === "change" || condition.is === "atMost" || condition.metric === "mood";

function noteUnseen(unseen: Unseen, event: LiveEvent): void {
  if (event.type === "gap") unseen.add(event.fromMs, event.toMs);
  else if (event.type === "streamPaused") unseen.pause(event.atMs);
  else if (event.type === "streamResumed") unseen.resume(event.atMs);
  else if (event.type === "streamEnd") unseen.end(event.atMs);
}

type Judge = (meter: Meter, second: number) => Verdict;

function judgeLevel({ metric, is, value, spanMs }: Level, span: number): Judge {
  const slack = metric === "mood" ? MOOD_SLACK : Math.abs(value) * LEVEL_SLACK;
  return (meter, second) => {
    const now = meter.over(second - span, second);
    if (Number.isNaN(now)) return UNKNOWN;
    const beyond = is === "atLeast" ? now - value : value - now;
    if (beyond >= 0) return { is: "met", text: levelText(metric, now, spanMs) };
    return -beyond > slack ? LEFT : BETWEEN;
  };
}

function judgeChange({ metric, is, percent, spanMs }: Change, span: number): Judge {
  return (meter, second) => {
    const before = metric === "viewers" ? meter.over(second - span, second - span) : meter.over(second - 2 * span, second - span);
    const now = metric === "viewers" ? meter.over(second, second) : meter.over(second - span, second);
    const grown = growth(metric, before, now);
    if (Number.isNaN(grown)) return UNKNOWN;
    const moved = is === "rises" ? grown : -grown;
    if (moved >= percent) return { is: "met", text: changeText(metric, before, now, spanMs) };
    return moved < percent * CHANGE_LEFT ? LEFT : BETWEEN;
  };
}

/** In percent; of moods, which may be zero, in hundredths. */
function growth(metric: RuleMetric, before: number, now: number): number {
  if (metric === "mood") return now - before;
  return before >= LEAST_COMPARED ? ((now - before) / before) * 100 : Number.NaN;
}
