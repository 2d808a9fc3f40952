import { type ConcurrentViewersState, observedSpans, summarizeViewers } from "../viewers/concurrent-viewers.ts";
import { type ActivityState, activityIn } from "../windows/activity.ts";
import { INTERVAL_MS } from "../windows/evaluation-interval.ts";
import { deviationOf, mayBeOutlier, OUTLIER_DEVIATIONS } from "./deviation.ts";

const BURST_INTERVALS = 4;
const MIN_SPANS = 6;
/** Time within which the number of viewers must have risen: TikTok reports it some seconds after they arrived. */
const CONFIRM_WITHIN_MS = 30_000;
const COOL_DOWN_MS = 300_000;
/** The number of viewers before is that of 40 to 60 s ago. */
const BEFORE = { intervals: 4, ago: 8 } as const;
/** A raid brings a fifth more viewers than before, and ten at least. */
const MIN_RATIO = 1.2;
const MIN_INCREASE = 10;

/** A burst of arrivals that may turn out to be a raid. */
interface ArrivalBurst {
  readonly fromMs: number;
  readonly viewersBefore: number;
  readonly untilMs: number;
}
export interface RaidsState {
  burst: ArrivalBurst | undefined;
  quietUntilMs: number;
}
export interface Raid {
  readonly joins: number;
  readonly seconds: number;
  readonly viewers: number;
}

export const createRaids = (): RaidsState => ({ burst: undefined, quietUntilMs: 0 });

/**
 * At the end of an interval with a source: a raid is an outlying burst of arrivals that is followed by a rise of the number of
 * viewers. Arrivals alone are people to whom TikTok shows the broadcast in passing.
 */
export function detectRaid(
  state: RaidsState,
  { activity, concurrentViewers }: { activity: ActivityState; concurrentViewers: ConcurrentViewersState },
  intervalEndMs: number,
): Raid | undefined {
  if (intervalEndMs < state.quietUntilMs) return undefined;
  state.burst ??= detectBurst(activity, concurrentViewers, intervalEndMs);
  const { burst } = state;
  if (!burst) return undefined;
  const viewers = concurrentViewers.last;
  if (viewers < Math.max(burst.viewersBefore * MIN_RATIO, burst.viewersBefore + MIN_INCREASE)) {
    if (intervalEndMs >= burst.untilMs) state.burst = undefined;
    return undefined;
  }
  state.burst = undefined;
  state.quietUntilMs = intervalEndMs + COOL_DOWN_MS;
  const intervals = (intervalEndMs - burst.fromMs) / INTERVAL_MS;
  return { joins: activityIn(activity, "joins", intervals), seconds: (intervalEndMs - burst.fromMs) / 1_000, viewers };
}

function detectBurst(activity: ActivityState, viewers: ConcurrentViewersState, intervalEndMs: number): ArrivalBurst | undefined {
  if (!mayBeOutlier(activity, viewers, "joins", BURST_INTERVALS)) return undefined;
  const before = summarizeViewers(viewers, BEFORE.intervals, BEFORE.ago);
  const spans = observedSpans(viewers, BURST_INTERVALS);
  if (before.reported === 0 || spans.length < MIN_SPANS) return undefined;
  if (deviationOf(activity, "joins", BURST_INTERVALS, spans).deviations < OUTLIER_DEVIATIONS) return undefined;
  return {
    fromMs: intervalEndMs - BURST_INTERVALS * INTERVAL_MS,
    viewersBefore: before.mean,
    untilMs: intervalEndMs + CONFIRM_WITHIN_MS,
  };
}
