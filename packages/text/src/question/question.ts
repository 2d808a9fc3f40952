import { questionModel, questionThresholds } from "../generated/question-model.ts";
import { UNDETERMINED } from "../language/language.ts";
import { isNonLexical } from "../language/non-lexical.ts";
import { lazy } from "../lazy.ts";
import { FeatureBuffer } from "../model/feature-buffer.ts";
import { loadModelText } from "../model/model-format.ts";
import { isUnsegmented } from "../scripts.ts";
import type { Tokens } from "../tokenizer.ts";
import { type QuestionCues, questionCues } from "./cues.ts";
import { addQuestionFeatures } from "./features.ts";
import { questionWords } from "./question-words.ts";

/**
 * How much a question deserves the creator's answer: 0 is no question, 1 hardly (rhetorical, one word), 3 an ordinary one,
 * 5 a whole sentence that clearly asks the creator. A question mark is not needed, and does not suffice ("lol?").
 */
export type QuestionPriority = 0 | 1 | 2 | 3 | 4 | 5;

/**
 * Why a question has its priority, in the protocol's words where it has them. Each of the first four adds one to the least priority of 1; `toSomebodyElse` (it
 * begins with a mention) takes one away; `short` allows no more than 2, `rhetorical` no more than 1. `wording` stands
 * alone: none of the others holds, and its words are those of questions.
 */
export type QuestionReason =
  | "asksCreator"
  | "questionWord"
  | "questionMark"
  | "fullSentence"
  | "toSomebodyElse"
  | "short"
  | "rhetorical"
  | "wording";

export interface Question {
  readonly priority: QuestionPriority;
  /** None when it is no question. */
  readonly reasons: readonly QuestionReason[];
}

const NO_QUESTION: Question = { priority: 0, reasons: [] };

/** Whether a text asks, how much that deserves an answer, and why. */
export function questionOf(tokens: Tokens, language: string): Question {
  if (tokens.words.length === 0) return NO_QUESTION;
  const cues = questionCues(tokens, language);
  if (tokens.questionMarks === 0 && !asksWithoutMark(tokens, cues, language)) return NO_QUESTION;
  const reasons = reasonsOf(tokens, cues);
  return { priority: priorityOf(reasons), reasons };
}

const model = lazy(() => loadModelText(questionModel));
const buffer = new FeatureBuffer();

/**
 * Without a mark the model decides. A short text must show a cue that rules know, or be clearer: nearly all that chat types
 * are statements of a few words, and a model that has seen whole sentences takes some of them for the rest of a question.
 */
function asksWithoutMark(tokens: Tokens, cues: QuestionCues, language: string): boolean {
  if (language === UNDETERMINED || cues.declares) return false;
  if (cues.particle) return true;
  const kind = kindOf(tokens, cues, language);
  if (kind === "word") return questionWords().alone.has(tokens.words[cues.first] as string);
  addQuestionFeatures(buffer.clear(), tokens, cues);
  const { sentence, ...short } = questionThresholds;
  const threshold = kind === "sentence" ? (sentence[language] ?? short.signed) : short[kind];
  return model().score(buffer) > threshold;
}

/** A text without a mark, by what it takes to be a question. Signed: rules know a cue in it. */
type QuestionKind = "word" | "sentence" | "signed" | "weak" | "unsigned";

export function kindOf({ words, letters }: Tokens, cues: QuestionCues, language: string): QuestionKind {
  const size = isUnsegmented(letters) ? letters.reduce((sum, one) => sum + one, 0) / 2.5 : words.length - cues.first;
  const isWeak = cues.opensWeakly && !cues.phrase && !cues.tag;
  const isSigned = cues.opens || cues.inverts || cues.phrase || cues.tag || cues.unsegmented || cues.inPlace;
  // Our English lists are wide, and what they don't find in a long English message is hardly ever a question.
  if (size >= SENTENCE_WORDS && (isSigned || cues.inside || language !== "en")) return "sentence";
  if (size <= 1 && !isUnsegmented(letters)) return "word";
  return isWeak ? "weak" : isSigned ? "signed" : "unsigned";
}

/** From here on a text has enough words for the model to know. */
const SENTENCE_WORDS = 8;

const FULL_SENTENCE_WORDS = 4;
const FULL_SENTENCE_UNSEGMENTED_LETTERS = 7;

function reasonsOf(tokens: Tokens, cues: QuestionCues): QuestionReason[] {
  const { words, letters } = tokens;
  const unsegmented = isUnsegmented(letters);
  const count = words.length - cues.first;
  const size = unsegmented ? letters.reduce((sum, one) => sum + one, 0) : count;
  const reasons: QuestionReason[] = [];
  if (cues.addresses) reasons.push("asksCreator");
  if (cues.opens || cues.inverts || cues.phrase || cues.unsegmented || cues.inPlace || cues.particle)
    reasons.push("questionWord");
  if (tokens.questionMarks > 0) reasons.push("questionMark");
  if (size >= (unsegmented ? FULL_SENTENCE_UNSEGMENTED_LETTERS : FULL_SENTENCE_WORDS)) reasons.push("fullSentence");
  if (tokens.mentions > 0 && tokens.text.trimStart().startsWith("@")) reasons.push("toSomebodyElse");
  if (count === 1 && !unsegmented) reasons.push("short");
  if (isRhetorical(words, cues)) reasons.push("rhetorical");
  return reasons.length === 0 ? ["wording"] : reasons;
}

/** "what?", "really??", "lol?", "what a night?": they expect no answer. */
function isRhetorical(words: readonly string[], { first, exclaims }: QuestionCues): boolean {
  if (exclaims) return true;
  const { rhetorical } = questionWords();
  for (let at = first; at < words.length; at++) {
    const word = words[at] as string;
    if (!rhetorical.has(word) && !isNonLexical(word)) return false;
  }
  return true;
}

const POINTS: Readonly<Record<QuestionReason, number>> = {
  asksCreator: 1,
  questionWord: 1,
  questionMark: 1,
  fullSentence: 1,
  toSomebodyElse: -1,
  short: 0,
  rhetorical: 0,
  wording: 0,
};

function priorityOf(reasons: readonly QuestionReason[]): QuestionPriority {
  if (reasons.includes("rhetorical")) return 1;
  const points = reasons.reduce((sum, reason) => sum + POINTS[reason], 1);
  return Math.max(1, Math.min(reasons.includes("short") ? 2 : 5, points)) as QuestionPriority;
}
