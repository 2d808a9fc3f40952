import { toxicityModel } from "../generated/toxicity-model.ts";
import { lazy } from "../lazy.ts";
import { MILD_TENTHS } from "../lexicons/insults.ts";
import { FeatureBuffer } from "../model/feature-buffer.ts";
import { sigmoid } from "../model/linear-model.ts";
import { loadModelText } from "../model/model-format.ts";
import { WordScoreCache } from "../model/word-score-cache.ts";
import { Script } from "../scripts.ts";
import type { Tokens } from "../tokenizer.ts";
import { addToxicityContext, addToxicityWord } from "./features.ts";
import { besideAsides, isJoy } from "./joy.ts";
import { type Profanity, profanityOf } from "./profanity.ts";

/** Aimed at somebody, a rude word is an insult; alone it may be joy ("this is fucking great"). */
const AIMED = 0.25;
/** What the model says of less than this many words is worth nothing: it learned from sentences. */
const MIN_WORDS = 2;
const FEW_WORDS = 3;
const THREAT = 0.9;
/** Beyond this severity a rude word says that a text may be English after all; milder words are our own, of other languages. */
const TELLING = 12;
/** Joy gets no more than this. */
const JOY = 0.4;

/**
 * How hurtful a message is, 0 … 1; from 0.5 it is taken for an insult. English by a model, other languages by the worst word or
 * phrase of our lists, more if it is aimed at somebody. Threats count in any. Training puts another model in the place of ours.
 */
export function toxicityOf(tokens: Tokens, language: string, byModel = toxicityByModel): number {
  if (tokens.words.length === 0) return 0;
  const rude = profanityOf(tokens, language);
  const said = toxicityOfWords(tokens, language, rude, byModel);
  return Math.round(withoutJoy(said, tokens, language, rude, byModel) * 100) / 100;
}

function toxicityOfWords(tokens: Tokens, language: string, rude: Profanity, byModel: typeof toxicityByModel): number {
  const learned = isModelApplicable(tokens, language, rude) ? byModel(tokens, rude) : 0;
  const listed = usesLexicon(tokens, language, rude) ? toxicityByLexicon(tokens, rude) : 0;
  return Math.max(learned, listed, rude.isThreat ? THREAT : 0);
}

/** Swearing for joy insults nobody; beside what is said aside, what else is said is judged. */
function withoutJoy(said: number, tokens: Tokens, language: string, rude: Profanity, byModel: typeof toxicityByModel): number {
  if (said <= JOY || rude.isThreat) return said;
  if (isJoy(tokens, rude)) return JOY;
  const beside = besideAsides(tokens);
  if (beside === undefined) return said;
  const besides = toxicityOfWords(beside, language, profanityOf(beside, language), byModel);
  return Math.min(said, Math.max(JOY, besides));
}

/** The model learned English: of other text it is asked only where a rude word says that it may be English after all. */
export const isModelApplicable = ({ words, letters }: Tokens, language: string, { worst }: Profanity): boolean =>
  words.length >= MIN_WORDS && (language === "en" || (worst > TELLING && (letters[Script.latin] as number) > 0));

/** In English where it is so short that the model has little to go by: "you idiot". */
const usesLexicon = ({ words }: Tokens, language: string, { worst, isSecondPerson }: Profanity): boolean =>
  language !== "en" || words.length < MIN_WORDS || (words.length <= FEW_WORDS && isSecondPerson && worst > MILD_TENTHS);

const buffer = new FeatureBuffer();
const model = lazy(() => new WordScoreCache(loadModelText(toxicityModel), addToxicityWord));

function toxicityByModel(tokens: Tokens, rude: Profanity): number {
  addToxicityContext(buffer.clear(), tokens, rude);
  return sigmoid(model().scores(tokens.words, buffer)[0] as number);
}

function toxicityByLexicon(tokens: Tokens, rude: Profanity): number {
  const { worst } = rude;
  if (worst === 0) return 0;
  const isTargeted = rude.isTargeted || isCalledOut(tokens, rude);
  // Severity runs from 1 (mild) to 3 (severe).
  return Math.min(1, 0.25 + ((worst - 10) / 20) * 0.7 + (isTargeted ? AIMED : 0));
}

/** One rude word, and nothing else, said to somebody by name: "@name bitch". */
const isCalledOut = ({ words, mentions }: Tokens, { worst, isExpletiveOnly }: Profanity): boolean =>
  words.length === 1 && mentions > 0 && worst > TELLING && !isExpletiveOnly;
