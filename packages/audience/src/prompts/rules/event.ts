import { nearestProgress, type UpcomingMilestone, upcomingMilestones } from "../../moments/milestones.ts";
import { waitingQuestion } from "../../questions/questions.ts";
import { newcomers } from "../../viewers/viewers.ts";
import type { Rule, Situation } from "../rule.ts";

// Rules about an event, past or imminent: a raid, a question, a milestone.

const RECENT_MS = 60_000;

export const raid: Rule = {
  trigger: "raid",
  coolDownMs: 300_000,
  validForMs: 60_000,
  evaluate({ moments, nowMs }) {
    const { lastRaid, lastRaidAtMs } = moments;
    if (!lastRaid || nowMs - lastRaidAtMs > RECENT_MS) return undefined;
    return { params: { joins: lastRaid.joins, seconds: lastRaid.seconds }, priority: 5, subjects: [`${lastRaidAtMs}`] };
  },
};

const QUESTION = { priority: 4, waitedMs: 30_000, withinMs: 600_000 } as const;

export const openQuestion: Rule = {
  trigger: "openQuestion",
  coolDownMs: 45_000,
  validForMs: 60_000,
  evaluate({ questions, nowMs }, { wasPrompted }) {
    const question = waitingQuestion(questions, {
      minPriority: QUESTION.priority,
      fromMs: nowMs - QUESTION.withinMs,
      toMs: nowMs - QUESTION.waitedMs,
      isEligible: (id) => !wasPrompted("openQuestion", id),
    });
    if (!question) return undefined;
    const waitedSeconds = Math.round((nowMs - question.atMs) / 1_000);
    const params = { name: question.user?.nickname ?? "", question: question.text, waitedSeconds, count: question.count ?? 1 };
    return { params, priority: question.priority, subjects: [question.id], questionId: question.id };
  },
};

/** Near: 90 % done, and the rest due within ten minutes at the present rate; or 98 % done. */
const NEAR = { done: 0.9, almost: 0.98, minutes: 10 } as const;

export const milestoneNear: Rule = {
  trigger: "milestoneNear",
  coolDownMs: 120_000,
  validForMs: 60_000,
  evaluate(situation, { wasPrompted }) {
    const { moments, totals } = situation;
    if (nearestProgress(moments.milestones, totals) < NEAR.done) return undefined;
    const near = upcomingMilestones(moments.milestones, totals).find(
      (ahead) => isNear(ahead, situation) && !wasPrompted("milestoneNear", subjectOf(ahead)),
    );
    if (!near) return undefined;
    const { metric, value, missing } = near;
    return { params: { metric, value, missing }, priority: 3, subjects: [subjectOf(near)] };
  },
};

const subjectOf = ({ metric, value }: UpcomingMilestone): string => `${metric}_${value}`;

function isNear({ metric, missing, done }: UpcomingMilestone, { activity, viewers }: Situation): boolean {
  if (done < NEAR.done || metric === "viewers") return false;
  const perMinute = metric === "uniqueViewers" ? newcomers(viewers) / 5 : activity.means["5m"][metric];
  return done >= NEAR.almost || missing <= NEAR.minutes * perMinute;
}
