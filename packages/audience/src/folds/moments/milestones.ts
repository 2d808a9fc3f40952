/** Where the first milestone of each is: less is passed by every broadcast. */
const FIRST = { likes: 1_000, diamonds: 250, follows: 25, uniqueViewers: 100, viewers: 100 } as const;
export type MilestoneMetric = keyof typeof FIRST;
const milestoneMetrics = Object.keys(FIRST) as MilestoneMetric[];
/** These begin long before we watch: what we see first is no news. */
const inherited: ReadonlySet<MilestoneMetric> = new Set(["likes", "viewers"]);
const LEADS = [1, 2.5, 5] as const;

/** The next milestone of each; absent while there is nothing to go by. */
export type MilestonesState = Partial<Record<MilestoneMetric, number>>;
export interface Milestone {
  readonly metric: MilestoneMetric;
  readonly value: number;
}

/** At a beat: the milestones that were passed since the one before; of several of one metric the highest. */
export function beatMilestones(state: MilestonesState, totals: Readonly<Record<MilestoneMetric, number>>): Milestone[] {
  const passed: Milestone[] = [];
  for (const metric of milestoneMetrics) {
    const total = totals[metric];
    const next = state[metric];
    if (next === undefined) begin(state, metric, total);
    else if (total >= next) {
      state[metric] = stepAbove(metric, total);
      passed.push({ metric, value: stepUpTo(metric, total) });
    }
  }
  return passed;
}

/** A milestone that is not passed yet, how much is missing, and which share of it is done. */
export interface Ahead extends Milestone {
  readonly missing: number;
  readonly done: number;
}

/** The milestones ahead, the nearest first. */
export function milestonesAhead(state: MilestonesState, totals: Readonly<Record<MilestoneMetric, number>>): Ahead[] {
  return milestoneMetrics
    .flatMap((metric) => {
      const value = state[metric];
      return value ? [{ metric, value, missing: value - totals[metric], done: totals[metric] / value }] : [];
    })
    .sort((a, b) => b.done - a.done);
}

/** How much of the nearest is done, 0…1. */
export const nearestDone = (state: MilestonesState, totals: Readonly<Record<MilestoneMetric, number>>): number =>
  milestoneMetrics.reduce(
    (most, metric) => Math.max(most, Math.min(1, totals[metric] / (state[metric] ?? Number.POSITIVE_INFINITY))),
    0,
  );

function begin(state: MilestonesState, metric: MilestoneMetric, total: number): void {
  if (total === 0 && inherited.has(metric)) return;
  state[metric] = inherited.has(metric) ? stepAbove(metric, total) : FIRST[metric];
}

/** 1, 2.5, 5, 10, 25, 50 … : the smallest step above `total`. */
function stepAbove(metric: MilestoneMetric, total: number): number {
  for (let power = 1; ; power *= 10) {
    for (const lead of LEADS) if (lead * power >= FIRST[metric] && lead * power > total) return lead * power;
  }
}

function stepUpTo(metric: MilestoneMetric, total: number): number {
  let step: number = FIRST[metric];
  for (let above = stepAbove(metric, step); above <= total; above = stepAbove(metric, step)) step = above;
  return step;
}
