import { type Spike, spikeLanes } from "@frontrow/protocol/insight";
import { toTenths } from "../statistics.ts";
import { type ConcurrentViewersState, observedSpans, summarizeViewers } from "../viewers/concurrent-viewers.ts";
import { type ActivityState, activityIn } from "../windows/activity.ts";
import { INTERVAL_MS } from "../windows/evaluation-interval.ts";
import { type Deviation, deviationOf, type Lane, mayBeOutlier, meanIn, OUTLIER_DEVIATIONS } from "./deviation.ts";

const COOL_DOWN_MS = 60_000;
/** Observed spans before, of 20 s or 60 s, that make a baseline. */
const MIN_SPANS = { spike: 6, lull: 4 } as const;
/** Length, five minutes, up to which a spike grows. It still counts as the same one after that. */
const MAX_INTERVALS = 60;
const LULL_SHARE = 1 / 3;
/** Deviations below the baseline that a lull needs besides: where likes come in bursts, a third of them is nothing unbaseline. */
const LULL_DEVIATIONS = 2;
const LULL_END_SHARE = 2 / 3;
/** Baselines per minute below which there is no lull. */
const LULL_MIN_BASELINE = { chats: 10, likes: 60 } as const;

type Kind = Spike["kind"];
/** The ongoing spike of a kind, and until when no other is detected. */
interface Detector {
  ongoing: Spike | undefined;
  quietUntilMs: number;
}

export interface SpikesState {
  readonly spike: Detector;
  readonly lull: Detector;
}

/** What spikes are detected in. */
export interface SpikeInputs {
  readonly activity: ActivityState;
  readonly concurrentViewers: ConcurrentViewersState;
  readonly isBattle: boolean;
}

const spans = { spike: 4, lull: 12 } as const;
const lanes = { spike: spikeLanes, lull: ["chats", "likes"] } as const satisfies Record<Kind, readonly Lane[]>;

export const createSpikes = (): SpikesState => ({
  spike: { ongoing: undefined, quietUntilMs: 0 },
  lull: { ongoing: undefined, quietUntilMs: 0 },
});

/**
 * At the end of an interval with a source: the spikes and lulls that begin, and those that ended after they grew, with the same id.
 * Spans that were not fully observed are not judged.
 */
export function detectSpikes(state: SpikesState, inputs: SpikeInputs, intervalEndMs: number): Spike[] {
  const detected: Spike[] = [];
  for (const kind of ["spike", "lull"] as const) {
    const spike = detect(state[kind], kind, inputs, intervalEndMs);
    if (spike) detected.push(spike);
  }
  return detected;
}

function detect(detector: Detector, kind: Kind, inputs: SpikeInputs, intervalEndMs: number): Spike | undefined {
  if (summarizeViewers(inputs.concurrentViewers, spans[kind]).observed < spans[kind]) {
    return detector.ongoing ? end(detector, intervalEndMs) : undefined;
  }
  if (detector.ongoing) return extend(detector, detector.ongoing, inputs, intervalEndMs);
  if (intervalEndMs < detector.quietUntilMs) return undefined;
  const deviations = outliers(kind, inputs);
  if (deviations.length === 0) return undefined;
  const fromMs = intervalEndMs - spans[kind] * INTERVAL_MS;
  detector.ongoing = spikeOf(kind, { atMs: intervalEndMs, fromMs, toMs: intervalEndMs }, deviations, inputs.isBattle);
  return detector.ongoing;
}

/** The lanes whose newest span is an outlier, the largest deviation first. Medians are computed only where the mean does not rule it out. */
function outliers(kind: Kind, { activity, concurrentViewers }: SpikeInputs): Deviation[] {
  const candidates = (lanes[kind] as readonly Lane[]).filter((lane) => mayDeviate[kind](lane, activity, concurrentViewers));
  if (candidates.length === 0) return [];
  const before = observedSpans(concurrentViewers, spans[kind]);
  if (before.length < MIN_SPANS[kind]) return [];
  return candidates
    .map((lane) => deviationOf(activity, lane, spans[kind], before))
    .filter((deviation) => isOutlier[kind](deviation))
    .sort((a, b) => Math.abs(b.deviations) - Math.abs(a.deviations));
}

