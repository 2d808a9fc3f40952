import type { Measure } from "./measure.ts";
import { harmlessChat } from "./measures/harmless-chat.ts";
import { ownJoy } from "./measures/joy-own.ts";
import { language, languageOfTweets } from "./measures/language.ts";
import { machine } from "./measures/machine.ts";
import { ownMoods } from "./measures/mood-own.ts";
import { noLanguage } from "./measures/no-language.ts";
import { ownNoLanguage } from "./measures/no-language-own.ts";
import { questionsInChat, questionsInTwelveLanguages } from "./measures/question.ts";
import { moodInLanguages, moodOfIndonesianComments, moodOfLiveChat, moodOfTweets } from "./measures/sentiment.ts";
import { ownShortEnglish } from "./measures/short-english-own.ts";
import { spam } from "./measures/spam.ts";
import { toxicityOfComments, toxicityOfTweets } from "./measures/toxicity.ts";

/** All measures in the order they are told, each in a file of its own. */
export const measures: readonly Measure[] = [
  language,
  languageOfTweets,
  noLanguage,
  ownNoLanguage,
  ownShortEnglish,
  questionsInChat,
  questionsInTwelveLanguages,
  moodOfTweets,
  moodOfLiveChat,
  moodInLanguages,
  moodOfIndonesianComments,
  ownMoods,
  toxicityOfComments,
  toxicityOfTweets,
  ownJoy,
  spam,
  harmlessChat,
  machine,
];
