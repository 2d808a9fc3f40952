import { type Ahead, milestonesAhead, nearestDone } from "../moments/milestones.ts";
import { newcomers } from "../people.ts";
import { waitingQuestion } from "../questions/questions.ts";
import type { Looked } from "./looked.ts";
import type { Rule } from "./rule.ts";

// Rules about something that happened, or is about to: a raid, a question, a milestone.

const FRESH_MS = 60_000;

export const raid: Rule = {
  trigger: "raid",
  coolDownMs: 300_000,
  lastsMs: 60_000,
  find({ moments, nowMs }) {
    const { lastRaid, raidedAtMs } = moments;
    if (!lastRaid || nowMs - raidedAtMs > FRESH_MS) return undefined;
    return { params: { joins: lastRaid.joins, seconds: lastRaid.seconds }, priority: 5, subjects: [`${raidedAtMs}`] };
  },
};

const QUESTION = { priority: 4, waitedMs: 30_000, withinMs: 600_000 } as const;

export const openQuestion: Rule = {
  trigger: "openQuestion",
  coolDownMs: 45_000,
  lastsMs: 60_000,
  find({ questions, nowMs }, { isSaid }) {
    const question = waitingQuestion(questions, {
      leastPriority: QUESTION.priority,
      fromMs: nowMs - QUESTION.withinMs,
      toMs: nowMs - QUESTION.waitedMs,
      isWanted: (id) => !isSaid("openQuestion", id),
    });
    if (!question) return undefined;
    const waitedSeconds = Math.round((nowMs - question.atMs) / 1_000);
    const params = { name: question.user?.nickname ?? "", question: question.text, waitedSeconds, count: question.count ?? 1 };
    return { params, priority: question.priority, subjects: [question.id], questionId: question.id };
  },
};

/** Nine tenths are done, and the rest comes within ten minutes as it goes now, or is next to nothing. */
const NEAR = { done: 0.9, almost: 0.98, minutes: 10 } as const;

export const milestoneNear: Rule = {
  trigger: "milestoneNear",
  coolDownMs: 120_000,
  lastsMs: 60_000,
  find(looked, { isSaid }) {
    const { moments, totals } = looked;
    if (nearestDone(moments.milestones, totals) < NEAR.done) return undefined;
    const near = milestonesAhead(moments.milestones, totals).find(
      (ahead) => isNear(ahead, looked) && !isSaid("milestoneNear", subjectOf(ahead)),
    );
    if (!near) return undefined;
    const { metric, value, missing } = near;
    return { params: { metric, value, missing }, priority: 3, subjects: [subjectOf(near)] };
  },
};

const subjectOf = ({ metric, value }: Ahead): string => `${metric}_${value}`;

function isNear({ metric, missing, done }: Ahead, { activity, people }: Looked): boolean {
  if (done < NEAR.done || metric === "viewers") return false;
  const aMinute = metric === "uniqueViewers" ? newcomers(people) / 5 : activity.slow["5m"][metric];
  return done >= NEAR.almost || missing <= NEAR.minutes * aMinute;
}
