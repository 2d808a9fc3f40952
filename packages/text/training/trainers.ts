import { english } from "./english.ts";
import { indonesian } from "./indonesian.ts";
import { language } from "./language.ts";
import { question } from "./question.ts";
import { spam } from "./spam.ts";
import { toxicity } from "./toxicity.ts";
import type { Trainer } from "./trainer.ts";

/** All trainers, each in a file of its own. */
export const trainers: readonly Trainer[] = [language, question, toxicity, spam, english, indonesian];
