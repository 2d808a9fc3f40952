import { type Spike, spikeLanes } from "@frontrow/protocol/insight";
import { type ActivityState, inBeats } from "../../activity.ts";
import { BEAT_MS } from "../../beat.ts";
import { type CrowdState, stretchOf, wholeSpans } from "../scores/crowd.ts";
import { toTenths } from "../scores/curve.ts";
import { isMany, type Lane, type Look, lookBack, meanOf, STANDS_OUT } from "./look-back.ts";

const COOL_DOWN_MS = 60_000;
/** Two minutes of spans of 20 s, or four of 60 s: less is no baseline. */
const LEAST_SEEN = { spike: 6, lull: 4 } as const;
/** One that lasts longer than this is not counted on: it is said with its first five minutes, and is still the same one. */
const LONGEST_BEATS = 60;
const LULL_SHARE = 1 / 3;
/** So many deviations below the usual, too: where likes come in bursts a minute with a third of them is nothing. */
const LULL_DEVIATIONS = 2;
const LULL_OVER = 2 / 3;
/** Fewer than this in a minute is no chat that could go quiet. */
const LULL_WORTH = { chats: 10, likes: 60 } as const;

type Kind = Spike["kind"];
/** What stands out now, as it was said first; and until when nothing is said of its kind. */
interface Watch {
  standing: Spike | undefined;
  quietUntilMs: number;
}

export interface SpikesState {
  readonly spike: Watch;
  readonly lull: Watch;
}

export interface Scene {
  readonly activity: ActivityState;
  readonly crowd: CrowdState;
  readonly isBattle: boolean;
}

const spans = { spike: 4, lull: 12 } as const;
const lanes = { spike: spikeLanes, lull: ["chats", "likes"] } as const satisfies Record<Kind, readonly Lane[]>;

export const createSpikes = (): SpikesState => ({
  spike: { standing: undefined, quietUntilMs: 0 },
  lull: { standing: undefined, quietUntilMs: 0 },
});

/**
 * At the end of a beat that had a source: what begins to stand out, and what has come to its end after it grew, with the same
 * id. One that goes on is one; nothing is judged by a span that was not seen whole.
 */
export function beatSpikes(state: SpikesState, scene: Scene, beatEndMs: number): Spike[] {
  const said: Spike[] = [];
  for (const kind of ["spike", "lull"] as const) {
    const spike = beatWatch(state[kind], kind, scene, beatEndMs);
    if (spike) said.push(spike);
  }
  return said;
}

function beatWatch(watch: Watch, kind: Kind, scene: Scene, beatEndMs: number): Spike | undefined {
  if (stretchOf(scene.crowd, spans[kind]).seen < spans[kind]) return watch.standing ? ended(watch, beatEndMs) : undefined;
  if (watch.standing) return goOn(watch, watch.standing, scene, beatEndMs);
  if (beatEndMs < watch.quietUntilMs) return undefined;
  const looks = raised(kind, scene);
  if (looks.length === 0) return undefined;
  const fromMs = beatEndMs - spans[kind] * BEAT_MS;
  watch.standing = spikeOf(kind, { atMs: beatEndMs, fromMs, toMs: beatEndMs }, looks, scene.isBattle);
  return watch.standing;
}

/** The lanes that stand out, the farthest from their usual first. Medians are only taken where a mean does not rule it out. */
function raised(kind: Kind, { activity, crowd }: Scene): Look[] {
  const candidates = (lanes[kind] as readonly Lane[]).filter((lane) => mayStandOut[kind](lane, activity, crowd));
  if (candidates.length === 0) return [];
  const before = wholeSpans(crowd, spans[kind]);
  if (before.length < LEAST_SEEN[kind]) return [];
  return candidates
    .map((lane) => lookBack(activity, lane, spans[kind], before))
    .filter((look) => standsOut[kind](look))
    .sort((a, b) => Math.abs(b.deviations) - Math.abs(a.deviations));
}

const mayStandOut: Record<Kind, (lane: Lane, activity: ActivityState, crowd: CrowdState) => boolean> = {
  spike: (lane, activity, crowd) => isMany(activity, crowd, lane, spans.spike),
  // A median is at most twice the mean (Markov), so what is not below a third of that is not below a third of the median.
  lull: (lane, activity, crowd) => {
    const most = 2 * meanOf(activity, crowd, lane, spans.lull);
    return most >= worthOf(lane) && inBeats(activity, lane, spans.lull) < most * LULL_SHARE;
  },
};

const standsOut: Record<Kind, (look: Look) => boolean> = {
  spike: ({ deviations }) => deviations >= STANDS_OUT,
  lull: ({ lane, value, usual, deviations }) =>
    usual >= worthOf(lane) && value < usual * LULL_SHARE && deviations <= -LULL_DEVIATIONS,
};

const lasts: Record<Kind, (look: Look) => boolean> = {
  spike: ({ deviations }) => deviations >= STANDS_OUT / 2,
  lull: ({ lane, value, usual }) => usual >= worthOf(lane) / 2 && value < usual * LULL_OVER,
};

const worthOf = (lane: Lane): number => (lane === "likes" ? LULL_WORTH.likes : LULL_WORTH.chats);

function goOn(watch: Watch, standing: Spike, { activity, crowd }: Scene, beatEndMs: number): Spike | undefined {
  const { kind, fromMs } = standing;
  const beats = (beatEndMs - fromMs) / BEAT_MS;
  const before = wholeSpans(crowd, spans[kind]);
  const looks = standing.lanes.map(({ lane }) => lookBack(activity, lane, spans[kind], before));
  if (!looks.some(lasts[kind])) return ended(watch, beatEndMs);
  if (beats > LONGEST_BEATS) return undefined;
  const grown = standing.lanes.map(({ lane, baseline, deviations }, at) => ({
    lane,
    value: inBeats(activity, lane, beats),
    baseline: toTenths((baseline * (beatEndMs - fromMs)) / (standing.toMs - fromMs)),
    deviations: farther(deviations, toTenths(looks[at]?.deviations ?? 0)),
  }));
  watch.standing = { ...standing, toMs: beatEndMs, lanes: grown };
  return undefined;
}

const farther = (a: number, b: number): number => (Math.abs(b) > Math.abs(a) ? b : a);

/** It is over: said again when it was longer than when it began. */
function ended(watch: Watch, beatEndMs: number): Spike | undefined {
  const { standing } = watch;
  watch.standing = undefined;
  watch.quietUntilMs = beatEndMs + COOL_DOWN_MS;
  return standing && standing.toMs > standing.atMs ? standing : undefined;
}

const spikeOf = (
  kind: Kind,
  span: Pick<Spike, "atMs" | "fromMs" | "toMs">,
  looks: readonly Look[],
  duringBattle: boolean,
): Spike => ({
  type: "spike",
  id: `${kind === "spike" ? "spk" : "lull"}_${span.atMs}`,
  kind,
  ...span,
  lanes: looks.map(({ lane, value, usual, deviations }) => ({
    lane,
    value,
    baseline: toTenths(usual),
    deviations: toTenths(deviations),
  })),
  duringBattle,
});
