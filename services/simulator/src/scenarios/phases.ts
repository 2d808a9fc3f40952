import type { Random } from "./random.ts";

/** What can happen at any moment, and how likely it is compared with the rest. */
export type Happening = "chat" | "join" | "gift" | "like" | "follow" | "share" | "subscribe" | "question" | "emote" | "oddity";

/** A stretch of a broadcast in which the audience is in one mood. */
export interface Phase {
  readonly name: string;
  /** How much goes on, 1 being usual. */
  readonly energy: number;
  /** −1 sour … 1 delighted. */
  readonly mood: number;
  readonly seconds: readonly [min: number, max: number];
  /** How viewers come and go by the end of it, as a factor. */
  readonly viewers: number;
  /** How likely it follows the one before. */
  readonly weight: number;
  readonly more: Partial<Record<Happening, number>>;
  /** The share of chat that asks the creator something. */
  readonly asking: number;
}

const phase = (name: string, given: Partial<Omit<Phase, "name">>): Phase => ({
  name,
  energy: 1,
  mood: 0.2,
  seconds: [30, 90],
  viewers: 1,
  weight: 1,
  more: {},
  asking: 0.06,
  ...given,
});

/** What a broadcast is in most of the time. */
export const steadyPhase = phase("steady", { seconds: [40, 120], weight: 5 });

/** The average of `energy`, weighted by how long and how often, is near 1: the rate asked for is the rate over time. */
const phases: readonly Phase[] = [
  steadyPhase,
  phase("wave", {
    energy: 1.8,
    mood: 0.85,
    seconds: [12, 35],
    viewers: 1.08,
    weight: 2,
    more: { like: 3, gift: 1.6, chat: 1.3 },
  }),
  phase("lull", { energy: 0.4, mood: 0, seconds: [20, 60], viewers: 0.93, weight: 2 }),
  phase("raid", {
    energy: 2.2,
    mood: 0.6,
    seconds: [12, 25],
    viewers: 1.5,
    weight: 0.5,
    more: { join: 5, follow: 2, chat: 1.2 },
  }),
  phase("questions", { mood: 0.25, weight: 2, asking: 0.3, more: { chat: 1.5, question: 4 } }),
  phase("sour", {
    energy: 0.9,
    mood: -0.7,
    seconds: [15, 45],
    viewers: 0.85,
    weight: 1,
    more: { like: 0.3, gift: 0.3, follow: 0.3 },
  }),
  phase("generous", { energy: 1.3, mood: 0.7, seconds: [20, 45], weight: 1, more: { gift: 4 } }),
  phase("battle", { energy: 1.4, mood: 0.6, seconds: [60, 61], weight: 0.6, more: { gift: 3, like: 2, join: 0.6 } }),
];

/** What a broadcast begins with. */
export const openingPhase = phase("opening", { energy: 1, mood: 0.4, seconds: [15, 40], viewers: 1.1, more: { join: 1.8 } });

export function nextPhase(random: Random, current: Phase): Phase {
  const others = phases.filter((candidate) => candidate !== current);
  return random.weighted(others.map((candidate) => [candidate, candidate.weight] as const));
}
