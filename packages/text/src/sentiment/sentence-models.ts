import { englishMood } from "../generated/english-mood.ts";
import { indonesianMood } from "../generated/indonesian-mood.ts";
import { lazy } from "../lazy.ts";
import { FeatureBuffer } from "../model/feature-buffer.ts";
import { loadModelText } from "../model/model-format.ts";
import type { Tokens } from "../tokenizer.ts";
import { englishFeatures } from "./english-features.ts";
import { indonesianFeatures } from "./indonesian-features.ts";

/** One model runs at a time, so they share it. */
const buffer = new FeatureBuffer();

/** How much of the scale is left for what has a mood: strong feelings, judged at 0.6 of the way, come to about 0.7. */
const STEEPNESS = 1.5;

/**
 * Mood of an English sentence, −1 … 1: a line through what the rules say, corrected by what people said of such sentences.
 * `band` is where neutral ends on the scale that is returned.
 */
export function englishSentiment(tokens: Tokens, compound: number, band: number): number {
  const { slope, intercept, low, zero, high, model } = english();
  const judged = slope * compound + intercept + model.score(englishFeatures(tokens, compound, buffer));
  if (judged > high) return band + (judged - high) * STEEPNESS;
  if (judged < low) return (judged - low) * STEEPNESS - band;
  return ((judged - zero) / (judged > zero ? high - zero : zero - low)) * band;
}

/**
 * Mood of an Indonesian sentence, −1 … 1, by a model that was told which of three it is: inside the band it is neutral, and
 * beyond it the further the surer.
 */
export function indonesianSentiment(tokens: Tokens, compound: number, band: number): number {
  const [positive = 0, neutral = 0, negative = 0] = indonesian().scores(indonesianFeatures(tokens, compound, buffer));
  const lead = Math.max(positive, negative) - neutral;
  if (lead <= 0) return Math.tanh(positive - negative) * band * 0.9;
  return Math.sign(positive - negative) * (band + (1 - band) * Math.tanh(lead / 2));
}

const english = lazy(() => ({ ...englishMood, model: loadModelText(englishMood.model) }));
const indonesian = lazy(() => loadModelText(indonesianMood));