const mayDeviate: Record<Kind, (lane: Lane, activity: ActivityState, viewers: ConcurrentViewersState) => boolean> = {
  spike: (lane, activity, viewers) => mayBeOutlier(activity, viewers, lane, spans.spike),
  // The median is at most twice the mean (Markov): what is not below a third of that is not below a third of the median.
  lull: (lane, activity, viewers) => {
    const most = 2 * meanIn(activity, viewers, lane, spans.lull);
    return most >= minBaselineOf(lane) && activityIn(activity, lane, spans.lull) < most * LULL_SHARE;
  },
};

const isOutlier: Record<Kind, (deviation: Deviation) => boolean> = {
  spike: ({ deviations }) => deviations >= OUTLIER_DEVIATIONS,
  lull: ({ lane, value, baseline, deviations }) =>
    baseline >= minBaselineOf(lane) && value < baseline * LULL_SHARE && deviations <= -LULL_DEVIATIONS,
};

const persists: Record<Kind, (deviation: Deviation) => boolean> = {
  spike: ({ deviations }) => deviations >= OUTLIER_DEVIATIONS / 2,
  lull: ({ lane, value, baseline }) => baseline >= minBaselineOf(lane) / 2 && value < baseline * LULL_END_SHARE,
};

const minBaselineOf = (lane: Lane): number => (lane === "likes" ? LULL_MIN_BASELINE.likes : LULL_MIN_BASELINE.chats);

function extend(
  detector: Detector,
  ongoing: Spike,
  { activity, concurrentViewers }: SpikeInputs,
  intervalEndMs: number,
): Spike | undefined {
  const { kind, fromMs } = ongoing;
  const intervals = (intervalEndMs - fromMs) / INTERVAL_MS;
  const before = observedSpans(concurrentViewers, spans[kind]);
  const deviationsNow = ongoing.lanes.map(({ lane }) => deviationOf(activity, lane, spans[kind], before));
  if (!deviationsNow.some(persists[kind])) return end(detector, intervalEndMs);
  if (intervals > MAX_INTERVALS) return undefined;
  const grown = ongoing.lanes.map(({ lane, baseline, deviations }, at) => ({
    lane,
    value: activityIn(activity, lane, intervals),
    baseline: toTenths((baseline * (intervalEndMs - fromMs)) / (ongoing.toMs - fromMs)),
    deviations: larger(deviations, toTenths(deviationsNow[at]?.deviations ?? 0)),
  }));
  detector.ongoing = { ...ongoing, toMs: intervalEndMs, lanes: grown };
  return undefined;
}

const larger = (a: number, b: number): number => (Math.abs(b) > Math.abs(a) ? b : a);

/** Ends the ongoing spike, and returns it if it grew after it began. */
function end(detector: Detector, intervalEndMs: number): Spike | undefined {
  const { ongoing } = detector;
  detector.ongoing = undefined;
  detector.quietUntilMs = intervalEndMs + COOL_DOWN_MS;
  return ongoing && ongoing.toMs > ongoing.atMs ? ongoing : undefined;
}

const spikeOf = (
  kind: Kind,
  span: Pick<Spike, "atMs" | "fromMs" | "toMs">,
  deviations: readonly Deviation[],
  duringBattle: boolean,
): Spike => ({
  type: "spike",
  id: `${kind === "spike" ? "spk" : "lull"}_${span.atMs}`,
  kind,
  ...span,
  lanes: deviations.map(({ lane, value, baseline, deviations: distance }) => ({
    lane,
    value,
    baseline: toTenths(baseline),
    deviations: toTenths(distance),
  })),
  duringBattle,
});
