import { ACTIVITY_INTERVALS } from "../windows/activity.ts";
import { INTERVAL_MS } from "../windows/evaluation-interval.ts";

/** No source was open, or a gap took half of the interval or more: that nothing is in it means nothing. */
const UNOBSERVED = -1;
/** Observed, but the number of viewers was not reported. */
const UNREPORTED = -2;
/** The largest number that the ring holds. */
const MOST = 2 ** 31 - 1;

/** How many viewers there were at the end of each interval of the last fifteen minutes, and which intervals were observed at all. */
export interface ConcurrentViewersState {
  /** Number of the last interval since 1970; 0 before the first. */
  head: number;
  /** A ring with a value per interval; allocated with the first. */
  viewers: Int32Array | undefined;
  /** The number last reported; 0 before the first. */
  last: number;
  /** Intervals observed so far. */
  observed: number;
}

export const createConcurrentViewers = (): ConcurrentViewersState => ({ head: 0, viewers: undefined, last: 0, observed: 0 });

/** Records an interval at its end; `viewers` is undefined where no credible number was reported. */
export function recordViewers(
  state: ConcurrentViewersState,
  intervalEndMs: number,
  isObserved: boolean,
  viewers: number | undefined,
): void {
  state.viewers ??= new Int32Array(ACTIVITY_INTERVALS).fill(UNOBSERVED);
  state.head = intervalEndMs / INTERVAL_MS;
  state.viewers[slotOf(state.head)] = isObserved ? Math.min(viewers ?? UNREPORTED, MOST) : UNOBSERVED;
  if (!isObserved) return;
  state.observed++;
  if (viewers !== undefined) state.last = viewers;
}

/** Marks the intervals unobserved of which a gap took half or more; returns whether there were any. A gap is known when it is over. */
export function markGapUnobserved(
  state: ConcurrentViewersState,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): boolean {
  const half = INTERVAL_MS / 2;
  const first = Math.max(Math.ceil((fromMs - half) / INTERVAL_MS) + 1, state.head - ACTIVITY_INTERVALS + 1);
  const last = Math.min(Math.floor((toMs - half) / INTERVAL_MS) + 1, state.head);
  for (let interval = first; interval <= last; interval++) {
    if (state.viewers) state.viewers[slotOf(interval)] = UNOBSERVED;
  }
  return first <= last;
}

/** Viewers over a range of neighbouring intervals. */
export interface ViewerSummary {
  /** Intervals that were observed. */
  readonly observed: number;
  /** Intervals for which the number of viewers was reported. With none, `mean` and `max` are the number last reported. */
  readonly reported: number;
  readonly mean: number;
  readonly max: number;
}

/** Summarizes `intervals` neighbouring intervals, the newest of which is `ago` before the last. */
export function summarizeViewers({ head, viewers, last }: ConcurrentViewersState, intervals: number, ago = 0): ViewerSummary {
  let observed = 0;
  let reported = 0;
  let sum = 0;
  let max = 0;
  if (viewers) {
    const count = Math.min(intervals, ACTIVITY_INTERVALS - ago);
    let slot = slotOf(head - ago);
    for (let counted = 0; counted < count; counted++) {
      const value = viewers[slot] as number;
      if (value !== UNOBSERVED) observed++;
      if (value >= 0) {
        reported++;
        sum += value;
        if (value > max) max = value;
      }
      slot = slot === 0 ? ACTIVITY_INTERVALS - 1 : slot - 1;
    }
  }
  return reported === 0 ? { observed, reported, mean: last, max: last } : { observed, reported, mean: sum / reported, max };
}

/**
 * The fully observed spans of `intervals` intervals each, one after the other before the newest such span: how many intervals ago
 * each ended.
 */
export function observedSpans({ head, viewers }: ConcurrentViewersState, intervals: number): number[] {
  const spans: number[] = [];
  for (let ago = intervals; ago + intervals <= ACTIVITY_INTERVALS; ago += intervals) {
    let slot = slotOf(head - ago);
    let observed = 0;
    while (observed < intervals && viewers && viewers[slot] !== UNOBSERVED) {
      observed++;
      slot = slot === 0 ? ACTIVITY_INTERVALS - 1 : slot - 1;
    }
    if (observed === intervals) spans.push(ago);
  }
  return spans;
}

/** Also of an interval before 1970, none of which was observed: clocks of tests begin there. */
const slotOf = (interval: number): number => ((interval % ACTIVITY_INTERVALS) + ACTIVITY_INTERVALS) % ACTIVITY_INTERVALS;
