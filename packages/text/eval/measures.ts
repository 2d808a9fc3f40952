import type { Measure } from "./measure.ts";
import { language, languageOfTweets } from "./measures/language.ts";
import { noLanguage } from "./measures/no-language.ts";

/** All measures in the order they are told, each in a file of its own. */
export const measures: readonly Measure[] = [language, languageOfTweets, noLanguage];
