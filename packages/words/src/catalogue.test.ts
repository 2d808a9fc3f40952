import { readFileSync } from "node:fs";
import { languages } from "@frontrow/protocol/desk";
import { momentKinds, promptTriggers, questionReasons, spikeLanes, trendWords } from "@frontrow/protocol/insight";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { argumentsOf } from "./arguments.ts";
import { type Catalogue, createFormat } from "./catalogue.ts";

const read = (language: string): Catalogue =>
  JSON.parse(readFileSync(new URL(`./messages/${language}.json`, import.meta.url), "utf8"));
const english = read("en");

/** Every message of a catalogue by its path: "prompts.raid.0". */
function messagesOf(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => messagesOf(inner, path ? `${path}.${key}` : key));
}

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];
/** The arguments that a message names, with the kind of their element; plurals that only agree with a number are free. */
function argumentsIn(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    const inner = "options" in element ? Object.values(element.options).flatMap(({ value }) => argumentsIn(value)) : [];
    return "value" in element && element.type !== 0 ? [element.value, ...inner] : inner;
  });
}
const parsed = (message: string, language: string) =>
  new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst();
const namedIn = (message: string, language: string) => [...new Set(argumentsIn(parsed(message, language)))].sort();

/** What a translation may count to agree with, beside what it says. */
const agreeing = new Set(["count", "missing", "hasGift"]);
/** "1 000 000 de likes" is of languages with the plural category `many`. */
const categoriesOf = (language: string) => new Intl.PluralRules(language).resolvedOptions().pluralCategories;

const codes = {
  scores: ["entertainment", "engagement", "reception", "energy", "retention", "churnRisk", "monetization", "trend"],
  parts: "chatRate likeRate approvalRate giftRate mood kindness approval pace breadth hold viewerTrend".split(" "),
  churn: "viewersFalling energyLow moodNegative chatQuiet toxicityHigh".split(" "),
  churnActions: "askQuestion changeTopic greetViewers calmChat doSomethingNew".split(" "),
  chance: "giftMomentum energyHigh receptionHigh newGifters milestoneNear".split(" "),
  chanceActions: "thankGifters setGoal keepGoing waitForBetterMoment".split(" "),
  ofTheProtocol: [
    ...questionReasons,
    ...trendWords,
    ...promptTriggers,
    "welcomeRegular",
    ...momentKinds,
    ...spikeLanes,
    "spike",
    "lull",
    "viewers",
    "uniqueViewers",
  ],
};

const milestones = ["likes", "follows", "diamonds", "uniqueViewers", "viewers"] as const;

describe.each(languages)("the catalogue of %s", (language) => {
  const catalogue = read(language);
  const messages = messagesOf(catalogue);

  it("has the keys of English, no more and no fewer", () => {
    expect(messages.map(([path]) => path).sort()).toEqual(
      messagesOf(english)
        .map(([path]) => path)
        .sort(),
    );
  });

  it("says the same of the same arguments as English", () => {
    const inEnglish = new Map(messagesOf(english));
    for (const [path, message] of messages) {
      const [own, original] = [namedIn(message, language), namedIn(inEnglish.get(path) ?? "", "en")];
      expect(
        own.filter((name) => !agreeing.has(name)),
        path,
      ).toEqual(original.filter((name) => !agreeing.has(name)));
    }
  });

  it("names only arguments that there are", () => {
    const known = argumentsOf({}, { language, catalogue, format: createFormat(language) });
    const there = new Set([...Object.keys(known), "n", "gifts", "what", "hasBattle"]);
    for (const [path, message] of messages)
      expect(
        namedIn(message, language).filter((name) => !there.has(name)),
        path,
      ).toEqual([]);
  });

  it("has every plural form of its language, and none of another", () => {
    // Ordinals have forms of their own.
    const cardinal = (message: string) => message.replaceAll(/\{\w+, selectordinal,(?: \w+ \{[^}]*\})+\}/g, "");
    const used = new Set(
      messages.flatMap(([, message]) => [...cardinal(message).matchAll(/\b(zero|one|two|few|many) \{/g)].map((m) => m[1])),
    );
    for (const form of used) expect(categoriesOf(language)).toContain(form);
    for (const [path, message] of messagesOf(catalogue.counted).filter(([path]) => path !== "more"))
      for (const form of categoriesOf(language)) expect(message, `${path} ${form}`).toContain(`${form} {`);
  });

  it("says it plainly: no exclamation mark, no emoji, no straight quote, nothing left empty", () => {
    for (const [path, message] of messages) {
      expect(message.trim(), path).not.toBe("");
      expect(message, path).not.toMatch(/[!¡'"<>]|\p{Extended_Pictographic}/u);
    }
  });

  it("says each trigger in three ways that differ", () => {
    for (const trigger of [...promptTriggers, "welcomeRegular"] as const) {
      expect(new Set(catalogue.prompts[trigger]).size, trigger).toBe(3);
      expect(catalogue.reasons[trigger], trigger).toBeTruthy();
    }
  });

  it("has a sentence for every kind of moment, and a word for every lane and code", () => {
    for (const kind of [...momentKinds, "spike", "lull"] as const) expect(catalogue.moments[kind], kind).toBeTruthy();
    for (const lane of [...spikeLanes, ...milestones]) expect(catalogue.counted[lane], lane).toBeTruthy();
    for (const code of Object.values(codes).flat()) expect(catalogue.names, code).toHaveProperty(code);
  });
});
