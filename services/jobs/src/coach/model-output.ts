import type { Language } from "@frontrow/protocol/desk";
import type { Params } from "@frontrow/protocol/insight";
import { annotate } from "@frontrow/text/annotate";
import { z } from "zod";
import { CoachFailure } from "./model.ts";
import { MAX_TEXT_LENGTH } from "./model-input.ts";

/** The shape of the model's output, as zod and as JSON schema, which some endpoints enforce. */
const outputSchema = z.strictObject({ text: z.string().max(MAX_TEXT_LENGTH) });
export const outputJsonSchema = {
  type: "object",
  properties: { text: { type: "string", maxLength: MAX_TEXT_LENGTH } },
  required: ["text"],
  additionalProperties: false,
} as const;

/** The sentence in the model's output; throws `unreadable` when that is anything but the JSON that was asked for. */
export function parseOutput(content: string): string {
  const parsed = outputSchema.safeParse(parsedOr(content));
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

const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u;
const markup = /[<>`*[\]{}|\\]|#\p{L}/u;
/** A link, also one without its scheme: "example.com/free". */
const link =
  /:\/\/|\bwww\.|\p{L}\.(?:com|net|org|io|me|tv|gg|ly|co|xyz|top|shop|link|app|info|online|site|live|ru|cn|de|fr|es|it|br|id|uk)\b/iu;
/** An account named with @. A full stop after it is not part of it. */
const mention = /@[\p{L}\p{N}_.]*[\p{L}\p{N}_]/gu;
/** Joins the parts of one emoji. */
const joiners = /(?<=\p{Extended_Pictographic}\ufe0f?)\u200d/gu;
/** Set around names that run from right to left; the model may repeat them. */
const isolates = /[\u2066-\u2069]/g;

/**
 * Checks the model's words for a prompt with these params, and gives them trimmed. They may be shown and spoken when they are
 * one sentence, not empty, no longer than asked, without links, markup and invisible characters, and not what a stranger
 * would make the model say: insults, or the account of somebody whom the prompt is not about. Throws `unsayable` otherwise.
 */
export function checkWording(words: string, language: Language, params: Params): string {
  const text = words.replace(isolates, "").trim();
  const faults = [
    text === "" && "nothing",
    text.length > MAX_TEXT_LENGTH && "too long",
    (invisible.test(text.replace(joiners, "")) && "unseen characters") || (markup.test(text) && "markup"),
    link.test(text) && "a link",
    mentionsOthers(text, params) && "about an account of others",
    sentencesIn(text, language) > 1 && "more than a sentence",
    isHostile(text, language) && "an insult",
  ].filter(Boolean);
  if (faults.length > 0) throw new CoachFailure("unsayable", `the model's words are ${faults.join(", ")}`);
  return text;
}

const sentencesIn = (text: string, language: Language): number =>
  [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].length;

function mentionsOthers(text: string, params: Params): boolean {
  const known = Object.entries(params).flatMap(([key, value]) => {
    if (typeof value !== "string") return [];
    // The model may put an @ before a name that has none.
    const [first = ""] = plain(value).split(/\s/u);
    return [...mentionsIn(value), ...(key === "name" || key === "other" ? mentionsIn(`@${first.replace(/^@/u, "")}`) : [])];
  });
  return mentionsIn(text).some((name) => !known.includes(name));
}

/** For comparison; NFKC makes full-width letters the usual ones. */
const plain = (text: string): string => text.normalize("NFKC").replace(isolates, "").toLowerCase().trim();
const mentionsIn = (text: string): readonly string[] => plain(text).match(mention) ?? [];

/** Toxicity from which words are dropped: what is surely an insult. A lower limit would lose good cues for nothing. */
const SURELY_TOXIC = 0.9;
const isHostile = (text: string, language: Language): boolean => annotate(text, { language }).toxicity >= SURELY_TOXIC;
