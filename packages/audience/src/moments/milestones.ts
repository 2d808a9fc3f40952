/** The first milestone of each metric: every broadcast passes smaller ones. */
const FIRST = { likes: 1_000, diamonds: 250, follows: 25, uniqueViewers: 100, viewers: 100 } as const;
export type MilestoneMetric = keyof typeof FIRST;
const milestoneMetrics = Object.keys(FIRST) as MilestoneMetric[];
/** Metrics that started long before we watched: the value that we see first is no news. */
const predatesSession: ReadonlySet<MilestoneMetric> = new Set(["likes", "viewers"]);
const MANTISSAS = [1, 2.5, 5] as const;

/** The next milestone of each metric; absent before the first value. */
export type MilestonesState = Partial<Record<MilestoneMetric, number>>;
export interface Milestone {
  readonly metric: MilestoneMetric;
  readonly value: number;
}

/** At the end of an interval: the milestones that were passed in it; of several of one metric the highest. */
export function detectMilestones(state: MilestonesState, totals: Readonly<Record<MilestoneMetric, number>>): Milestone[] {
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

/** A milestone that is not passed yet, how much is missing, and the share that is done. */
export interface UpcomingMilestone extends Milestone {
  readonly missing: number;
  readonly done: number;
}

/** The upcoming milestones, the nearest first. */
export function upcomingMilestones(
  state: MilestonesState,
  totals: Readonly<Record<MilestoneMetric, number>>,
): UpcomingMilestone[] {
  return milestoneMetrics
    .flatMap((metric) => {
      const value = state[metric];
      return value ? [{ metric, value, missing: value - totals[metric], done: totals[metric] / value }] : [];
    })
    .sort((a, b) => b.done - a.done);
}

/** The share of the nearest milestone that is done, 0…1. */
export const nearestProgress = (state: MilestonesState, totals: Readonly<Record<MilestoneMetric, number>>): number =>
  milestoneMetrics.reduce(
    (progress, metric) => Math.max(progress, Math.min(1, totals[metric] / (state[metric] ?? Number.POSITIVE_INFINITY))),
    0,
  );

function begin(state: MilestonesState, metric: MilestoneMetric, total: number): void {
  if (total === 0 && predatesSession.has(metric)) return;
  state[metric] = predatesSession.has(metric) ? stepAbove(metric, total) : FIRST[metric];
}

/** 1, 2.5, 5, 10, 25, 50 … : the smallest step above `total`. */
function stepAbove(metric: MilestoneMetric, total: number): number {
  for (let power = 1; ; power *= 10) {
    for (const mantissa of MANTISSAS) if (mantissa * power >= FIRST[metric] && mantissa * power > total) return mantissa * power;
  }
}

/** The largest step that `total` has reached. */
function stepUpTo(metric: MilestoneMetric, total: number): number {
  let step: number = FIRST[metric];
  for (let above = stepAbove(metric, step); above <= total; above = stepAbove(metric, step)) step = above;
  return step;
}
