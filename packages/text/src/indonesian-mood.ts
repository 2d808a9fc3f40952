import { indonesianMood } from "./generated/indonesian-mood.ts";
import { indonesianFeatures } from "./indonesian-features.ts";
import { lazy } from "./lazy.ts";
import { FeatureBuffer } from "./model/feature-buffer.ts";
import { loadModelText } from "./model/model-format.ts";
import type { Scan } from "./scan.ts";

/**
 * Mood of an Indonesian sentence, −1 … 1, by a model that was told which of three it is: inside the band it is neutral, and
 * beyond it the further the surer.
 */
export function indonesianMoodOf(scan: Scan, compound: number, band: number): number {
  const [positive = 0, neutral = 0, negative = 0] = model().scores(indonesianFeatures(scan, compound, buffer));
  const lead = Math.max(positive, negative) - neutral;
  if (lead <= 0) return Math.tanh(positive - negative) * band * 0.9;
  return Math.sign(positive - negative) * (band + (1 - band) * Math.tanh(lead / 2));
}

const buffer = new FeatureBuffer();
const model = lazy(() => loadModelText(indonesianMood));
