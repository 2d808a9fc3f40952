import { keywordsOf } from "./keywords.ts";
import { identifyLanguage, UNDETERMINED } from "./language/language.ts";
import { type QuestionPriority, questionOf } from "./question/question.ts";
import { labelOf, type SentimentLabel, sentimentOf } from "./sentiment/sentiment.ts";
import { spamOf } from "./spam/spam.ts";
import { tokenize } from "./tokenizer.ts";
import { toxicityOf } from "./toxicity/toxicity.ts";

/** What a chat event carries of its text; the fields and ranges of the protocol's `annotationSchema`. */
export interface Annotation {
  /** ISO 639-1, or `und` for text without language: numbers, emoji, laughter. */
  readonly language: string;
  /** Mood, −1 … 1; 0 for text without any. */
  readonly sentiment: number;
  readonly question: boolean;
  /** 0 when it is no question, else 1 (rhetorical) … 5 (a full question to the creator). */
  readonly questionPriority: QuestionPriority;
  /** 0 … 1; about 0.5 deserves a look. */
  readonly toxicity: number;
  /** 0 … 1, from this text alone; repetition over messages is the fold's to see. */
  readonly spam: number;
}

export interface TextAnnotation extends Annotation {
  readonly sentimentLabel: SentimentLabel;
  /** At most five words that say what it is about; none for text without language. */
  readonly keywords: string[];
}

export interface AnnotationHint {
  /** Somebody else's guess of the language, such as TikTok's `contentLanguage`: breaks ties, no more. */
  readonly language?: string;
}

/**
 * What can be said of one message by its text alone: language, mood, question, toxicity, spam, keywords.
 *
 * Pure, synchronous and total: the same text gives the same answer, any string gives one, and only its first 600
 * characters are looked at, so the time is bounded. The first call builds the tables.
 *
 * @example
 * annotate("where are you from?") // { language: "en", question: true, questionPriority: 5, … }
 * annotate("999") // { language: "und", sentiment: 0, question: false, … }
 */
export function annotate(text: string, hint?: AnnotationHint): TextAnnotation {
  const tokens = tokenize(text);
  const language = tokens.words.length === 0 ? UNDETERMINED : identifyLanguage(tokens, hint?.language);
  const sentiment = sentimentOf(tokens, language);
  const questionPriority = questionOf(tokens, language).priority;
  return {
    language,
    sentiment,
    question: questionPriority > 0,
    questionPriority,
    toxicity: toxicityOf(tokens, language),
    spam: spamOf(tokens, language),
    sentimentLabel: labelOf(sentiment),
    keywords: keywordsOf(tokens.words, language),
  };
}
