import { type ActivityState, inBeats } from "../../activity.ts";
import { BEAT_MS } from "../../beat.ts";
import { type CrowdState, stretchOf, wholeSpans } from "../scores/crowd.ts";
import { isMany, lookBack, STANDS_OUT } from "./look-back.ts";

const BURST_BEATS = 4;
const LEAST_SPANS = 6;
/** TikTok tells the number of viewers some seconds after they came: so long it may take to rise. */
const WAITED_MS = 30_000;
const COOL_DOWN_MS = 300_000;
/** Viewers as they were before: 40 to 60 s ago. */
const BEFORE = { beats: 4, ago: 8 } as const;
const TIMES = 1.2;
const MORE = 10;

/** A burst of arrivals that may turn out to be a raid. */
interface Burst {
  readonly fromMs: number;
  readonly viewersBefore: number;
  readonly untilMs: number;
}
export interface RaidsState {
  burst: Burst | undefined;
  quietUntilMs: number;
}
export interface Raid {
  readonly joins: number;
  readonly seconds: number;
  readonly viewers: number;
}

export const createRaids = (): RaidsState => ({ burst: undefined, quietUntilMs: 0 });

/**
 * At the end of a beat that had a source: a raid is a burst of arrivals that stands out, after which there are a fifth more
 * viewers than before, and ten more at least. Arrivals alone are TikTok showing the broadcast to people who pass by.
 */
export function beatRaids(
  state: RaidsState,
  { activity, crowd, viewers }: { activity: ActivityState; crowd: CrowdState; viewers: number },
  beatEndMs: number,
): Raid | undefined {
  if (beatEndMs < state.quietUntilMs) return undefined;
  state.burst ??= burstOf(activity, crowd, beatEndMs);
  const { burst } = state;
  if (!burst) return undefined;
  if (viewers < Math.max(burst.viewersBefore * TIMES, burst.viewersBefore + MORE)) {
    if (beatEndMs >= burst.untilMs) state.burst = undefined;
    return undefined;
  }
  state.burst = undefined;
  state.quietUntilMs = beatEndMs + COOL_DOWN_MS;
  const beats = (beatEndMs - burst.fromMs) / BEAT_MS;
  return { joins: inBeats(activity, "joins", beats), seconds: (beatEndMs - burst.fromMs) / 1_000, viewers };
}

function burstOf(activity: ActivityState, crowd: CrowdState, beatEndMs: number): Burst | undefined {
  if (!isMany(activity, crowd, "joins", BURST_BEATS)) return undefined;
  const before = stretchOf(crowd, BEFORE.beats, BEFORE.ago);
  const spans = wholeSpans(crowd, BURST_BEATS);
  if (before.told === 0 || spans.length < LEAST_SPANS) return undefined;
  if (lookBack(activity, "joins", BURST_BEATS, spans).deviations < STANDS_OUT) return undefined;
  return { fromMs: beatEndMs - BURST_BEATS * BEAT_MS, viewersBefore: before.viewers, untilMs: beatEndMs + WAITED_MS };
}
