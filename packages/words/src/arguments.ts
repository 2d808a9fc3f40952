import type { Language } from "@frontrow/protocol/desk";
import type { Params } from "@frontrow/protocol/insight";
import type { Catalogue } from "./catalogue.ts";
import { cleanText } from "./clean-text.ts";
import { durationText } from "./duration-text.ts";
import type { Fill } from "./message.ts";

/** What makes parts of sentences in one language. */
export interface Dialect {
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly fill: Fill;
}

type Counted = keyof Catalogue["counted"];

const NAME_LENGTH = 32;
const WORDS_LENGTH = 160;

/**
 * Every argument that a message may name, made of an insight's params when it is read. Params come from a broadcast that may
 * be hostile, or from a newer fold: what is missing or odd becomes a 0, or a word for somebody or something unknown.
 */
export function argumentsOf(params: Params, dialect: Dialect) {
  const { unknown } = dialect.catalogue;
  const number = (key: string) => wholeNumber(params[key]);
  const counted = (key: string, by: string) => countedText(dialect, key, number(by));
  return {
    ...numbersOf(number),
    get name() {
      return text(params["name"], NAME_LENGTH) || unknown.name;
    },
    get gift() {
      return text(params["gift"], NAME_LENGTH) || unknown.gift;
    },
    get question() {
      return text(params["question"], WORDS_LENGTH) || unknown.question;
    },
    get topic() {
      return text(params["topic"], NAME_LENGTH) || unknown.other;
    },
    get hasTopic() {
      return text(params["topic"], NAME_LENGTH) ? "yes" : "no";
    },
    get hasGift() {
      return text(params["gift"], NAME_LENGTH) ? "yes" : "no";
    },
    /** The gift, where it has a name, and what it was worth. */
    get given() {
      return [text(params["gift"], NAME_LENGTH), counted("diamonds", "diamonds")].filter(Boolean).join(", ");
    },
    /** In a battle: whether somebody had more points; nobody has any where TikTok told of none. */
    get standing() {
      const best = Math.max(number("own"), number("best"));
      return best <= 0 ? "unknown" : number("own") === best ? "first" : "behind";
    },
    get direction() {
      return params["direction"] === "up" ? "up" : "down";
    },
    /** Those who arrived: two at most by name, the others by number. */
    get people() {
      const named = [params["name"], params["other"]].map((each) => text(each, NAME_LENGTH)).filter(Boolean);
      const more = number("count") - named.length;
      const others = more > 0 && named.length > 0 ? [countedText(dialect, "more", more)] : [];
      return listText([...(named.length > 0 ? named : [unknown.name]), ...others], dialect.language);
    },
    /** Value of a milestone, and how much of it is missing, with the word for what is counted. */
    get amount() {
      return counted(String(params["metric"]), "value");
    },
    get rest() {
      // Nobody says "3 viewers at once to go".
      return counted(params["metric"] === "viewers" ? "uniqueViewers" : String(params["metric"]), "missing");
    },
    get chatsCounted() {
      return counted("chats", "chats");
    },
    get giftsCounted() {
      return counted("gifts", "gifts");
    },
    get diamondsCounted() {
      return counted("diamonds", "diamonds");
    },
    get joinsCounted() {
      return counted("joins", "joins");
    },
    get span() {
      return durationText(params["minutes"] === undefined ? number("seconds") : number("minutes") * 60, dialect.language);
    },
    /** The span as short as beside a number: "20 s", "5 min". */
    get within() {
      return shortSpan(dialect, number("seconds"));
    },
    get waited() {
      return durationText(number("waitedSeconds"), dialect.language);
    },
    get away() {
      return durationText(number("awayMinutes") * 60, dialect.language);
    },
  };
}

const numbersOf = (number: (key: string) => number) => ({
  count: number("count"),
  usual: number("usual"),
  points: number("points"),
  value: number("value"),
  missing: number("missing"),
  from: number("from"),
  to: number("to"),
  viewers: number("viewers"),
  own: number("own"),
  best: number("best"),
});

/** So many of something, as a phrase; the bare number where there is no word for what is counted. */
export function countedText({ catalogue, fill }: Dialect, what: string, n: number): string {
  return fill(Object.hasOwn(catalogue.counted, what) ? catalogue.counted[what as Counted] : "{n, number}", { n, gifts: 0 });
}

/** A span of time in the fewest signs: seconds below two minutes, else minutes. */
export const shortSpan = ({ catalogue: { short }, fill }: Dialect, seconds: number): string =>
  seconds < 120 ? fill(short.seconds, { n: seconds }) : fill(short.minutes, { n: Math.round(seconds / 60) });

/** Parts joined as the language joins them: "a, b and c". */
export const listText = (parts: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: "conjunction" }).format(parts);

const text = (value: unknown, length: number): string =>
  typeof value === "string" || typeof value === "number" ? cleanText(String(value), length) : "";

const LARGEST = 1e15;
/** What should be a number, as a whole one; 0 for what is none. */
export const wholeNumber = (value: unknown): number =>
  typeof value === "number" && Math.abs(value) < LARGEST ? Math.round(value) + 0 : 0;
