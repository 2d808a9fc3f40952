import type { Scores } from "@frontrow/protocol/insight";
import type { Metrics } from "@frontrow/protocol/metrics";

const round = (value: number) => Math.round(value * 10) / 10;

/** Scores that swing with the minutes, each with parts that add up to it. */
export function scoresAt(atMs: number, minute: number, isWarm: boolean): Scores {
  const wave = (period: number, shift = 0) => 0.5 + 0.45 * Math.sin(minute / period + shift);
  const score = (...parts: readonly (readonly [code: string, value: number, share: number, max: number])[]) => {
    const made = parts.map(([code, value, share, max]) => ({ code, value: round(value), points: round(share * max), max }));
    return { value: round(made.reduce((sum, { points }) => sum + points, 0)), parts: made };
  };
  const engagement = score(
    ["chatRate", 63 * wave(4), wave(4), 40],
    ["likeRate", 890 * wave(5), wave(5), 20],
    ["approvalRate", 4.1 * wave(6), wave(6), 20],
    ["giftRate", 3.2 * wave(3), wave(3), 20],
  );
  const reception = score(
    ["mood", 0.4 * wave(7), wave(7), 60],
    ["kindness", 0.98, 0.96, 20],
    ["approval", 2.2 * wave(6), wave(6), 20],
  );
  const energy = score(["pace", 1.4 * wave(4, 1), wave(4, 1), 70], ["breadth", 0.11, wave(9), 30]);
  const retention = score(["hold", 0.9 * wave(8, 2), wave(8, 2), 60], ["viewerTrend", 14 * wave(5) - 7, wave(5), 40]);
  const value = 0.3 * engagement.value + 0.25 * reception.value + 0.25 * energy.value + 0.2 * retention.value;
  const points = round(26 * Math.sin(minute / 4));
  const factor = (code: string, strength: number, of: number) => ({ code, strength: round(strength), value: round(of) });
  return {
    type: "scores",
    atMs,
    isWarm,
    entertainment: round(value),
    engagement,
    reception,
    energy,
    retention,
    churnRisk: {
      value: round(100 * wave(6, 2)),
      factors: [factor("viewersFalling", wave(6, 2), -11), factor("energyLow", wave(4, 3), 31)],
      actions: ["askQuestion", "greetViewers"],
    },
    monetization: {
      value: round(100 * wave(5, 4)),
      factors: [factor("giftMomentum", wave(5, 4), 6), factor("milestoneNear", 0.4, 180)],
      actions: ["thankGifters", "setGoal"],
    },
    trend: { word: points > 5 ? "rising" : points < -5 ? "falling" : "steady", points },
  };
}

/** The same as numbers. */
export function scoreMetrics(scores: Scores): Partial<Metrics> {
  const { entertainment, engagement, reception, energy, retention, churnRisk, monetization, trend } = scores;
  return {
    entertainment,
    engagement: engagement.value,
    reception: reception.value,
    energy: energy.value,
    retention: retention.value,
    churnRisk: churnRisk.value,
    monetization: monetization.value,
    engagementTrend: trend.points,
  };
}
