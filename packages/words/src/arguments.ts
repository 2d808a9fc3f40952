import type { Params, Spike } from "@frontrow/protocol/insight";
import { cleanText } from "./clean-text.ts";
import { agoText, countedText, durationText, type Locale, listText, shortSpan } from "./phrases.ts";

/** Characters of a name, and of a quoted question. */
const NAME_LENGTH = 32;
const QUOTE_LENGTH = 160;

/**
 * Every argument that a message may name, made from an insight's params when it is read. Params come from a broadcast that may
 * be hostile, or from a newer fold: what is missing or odd becomes a 0, or a word for somebody or something unknown.
 */
export function argumentsOf(params: Params, locale: Locale) {
  const { unknown } = locale.catalogue;
  const number = (key: string) => wholeNumber(params[key]);
  const counted = (key: string, by: string) => countedText(locale, key, number(by));
  return {
    ...numbersOf(number),
    get name() {
      return text(params["name"], NAME_LENGTH) || unknown.name;
    },
    get gift() {
      return text(params["gift"], NAME_LENGTH) || unknown.gift;
    },
    get question() {
      return text(params["question"], QUOTE_LENGTH) || unknown.question;
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
    /** In a battle: whether somebody has more points; unknown where TikTok sent none. */
    get standing() {
      const best = Math.max(number("own"), number("best"));
      return best <= 0 ? "unknown" : number("own") === best ? "first" : "behind";
    },
    /** Why TikTok announces an arrival: a high gifter level, a super fan, or the fan club. */
    get supporter() {
      return ["gifterLevel", "superFan"].find((kind) => kind === params["kind"]) ?? "fanClub";
    },
    get direction() {
      return params["direction"] === "up" ? "up" : "down";
    },
    /** Who arrived: at most two by name, the others by number. */
    get people() {
      const named = [params["name"], params["other"]].map((each) => text(each, NAME_LENGTH)).filter(Boolean);
      const more = number("count") - named.length;
      const others = more > 0 && named.length > 0 ? [countedText(locale, "more", more)] : [];
      return listText([...(named.length > 0 ? named : [unknown.name]), ...others], locale.language);
    },
    /** Value of a milestone, and how much of it is missing, with the word for what is counted. */
    get amount() {
      return counted(String(params["metric"]), "value");
    },
    get rest() {
      // Nobody says "3 viewers at once to go".
      const metric = String(params["metric"]);
      return counted(metric === "viewers" || metric === "uniqueViewers" ? "viewersMissing" : metric, "missing");
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
      return durationText(params["minutes"] === undefined ? number("seconds") : number("minutes") * 60, locale.language);
    },
    /** The span as short as beside a number: "20 s", "5 min". */
    get within() {
      return shortSpan(locale, number("seconds"));
    },
    get waited() {
      return durationText(number("waitedSeconds"), locale.language);
    },
    get away() {
      return durationText(number("awayMinutes") * 60, locale.language);
    },
    get lastHere() {
      return agoText(number("awayMinutes") * 60, locale.language);
    },
  };
}

const numbersOf = (number: (key: string) => number) => ({
  count: number("count"),
  usual: number("usual"),
  level: number("level"),
  points: number("points"),
  value: number("value"),
  missing: number("missing"),
  from: number("from"),
  to: number("to"),
  viewers: number("viewers"),
  own: number("own"),
  best: number("best"),
  broadcasts: number("broadcasts"),
  earlier: number("earlier"),
});

/** Phrases in one sentence: more cannot be read in a second. */
const MAX_PHRASES = 3;

/** Every argument of a sentence about a spike or a lull. */
export function spikeArguments({ kind, lanes, fromMs, toMs, duringBattle }: Spike, locale: Locale) {
  const [strongest] = lanes;
  const named = kind === "lull" ? lanes.slice(0, 1) : lanes;
  return {
    what: listText(phrasesOf(named, locale), locale.language),
    within: shortSpan(locale, wholeNumber((toMs - fromMs) / 1000)),
    value: wholeNumber(strongest?.value),
    usual: wholeNumber(strongest?.baseline),
    hasBattle: duringBattle ? "yes" : "no",
  };
}

/** Gifts and their diamonds are one phrase, in the place of the stronger. */
function phrasesOf(lanes: Spike["lanes"], locale: Locale): string[] {
  const countIn = (name: string) => wholeNumber(lanes.find(({ lane }) => lane === name)?.value);
  const [gifts, diamonds] = [countIn("gifts"), countIn("diamonds")];
  const areOne = gifts > 0 && diamonds > 0;
  const phrases = lanes.map(({ lane, value }) => {
    if (areOne && (lane === "gifts" || lane === "diamonds"))
      return locale.format(locale.catalogue.counted.giftsWorth, { gifts, n: diamonds });
    return countedText(locale, lane, wholeNumber(value));
  });
  return [...new Set(phrases)].slice(0, MAX_PHRASES);
}

const text = (value: unknown, length: number): string =>
  typeof value === "string" || typeof value === "number" ? cleanText(String(value), length) : "";

/** Numbers from here on are no counts of anything. */
const LARGEST = 1e15;
/** A value that should be a number, as a whole one; 0 when it is none. */
const wholeNumber = (value: unknown): number =>
  typeof value === "number" && Math.abs(value) < LARGEST ? Math.round(value) + 0 : 0;
