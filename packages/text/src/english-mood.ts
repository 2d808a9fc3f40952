import { englishFeatures } from "./english-features.ts";
import { englishMood } from "./generated/english-mood.ts";
import { lazy } from "./lazy.ts";
import { FeatureBuffer } from "./model/feature-buffer.ts";
import { loadModelText } from "./model/model-format.ts";
import type { Scan } from "./scan.ts";

/** How much of the scale is left for what has a mood: strong feelings, judged at 0.6 of the way, come to about 0.7. */
const STEEPNESS = 1.5;

/**
 * Mood of an English sentence, −1 … 1: a line through what the rules say, corrected by what people said of such sentences.
 * `band` is where neutral ends on the scale that is returned.
 */
export function englishMoodOf(scan: Scan, compound: number, band: number): number {
  const { slope, intercept, low, zero, high, model } = english();
  const judged = slope * compound + intercept + model.score(englishFeatures(scan, compound, buffer));
  if (judged > high) return band + (judged - high) * STEEPNESS;
  if (judged < low) return (judged - low) * STEEPNESS - band;
  return ((judged - zero) / (judged > zero ? high - zero : zero - low)) * band;
}

const buffer = new FeatureBuffer();
const english = lazy(() => ({ ...englishMood, model: loadModelText(englishMood.model) }));
