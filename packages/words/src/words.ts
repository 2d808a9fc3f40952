import type { Language } from "@frontrow/protocol/desk";
import type { AutomatedPrompt, Moment, Spike } from "@frontrow/protocol/insight";
import { argumentsOf, type Dialect } from "./arguments.ts";
import type { Catalogue } from "./catalogue.ts";
import { createFill } from "./message.ts";
import { wayFor } from "./phrasing.ts";
import { spikeArguments } from "./spike-sentence.ts";

/**
 * What Frontrow says to people in one language. Every method answers with something to read, whatever it is given, and never
 * throws; names and chat inside it are cleaned and cut, and never more than text.
 */
export interface Words {
  readonly language: Language;
  /** What to say or do now, to be read or spoken, and why: the same for the same prompt, whoever words it. */
  prompt(prompt: AutomatedPrompt): { text: string; reason: string };
  /** One sentence on what happened. */
  moment(moment: Spike | Moment): string;
  /** Of a score, its part, factor or action, a trend, a question's reason, a trigger, a moment's kind, a lane or metric of them. */
  name(code: string): string;
}

export function createWords(language: Language, catalogue: Catalogue): Words {
  const dialect: Dialect = { language, catalogue, fill: createFill(language) };
  const { fill } = dialect;
  const capitalised = (sentence: string) => sentence.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(language));
  /** Names are written as their owners write them, also at the beginning; the word for an unknown one is ours. */
  const begun = (sentence: string) => (sentence.startsWith(catalogue.unknown.name) ? capitalised(sentence) : sentence);
  const name = (code: string) => entryOf(catalogue.names, code) ?? (readableCode(code) || catalogue.unknown.other);

  return {
    language,
    prompt({ id, trigger, params }) {
      const texts = entryOf(catalogue.prompts, trigger);
      const reason = entryOf(catalogue.reasons, trigger);
      // A trigger that a newer fold knows.
      if (!texts || !reason) return { text: name(trigger), reason: name(trigger) };
      const values = argumentsOf(params, dialect);
      const text = texts[wayFor(id, texts.length)] ?? "";
      return { text: begun(fill(text, values)), reason: capitalised(fill(reason, values)) };
    },
    moment(moment) {
      if (moment.type === "spike") {
        const { spike, lull } = catalogue.moments;
        return capitalised(fill(moment.kind === "lull" ? lull : spike, spikeArguments(moment, dialect)));
      }
      const message = entryOf(catalogue.moments, moment.kind);
      if (!message) return name(moment.kind);
      const { params, user } = moment;
      return begun(fill(message, argumentsOf({ name: user?.nickname ?? "", ...params }, dialect)));
    },
    name,
  };
}

const entryOf = <V>(entries: Readonly<Record<string, V>>, key: string): V | undefined =>
  Object.hasOwn(entries, key) ? entries[key] : undefined;

/** A code that is in no catalogue, as words: "giftMomentum" as "gift momentum". */
const readableCode = (code: string): string =>
  code
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .trim()
    .slice(0, 60);
