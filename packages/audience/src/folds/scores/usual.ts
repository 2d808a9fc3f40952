import { type ActivityState, inBeats } from "../../activity.ts";
import { BEAT_MS } from "../../beat.ts";
import { medianOf } from "../../median.ts";
import { type CrowdState, stretchOf } from "./crowd.ts";

const MINUTE_MS = 60_000;
/** A minute of beats, and half of one. */
export const MINUTE = MINUTE_MS / BEAT_MS;
export const HALF_MINUTE = MINUTE / 2;
const MINUTES = 15;
/** One message in a room of two is no enthusiastic crowd: so many viewers are taken to be there besides. */
export const PSEUDO_VIEWERS = 10;
/** What we expect before we know the broadcast weighs as much as ten minutes of it. */
const PRIOR_SPANS = 10;
const PACE_PRIOR_SPANS = 4;

export const crowdRates = ["chats", "likes", "approvals", "diamonds"] as const;
export type CrowdRate = (typeof crowdRates)[number];
/** A viewer's minute in a middling broadcast, by our own judgement; what the broadcast itself does soon outweighs it. */
const PRIOR: Record<CrowdRate, number> = { chats: 0.05, likes: 1, approvals: 0.005, diamonds: 0.2 };

/** What one of each is worth to the pace: roughly what it costs a viewer to do it. */
const EFFORT = { chats: 1, likes: 0.05, gifts: 0.5, diamonds: 0.02, shares: 2, follows: 2, joins: 0.2, subscribes: 5 } as const;
const doings = Object.keys(EFFORT) as (keyof typeof EFFORT)[];
/** Effort of a viewer in half a minute of that middling broadcast. */
const PACE_PRIOR = 0.1;

/** What is usual in this broadcast: the last fifteen minutes but the newest one, moved once a minute. */
export interface UsualState {
  /** A viewer's minute. */
  rates: Record<CrowdRate, number>;
  /** Effort of all in half a minute; 0 before the first beat. */
  pace: number;
}

export const createUsual = (): UsualState => ({ rates: { ...PRIOR }, pace: 0 });

/** How often in `beats` beats; `approvals` are shares and follows. */
export function countIn(activity: ActivityState, rate: CrowdRate, beats: number, ago = 0): number {
  if (rate !== "approvals") return inBeats(activity, rate, beats, ago);
  return inBeats(activity, "shares", beats, ago) + inBeats(activity, "follows", beats, ago);
}

export const effortIn = (activity: ActivityState, beats: number, ago = 0): number =>
  doings.reduce((sum, doing) => sum + EFFORT[doing] * inBeats(activity, doing, beats, ago), 0);

/**
 * Once a minute: the median of what single minutes were like, drawn toward what we expect as long as few were seen (a Bayesian
 * average). A median, because a spike must not raise what is usual; without the newest minute, because that is compared with it.
 */
export function beatUsual(state: UsualState, beatEndMs: number, activity: ActivityState, crowd: CrowdState): void {
  if (beatEndMs % MINUTE_MS !== 0 && state.pace > 0) return;
  const minutes = spansOf(crowd, MINUTE);
  for (const rate of crowdRates) {
    const seen = minutes.map(
      ({ ago, share, viewers }) => countIn(activity, rate, MINUTE, ago) / share / (viewers + PSEUDO_VIEWERS),
    );
    state.rates[rate] = blended(seen, PRIOR[rate], PRIOR_SPANS);
  }
  const halves = spansOf(crowd, HALF_MINUTE);
  const prior = PACE_PRIOR * (stretchOf(crowd, MINUTE).viewers + PSEUDO_VIEWERS);
  const seen = halves.map(({ ago, share }) => effortIn(activity, HALF_MINUTE, ago) / share);
  state.pace = Math.max(1, blended(seen, prior, PACE_PRIOR_SPANS));
}

const blended = (seen: number[], prior: number, weight: number): number =>
  (weight * prior + seen.length * medianOf(seen)) / (weight + seen.length);

/** The spans before the newest minute of which at least half was seen. */
function spansOf(crowd: CrowdState, beats: number): { ago: number; share: number; viewers: number }[] {
  const spans = [];
  for (let ago = MINUTE; ago + beats <= MINUTES * MINUTE; ago += beats) {
    const { seen, viewers } = stretchOf(crowd, beats, ago);
    if (seen * 2 >= beats) spans.push({ ago, share: seen / beats, viewers });
  }
  return spans;
}
