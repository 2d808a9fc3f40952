import type { Language } from "@frontrow/protocol/desk";
import type { AutomatedPrompt, Moment, PromptTrigger, Spike } from "@frontrow/protocol/insight";
import { fnv1a } from "@frontrow/runtime/hash";
import { argumentsOf, spikeArguments } from "./arguments.ts";
import { type Catalogue, createFormat } from "./catalogue.ts";
import type { Locale } from "./phrases.ts";

/** What a prompt is about: a rule of the fold, or, said by a page alone, that somebody came who was in earlier broadcasts. */
export type SpokenTrigger = PromptTrigger | "welcomeRegular";
/** A prompt of the fold, or of a page that knows more of its desk than the fold does. */
export type SpokenPrompt = Omit<AutomatedPrompt, "trigger"> & { readonly trigger: SpokenTrigger };

/**
 * Insights as text in one language. Every method gives something to read, whatever it is given, and never throws; names and
 * chat inside the text are cleaned and cut.
 */
export interface Words {
  readonly language: Language;
  /** What to say or do now, to be read or spoken, and why: the same for the same prompt, in every process. */
  prompt(prompt: SpokenPrompt): { text: string; reason: string };
  /** One sentence on what happened. */
  moment(moment: Spike | Moment): string;
  /** The name of a score, its part, factor or action, a trend, a question's reason, a trigger, a moment's kind, a lane or metric. */
  name(code: string): string;
}

export function createWords(language: Language, catalogue: Catalogue): Words {
  const format = createFormat(language);
  const locale: Locale = { language, catalogue, format };
  const capitalised = (sentence: string) => sentence.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(language));
  /** Capitalised only when it begins with the word for somebody unknown: names stay as their owners write them. */
  const asSentence = (sentence: string) => (sentence.startsWith(catalogue.unknown.name) ? capitalised(sentence) : sentence);
  const name = (code: string) => entryOf(catalogue.names, code) ?? (readableCode(code) || catalogue.unknown.other);

  return {
    language,
    prompt({ id, trigger, params }) {
      const texts = entryOf(catalogue.prompts, trigger);
      const reason = entryOf(catalogue.reasons, trigger);
      // A trigger of a newer fold.
      if (!texts || !reason) return { text: name(trigger), reason: name(trigger) };
      const values = argumentsOf(params, locale);
      const text = texts[variantOf(id, texts.length)] ?? "";
      return { text: asSentence(format(text, values)), reason: capitalised(format(reason, values)) };
    },
    moment(moment) {
      if (moment.type === "spike") {
        const { spike, lull } = catalogue.moments;
        return capitalised(format(moment.kind === "lull" ? lull : spike, spikeArguments(moment, locale)));
      }
      const message = entryOf(catalogue.moments, moment.kind);
      if (!message) return name(moment.kind);
      const { params, user } = moment;
      return asSentence(format(message, argumentsOf({ name: user?.nickname ?? "", ...params }, locale)));
    },
    name,
  };
}

const entryOf = <V>(entries: Readonly<Record<string, V>>, key: string): V | undefined =>
  Object.hasOwn(entries, key) ? entries[key] : undefined;

/** A code without a name in the catalogue, as words: "giftMomentum" as "gift momentum". */
const readableCode = (code: string): string =>
  code
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .trim()
    .slice(0, 60);

/**
 * Which of the `variants` of a prompt is used for the one with this id. The id alone decides, so that each gateway and page
 * says it alike, also after a reconnect.
 */
function variantOf(id: string, variants: number): number {
  const hash = fnv1a(id);
  // Ids differ in their last digits only, which reach the upper bits: these are mixed into the lower ones, which choose.
  return ((hash ^ (hash >>> 15)) >>> 0) % variants;
}
