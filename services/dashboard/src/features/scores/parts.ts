import type { ScorePart, Scores } from "@frontrow/protocol/insight";
import type { ScoreName } from "../../live/commands.ts";

/** The parts of the entertainment level and their weights: engagement counts most, because it cannot be had by chance. */
export const weights = { engagement: 0.3, reception: 0.25, energy: 0.25, retention: 0.2 } as const;
export type PartName = keyof typeof weights;
export const partNames = Object.keys(weights) as readonly PartName[];

type Scored = Exclude<ScoreName, "churnRisk" | "monetization">;

/** What a score is made of, in points, each of at most its own maximum. */
export function partsOf(scores: Scores, score: Scored): readonly ScorePart[] {
  if (score !== "entertainment") return scores[score].parts;
  return partNames.map((code) => ({
    code,
    value: scores[code].value,
    points: scores[code].value * weights[code],
    max: weights[code] * 100,
  }));
}
