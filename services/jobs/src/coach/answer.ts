import type { Language } from "@frontrow/protocol/desk";
import type { Params } from "@frontrow/protocol/insight";
import { annotate } from "@frontrow/text/annotate";
import { z } from "zod";
import { CoachFailure } from "./coach-model.ts";
import { LONGEST_WORDS } from "./conversation.ts";

/** What the model has to answer; the same as JSON schema for endpoints that hold it to one. */
const answerSchema = z.strictObject({ text: z.string().max(LONGEST_WORDS) });
export const answerJsonSchema = {
  type: "object",
  properties: { text: { type: "string", maxLength: LONGEST_WORDS } },
  required: ["text"],
  additionalProperties: false,
} as const;

/** The sentence in what the model wrote; throws `unreadable` when it is anything but the JSON that was asked for. */
export function textIn(content: string): string {
  const parsed = answerSchema.safeParse(parsedOr(content));
  // Without its cause: that would quote what the model wrote, and the model may quote chat.
  if (!parsed.success) throw new CoachFailure("unreadable", "the model did not answer with the JSON that it was asked for");
  return parsed.data.text;
}

function parsedOr(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u;
const markup = /[<>`*[\]{}|\\]|#\p{L}/u;
/** Also without its scheme: "example.com/free". */
const link =
  /:\/\/|\bwww\.|\p{L}\.(?:com|net|org|io|me|tv|gg|ly|co|xyz|top|shop|link|app|info|online|site|live|ru|cn|de|fr|es|it|br|id|uk)\b/iu;
/** An account's name as people point at it; a point at its end ends a sentence. */
const mention = /@[\p{L}\p{N}_.]*[\p{L}\p{N}_]/gu;
/** Joins the parts of one emoji. */
const joiners = /(?<=\p{Extended_Pictographic}\ufe0f?)\u200d/gu;
/** Set around names that run from right to left; the model may repeat them. */
const isolates = /[\u2066-\u2069]/g;

/**
 * The model's words for a prompt with these params, if they can be put on the screen and spoken: one sentence, not empty, no
 * longer than asked, without links, markup and unseen characters, and not what a stranger would make it say: insults, or the
 * account of somebody that the prompt is not about. Throws `unsayable` else.
 */
export function sayable(words: string, language: Language, params: Params): string {
  const text = words.replace(isolates, "").trim();
  const faults = [
    text === "" && "nothing",
    text.length > LONGEST_WORDS && "too long",
    (unseen.test(text.replace(joiners, "")) && "unseen characters") || (markup.test(text) && "markup"),
    link.test(text) && "a link",
    pointsElsewhere(text, params) && "about an account of others",
    sentencesIn(text, language) > 1 && "more than a sentence",
    isHostile(text, language) && "an insult",
  ].filter(Boolean);
  if (faults.length > 0) throw new CoachFailure("unsayable", `the model's words are ${faults.join(", ")}`);
  return text;
}

const sentencesIn = (text: string, language: Language): number =>
  [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].length;

function pointsElsewhere(text: string, params: Params): boolean {
  const known = Object.entries(params).flatMap(([key, value]) => {
    if (typeof value !== "string") return [];
    // The model may put a sign before a name that has none.
    const [first = ""] = plain(value).split(/\s/u);
    return [...mentionsIn(value), ...(key === "name" || key === "other" ? mentionsIn(`@${first.replace(/^@/u, "")}`) : [])];
  });
  return mentionsIn(text).some((name) => !known.includes(name));
}

/** Also in letters of double width. */
const plain = (text: string): string => text.normalize("NFKC").replace(isolates, "").toLowerCase().trim();
const mentionsIn = (text: string): readonly string[] => plain(text).match(mention) ?? [];

/** Of what is surely an insult only: a cue that is lost for nothing is worse than the rule's words again. */
const SURELY_TOXIC = 0.9;
const isHostile = (text: string, language: Language): boolean => annotate(text, { language }).toxicity >= SURELY_TOXIC;
